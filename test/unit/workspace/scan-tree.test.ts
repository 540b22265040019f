import assert from 'node:assert/strict';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { ScanCache } from '../../../src/workspace/cache';
import type { HelperRequest } from '../../../src/workspace/helper';
import type { Note } from '../../../src/workspace/notes';
import type { FileReferences } from '../../../src/workspace/scan-text';
import { scanPaths } from '../../../src/workspace/scan-paths';
import { scanTree, type TreeScan } from '../../../src/workspace/scan-tree';
import { scanBundles } from './bundle';
import { folderWith, link, pipe, removeFolders } from './temporary';

interface Outcome {
  /** `path: models`, sorted. */
  found: string[];
  done: number;
  total: number;
  notes: Note[];
  skipped: string[];
}

/** Scans a folder and gathers what the cache remembers and what is said. */
async function scan(root: string, options: Partial<TreeScan> = {}): Promise<Outcome> {
  let found: FileReferences[] = [...(options.cache?.remembered ?? [])];
  // What is said of a file takes the place of what was said before.
  const forget = (paths: ReadonlySet<string>) => (found = found.filter(({ path }) => !paths.has(path)));
  const outcome: Outcome = { found: [], done: 0, total: 0, notes: [], skipped: [] };
  const keep = await scanTree({
    roots: [{ path: root }],
    onNote: (note) => outcome.notes.push(note),
    onBatch: (batch, total) => {
      forget(new Set(batch.found.map(({ path }) => path)));
      found.push(...batch.found);
      outcome.done += batch.done;
      outcome.total = total;
      outcome.notes.push(...batch.notes);
      outcome.skipped.push(...batch.skipped.map(({ path, reason }) => `${path.slice(root.length + 1)} ${reason}`));
    },
    onGone: (paths) => forget(new Set(paths)),
    ...options,
  });
  keep();
  outcome.found = describeFound(found, root);
  return outcome;
}

function describeFound(found: readonly FileReferences[], root: string): string[] {
  const line = ({ path, references }: FileReferences) =>
    `${path.slice(root.length + 1)}: ${references.map(({ model }) => model).join(' ')}`;
  return found.map(line).sort();
}

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${index % 40}/f${index}.py`, `model="gpt-4o"\n# ${index}`]),
  );

