import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { onDisk } from '../../../src/workspace/disk-modules';
import { filesHolding } from '../../../src/workspace/disk-search';
import { folderWith, inTenSeconds, link, removeFolders } from './temporary';

suite('Searching files on disk', () => {
  suiteTeardown(removeFolders);

  const names = (files: readonly string[], folder: string) => files.map((path) => path.slice(folder.length + 1));

  test('finds the source files that hold one of the texts, in a fixed order', () => {
    const folder = folderWith({
      'b.ts': 'ask(Models.O3)',
      'a/é.py': 'ask("é", Other.O3)',
      'a/c.ts': 'Model.O3',
      'a.md': 'Models.O3',
      'd.ts': '',
    });
    assert.deepEqual(names(filesHolding(['Models.', 'Other.'], folder), folder), ['a/é.py', 'b.ts']);
  });

  test('leaves out what a scan does, tests, and what is too large for a module', () => {
    const ask = 'ask(Models.O3)';
    const folder = folderWith({
      '.gitignore': 'build/\n',
      'build/a.js': ask,
      'node_modules/x/a.js': ask,
      'lib.min.js': ask,
      'test/a.ts': ask,
      'a.test.ts': ask,
      'large.ts': ask.padEnd(1_000_001),
      'full.ts': ask.padEnd(1_000_000),
    });
    link(`${folder}/full.ts`, `${folder}/link.ts`);
    assert.deepEqual(names(filesHolding(['Models.'], folder), folder), ['full.ts']);
  });

  test('remembers for a moment which files there are, and which of them hold a text', async () => {
    const folder = folderWith({ 'a.ts': 'Models.O3', 'b.ts': 'Models.O3', 'c.ts': '' });
    const search = () => names(filesHolding(['Models.'], folder), folder);
    assert.deepEqual(search(), ['a.ts', 'b.ts']);
    rmSync(`${folder}/a.ts`);
    for (const name of ['c.ts', 'd.ts']) writeFileSync(`${folder}/${name}`, 'Models.O3');
    assert.deepEqual(search(), ['a.ts', 'b.ts']);
    assert.deepEqual(names(filesHolding(['Models.O3'], folder), folder), ['b.ts', 'c.ts']);
    assert.deepEqual(await inTenSeconds(search), ['b.ts', 'c.ts', 'd.ts']);
  });

  test('stops after so many folders', () => {
    const files = Array.from({ length: 2_100 }, (_, at) => [`${at}/a.ts`, 'Models.O3'] as const);
    const folder = folderWith(Object.fromEntries(files));
    assert.equal(filesHolding(['Models.'], folder).length, 1_999);
  });

  test('looks no further than the innermost folder, and nowhere outside of all', () => {
    const folder = folderWith({ 'a.ts': 'Models.O3', 'src/b.ts': 'Models.O3', 'src/models.ts': '' });
    const search = (path: string) => onDisk([folder, `${folder}/src`]).holding?.(['Models.'], path);
    assert.deepEqual(search(`${folder}/src/models.ts`), [`${folder}/src/b.ts`]);
    assert.deepEqual(search(`${folder}/a.ts`), [`${folder}/a.ts`, `${folder}/src/b.ts`]);
    assert.deepEqual(search('/elsewhere/models.ts'), []);
  });
});
