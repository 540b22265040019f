import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { listFolder } from '../../../src/workspace/listing';
import { onDisk } from '../../../src/workspace/disk-modules';
import { scanPaths } from '../../../src/workspace/scan-paths';
import { realPathOf } from '../../../src/workspace/stat';
import { normalizePath, systemOf } from '../../../src/workspace/system';
import { folderWith, link, removeFolders } from './temporary';

const composed = 'caf\u00e9.py';
const decomposed = 'cafe\u0301.py';

suite('operating systems', () => {
  teardown(removeFolders);

  const paths: [platform: string, path: string, written: string][] = [
    ['win32', 'C:\\Users\\Ada\\a.py', 'c:/Users/Ada/a.py'],
    ['win32', 'c:/Users/Ada', 'c:/Users/Ada'],
    ['win32', 'D:\\', 'd:/'],
    ['win32', '\\\\server\\share\\a.py', '//server/share/a.py'],
    ['win32', decomposed, decomposed],
    ['darwin', `/Users/ada/${decomposed}`, `/Users/ada/${composed}`],
    ['darwin', '/Users/ada/a\\b.py', '/Users/ada/a\\b.py'],
    ['linux', `/C:\\${decomposed}`, `/C:\\${decomposed}`],
    ['browser', '/C:/a.py', '/C:/a.py'],
  ];
  for (const [platform, path, expected] of paths)
    test(`${platform}: how ${JSON.stringify(path)} is written`, () =>
      assert.equal(systemOf(platform).normalizePath(path), expected));

  test('where case does not matter, which folders keep their times, and which are watched with all in them', () => {
    const all = ['win32', 'darwin', 'linux', 'browser'].map(systemOf);
    assert.deepEqual(
      all.map(({ ignoresCase }) => ignoresCase),
      [true, true, false, false],
    );
    assert.deepEqual(
      all.map(({ keepsFolderTimes }) => keepsFolderTimes),
      [false, true, true, true],
    );
    assert.deepEqual(
      all.map(({ watchesTrees }) => watchesTrees),
      [true, true, false, false],
    );
  });

  test('a folder’s entries are named as VS Code names them', () => {
    const folder = folderWith({ [`a/${decomposed}`]: '', [`${decomposed.slice(0, -3)}/b.py`]: '' });
    const { normalizePath: onMac } = systemOf('darwin');
    assert.deepEqual(listFolder(`${folder}/a/`, onMac).files, [composed]);
    assert.deepEqual(listFolder(`${folder}/`, onMac).folders, ['a', 'café']);
  });
});

suite('disks that spell paths otherwise than they were asked for', () => {
  const { native } = realpathSync;
  teardown(() => {
    realpathSync.native = native;
    removeFolders();
  });

  /** Has the system follow paths as a disk would that spells them otherwise. */
  function spell(as: (path: string) => string): void {
    realpathSync.native = ((path: string) => as(normalizePath(native(path)))) as typeof native;
  }

  /** What a scan of single paths finds, and what it takes for no part of the workspace. */
  async function scan(root: string, paths: readonly string[]): Promise<[found: string[], outside: readonly string[]]> {
    const found: string[] = [];
    const { outside } = await scanPaths(
      [{ path: root }],
      paths,
      (batch) => found.push(...batch.found.map(({ path }) => path)),
      () => assert.fail('no note expected'),
    );
    return [found, outside];
  }

  test('a file or folder that was renamed in nothing but its case is there once', async () => {
    // The old names are found, too, as on a disk to which case does not matter.
    const hit = 'f(model="gpt-4o")';
    const root = folderWith({ 'a.py': hit, 'A.py': hit, 'lib/b.py': hit, 'Lib/b.py': hit });
    spell((path) => root + path.slice(root.length).toLowerCase());
    const at = (...names: string[]) => names.map((name) => `${root}/${name}`);
    assert.deepEqual(await scan(root, at('A.py', 'a.py', 'Lib', 'lib')), [at('a.py', 'lib/b.py'), at('A.py', 'Lib')]);
  });

  test('a drive may stand for a folder elsewhere', async () => {
    const root = folderWith({ 'a.py': 'f(model="gpt-4o")' });
    spell((path) => path.replace(root, '/elsewhere'));
    // A drive's own path ends in a slash.
    assert.deepEqual(await scan(`${root}/`, [`${root}/a.py`]), [[`${root}/a.py`], []]);
    assert.equal(onDisk([`${root}/`]).read(`${root}/a.py`), 'f(model="gpt-4o")');
  });

  test('where the system cannot tell, links are followed one by one', () => {
    const root = folderWith({ 'a/b.py': '' });
    link(`${root}/a`, `${root}/c`);
    realpathSync.native = (() => {
      throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
    }) as unknown as typeof native;
    assert.equal(realPathOf(`${root}/c/b.py`), normalizePath(`${root}/a/b.py`));
    assert.equal(realPathOf(`${root}/gone`), undefined);
  });
});
