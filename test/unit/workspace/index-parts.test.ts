import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { LocatedReference } from '../../../src/core/find/reference';
import { ancestors, isWithin } from '../../../src/core/paths';
import { changeAt } from '../../../src/workspace/change';
import { pathsFor } from '../../../src/workspace/lack';
import { outermost, ReferenceTable } from '../../../src/workspace/reference-table';
import type { IndexedFile } from '../../../src/workspace/scanner';

/** As much of an address as these parts look at. */
const uri = (path: string) => ({ path, toString: () => `file://${path}` }) as Uri;

suite('What an event on disk means for the index', () => {
  const folder = uri('/w');
  const cases: [what: string, path: string, expected: 'path' | 'rules' | undefined, modified?: boolean][] = [
    ['a file of a language', '/w/a.py', 'path'],
    ['one that comes or goes', '/w/src/b.tsx', 'path', false],
    ['another file', '/w/readme.md', undefined],
    ...['package.json', 'tsconfig.json', 'tsconfig.base.json', 'jsconfig.json', 'pnpm-workspace.yaml'].map(
      (name): [string, string, 'path'] => ['what says where imports lead', `/w/a/${name}`, 'path'],
    ),
    ['another of its kind', '/w/my-package.json', undefined],
    ['what comes or goes, which may be a folder', '/w/src', 'path', false],
    ['the same, whatever its name', '/w/example.org', 'path', false],
    ['what has no ending, which may be a folder in the place of another', '/w/src', 'path'],
    ['a file that hides', '/w/.env', undefined],
    ['the workspace’s own folder', '/w', undefined],
    ['the same, where it comes or goes', '/w', 'path', false],
    ['an ignore file', '/w/.gitignore', 'rules'],
    ['one that comes or goes below', '/w/sub/.gitignore', 'rules', false],
    ['a repository’s own ignore file', '/w/.git/info/exclude', 'rules'],
    ['a Python environment', '/w/env/pyvenv.cfg', 'rules', false],
    ['a repository', '/w/sub/.git', 'rules', false],
    ['a repository’s files', '/w/.git/index.lock', undefined, false],
    ['a repository that is at work', '/w/.git', undefined],
    ['a repository in a foreign folder', '/w/node_modules/a/.git', undefined, false],
    ['what lies in a foreign folder', '/w/node_modules/a/b.js', undefined],
    ['a foreign folder', '/w/node_modules', undefined],
    ['a foreign folder that comes or goes', '/w/a/site-packages', undefined, false],
  ];
  for (const [what, path, expected, modified = true] of cases)
    test(`${what}: ${expected ?? 'nothing'}`, () =>
      assert.equal(changeAt({ uri: uri(path), modified }, folder)?.kind, expected));

  test('a workspace may lie in a foreign folder', () =>
    assert.equal(changeAt({ uri: uri('/node_modules/w/a.js'), modified: true }, uri('/node_modules/w'))?.kind, 'path'));
});

