import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { DiskWatch } from '../../src/workspace/disk-watch';
import { WorkspaceIndex } from '../../src/workspace/index';
import { OpenDocuments } from '../../src/workspace/open-documents';
import { analyse, TestIndex, workerFile } from './index-support';
import { show, until } from './support';

suite('workspace index, while files change', () => {
  const own = new TestIndex();
  const hit = 'model = "gpt-4o"\n';
  const place = (name: string) => `${name}:0:9 gpt-4o`;
  /**
   * What VS Code hears of within one moment it tells as one event; and a folder that is made within another in the moment that one is
   * made may stay unwatched on Linux.
   */
  const apart = () => delay(1_000);

  test('a scan right behind another finds what that one has found, though its cache is still being written', async () => {
    const names = Array.from({ length: 4_000 }, (_, index) => `${index % 40}/${index}.py`);
    for (const name of names) own.write(name, hit);
    // What has changed a moment before is not kept.
    await delay(2_500);
    for (let times = 1; times <= 3; times++) {
      await own.index.scan();
      assert.equal(own.found().length, names.length, `after scan ${times}`);
    }
  });

  /** Stands in for VS Code, which tells of folders that join or leave the workspace. */
  const foldersChange = () => {
    const { onDidChangeWorkspaceFolders } = vscode.workspace;
    const changed = new vscode.EventEmitter<vscode.WorkspaceFoldersChangeEvent>();
    Object.assign(vscode.workspace, { onDidChangeWorkspaceFolders: changed.event });
    return {
      fire: () => changed.fire({ added: [], removed: [] }),
      dispose: () => void Object.assign(vscode.workspace, { onDidChangeWorkspaceFolders }),
    };
  };

  test('what is part of the workspace may change while everything is scanned: then it is once more', async () => {
    const folders = foldersChange();
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const disk = new DiskWatch();
    const index = new WorkspaceIndex({ workerFile, disk, analyse, extraIds: async () => (await gate, new Set()) });
    const states: string[] = [];
    index.onDidChange(() => states.at(-1) !== index.state && states.push(index.state));
    try {
      const scan = index.scan();
      await delay(100);
      folders.fire();
      await delay(500);
      release();
      await scan;
      await until(() => states.join() === 'scanning,ready,scanning,ready');
    } finally {
      index.dispose();
      disk.dispose();
      folders.dispose();
    }
  });

  test('says so where a change, or everything, cannot be looked at, until it can', async () => {
    let broken = false;
    const extraIds = async () => (broken ? assert.fail('no ids') : new Set<string>());
    const index = new WorkspaceIndex({ workerFile, disk: own.disk, analyse, extraIds });
    try {
      await index.scan();
      broken = true;
      own.write('a.py', hit);
      const noted = () => index.notes.filter(({ message }) => message === 'no ids').length;
      await until(() => noted() === 1);
      let heard = 0;
      index.onDidChange(() => heard++);
      own.write('b.py', hit);
      await apart();
      assert.deepEqual([noted(), heard], [1, 0]);
      await index.scan();
      assert.deepEqual([index.state, index.error], ['error', 'no ids Scan the workspace again.']);
      broken = false;
      await index.scan();
      assert.deepEqual([index.state, index.error], ['ready', undefined]);
    } finally {
      index.dispose();
    }
  });

  test('what changes on disk, and not what is found there, is told to nobody', async () => {
    const uri = own.write('a.py', hit);
    await apart();
    own.write('sub/bad.ipynb', '{ "gpt-4o"');
    own.write('sub/b.py', 'x = 1\n');
    await own.index.scan();
    const { edit } = await show(own.write('open.py', 'y = 1\n'));
    await apart();
    await apart();
    let heard = 0;
    own.index.onDidChange(() => heard++);
    writeFileSync(uri.fsPath, hit);
    own.write('sub/bad.ipynb', '{ "gpt-4o"');
    own.write('sub/b.py', 'x = 2\n');
    own.write('sub/c.py', 'x = 3\n');
    await edit((builder) => builder.insert(new vscode.Position(0, 0), 'z = 1\n'));
    await apart();
    await apart();
    assert.equal(heard, 0);
    own.write('a.py', `# ${hit}${hit}`);
    await own.until('a.py:1:9 gpt-4o');
    assert.equal(heard, 1);
    rmSync(own.path('sub/bad.ipynb'));
    await until(() => heard === 2);
    assert.deepEqual(own.index.notes, []);
  });

  test('what VS Code itself does to files counts where it does not watch them, too', async () => {
    const { workspace } = vscode;
    const watching = workspace.getConfiguration('files');
    const exclude = (value: unknown) => watching.update('watcherExclude', value, vscode.ConfigurationTarget.Global);
    const changed = async (fill: (edit: vscode.WorkspaceEdit) => void) => {
      const edit = new vscode.WorkspaceEdit();
      fill(edit);
      await workspace.applyEdit(edit);
    };
    await exclude({ '**/sub/**': true });
    try {
      const uri = own.write('sub/a.py', hit);
      const moved = vscode.Uri.file(own.path('sub/b.py'));
      const made = vscode.Uri.file(own.path('sub/c.py'));
      await apart();
      await own.index.scan();
      const { edit, document } = await show(uri);
      await edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
      await document.save();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await own.until('sub/a.py:1:9 gpt-4o');
      await changed((each) => each.renameFile(uri, moved));
      await own.until('sub/b.py:1:9 gpt-4o');
      await changed((each) => each.createFile(made, { contents: Buffer.from(hit) }));
      await own.until('sub/b.py:1:9 gpt-4o', 'sub/c.py:0:9 gpt-4o');
      await changed((each) => each.deleteFile(moved));
      await own.until('sub/c.py:0:9 gpt-4o');
    } finally {
      await exclude(undefined);
    }
  });

  test('a folder that takes another’s place in one go takes its files’ place', async () => {
    own.write('sub/a.py', hit);
    own.write('new/b.py', hit);
    await own.index.scan();
    await apart();
    renameSync(own.path('sub'), own.path('old'));
    renameSync(own.path('new'), own.path('sub'));
    await own.until(place('old/a.py'), place('sub/b.py'));
  });

  test('a checkout is found whole, though not all that comes into new folders is told of', async () => {
    await own.index.scan();
    await apart();
    own.write('clone/src/deep/a.py', hit);
    await own.until(place('clone/src/deep/a.py'));
    own.write('clone/src/deep/b.py', hit);
    await own.until(place('clone/src/deep/a.py'), place('clone/src/deep/b.py'));
  });

  test('folders made at once, one in another, are followed like all others', async () => {
    await own.index.scan();
    await apart();
    own.write('new/src/deep/a.py', hit);
    await own.until(place('new/src/deep/a.py'));
    // The second look at what is new is over.
    await delay(5_000);
    own.write('new/src/deep/a.py', `\n${hit}`);
    await own.until('new/src/deep/a.py:1:9 gpt-4o');
    own.write('new/src/deep/more/b.py', hit);
    await own.until('new/src/deep/a.py:1:9 gpt-4o', place('new/src/deep/more/b.py'));
    rmSync(own.path('new/src/deep/a.py'));
    await own.until(place('new/src/deep/more/b.py'));
    renameSync(own.path('new/src/deep'), own.path('new/src/moved'));
    await own.until(place('new/src/moved/more/b.py'));
  });

  test('a folder that is deleted and comes anew from elsewhere is read anew', async () => {
    own.write('sub/a.py', hit);
    await own.index.scan();
    await apart();
    own.write('sub.new/b.py', hit);
    await own.until(place('sub.new/b.py'), place('sub/a.py'));
    await apart();
    rmSync(own.path('sub'), { recursive: true });
    renameSync(own.path('sub.new'), own.path('sub'));
    await own.until(place('sub/b.py'));
  });

  /** Writes what names a model into an editor, and does not save it. */
  async function type(uri: vscode.Uri): Promise<void> {
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), hit));
  }

  test('a repository that begins or ends in a folder changes which rules hold there', async () => {
    own.write('.gitignore', 'gen.py\n');
    await apart();
    own.write('sub/gen.py', hit);
    own.write('sub/x.py', hit);
    await apart();
    await own.index.scan();
    await own.until(place('sub/x.py'));
    own.write('sub/.git/info/exclude', 'x.py\n');
    await own.until(place('sub/gen.py'));
    rmSync(own.path('sub/.git'), { recursive: true });
    await own.until(place('sub/x.py'));
  });

  test('what is open in a folder goes and comes with it', async () => {
    const uri = own.write('sub/a.py', '\n');
    await own.index.scan();
    await type(uri);
    await own.until(place('sub/a.py'));
    await apart();
    rmSync(own.path('sub'), { recursive: true });
    await own.until();
    await apart();
    mkdirSync(own.path('made'));
    writeFileSync(own.path('made/a.py'), '\n');
    renameSync(own.path('made'), own.path('sub'));
    await own.until(place('sub/a.py'));
  });

  test('what is left out for what it holds counts no more while it is open', async () => {
    const uri = own.write('a.py', `# @generated\n${hit}`);
    own.write('b.py', hit);
    await own.index.scan();
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    await apart();
    assert.deepEqual(own.found(), [place('b.py')]);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await editor.document.save();
    await own.until(place('a.py'), place('b.py'));
  });

  test('what only an open editor holds is not missing while everything is scanned anew', async () => {
    const uri = own.write('a.py', '\n');
    await own.index.scan();
    await type(uri);
    await own.until(place('a.py'));
    const seen = new Set<string>();
    own.index.onDidChange(() => seen.add(own.found().join()));
    await own.index.scan();
    assert.deepEqual([...seen], [place('a.py')]);
  });

  for (const [what, end] of [
    ['is closed', () => vscode.commands.executeCommand('workbench.action.closeActiveEditor')],
    [
      'becomes a text of another language',
      (document) => vscode.languages.setTextDocumentLanguage(document, 'plaintext'),
    ],
  ] satisfies [string, (document: vscode.TextDocument) => Thenable<unknown>][]) {
    test(`a file that ${what} while it is looked at counts no more as an open one`, async () => {
      let answer: ((references: []) => void) | undefined;
      const open = new OpenDocuments(() => new Promise((resolve) => (answer = resolve)));
      try {
        const { document } = await show(own.write('a.py', hit));
        await until(() => answer);
        await end(document);
        answer?.([]);
        await delay(100);
        assert.equal(open.get(document.uri), undefined);
      } finally {
        open.dispose();
      }
    });
  }

  test('an open file that cannot be looked at any more counts as it is on disk', async () => {
    let broken = false;
    const open = new OpenDocuments(async () => (broken ? assert.fail('no finder') : []));
    try {
      const { document, edit } = await show(own.write('a.py', hit));
      await until(() => open.get(document.uri));
      broken = true;
      await edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
      await until(() => !open.get(document.uri));
    } finally {
      open.dispose();
    }
  });

  test('folders that join or leave the workspace change what is part of it', () => {
    const folders = foldersChange();
    const heard: string[] = [];
    const disk = new DiskWatch();
    disk.onDidChange(({ kind }) => heard.push(kind));
    try {
      folders.fire();
      assert.deepEqual(heard, ['rules']);
    } finally {
      disk.dispose();
      folders.dispose();
    }
  });

  test('what is open in a folder that is no part of the workspace any more counts no more', async () => {
    const uri = own.write('kept.py', 'print(1)\n');
    await vscode.window.showTextDocument(uri);
    await own.index.scan();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'model = "gpt-4o"\n');
    await vscode.workspace.applyEdit(edit);
    await own.until('kept.py:0:9 gpt-4o');
    const { getWorkspaceFolder } = vscode.workspace;
    vscode.workspace.getWorkspaceFolder = (each) =>
      each.toString() === uri.toString() ? undefined : getWorkspaceFolder(each);
    try {
      await own.index.scan();
      assert.deepEqual(own.found(), []);
    } finally {
      vscode.workspace.getWorkspaceFolder = getWorkspaceFolder;
    }
  });

  test('what is amiss with a file is noted once, though it is open', async () => {
    const uri = own.write('a.py', '');
    writeFileSync(uri.fsPath, Buffer.from(`name = "Jos\xe9"\n${hit}`, 'latin1'));
    await vscode.window.showTextDocument(uri);
    await own.index.scan();
    const notes = own.index.notes.filter((note) => note.uri?.path === uri.path);
    assert.deepEqual(
      notes.map(({ severity }) => severity),
      ['warning'],
    );
  });

  test('a note on a file goes with the folder around it', async () => {
    own.write('sub/bad.ipynb', '{ "gpt-4o"');
    await own.index.scan();
    const noted = () => own.index.notes.some(({ uri }) => uri?.path.endsWith('/bad.ipynb'));
    assert.ok(noted());
    await apart();
    rmSync(own.path('sub'), { recursive: true });
    while (noted()) await delay(20);
  });
});
