import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { findReferences } from '../../src/core/find/find';
import type { Route } from '../../src/core/find/reference';
import { messages } from '../../src/core/messages';
import { basisOf, programOf } from '../../src/editor/answers';
import { chooseModel, chooseReplacement } from '../../src/editor/replace/choose';
import { documentsWith } from '../../src/editor/replace/documents';
import { replacementEdit } from '../../src/editor/replace/edit';
import { replaceCommands } from '../../src/editor/replace/register';
import type { Services } from '../../src/editor/services';
import { readSettings } from '../../src/editor/settings';
import { codes, problems, show, temporaryFolder, until } from './support';

suite('replacing a model everywhere', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  assert.ok(workspace, 'the tests run in a folder');
  // No file of the sample workspace names it.
  const model = 'gpt-4-0314';
  const by = 'gpt-5.5';
  let folder: string;

  suiteSetup(() => vscode.extensions.getExtension('token-allowance.token-allowance')!.activate());
  setup(() => (folder = mkdtempSync(path.join(workspace.uri.fsPath, 'replace-'))));
  teardown(async () => {
    // What is saved late would bring the folder back.
    for (const document of vscode.workspace.textDocuments)
      if (document.isDirty && document.uri.scheme === 'file') await document.save();
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): vscode.Uri => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return vscode.Uri.file(file);
  };
  const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();

  const notebookOf = (...sources: string[]) => {
    const cells = sources.map((source) => ({
      cell_type: 'code',
      source,
      metadata: {},
      outputs: [],
      execution_count: null,
    }));
    return JSON.stringify({ cells, metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 });
  };
  const scan = () => vscode.commands.executeCommand('tokenAllowance.scanWorkspace');

  /** Runs the command and accepts VS Code's preview as it stands. */
  async function replace(target: object): Promise<boolean | undefined> {
    let done = false;
    const command = vscode.commands.executeCommand<boolean>('tokenAllowance.replaceEverywhere', target);
    void command.then(() => (done = true));
    await until(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (!done) await vscode.commands.executeCommand('refactorPreview.apply');
      return done;
    });
    return command;
  }

  test('changes uses in files, unsaved editors and notebooks, keeps prefixes, and leaves the rest unless it is ticked', async () => {
    const code = write(
      'a.py',
      [
        'from openai import AzureOpenAI, OpenAI',
        `OpenAI().responses.create(model="${model}")  # ${model}`,
        `complete(model="openai/${model}")`,
        `AzureOpenAI().responses.create(model="${model}")`,
        `prices = {"${model}": 1, "${model}-x": 2}`,
        '',
      ].join('\n'),
    );
    const editor = await show(write('b.ts', 'export {};\n'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `ask({ model: "${model}" });\n`));
    const notebook = write('c.ipynb', notebookOf('x = 1', `%pip install openai\nask(model="${model}")`));
    await scan();
    assert.equal(await replace({ model, by }), true);
    assert.deepEqual((await textOf(code)).split('\n').slice(1), [
      `OpenAI().responses.create(model="${by}")  # ${model}`,
      `complete(model="openai/${by}")`,
      `AzureOpenAI().responses.create(model="${model}")`,
      `prices = {"${model}": 1, "${model}-x": 2}`,
      '',
    ]);
    assert.equal(editor.document.getText(), `ask({ model: "${by}" });\nexport {};\n`);
    const { document } = (await vscode.workspace.openNotebookDocument(notebook)).cellAt(1);
    assert.equal(document.getText(), `%pip install openai\nask(model="${by}")`);
  });

  test('saves the notebooks as VS Code saves the other files of a refactoring, unless they had unsaved changes before', async () => {
    write('a.py', `ask(model="${model}")\n`);
    const [clean, dirty] = ['clean', 'dirty'].map((name) =>
      write(`${name}.ipynb`, notebookOf(`ask(model="${model}")`)),
    );
    const notebook = await vscode.workspace.openNotebookDocument(dirty!);
    const more = new vscode.WorkspaceEdit();
    more.insert(notebook.cellAt(0).document.uri, new vscode.Position(0, 0), 'x = 1\n');
    await vscode.workspace.applyEdit(more);
    await scan();
    assert.equal(await replace({ model, by }), true);
    for (const name of ['a.py', 'clean.ipynb'])
      assert.ok(readFileSync(path.join(folder, name), 'utf8').includes(by), `${name} is saved`);
    assert.ok(!readFileSync(dirty!.fsPath, 'utf8').includes(by));
    const open = vscode.workspace.notebookDocuments.find(({ uri }) => uri.path === clean!.path);
    assert.ok(!open?.isDirty);
    await notebook.save();
  });

  test('leaves an untitled file untitled, instead of asking where to save it', async () => {
    const code = write('a.py', `ask(model="${model}")\n`);
    const content = `ask(model="${model}")\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'python', content });
    await vscode.window.showTextDocument(document);
    await scan();
    assert.equal(await replace({ model, by, uri: document.uri }), true);
    assert.equal(document.getText(), `ask(model="${by}")\n`);
    assert.ok(document.isUntitled && document.isDirty);
    assert.equal(readFileSync(code.fsPath, 'utf8'), `ask(model="${by}")\n`, 'the file beside it is saved');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('waits for the scan under way, which may not have come to a file yet', async () => {
    const code = write('late.py', `ask(model="${model}")\n`);
    void scan();
    assert.equal(await replace({ model, by }), true);
    assert.equal(await textOf(code), `ask(model="${by}")\n`);
  });

  test('replaces nothing after a scan that was cancelled or failed, which has not found everything', async () => {
    for (const state of ['idle', 'error']) {
      const services = { index: { state } } as unknown as Services;
      const { 'tokenAllowance.replaceEverywhere': run } = replaceCommands(services, {
        extensionUri: workspace.uri,
      } as vscode.ExtensionContext);
      assert.equal(await run({ model, by }), false);
    }
  });

  test('says that there is no model to choose, instead of showing an empty list', async () => {
    const { showInformationMessage } = vscode.window;
    const said: unknown[] = [];
    Object.assign(vscode.window, { showInformationMessage: async (text: string) => void said.push(text) });
    try {
      assert.equal(await chooseModel([]), undefined);
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.deepEqual(said, [messages.panelNoModels]);
  });

  test('offers what fails first, and says all that holds for a model: it may go to more than one host', async () => {
    const { settings } = readSettings(() => undefined);
    const place = {
      uri: 'file:///a.py',
      path: 'a.py',
      line: 0,
      column: 0,
      length: 7,
      role: 'use',
      inTest: false,
    } as const;
    const [covered, failing] = findReferences('ask(model="gpt-5.5")\nask(model="gpt-3.5-turbo")', 'python');
    const azure: Route = { kind: 'azure', evidence: 'AzureOpenAI' };
    const found = [covered!, { ...covered!, route: azure }, failing!].map((reference) => ({
      reference,
      place,
      basis: basisOf(settings, new Date()),
      program: programOf({}),
      isIgnored: false,
    }));
    const { createQuickPick } = vscode.window;
    const said: unknown[] = [];
    const picker = () => {
      const real = createQuickPick();
      setTimeout(() => {
        for (const { label, description, detail } of real.items) said.push([label, description, detail]);
        real.hide();
      }, 100);
      return real;
    };
    Object.assign(vscode.window, { createQuickPick: picker });
    try {
      assert.equal(await chooseModel(found), undefined);
    } finally {
      Object.assign(vscode.window, { createQuickPick });
    }
    assert.deepEqual(said, [
      ['gpt-3.5-turbo', 'not covered; shut down on 2026-10-23', '1 use'],
      ['gpt-5.5', 'covered, large pool · goes to Azure, not covered', '2 uses'],
    ]);
  });

  test('suggests what takes other requests, and says so', async () => {
    const { showQuickPick } = vscode.window;
    let items: readonly vscode.QuickPickItem[] = [];
    Object.assign(vscode.window, { showQuickPick: async (offered: typeof items) => void (items = offered) });
    try {
      assert.equal(await chooseReplacement('text-davinci-003', readSettings(() => undefined).settings), undefined);
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.deepEqual(
      items.slice(0, 3).map(({ label, description }) => [label, description]),
      [
        ['suggested', undefined],
        ['gpt-5.4-mini', 'covered, small pool, another kind of model'],
        ['other models', undefined],
      ],
    );
  });

  test('a file that has gone a moment ago costs no other its replacement', async () => {
    const [gone, stays] = ['gone.py', 'stays.py'].map((name) => write(name, `ask(model="${model}")\n`));
    rmSync(gone!.fsPath);
    // The index has not been told yet.
    const index = { references: () => [gone, stays].map((uri) => ({ uri, references: [{ model }] })) };
    const warned: string[] = [];
    const services = { index, log: { warn: (message: string) => warned.push(message) } } as unknown as Services;
    const { token } = new vscode.CancellationTokenSource();
    const { documents, unread } = await documentsWith(model, services, undefined, token);
    assert.deepEqual(
      documents.map(({ uri }) => uri.toString()),
      [stays!.toString()],
    );
    assert.deepEqual(unread, [], 'where nothing is, nothing is left');
    assert.match(warned.join('\n'), /^\S*gone\.py: nothing is replaced in it/);
  });

  test('tells in which files a model stays: where it cannot be written anew, or the file cannot be opened', async () => {
    const files = [
      write('pieces.py', `ask(model="gpt-" '4-0314')\n`),
      write('comment.py', `ask(model=("gpt-"  # the old one\n  "4-0314"))\n`),
      write('binary.py', `ask(model="${model}")\0\n`),
    ];
    const references = async (document: vscode.TextDocument) => findReferences(document.getText(), 'python');
    const services = {
      index: { references: () => files.map((uri) => ({ uri, references: [{ model }] })) },
      analysis: { references },
      secondPass: { ensure: async () => {}, refine: (_: unknown, found: unknown) => found },
      log: { warn: () => {} },
    } as unknown as Services;
    const { token } = new vscode.CancellationTokenSource();
    const { edit, left } = (await replacementEdit({ model, by, anyFile: files[0]! }, services, token))!;
    assert.deepEqual(
      edit!.entries().map(([uri, edits]) => [path.basename(uri.path), edits.map(({ newText }) => newText)]),
      [['pieces.py', [`${by}"`]]],
    );
    assert.deepEqual([...left].map((name) => path.basename(name)).sort(), ['binary.py', 'comment.py']);
  });

  test('reaches the open notebook it is asked for, though it is no part of the workspace', async () => {
    const outside = temporaryFolder();
    const uri = outside.file('n.ipynb', notebookOf(`ask(model="${model}")`));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
    await scan();
    assert.equal(await replace({ model, by, uri }), true);
    assert.equal(notebook.cellAt(0).document.getText(), `ask(model="${by}")`);
    await notebook.save();
    outside.remove();
  });

  test('does nothing where the model stands nowhere', async () => {
    await scan();
    assert.equal(await replace({ model: 'gpt-4-32k-0314', by }), false);
  });

  test('a problem offers it for its own model', async () => {
    const uri = write('d.ts', `ask({ model: "${model}" });\n`);
    const { document } = await show(uri);
    await until(() => codes(uri).includes('shut-down'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problems(uri)[0]!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title === `Replace ${model} everywhere…`);
    assert.ok(action, actions.map(({ title }) => title).join(' · '));
    const [target] = action.command!.arguments! as [object];
    await scan();
    assert.equal(await replace({ ...target, by }), true);
    assert.equal(document.getText(), `ask({ model: "${by}" });\n`);
  });

  test('a problem at an imported name is solved where its value is written', async () => {
    const origin = write('models.ts', `// ours\nexport const MODEL = "openai/${model}";\n`);
    const uri = write('use.ts', 'import { MODEL } from "./models";\nask({ model: MODEL });\n');
    await show(uri);
    await until(() => problems(uri).some(({ message }) => message.includes('imported from ./models')));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problems(uri)[0]!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title.endsWith(', where it is set'));
    assert.ok(action, actions.map(({ title }) => title).join(' · '));
    const chosen = action.command!.arguments![2] as string;
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    assert.equal(await textOf(origin), `// ours\nexport const MODEL = "openai/${chosen}";\n`);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), origin.toString());
    // The value stands elsewhere by now and under another name: nothing is changed.
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    assert.equal(await textOf(origin), `// ours\nexport const MODEL = "openai/${chosen}";\n`);
    assert.match(readFileSync(uri.fsPath, 'utf8'), /ask\(\{ model: MODEL \}\)/);
    // So it is where the file is gone.
    const [, ...rest] = action.command!.arguments!;
    const gone = vscode.Uri.joinPath(origin, '..', 'gone.ts');
    assert.equal(await vscode.commands.executeCommand(action.command!.command, gone, ...rest), false);
  });
});
