import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { WorkspaceIndex } from '../../src/workspace/index';
import type { IndexedFile } from '../../src/workspace/scanner';
import { VirtualScanner } from '../../src/workspace/virtual-scanner';
import { WorkerScanner } from '../../src/workspace/worker-scanner';
import { analyse, TestIndex, workerFile, workspaceFolder } from './index-support';

suite('workspace index', () => {
  const own = new TestIndex();
  const write = (name: string, content: string) => own.write(name, content);
  const found = (files?: Iterable<IndexedFile>) => own.found(files);
  const until = (...expected: string[]) => own.until(...expected);

  /** Scans, and waits until what was found is kept for the next start. What has changed a moment before would not be. */
  async function scanForLater(): Promise<void> {
    await delay(2_500);
    await own.index.scan();
    for (const stored = join(own.storage, 'scan.json'); !existsSync(stored);) await delay(20);
  }

  test('does nothing before it is asked to, then finds what is on disk', async () => {
    write('a.py', 'model = "gpt-4o"\n');
    write('deep/er/b.ts', 'const x = 1;\nuse({ model: "o3-mini" });\n');
    write('.gitignore', 'out/\n');
    write('out/c.py', 'model = "gpt-4o"\n');
    write('none.py', 'print(1)\n');
    assert.equal(own.index.state, 'idle');
    assert.deepEqual(found(), []);
    const states = new Set<string>();
    own.index.onDidChange(() => states.add(own.index.state));
    await own.index.scan();
    assert.deepEqual(found(), ['a.py:0:9 gpt-4o', 'deep/er/b.ts:1:14 o3-mini']);
    assert.deepEqual([...states], ['scanning', 'ready']);
    assert.equal(own.index.progress?.done, own.index.progress?.total);
    assert.equal(own.index.error, undefined);
  });

  test('joins a scan that is under way', async () => {
    assert.equal(own.index.scan(), own.index.scan());
    await own.index.scan();
    assert.equal(own.index.state, 'ready');
  });

  test('a cancelled scan ends early and leaves the index idle', async () => {
    for (let file = 0; file < 300; file++) write(`${file}.py`, 'model = "gpt-4o"\n'.repeat(2_000));
    const scan = own.index.scan();
    own.index.cancel();
    await scan;
    assert.equal(own.index.state, 'idle');
    assert.ok(found().length < 600_000);
    // Nothing but a person's wish begins another.
    write('.gitignore', '0.py\n');
    await delay(1_000);
    assert.equal(own.index.state, 'idle');
  });

  test('follows files that are created, changed, deleted, and folders that are moved', async () => {
    await own.index.scan();
    write('a.py', 'model = "gpt-4o"\n');
    await until('a.py:0:9 gpt-4o');
    write('a.py', '\nmodel = "gpt-4.1"\n');
    write('sub/b.py', 'model = "o3-mini"\n');
    await until('a.py:1:9 gpt-4.1', 'sub/b.py:0:9 o3-mini');
    renameSync(own.path('sub'), own.path('moved'));
    await until('a.py:1:9 gpt-4.1', 'moved/b.py:0:9 o3-mini');
    rmSync(own.path('moved'), { recursive: true });
    await until('a.py:1:9 gpt-4.1');
    rmSync(own.path('a.py'));
    await until();
  });

  test('what is typed counts before what is saved, and only while it is open', async () => {
    const uri = write('a.py', 'model = "gpt-4o"\n');
    await own.index.scan();
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'other = "o3-mini"\n'));
    await until('a.py:0:9 o3-mini', 'a.py:1:9 gpt-4o');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('a.py:0:9 gpt-4o');
  });

  test('a file that holds nothing on disk counts once something is typed, unless it is left out', async () => {
    write('.gitignore', 'out/\n');
    const files = [write('new.py', '\n'), write('out/no.py', '\n')];
    await own.index.scan();
    for (const uri of files) {
      const editor = await vscode.window.showTextDocument(uri, { preview: false });
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'model = "gpt-4o"'));
    }
    await until('new.py:0:9 gpt-4o');
    await delay(700);
    assert.deepEqual(found(), ['new.py:0:9 gpt-4o']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('rules that change count at once: .gitignore and settings', async () => {
    write('a.py', 'model = "gpt-4o"\n');
    write('gen/b.py', 'model = "gpt-4o"\n');
    await own.index.scan();
    await until('a.py:0:9 gpt-4o', 'gen/b.py:0:9 gpt-4o');
    write('.gitignore', 'gen\n');
    await until('a.py:0:9 gpt-4o');
    const settings = vscode.workspace.getConfiguration('search');
    try {
      await settings.update('exclude', { '**/a.py': true }, vscode.ConfigurationTarget.Global);
      await until();
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('a.py:0:9 gpt-4o');
  });

  test('thousands of events are few changes', async () => {
    await own.index.scan();
    let changes = 0;
    const expected: string[] = [];
    own.index.onDidChange(() => changes++);
    for (let file = 0; file < 1_500; file++) {
      write(`${file % 10}/${file}.py`, 'model = "gpt-4o"\n');
      expected.push(`${file % 10}/${file}.py:0:9 gpt-4o`);
    }
    await until(...expected.sort());
    assert.ok(changes < 60, `${changes} changes`);
  });

  test('notebooks count cell by cell, on disk and open', async () => {
    const cell = (source: string) => ({ cell_type: 'code', source, outputs: [], execution_count: null, metadata: {} });
    const cells = [
      { cell_type: 'markdown', source: '"gpt-4o"', metadata: {} },
      cell('x = 1'),
      cell('model = "gpt-4o"'),
    ];
    const metadata = { language_info: { name: 'python' } };
    const uri = write('n.ipynb', JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
    write('bad.ipynb', '{ "gpt-4o"');
    await own.index.scan();
    assert.deepEqual(found(), ['n.ipynb:2:0:9 gpt-4o']);
    assert.ok(own.index.notes.some((note) => note.uri?.path.endsWith('/bad.ipynb')));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notebook.cellAt(1).document.uri, new vscode.Position(0, 0), 'fast = "gpt-4o-mini"\n');
    await vscode.workspace.applyEdit(edit);
    await until('n.ipynb:1:0:8 gpt-4o-mini', 'n.ipynb:2:0:9 gpt-4o');
    // The same file as a text, as a comparison shows it; a change of language closes it.
    const text = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(text, 'plaintext');
    await delay(100);
    assert.deepEqual(found(), ['n.ipynb:1:0:8 gpt-4o-mini', 'n.ipynb:2:0:9 gpt-4o']);
  });

  test('what is known already is not replaced by what an earlier scan has found', async () => {
    write('a.py', 'model = "gpt-4o"\n');
    await scanForLater();
    write('a.py', 'model = "o3-mini"\n');
    await until('a.py:0:9 o3-mini');
    const seen = new Set<string>();
    own.index.onDidChange(() => seen.add(found().join()));
    await own.index.scan();
    assert.deepEqual([...seen], ['a.py:0:9 o3-mini']);
  });

  test('what an earlier scan has found is shown before it is held against the disk', async () => {
    write('a.py', 'model = "gpt-4o"\n');
    const gone = write('b.py', 'model = "o3"\n');
    await scanForLater();
    write('a.py', 'model = "o3-mini"\n');
    rmSync(gone.fsPath);
    own.restart();
    const seen: string[] = [];
    own.index.onDidChange(() => seen.push(found().join()));
    await own.index.scan();
    const [b, a] = ['b.py:0:9 o3', 'a.py:0:9 o3-mini'];
    assert.deepEqual([...new Set(seen)], ['', `a.py:0:9 gpt-4o,${b}`, `${a},${b}`, a]);
  });

  test('what an earlier scan has found is told before anything is read, and taken back where it holds no more', async () => {
    write('a.py', 'model = "gpt-4o"\n');
    const gone = write('b.py', 'model = "o3-mini"\n');
    await scanForLater();
    rmSync(gone.fsPath);
    const told: string[] = [];
    const scanner = new WorkerScanner(workerFile, own.storage);
    await scanner.scan([workspaceFolder()], {
      remembered: (files) => told.push(...found(files).map((place) => `remembered ${place}`)),
      found: (files) => told.push(...found(files)),
      gone: (uris) => told.push(...uris.map((uri) => `not ${uri.path.split('/').at(-1)}`)),
      progress: () => told.at(-1) !== 'progress' && told.push('progress'),
      note: () => undefined,
    });
    scanner.dispose();
    assert.deepEqual(told, ['remembered a.py:0:9 gpt-4o', 'remembered b.py:0:9 o3-mini', 'progress', 'not b.py']);
  });

  test('no thread is started any more once the scanner has come to its end', async () => {
    let tell = (_: ReadonlySet<string>): void => assert.fail();
    const scanner = new WorkerScanner(workerFile, undefined, () => new Promise((resolve) => (tell = resolve)));
    const file = write('a.py', 'model = "gpt-4o"\n');
    const nothing = () => undefined;
    const sink = { remembered: nothing, found: nothing, gone: nothing, progress: nothing, note: nothing };
    const asked = scanner.paths([workspaceFolder()], [file], sink);
    scanner.dispose();
    tell(new Set());
    await assert.rejects(asked, /abandoned/);
  });

  test('says so where no thread can be had', async () => {
    const broken = new WorkspaceIndex({ workerFile: own.path('missing.js'), disk: own.disk, analyse });
    await broken.scan();
    assert.equal(broken.state, 'error');
    assert.match(broken.error ?? '', /thread/);
    broken.dispose();
  });

  test('the scanner for folders on no disk finds the same', async () => {
    write('.gitignore', 'out/\n*.gen.py\n');
    write('a.py', 'model = "gpt-4o"\n');
    write('b.gen.py', 'model = "gpt-4o"\n');
    write('out/c.py', 'model = "gpt-4o"\n');
    write('sub/.gitignore', '!d.gen.py\n');
    write('sub/d.gen.py', 'model = "gpt-4o"\n');
    write('n.ipynb', JSON.stringify({ cells: [{ cell_type: 'code', source: ['model = "o3-mini"'] }], nbformat: 4 }));
    const scanners = [new VirtualScanner(), new WorkerScanner(workerFile, undefined)];
    const results = await Promise.all(
      scanners.map(async (scanner) => {
        const files: IndexedFile[] = [];
        const sink = {
          remembered: () => undefined,
          found: (more: readonly IndexedFile[]) => void files.push(...more),
          gone: () => undefined,
          progress: () => {},
          note: () => {},
        };
        await scanner.scan([workspaceFolder()], sink);
        const whole = [found(files), files.length];
        files.length = 0;
        const asked = ['sub', 'out', 'gone.py'].map((name) => vscode.Uri.file(own.path(name)));
        const outside = await scanner.paths([workspaceFolder()], asked, sink);
        scanner.dispose();
        return [
          ...whole,
          found(files),
          outside.map((uri) => uri.path.slice(vscode.Uri.file(own.folder).path.length + 1)),
        ];
      }),
    );
    assert.deepEqual(results[0], results[1]);
    assert.deepEqual(results[0]?.[2], ['sub/d.gen.py:0:9 gpt-4o']);
    assert.deepEqual(results[0]?.[3], ['out', 'gone.py']);
  });
});
