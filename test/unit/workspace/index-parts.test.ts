import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { changeAt } from '../../../src/workspace/change';
import { outermost, ReferenceTable } from '../../../src/workspace/reference-table';
import type { IndexedFile } from '../../../src/workspace/scanner';

/** As much of an address as these parts look at. */
const uri = (path: string) => ({ path, toString: () => `file://${path}` }) as Uri;

suite('What an event on disk means for the index', () => {
  const folder = uri('/w');
  const kind = (path: string, written = true) => changeAt(uri(path), folder, written)?.kind;

  test('files of the languages count, others do not', () => {
    assert.equal(kind('/w/a.py'), 'path');
    assert.equal(kind('/w/src/b.tsx', false), 'path');
    assert.equal(kind('/w/readme.md'), undefined);
  });

  test('what comes or goes may be a folder', () => assert.equal(kind('/w/src', false), 'path'));

  test('what has no ending may be a folder in the place of another, save the workspace’s own', () => {
    assert.equal(kind('/w/src'), 'path');
    assert.equal(kind('/w/.env'), undefined);
    assert.equal(kind('/w'), undefined);
  });

  test('rules change with their files', () => {
    assert.equal(kind('/w/.gitignore'), 'rules');
    assert.equal(kind('/w/sub/.gitignore', false), 'rules');
    assert.equal(kind('/w/.git/info/exclude'), 'rules');
    assert.equal(kind('/w/env/pyvenv.cfg', false), 'rules');
    assert.equal(kind('/w/sub/.git', false), 'rules');
  });

  test('nothing in foreign folders counts, but a workspace may lie in one', () => {
    assert.equal(kind('/w/node_modules/a/b.js'), undefined);
    assert.equal(kind('/w/.git/index.lock', false), undefined);
    assert.equal(kind('/w/.git'), undefined);
    assert.equal(kind('/w/node_modules/a/.git', false), undefined);
    assert.equal(changeAt(uri('/node_modules/w/a.js'), uri('/node_modules/w'), true)?.kind, 'path');
  });
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
    table.enter([file('/w/n.ipynb', 0), file('/w/a.py'), file('/w/n.ipynb', 3)]);
    table.enter([file('/w/a.py')]);
    assert.deepEqual(
      [...table.values()].map((files) => files.length),
      [2, 1],
    );
  });

  test('forgets a file or a folder, and not what merely begins alike', () => {
    const table = new ReferenceTable();
    table.enter(['/w/src/a.py', '/w/src/deep/b.py', '/w/src2/c.py', '/w/d.py'].map((path) => file(path)));
    table.forget([uri('/w/src')]);
    assert.deepEqual(paths(table), ['/w/src2/c.py', '/w/d.py']);
    table.forget([uri('/w/d.py')]);
    assert.deepEqual(paths(table), ['/w/src2/c.py']);
    assert.equal(table.has(uri('/w/d.py')), false);
  });

  test('forgets a folder that is called like a file', () => {
    const table = new ReferenceTable();
    table.enter(['/w/next.js/a.ts', '/w/next.json/b.ts'].map((path) => file(path)));
    table.forget([uri('/w/next.js')]);
    assert.deepEqual(paths(table), ['/w/next.json/b.ts']);
  });

  test('knows the files that rest on others, or would if those were there', () => {
    const table = new ReferenceTable();
    const lack = (specifier: string, from: string) => ({ lacks: [{ specifier, exported: 'ai.responses', from }] });
    table.enter([
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

  test('keeps only what a whole scan has seen', () => {
    const table = new ReferenceTable();
    const kept = new Set(table.enter([file('/w/a.py')]));
    table.enter([file('/w/b.py')]);
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