suite('The table of what was found', () => {
  const file = (path: string, cell?: number): IndexedFile => ({
    uri: uri(path),
    ...(cell === undefined ? {} : { cell }),
    references: [],
  });
  const paths = (table: ReferenceTable) => [...table.values()].map(([first]) => first?.uri.path);

  test('replaces a file, keeps the cells of a notebook together', () => {
    const table = new ReferenceTable();
    table.add([file('/w/n.ipynb', 0), file('/w/a.py'), file('/w/n.ipynb', 3)]);
    table.add([file('/w/a.py')]);
    assert.deepEqual(
      [...table.values()].map((files) => files.length),
      [2, 1],
    );
  });

  test('forgets a file or a folder, and not what merely begins alike', () => {
    const table = new ReferenceTable();
    table.add(['/w/src/a.py', '/w/src/deep/b.py', '/w/src2/c.py', '/w/d.py'].map((path) => file(path)));
    table.forget([uri('/w/src')]);
    assert.deepEqual(paths(table), ['/w/src2/c.py', '/w/d.py']);
    table.forget([uri('/w/d.py')]);
    assert.deepEqual(paths(table), ['/w/src2/c.py']);
    assert.equal(table.has(uri('/w/d.py')), false);
  });

  test('forgets a folder that is called like a file', () => {
    const table = new ReferenceTable();
    table.add(['/w/next.js/a.ts', '/w/next.json/b.ts'].map((path) => file(path)));
    table.forget([uri('/w/next.js')]);
    assert.deepEqual(paths(table), ['/w/next.json/b.ts']);
  });

  test('knows the files that rest on others, or would if those were there', () => {
    const table = new ReferenceTable();
    const lack = (specifier: string, from: string) => ({ lacks: [{ specifier, exported: 'ai.responses', from }] });
    table.add([
      { ...file('/w/a.ts'), reads: ['/w/lib/ai.ts'] },
      { ...file('/w/b.ts'), ...lack('./ai', '/w/b.ts') },
      { ...file('/w/c.ts'), ...lack('@/lib/ai', '/w/c.ts') },
      { ...file('/w/d.py'), ...lack('lib', '/w/d.py') },
      { ...file('/w/e.ipynb', 0), ...lack('lib.llm', '/w/e.ipynb') },
      file('/w/f.ts'),
    ]);
    const readers = (...paths: string[]) => table.readersOf(paths.map(uri)).map(({ path }) => path);
    assert.deepEqual(readers('/w/lib/ai.ts'), ['/w/a.ts', '/w/c.ts']);
    assert.deepEqual(readers('/w/ai/index.js'), ['/w/b.ts']);
    assert.deepEqual(readers('/w/src/lib'), ['/w/c.ts', '/w/d.py', '/w/e.ipynb']);
    assert.deepEqual(readers('/w/lib/ai.py', '/w/lib/llm.py'), ['/w/d.py', '/w/e.ipynb']);
    assert.deepEqual(readers('/w/other.ts'), []);
  });

  const imports: [from: string, specifier: string, exported: string][] = [
    ['/w/app/a.ts', './ai', 'MODEL'],
    ['/w/app/a.ts', './ai.config.js', 'MODEL'],
    ['/w/app/a.ts', '..', 'MODEL'],
    ['/w/app/a.ts', './index', 'MODEL'],
    ['/w/app/a.ts', './deep/', 'MODEL'],
    ['/w/app/a.ts', '@/', 'MODEL'],
    ['/w/app/a.ts', '@shared/[id]', 'MODEL'],
    ['/w/app/a.ts', '#lib/+page', 'MODEL'],
    ['/w/app/a.ts', '../../w/src/módulo', 'MODEL'],
    ['/w/app/a.py', '.', 'ai'],
    ['/w/app/a.py', '..', 'ai.responses'],
    ['/w/app/a.py', '..lib', 'ai.responses'],
    ['/w/app/a.ipynb', 'lib.llm', 'ai.responses'],
    ['/w/app/a.ipynb', './lib/llm.ts', 'ai.responses'],
  ];
  for (const [from, specifier, exported] of imports)
    test(`knows every path that would let ${from} import from ${specifier}`, () => {
      const table = new ReferenceTable();
      const lack = { specifier, exported, from };
      table.add([{ ...file(from), lacks: [lack] }]);
      const folders = pathsFor(lack).flatMap(ancestors);
      // A folder around the importing file is read anew with that.
      const all = [...pathsFor(lack), ...folders].filter((path) => !isWithin(from, [path]));
      assert.ok(all.length > 0);
      for (const path of all) assert.equal(table.readersOf([uri(path)]).length, 1, path);
    });

  test('knows in no time that nothing rests on a file, however many imports are without one', () => {
    const table = new ReferenceTable();
    const lacksOf = (from: string) =>
      Array.from({ length: 8 }, (_, at) => ({ specifier: `@/lib/module${at}`, exported: 'MODEL', from }));
    const files = Array.from({ length: 2000 }, (_, at) => `/home/dev/acme/packages/web/src/routes/page${at}/view.ts`);
    table.add(files.map((path) => ({ ...file(path), lacks: lacksOf(path) })));
    const started = performance.now();
    assert.deepEqual(table.readersOf([uri('/home/dev/acme/packages/web/src/index.ts')]), []);
    // Working out where each import might lead took ten seconds.
    assert.ok(performance.now() - started < 1000);
  });

  const holding = (path: string, model: string, route = 'unknown'): IndexedFile => ({
    ...file(path),
    references: [{ model, route: { kind: route } } as LocatedReference],
  });

  const exchanges: [what: string, paths: string[], found: IndexedFile[], differs: boolean][] = [
    ['a file as it was', ['/w/a.py'], [holding('/w/a.py', 'gpt-4')], false],
    ['a file without references as it was', ['/w/none.py'], [], false],
    ['a folder as it was', ['/w'], [holding('/w/a.py', 'gpt-4'), file('/w/n.ipynb', 1), file('/w/n.ipynb', 2)], false],
    ['a notebook as it was', ['/w/n.ipynb'], [file('/w/n.ipynb', 1), file('/w/n.ipynb', 2)], false],
    ['a notebook with a cell less', ['/w/n.ipynb'], [file('/w/n.ipynb', 1)], true],
    ['a notebook with its cells moved', ['/w/n.ipynb'], [file('/w/n.ipynb', 1), file('/w/n.ipynb', 3)], true],
    ['a file with another model', ['/w/a.py'], [holding('/w/a.py', 'gpt-5')], true],
    ['a file that has gone', ['/w/a.py'], [], true],
    ['a file that has come', ['/w/b.py'], [file('/w/b.py')], true],
    ['a file in the place of another', ['/w'], [file('/w/b.py'), file('/w/n.ipynb', 1), file('/w/n.ipynb', 2)], true],
  ];
  for (const [what, given, found, expected] of exchanges)
    test(`tells whether what is found anew differs: ${what}`, () => {
      const table = new ReferenceTable();
      table.add([holding('/w/a.py', 'gpt-4'), file('/w/n.ipynb', 1), file('/w/n.ipynb', 2)]);
      assert.equal(table.exchange(given.map(uri), found), expected);
      for (const { uri: of } of found)
        assert.equal(table.get(of)?.length, found.filter(({ uri }) => uri.path === of.path).length);
    });

  test('keeps what the second pass has said as long as the first says the same', () => {
    const table = new ReferenceTable();
    const a = uri('/w/a.py');
    const route = () => table.get(a)?.[0]?.references[0]?.route.kind;
    const first = () => table.firstPass(table.get(a)!);
    table.add([holding('/w/a.py', 'gpt-4')]);
    const before = first();
    assert.equal(table.refine(before, [holding('/w/a.py', 'gpt-4')]), false);
    assert.equal(table.refine(before, [holding('/w/a.py', 'gpt-4', 'azure')]), true);
    assert.equal(route(), 'azure');
    assert.equal(table.exchange([a], [holding('/w/a.py', 'gpt-4')]), false);
    assert.equal(route(), 'azure');
    assert.equal(first(), before);
    assert.equal(table.refine(before, [holding('/w/a.py', 'gpt-4', 'azure')]), false);
    assert.equal(table.refine(before, [holding('/w/a.py', 'gpt-4', 'gateway')]), true);
    assert.equal(route(), 'gateway');
    assert.equal(table.exchange([a], [holding('/w/a.py', 'gpt-5')]), true);
    assert.equal(route(), 'unknown');
    // An answer that comes too late.
    assert.equal(table.refine(before, [holding('/w/a.py', 'gpt-4', 'azure')]), false);
    table.forget([a]);
    assert.equal(table.refine(before, [holding('/w/a.py', 'gpt-4', 'azure')]), false);
    assert.equal(table.has(a), false);
  });

  test('keeps only what a whole scan has seen', () => {
    const table = new ReferenceTable();
    const kept = new Set(table.add([file('/w/a.py')]));
    table.add([file('/w/b.py')]);
    table.keepOnly(kept);
    assert.deepEqual(paths(table), ['/w/a.py']);
  });
});

test('Of folders that have come, those that lie in no other are looked at', () => {
  const came = ['/w/x/src/deep', '/w/x', '/w/xy', '/w/x/readme.md', '/w/docs/a.md'].map(uri);
  assert.deepEqual(
    outermost(came).map(({ path }) => path),
    ['/w/x', '/w/xy', '/w/docs/a.md'],
  );
});
