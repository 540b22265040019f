import assert from 'node:assert/strict';
import fs, {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { ScanCache } from '../../../src/workspace/cache';
import { cacheContent, readFound } from '../../../src/workspace/cache-file';
import type { Exclude } from '../../../src/workspace/ignore-rules';
import type { Note } from '../../../src/workspace/notes';
import { scanTree } from '../../../src/workspace/scan-tree';
import { folderWith, link, removeFolders } from './temporary';

const past = new Date(Date.now() - 60_000);
/** What a test has just made is younger than a cache trusts, unless the scan is to come. */
const later = () => Date.now() + 10_000;

suite('The cache of a scan', () => {
  teardown(removeFolders);

  /** Scans and answers the files with references, relative and sorted, and how many files there are. */
  async function scan(root: string, cache: ScanCache, excludes: readonly Exclude[] = [], notes: Note[] = []) {
    const relative = (path: string) => path.slice(root.length + 1);
    const found = new Set(cache.remembered.map(({ path }) => relative(path)));
    let done = 0;
    const keep = await scanTree({
      roots: [{ path: root, excludes }],
      cache,
      onBatch: (batch) => {
        done += batch.done;
        for (const { path } of batch.found) found.add(relative(path));
      },
      onGone: (paths) => paths.forEach((path) => found.delete(relative(path))),
      onNote: (note) => notes.push(note),
    });
    keep();
    return { found: [...found].sort(), done };
  }

  function made(files: Readonly<Record<string, string>>): { root: string; file: string } {
    const root = folderWith(files);
    for (const name of Object.keys(files)) utimesSync(`${root}/${name}`, past, past);
    return { root, file: `${folderWith({})}/cache.json` };
  }

  const hit = 'model="gpt-4o"';

  test('knows folders and files again that have not changed', async () => {
    const { root, file } = made({ 'a.py': hit, 'b/c.py': hit, 'b/d.py': '', 'e.txt': '' });
    const first = await scan(root, new ScanCache(file, '1', later()));
    assert.deepEqual(first, { found: ['a.py', 'b/c.py'], done: 3 });
    const written = readFileSync(file, 'utf8');
    // Only from here can it have these: no folder holds a file of that name.
    writeFileSync(file, written.replace('c.py/d.py', 'c.py/x.py'));
    const second = new ScanCache(file, '1', later());
    if (process.platform !== 'win32') assert.deepEqual(second.list(`${root}/b/`).files, ['c.py', 'x.py']);
    writeFileSync(file, written);
    const third = new ScanCache(file, '1', later());
    assert.deepEqual(await scan(root, third), first);
    assert.equal(third.hasNewListings, false);
  });

  test('sees what came, went, took another name, became a folder or a link', async () => {
    const { root, file } = made({ 'a.py': hit, 'b/c.py': hit, 'b/gone.py': hit, 'd.py/e.py': hit, 'f/g.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    writeFileSync(`${root}/b/new.py`, hit);
    rmSync(`${root}/b/gone.py`);
    renameSync(`${root}/b/c.py`, `${root}/b/moved.py`);
    rmSync(`${root}/d.py`, { recursive: true });
    writeFileSync(`${root}/d.py`, hit);
    renameSync(`${root}/f`, `${root}/g`);
    link(`${root}/g`, `${root}/f`);
    mkdirSync(`${root}/h/i`, { recursive: true });
    writeFileSync(`${root}/h/i/j.py`, hit);
    const expected = { found: ['a.py', 'b/moved.py', 'b/new.py', 'd.py', 'g/g.py', 'h/i/j.py'], done: 6 };
    assert.deepEqual(await scan(root, new ScanCache(file, '1', later())), expected);
    assert.deepEqual(await scan(root, new ScanCache(file, '1', later())), expected);
  });

  test('stays as it was where another program holds it open, as Windows then lets nobody put another in its place', async () => {
    const { root, file } = made({ 'a.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    const before = readFileSync(file, 'utf8');
    writeFileSync(`${root}/b.py`, hit);
    const { renameSync: rename } = fs;
    fs.renameSync = () => {
      throw Object.assign(new Error('EPERM: operation not permitted, rename'), { code: 'EPERM' });
    };
    try {
      assert.deepEqual((await scan(root, new ScanCache(file, '1', later()))).found, ['a.py', 'b.py']);
    } finally {
      fs.renameSync = rename;
    }
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.deepEqual((await scan(root, new ScanCache(file, '1', later()))).found, ['a.py', 'b.py']);
    assert.equal(new ScanCache(file, '1').remembered.length, 2);
  });

  test('reads again what was written in place', async () => {
    const { root, file } = made({ 'a.py': '', 'b.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    appendFileSync(`${root}/a.py`, hit);
    assert.deepEqual((await scan(root, new ScanCache(file, '1', later()))).found, ['a.py', 'b.py']);
  });

  test('reads again what was written in place at the same length, though its time was set back', async () => {
    const { root, file } = made({ 'a.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`)?.length, 1);
    writeFileSync(`${root}/a.py`, hit.replace('gpt-4o', 'gpt-zz'));
    utimesSync(`${root}/a.py`, past, past);
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`), undefined);
  });

  test('takes what it is given for what lies on the disk', async () => {
    const { root, file } = made({ 'a.py': hit });
    const before = cacheContent(file);
    await scan(root, new ScanCache(file, '1', later()));
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`)?.length, 1);
    assert.equal(new ScanCache(file, '1', later(), before).recall(`${root}/a.py`), undefined);
  });

  test('holds other rules against what it knows', async () => {
    const { root, file } = made({ '.gitignore': 'a.py\n', 'a.py': hit, 'b/c.py': hit, 'b/d.py': hit });
    const again = async (excludes?: readonly Exclude[]) =>
      (await scan(root, new ScanCache(file, '1', later()), excludes)).found;
    assert.deepEqual(await again(), ['b/c.py', 'b/d.py']);
    assert.deepEqual(await again([{ pattern: '**/c.py' }]), ['b/d.py']);
    // An ignore file that is written in place changes no folder.
    writeFileSync(`${root}/.gitignore`, 'b/d.py\n');
    assert.deepEqual(await again(), ['a.py', 'b/c.py']);
    assert.deepEqual(await again(), ['a.py', 'b/c.py']);
  });

  test('does not keep what may have changed since it was listed or read', async () => {
    const { root, file } = made({ 'a.py': hit });
    await scan(root, new ScanCache(file, '1'));
    const next = new ScanCache(file, '1');
    assert.equal(next.recall(`${root}/a.py`), undefined);
    next.list(`${root}/`);
    assert.equal(next.hasNewListings, false);
    await scan(root, new ScanCache(file, '1', later()));
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`)?.length, 1, 'a later scan makes up for it');
  });

  test('keeps nothing of a folder that cannot be listed', async () => {
    const { root, file } = made({});
    for (let times = 1; times <= 2; times++) {
      const notes: Note[] = [];
      await scan(`${root}/gone`, new ScanCache(file, '1', later()), [], notes);
      assert.equal(notes.length, 1);
    }
  });

  test('keeps nothing where a helping thread broke off', async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}.py`, hit]));
    const { root, file } = made(files);
    const cache = new ScanCache(file, '1', later());
    const options = { roots: [{ path: root }], cache, helperFile: `${root}/missing.js` };
    (await scanTree({ ...options, onBatch: () => undefined, onNote: () => undefined }))();
    // On one core nobody helps.
    assert.equal(existsSync(file), availableParallelism() === 1);
  });

  test('is read for what was found alone, in parts', async () => {
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`f${index}.py`, hit]));
    const { root, file } = made(files);
    await scan(root, new ScanCache(file, '1', later()));
    const reading = (at: string, version: string) => readFound(cacheContent(at), version);
    const found = await reading(file, '1');
    assert.equal(found.length, 250);
    assert.deepEqual(found, new ScanCache(file, '1').remembered);
    assert.deepEqual(await reading(file, '2'), []);
    assert.deepEqual(await reading(`${root}/missing.json`, '1'), []);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9));
    assert.deepEqual(await reading(file, '1'), [], 'all or nothing, as the scan takes it');
  });

  test('starts anew where it is damaged, of another version or of another form', async () => {
    const { root, file } = made({ 'a.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    const whole = readFileSync(file, 'utf8');
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`)?.length, 1);
    assert.equal(new ScanCache(file, '2').recall(`${root}/a.py`), undefined);
    const [version = '', columns = '', found = ''] = whole.split('\n');
    const shorter = JSON.stringify({ ...(JSON.parse(columns) as object), sizes: [] });
    const cut = [whole.slice(0, -9), [version, columns.slice(0, -9), found].join('\n'), version];
    const odd = [[version, shorter, found].join('\n'), '', 'null', '7', '{"version":"1","files":{}}'];
    for (const damaged of [...cut, ...odd]) {
      writeFileSync(file, damaged);
      assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`), undefined, damaged);
      // Whoever has told what was found must hear that it does not hold.
      const told = await readFound(cacheContent(file), '1');
      assert.deepEqual(new ScanCache(file, '1').remembered, told, damaged);
      assert.deepEqual((await scan(root, new ScanCache(file, '1'))).found, ['a.py']);
    }
  });

  test('takes back what it tells though all else in it is damaged', async () => {
    const { root, file } = made({ 'a.py': hit, 'gone.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    const [version, columns = '', ...found] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [version, columns.slice(0, -9), ...found].join('\n'));
    rmSync(`${root}/gone.py`);
    const cache = new ScanCache(file, '1');
    assert.equal(cache.remembered.length, 2);
    assert.deepEqual((await scan(root, cache)).found, ['a.py']);
  });
});
