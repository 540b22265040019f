import assert from 'node:assert/strict';
import fs, {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
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
    writeFileSync(`${root}/b.py`, '');
    assert.deepEqual((await scan(root, new ScanCache(file, '1', later()))).found, ['a.py']);
    assert.deepEqual(new ScanCache(file, '1').recall(`${root}/b.py`), []);
  });

  test('reads again what was written in place at the same length, though its time was set back', async () => {
    const { root, file } = made({ 'a.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`)?.length, 1);
    writeFileSync(`${root}/a.py`, hit.replace('gpt-4o', 'gpt-zz'));
    utimesSync(`${root}/a.py`, past, past);
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`), undefined);
  });

  /** Has the disk say something else of what has that path. */
  async function stating(path: string, other: Partial<fs.Stats>, act: () => Promise<void>): Promise<void> {
    const { statSync: usual } = fs;
    const statSync = (asked: string, options?: fs.StatSyncOptions) => {
      const stat = usual(asked, options);
      return stat && asked === path ? Object.assign(stat, other) : stat;
    };
    Object.assign(fs, { statSync });
    try {
      await act();
    } finally {
      Object.assign(fs, { statSync: usual });
    }
  }

  test('reads again what has another size, though its time is the same', async () => {
    const { root, file } = made({ 'a.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    await stating(`${root}/a.py`, { size: hit.length + 1 }, async () =>
      assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`), undefined),
    );
  });

  const times: [what: string, time: number, kept: boolean][] = [
    ['none', 0, false],
    ['FAT’s first', Date.UTC(1980), false],
    ['a real one', Date.UTC(1981, 1), true],
  ];
  for (const [what, time, kept] of process.platform === 'win32' ? [] : times)
    test(`${kept ? 'believes' : 'lists anew'} a folder whose time is ${what}`, async () => {
      const { root, file } = made({ 'a.py': hit });
      await stating(`${root}/`, { mtimeMs: time, ctimeMs: time }, async () => {
        await scan(root, new ScanCache(file, '1', later()));
        writeFileSync(`${root}/b.py`, hit);
        assert.equal(new ScanCache(file, '1').list(`${root}/`).files.length, kept ? 1 : 2);
      });
    });

  test('knows each file by its own entry, in whatever order it is asked', async () => {
    const names = ['', 'a/', 'b/', 'b/c/'].flatMap((folder) =>
      ['1.py', '2.py', '3.py', '4.py'].map((name) => folder + name),
    );
    const { root, file } = made(Object.fromEntries(names.map((name, index) => [name, hit + ' '.repeat(index)])));
    await scan(root, new ScanCache(file, '1', later()));
    const orders = [
      names,
      names.toReversed(),
      [...names, ...names],
      ['b/3.py', '1.py', 'b/4.py', '2.py', '2.py', '4.py'],
    ];
    for (const order of orders) {
      const cache = new ScanCache(file, '1');
      for (const name of order) assert.equal(cache.recall(`${root}/${name}`)?.[0]?.path, `${root}/${name}`);
      for (const name of ['0.py', 'b/5.py', 'd/1.py']) assert.equal(cache.recall(`${root}/${name}`), undefined, name);
    }
  });

  test('is written anew only where something was learned', async () => {
    const { root, file } = made({ 'a.py': hit, 'b/c.py': '' });
    const inode = async () => {
      await scan(root, new ScanCache(file, '1', later()));
      return statSync(file).ino;
    };
    const first = await inode();
    assert.equal(await inode(), first);
    mkdirSync(`${root}/new`);
    if (process.platform !== 'win32') assert.notEqual(await inode(), first);
    writeFileSync(`${root}/b/d.py`, hit);
    await scan(root, new ScanCache(file, '1', later()));
    for (const name of ['a.py', 'b/c.py', 'b/d.py'])
      assert.ok(new ScanCache(file, '1').recall(`${root}/${name}`), `${name} is kept beside what is new`);
  });

  test('keeps nothing of a folder’s entries where only files in it were asked for', async () => {
    const { root, file } = made({ 'a.py': hit, 'b.py': hit });
    new ScanCache(file, '1', later()).save([`${root}/a.py`], []);
    const cache = new ScanCache(file, '1', later());
    assert.deepEqual(cache.recall(`${root}/a.py`), []);
    assert.deepEqual(cache.list(`${root}/`).files.toSorted(), ['a.py', 'b.py']);
  });

  test('keeps nothing of what was left out for what it holds, which is told each time', async () => {
    const { root, file } = made({ 'a.py': `# @generated\n${hit}` });
    await scan(root, new ScanCache(file, '1', later()));
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`), undefined);
  });

  test('neither keeps nor takes back anything where a scan is broken off', async () => {
    const { root, file } = made({ 'a.py': hit, 'gone.py': hit });
    await scan(root, new ScanCache(file, '1', later()));
    const before = readFileSync(file, 'utf8');
    rmSync(`${root}/gone.py`);
    writeFileSync(`${root}/b.py`, hit);
    const cache = new ScanCache(file, '1', later());
    const silent = {
      onBatch: () => undefined,
      onNote: () => undefined,
      onGone: () => assert.fail('nobody has looked'),
    };
    (await scanTree({ roots: [{ path: root }], cache, signal: AbortSignal.abort(), ...silent }))();
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  test('takes what it is given for what lies on the disk', async () => {
    const { root, file } = made({ 'a.py': hit });
    const before = cacheContent(file);
    await scan(root, new ScanCache(file, '1', later()));
    assert.equal(new ScanCache(file, '1').recall(`${root}/a.py`)?.length, 1);
    assert.equal(new ScanCache(file, '1', later(), before).recall(`${root}/a.py`), undefined);
  });

  test('holds other rules against what it knows', async () => {
    const { root, file } = made({
      ...{ '.gitignore': 'a.py\n', '.git/info/exclude': 'e.py\n' },
      ...{ 'a.py': hit, 'b/c.py': hit, 'b/d.py': hit, 'e.py': hit },
    });
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
    assert.deepEqual(next.remembered, []);
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
    const shorter = ['paths', 'files', 'folders', 'ruling', 'sizes', 'times'].map((name) =>
      [version, JSON.stringify({ ...(JSON.parse(columns) as object), [name]: [] }), found].join('\n'),
    );
    const cut = [whole.slice(0, -9), [version, columns.slice(0, -9), found].join('\n'), version];
    const odd = [...shorter, '', 'null', '7', '{"version":"1","files":{}}'];
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
