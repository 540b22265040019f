import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ScanAnswer, ScanRequest } from '../../../src/workspace/protocol';
import { scanBundles } from './bundle';
import { folderWith, removeFolders } from './temporary';

/** Marks archives that it is asked about, where Electron opens them unless it is told not to. */
const likeElectron = `
  const fs = require('node:fs');
  const { statSync } = fs;
  fs.statSync = (path, options) => {
    if (!process.noAsar && path.endsWith('.asar')) fs.writeFileSync(path + '.opened', '');
    return statSync(path, options);
  };`;

suite('The scanning thread', () => {
  let worker: Worker;
  suiteSetup(() => {
    const { scan } = scanBundles();
    const electron = `${folderWith({ 'electron.cjs': likeElectron })}/electron.cjs`;
    worker = new Worker(scan, { execArgv: ['--require', electron] });
  });
  suiteTeardown(async () => {
    await worker.terminate();
    removeFolders();
  });

  /** Sends requests and gathers the answers to the first one, up to its last. */
  function ask(request: ScanRequest & { id: number }, ...more: ScanRequest[]): Promise<ScanAnswer[]> {
    return new Promise((resolve) => {
      const answers: ScanAnswer[] = [];
      const hear = (answer: ScanAnswer) => {
        if (answer.id !== request.id) return;
        answers.push(answer);
        if (answer.kind !== 'done') return;
        worker.off('message', hear);
        resolve(answers);
      };
      worker.on('message', hear);
      for (const message of [request, ...more]) worker.postMessage(message);
    });
  }

  const foundIn = (answers: ScanAnswer[]) =>
    answers.flatMap((answer) => (answer.kind === 'batch' ? answer.batch.found : [])).map(({ path }) => path);

  test('scans folders, then single paths, and keeps a cache', async () => {
    const root = folderWith({ '.gitignore': 'b.py', 'a.py': 'model="gpt-4o"', 'b.py': 'model="gpt-4o"' });
    const roots = [{ path: root }];
    const cache = { file: `${folderWith({})}/cache.json`, version: '1', content: new Uint8Array() };
    for (const id of [1, 2]) assert.deepEqual(foundIn(await ask({ kind: 'scan', id, roots, cache })), [`${root}/a.py`]);
    const answers = await ask({ kind: 'paths', id: 3, roots, paths: [`${root}/a.py`, `${root}/b.py`] });
    assert.deepEqual(foundIn(answers), [`${root}/a.py`]);
    assert.deepEqual(
      answers.find(({ kind }) => kind === 'paths'),
      { kind: 'paths', id: 3, outside: [`${root}/b.py`], folders: [] },
    );
  });

  test('names a folder that is gone', async () => {
    const answers = await ask({ kind: 'scan', id: 4, roots: [{ path: '/nowhere/at/all' }] });
    const note = answers.find((answer) => answer.kind === 'note');
    assert.equal(note?.kind === 'note' && note.note.path, '/nowhere/at/all/');
  });

  test('breaks off when told to', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}.py`, 'x = "gpt-4o"\n'.repeat(3_000)]),
    );
    const roots = [{ path: folderWith(files) }];
    const answers = await ask({ kind: 'scan', id: 5, roots }, { kind: 'cancel', id: 5 });
    const done = answers.reduce((sum, answer) => sum + (answer.kind === 'batch' ? answer.batch.done : 0), 0);
    assert.ok(done < 300, `${done} files were scanned all the same`);
  });

  test('opens no archive that Electron would take for a folder: it would stay open, and on Windows locked', async () => {
    const root = folderWith({ 'app.asar': '' });
    const answers = await ask({ kind: 'paths', id: 7, roots: [{ path: root }], paths: [`${root}/app.asar`] });
    assert.ok(answers.some((answer) => answer.kind === 'paths' && answer.outside.length === 1));
    assert.equal(existsSync(`${root}/app.asar.opened`), false);
  });

  test('says why a request failed as a whole', async () => {
    const answers = await ask({ kind: 'scan', id: 6, roots: [{ path: 7 as unknown as string }] });
    assert.match(answers.map((answer) => (answer.kind === 'done' ? (answer.error ?? '') : '')).join(''), /./);
  });
});