suite('Scanning folders', () => {
  let helperFile = '';
  suiteSetup(() => {
    helperFile = scanBundles().helper;
  });
  suiteTeardown(removeFolders);

  test('gathers references, notes and what was left out, and counts the files', async () => {
    const root = folderWith({
      'a.py': 'model="gpt-4o"',
      'b/c.ts': 'f("o3-mini"); g("gpt-4o-mini")',
      'none.py': 'print(1)',
      'bad.ipynb': '{"gpt-4o"',
      'x.min.js': '',
    });
    const outcome = await scan(root);
    assert.deepEqual(outcome.found, ['a.py: gpt-4o', 'b/c.ts: o3-mini gpt-4o-mini']);
    assert.deepEqual([outcome.done, outcome.total], [5, 5]);
    assert.deepEqual(
      outcome.notes.map(({ path }) => path),
      [`${root}/bad.ipynb`],
    );
    assert.deepEqual(outcome.skipped, ['x.min.js minified']);
  });

  test('scans a file once, however many roots hold it, and a named one whatever the rules say', async () => {
    const root = folderWith({ 'a/b.py': 'model="gpt-4o"', 'a/x.min.js': 'f("gpt-4o")' });
    const roots = [{ path: root }, { path: `${root}/a` }];
    const outcome = await scan(root, { roots, named: [`${root}/a/x.min.js`, `${root}/a/b.py`] });
    assert.deepEqual(outcome.found, ['a/b.py: gpt-4o', 'a/x.min.js: gpt-4o']);
    assert.equal(outcome.done, 2);
  });

  test('finds the same with the help of other threads', async () => {
    const root = folderWith({ ...many(1_500), 'bad.ipynb': '{"gpt-4o"' });
    const [alone, helped] = [await scan(root), await scan(root, { helperFile })];
    assert.equal(alone.found.length, 1_500);
    assert.deepEqual(helped, alone);
  });

  test('finds everything though no thread will help, and says so', async () => {
    const root = folderWith(many(600));
    const outcome = await scan(root, { helperFile: `${root}/missing.js` });
    assert.equal(outcome.found.length, 600);
    // On one core nobody helps.
    const notes =
      availableParallelism() === 1
        ? []
        : ['A scanning thread stopped unexpectedly, so files may be missing; scan again.'];
    assert.deepEqual(
      outcome.notes.map(({ message }) => message),
      notes,
    );
  });

  test('hands its files in shares to a thread that is there already, and says when there are no more', async () => {
    const root = folderWith(many(600));
    const { port1, port2 } = new MessageChannel();
    const heard: (number[] | undefined)[] = [];
    port2.on('message', (share: HelperRequest) => {
      heard.push(share && [share.files.length, share.named]);
      if (!share) port2.postMessage(undefined);
    });
    assert.equal((await scan(root, { helpers: [port1] })).found.length, 600);
    assert.deepEqual(heard, [[250, 0], [250, 0], [100, 0], undefined]);
  });

  test('stops when told to', async () => {
    const root = folderWith(many(600));
    const outcome = await scan(root, { signal: AbortSignal.abort() });
    assert.deepEqual([outcome.done, outcome.total], [0, 600]);
  });

  test('takes unchanged files from the cache and reads changed, new and doubtful ones', async () => {
    const root = folderWith({
      'a.py': 'model="gpt-4o"',
      'b.py': 'model="o1-mini"',
      'c.py': '',
      'bad.ipynb': '{"gpt-4o"',
    });
    const cacheFile = `${folderWith({})}/deep/cache.json`;
    const past = new Date(Date.now() - 60_000);
    for (const name of ['a.py', 'b.py', 'c.py', 'bad.ipynb']) utimesSync(`${root}/${name}`, past, past);
    // What a test has just made is younger than a cache trusts, unless the scan is to come.
    const first = new ScanCache(cacheFile, '1', Date.now() + 10_000);
    assert.equal(first.recall(`${root}/a.py`), undefined);
    await scan(root, { cache: first });

    const second = new ScanCache(cacheFile, '1');
    assert.equal(second.recall(`${root}/a.py`)?.[0]?.references[0]?.model, 'gpt-4o');
    assert.deepEqual(second.recall(`${root}/c.py`), []);
    assert.equal(second.recall(`${root}/bad.ipynb`), undefined, 'what has a note is read again, for the note');
    assert.equal(second.recall(`${root}/gone.py`), undefined);
    writeFileSync(`${root}/b.py`, 'model="gpt-4.1"');
    assert.deepEqual(describeFound(second.remembered, root), ['a.py: gpt-4o', 'b.py: o1-mini']);
    const told: string[] = [];
    const outcome = await scan(root, { cache: second });
    await scan(root, {
      cache: new ScanCache(cacheFile, '1'),
      onBatch: ({ found }) => told.push(...describeFound(found, root)),
    });
    assert.deepEqual(told, ['b.py: gpt-4.1'], 'what still holds is not told again');
    assert.deepEqual(outcome.found, ['a.py: gpt-4o', 'b.py: gpt-4.1']);
    assert.deepEqual([outcome.done, outcome.total, outcome.notes.length], [4, 4, 1]);
    assert.equal(new ScanCache(cacheFile, '1').recall(`${root}/b.py`), undefined, 'changed a moment ago: not kept');
    assert.equal(new ScanCache(cacheFile, '2').recall(`${root}/a.py`), undefined, 'of another version');
  });

  test('takes back what is remembered of files that are gone, left out by now, or hold nothing any more', async () => {
    const models = Object.fromEntries(['stays', 'goes', 'ignored', 'emptied'].map((name) => [name, 'f("gpt-4o")']));
    const root = folderWith(Object.fromEntries(Object.entries(models).map(([name, text]) => [`${name}.py`, text])));
    const cacheFile = `${folderWith({})}/cache.json`;
    await scan(root, { cache: new ScanCache(cacheFile, '1', Date.now() + 10_000) });
    rmSync(`${root}/goes.py`);
    writeFileSync(`${root}/.gitignore`, 'ignored.py\n');
    writeFileSync(`${root}/emptied.py`, '');
    const cache = new ScanCache(cacheFile, '1');
    assert.equal(cache.remembered.length, 4);
    const outcome = await scan(root, { cache });
    assert.deepEqual([outcome.found, outcome.done, outcome.total], [['stays.py: gpt-4o'], 2, 2]);
  });

  test('drops a damaged cache and bears a folder that cannot be written', async () => {
    const root = folderWith({ 'a.py': 'model="gpt-4o"', 'cache.json': '{"version":"1","files":{"/', blocked: '' });
    for (const file of [`${root}/cache.json`, `${root}/blocked/cache.json`]) {
      const outcome = await scan(root, { cache: new ScanCache(file, '1') });
      assert.deepEqual(outcome.found, ['a.py: gpt-4o']);
    }
  });

  test('scans single paths by the same rules', async () => {
    const root = folderWith({
      '.gitignore': 'out/',
      'a.py': 'model="gpt-4o"',
      'out/b.py': 'model="gpt-4o"',
      'moved/deep/c.py': 'model="o3-mini"',
      'moved/node_modules/d.js': 'f("gpt-4o")',
      'readme.md': 'gpt-4o',
    });
    const found: FileReferences[] = [];
    const names = ['a.py', 'moved/deep/c.py', 'out/b.py', 'out', 'moved', 'readme.md', 'gone.py', 'moved/node_modules'];
    const paths = names.map((name) => `${root}/${name}`);
    const { outside, folders } = await scanPaths(
      [{ path: root }],
      paths,
      (batch) => found.push(...batch.found),
      () => assert.fail('no note expected'),
    );
    assert.deepEqual(describeFound(found, root), ['a.py: gpt-4o', 'moved/deep/c.py: o3-mini']);
    assert.deepEqual(folders, [`${root}/moved/`, `${root}/moved/deep/`]);
    assert.deepEqual(
      outside.map((path) => path.slice(root.length + 1)),
      ['out/b.py', 'out', 'readme.md', 'gone.py', 'moved/node_modules'],
    );
  });

  test('in a folder that lies in another its own rules alone decide, in a whole scan and in one of single paths', async () => {
    const files = ['a.py', 'in/b.py', 'in/gen/c.py', 'out/deep/d.py', 'out/gen/e.py', 'out/deep/gen/f.py'];
    const top = folderWith({
      ...Object.fromEntries(files.map((name) => [name, 'model="gpt-4o"'])),
      '.gitignore': 'out/',
    });
    const excludes = [{ pattern: 'gen' }];
    const roots = [
      { path: top, excludes: [{ pattern: 'in/b.py' }] },
      { path: `${top}/in`, excludes },
      { path: `${top}/out/deep`, excludes },
    ];
    const expected = ['a.py: gpt-4o', 'in/b.py: gpt-4o', 'out/deep/d.py: gpt-4o'];
    assert.deepEqual((await scan(top, { roots })).found, expected);
    for (const asked of [files, ['.'], ['a.py', 'in', 'out']]) {
      const found: FileReferences[] = [];
      const paths = asked.map((name) => (name === '.' ? top : `${top}/${name}`));
      const { outside } = await scanPaths(
        roots,
        paths,
        (batch) => found.push(...batch.found),
        () => assert.fail('no note expected'),
      );
      assert.deepEqual(describeFound(found, top), expected);
      if (asked === files) assert.equal(outside.length, 3);
    }
  });

  test('a path that is left out for what it holds is no part', async () => {
    const root = folderWith({ 'a.py': '# @generated\nmodel="gpt-4o"', 'b.min.js': '', 'c.py': '' });
    const { outside } = await scanPaths(
      [{ path: root }],
      ['a.py', 'b.min.js', 'c.py'].map((name) => `${root}/${name}`),
      ({ found }) => assert.deepEqual(found, []),
      () => assert.fail('no note expected'),
    );
    assert.deepEqual(outside, [`${root}/a.py`, `${root}/b.min.js`]);
  });

  test('a folder of the workspace that is gone costs the others nothing, nor does a pipe', async () => {
    const root = folderWith({ 'a.py': 'model="gpt-4o"' });
    if (process.platform !== 'win32') pipe(`${root}/pipe.py`, 'model="gpt-4o"');
    const roots = [{ path: `${root}/gone` }, { path: root }];
    const found: FileReferences[] = [];
    const { outside } = await scanPaths(
      roots,
      ['gone/a.py', 'pipe.py', 'a.py'].map((name) => `${root}/${name}`),
      (batch) => found.push(...batch.found),
      () => assert.fail('no note expected'),
    );
    assert.deepEqual(describeFound(found, root), ['a.py: gpt-4o']);
    assert.deepEqual(outside, [`${root}/gone/a.py`, `${root}/pipe.py`]);
  });

  test('a path that cannot be followed costs no other its result, and links are followed no more than by a whole scan', async () => {
    const elsewhere = folderWith({ 'b.py': 'model="gpt-4o"' });
    const root = folderWith({ 'a.py': 'model="gpt-4o"' });
    link('self.py', `${root}/self.py`);
    link(`${elsewhere}/b.py`, `${root}/link.py`);
    link(elsewhere, `${root}/lib`);
    const paths = ['self.py', 'link.py', 'lib', 'lib/b.py', 'a.py/b.py', 'a.py'].map((name) => `${root}/${name}`);
    const scanAt = async (at: string) => {
      const found: FileReferences[] = [];
      const there = paths.map((path) => at + path.slice(root.length));
      const { outside } = await scanPaths(
        [{ path: at }],
        there,
        (batch) => found.push(...batch.found),
        () => assert.fail('no note expected'),
      );
      return [describeFound(found, at), outside.length];
    };
    assert.deepEqual((await scan(root)).found, ['a.py: gpt-4o']);
    assert.deepEqual(await scanAt(root), [['a.py: gpt-4o'], 5]);
    // The workspace's own folder may be opened by a link.
    link(root, `${elsewhere}/workspace`);
    assert.deepEqual(await scanAt(`${elsewhere}/workspace`), [['a.py: gpt-4o'], 5]);
  });
});
