import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { onDisk, readModule } from '../../../src/workspace/disk-modules';
import { folderWith, link, removeFolders } from './temporary';

suite('Modules on disk', () => {
  suiteTeardown(removeFolders);

  test('are read as an editor shows them: without their byte order mark, and in UTF-16', () => {
    const text = 'MODEL = "gpt-4o"\n';
    const folder = folderWith({ 'a.py': `\ufeff${text}`, 'b.py': Buffer.from(`\ufeff${text}`, 'utf16le') });
    assert.deepEqual(
      ['a.py', 'b.py'].map((name) => readModule(`${folder}/${name}`, [folder])),
      [text, text],
    );
  });

  test('are none where there is no file, or one that is too large', () => {
    const folder = folderWith({ 'large.py': `MODEL = "gpt-4o"${' '.repeat(1_000_000)}` });
    for (const path of [`${folder}/large.py`, `${folder}/gone.py`, folder])
      assert.equal(readModule(path, [folder]), undefined);
  });

  test('folders are listed without links and files, and where there are none', () => {
    const folder = folderWith({ 'a/x.ts': '', 'b/x.ts': '', 'c.ts': '' });
    link(`${folder}/a`, `${folder}/link`);
    const { list } = onDisk([folder]);
    assert.deepEqual([list?.(folder).toSorted(), list?.(`${folder}/gone`)], [['a', 'b'], []]);
  });

  test('are none where the system lets nobody read', function () {
    const path = '/proc/self/mem';
    if (!existsSync(path)) this.skip();
    assert.equal(readModule(path, ['/proc']), undefined);
  });

  test('are none outside the workspace, though a link leads there', () => {
    const text = 'MODEL = "gpt-4o"\n';
    const [outside, folder] = [folderWith({ 'a.py': text }), folderWith({ 'lib/a.py': text })];
    link(outside, `${folder}/outside`);
    link(`${folder}/lib`, `${folder}/inside`);
    link(folder, `${outside}/workspace`);
    link('ring.py', `${folder}/ring.py`);
    const read = (path: string, root = folder) => readModule(`${root}/${path}`, [root]);
    assert.deepEqual(
      ['outside/a.py', 'ring.py'].map((path) => read(path)),
      [undefined, undefined],
    );
    assert.equal(read('inside/a.py'), text);
    assert.equal(read('lib/a.py', `${outside}/workspace`), text, 'the workspace itself may be opened by a link');
  });
});
