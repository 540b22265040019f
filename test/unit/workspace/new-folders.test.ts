import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { NewFolders } from '../../../src/workspace/new-folders';
import { folderWith, removeFolders } from './temporary';

suite('Watching new folders', () => {
  let root: string;
  let heard: Set<string>;
  let folders: NewFolders;
  setup(() => {
    root = folderWith({ 'new/a.py': '', 'new/in/b.py': '', 'old/c.py': '' });
    heard = new Set();
    folders = new NewFolders((path, modified) => heard.add(`${path.slice(root.length + 1)}${modified ? '' : ' ±'}`));
  });
  teardown(() => {
    folders.dispose();
    removeFolders();
  });

  const at = (...names: string[]) => names.map((name) => `${root}/${name}`);
  const until = async (...expected: string[]) => {
    while (!expected.every((each) => heard.has(each))) await delay(10);
  };

  test('tells what is written, comes and goes there, and nowhere else', async () => {
    folders.renew(at('new'), at('new/', 'new/in/'));
    writeFileSync(`${root}/old/c.py`, '1');
    writeFileSync(`${root}/new/a.py`, '1');
    writeFileSync(`${root}/new/d.py`, '');
    rmSync(`${root}/new/in/b.py`);
    await until('new/a.py', 'new/d.py ±', 'new/in/b.py ±');
    assert.ok(!heard.has('old/c.py'));
  });

  test('a folder that takes the place of one of the same name is watched in its stead', async () => {
    folders.renew(at('new'), at('new/', 'new/in/'));
    renameSync(`${root}/new`, `${root}/gone`);
    mkdirSync(`${root}/new/in`, { recursive: true });
    folders.renew(at('new', 'gone'), at('new/', 'new/in/'));
    await delay(50);
    heard.clear();
    writeFileSync(`${root}/gone/in/b.py`, '1');
    writeFileSync(`${root}/new/in/e.py`, '');
    await until('new/in/e.py ±');
    assert.ok(!heard.has('new/in/b.py'));
  });

  test('a folder that has moved away is no longer heard of under its old name', async () => {
    folders.renew(at('new'), at('new/', 'new/in/'));
    folders.renew(at('old'), at('old/'));
    renameSync(`${root}/new`, `${root}/gone`);
    folders.renew(at('new'), []);
    await delay(50);
    heard.clear();
    writeFileSync(`${root}/gone/a.py`, '1');
    writeFileSync(`${root}/gone/in/b.py`, '1');
    writeFileSync(`${root}/old/c.py`, '1');
    await until('old/c.py');
    assert.deepEqual([...heard], ['old/c.py']);
  });

  test('nothing is heard any more once it is disposed of', async () => {
    folders.renew(at('new'), at('new/'));
    folders.dispose();
    writeFileSync(`${root}/new/a.py`, '1');
    await delay(50);
    assert.equal(heard.size, 0);
  });

  test('a folder that has gone again costs the others nothing', async () => {
    folders.renew(at('new'), at('none/', 'new/'));
    writeFileSync(`${root}/new/d.py`, '');
    await until('new/d.py ±');
  });

  test('watches a thousand folders and no more', async () => {
    const names = Array.from({ length: 1_001 }, (_, index) => `new/${index}/`);
    for (const name of names) mkdirSync(`${root}/${name}`);
    folders.renew(at('new'), at(...names));
    for (const name of ['999', '1000']) writeFileSync(`${root}/new/${name}/a.py`, '');
    await until('new/999/a.py ±');
    await delay(50);
    assert.ok(!heard.has('new/1000/a.py ±'));

    folders.renew(at('new'), []);
    folders.renew(at('old'), at('old/'));
    writeFileSync(`${root}/old/d.py`, '');
    await until('old/d.py ±');
  });
});
