import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, problems, set, show, temporaryFolder, until } from './support';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('tokenAllowance');

suite('quick fixes', () => {
  const folder = temporaryFolder();
  suiteTeardown(() => folder.remove());
  teardown(async () => {
    const configuration = vscode.workspace.getConfiguration('tokenAllowance');
    await configuration.update('ignoreModels', undefined, vscode.ConfigurationTarget.Workspace);
    await set('listings', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Opens a file and waits for a problem of this code. */
  async function reported(name: string, content: string, code: string) {
    const { document } = await show(folder.file(name, content));
    await until(() => codes(document.uri).includes(code));
    return document;
  }

  /** The actions that VS Code offers at the first place of `mark`. */
  async function actionsAt(document: vscode.TextDocument, mark: string, kind = vscode.CodeActionKind.QuickFix) {
    const start = document.positionAt(document.getText().indexOf(mark));
    const range = new vscode.Range(start, start.translate(0, mark.length));
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind.value,
    );
  }

  async function take(actions: readonly vscode.CodeAction[], title: string | RegExp) {
    const action = actions.find((each) => (typeof title === 'string' ? each.title === title : title.test(each.title)));
    assert.ok(action, `${title} among ${actions.map((each) => each.title).join(' · ')}`);
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
  }

  test('a shut-down model is replaced by what OpenAI names, and the problem goes', async () => {
    const document = await reported('replace.ts', 'ask({ model: "gpt-3.5-turbo" });\n', 'shut-down');
    const actions = await actionsAt(document, 'gpt-3.5-turbo');
    await take(actions, "Replace with gpt-5.6-terra (OpenAI's replacement, small pool)");
    assert.equal(document.getText(), 'ask({ model: "gpt-5.6-terra" });\n');
    await until(() => problems(document.uri).length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'ask({ model: "gpt-3.5-turbo" });\n');
  });

  test('what is clearly right is preferred, and the other pool is said', async () => {
    const document = await reported('preferred.py', 'ask(model="gpt-4o")\n', 'shutting-down');
    const actions = await actionsAt(document, 'gpt-4o');
    const preferred = actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    assert.deepEqual(preferred, ["Replace with gpt-6-luna (OpenAI's replacement, large pool)"]);
    assert.ok(actions.some(({ title }) => title.includes('small pool instead of large')));
  });

  test('an alias is pinned to its snapshot, and back', async () => {
    const { document } = await show(folder.file('pin.ts', 'ask({ model: "o3" });\nask({ model: "gpt-5.5" });\n'));
    const refactorings = () => actionsAt(document, 'gpt-5.5', vscode.CodeActionKind.RefactorRewrite);
    await take(await refactorings(), /^Pin to the snapshot gpt-5\.5-2026-04-23 \(large pool/);
    assert.match(document.getText(), /"gpt-5\.5-2026-04-23"/);
    await take(await refactorings(), /^Follow the alias gpt-5\.5 \(large pool/);
    assert.match(document.getText(), /"gpt-5\.5"/);
  });

  test('a comment ignores it in the line, is unneeded once the model is another, and goes by fix-all', async () => {
    const document = await reported('ignore.ts', 'ask({ model: "gpt-5-pro" });\n', 'not-listed');
    await take(await actionsAt(document, 'gpt-5-pro'), 'Ignore not-listed on this line');
    const ignored = 'ask({ model: "gpt-5-pro" }); // token-allowance: ignore[not-listed]\n';
    assert.equal(document.getText(), ignored);
    await until(() => problems(document.uri).length === 0);
    assert.deepEqual(await actionsAt(document, 'gpt-5-pro', fixAll), []);

    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 14, 0, 23), 'gpt-5.5');
    await vscode.workspace.applyEdit(edit);
    const [faint] = await until(() => (codes(document.uri)[0] === 'unneeded-ignore' ? problems(document.uri) : false));
    assert.equal(faint!.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(faint!.tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.match(document.getText(faint!.range), /^token-allowance: ignore/);
    const [removal] = await actionsAt(document, 'gpt-5.5', fixAll);
    assert.equal(removal!.kind!.value, 'source.fixAll.tokenAllowance');
    await vscode.workspace.applyEdit(removal!.edit!);
    assert.equal(document.getText(), 'ask({ model: "gpt-5.5" });\n');
  });

  test('a comment that ignores another code there ignores it, too, in one step', async () => {
    const text = 'ask({ model: "gpt-5-pro" }); // token-allowance: ignore[fine-tuned]\n';
    const document = await reported('both.ts', text, 'not-listed');
    await take(await actionsAt(document, 'gpt-5-pro'), 'Ignore not-listed on this line');
    assert.equal(document.getText(), text.replace('fine-tuned', 'fine-tuned, not-listed'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  test('of several comments that are not needed the one at the cursor goes', async () => {
    const comment = ' // token-allowance: ignore';
    const document = await reported('two.ts', `f();${comment}\ng();${comment}[shut-down]\n`, 'unneeded-ignore');
    await take(await actionsAt(document, 'token-allowance: ignore[shut'), 'Remove this ignore comment');
    assert.equal(document.getText(), `f();${comment}\ng();\n`);
  });

  test('what does not fit into the menu is behind its last entry, together with the rest', async () => {
    const document = await reported('more.ts', 'ask({ model: "gpt-5-pro" });\n', 'not-listed');
    const actions = await actionsAt(document, 'gpt-5-pro');
    const shown = actions.map(({ title }) => title).filter((title) => /^Replace with .*\)$/.test(title));
    const more = actions.find(({ command }) => Array.isArray(command?.arguments?.[2]));
    const all = (more!.command!.arguments![2] as { title: string }[]).map(({ title }) => title);
    assert.deepEqual(all.slice(0, shown.length), shown);
    assert.ok(all.length > shown.length);
  });

  test('a misspelt ignore comment is written as it was meant', async () => {
    const other = '// token-allowance-ignore-file\n';
    const content = `${other}// token-allowance-ignore-nextline\nf();\n`;
    const document = await reported('misspelt.ts', content, 'misspelt-ignore');
    await take(await actionsAt(document, 'nextline'), 'Write token-allowance: ignore-next-line');
    assert.equal(document.getText(), `${other}// token-allowance: ignore-next-line\nf();\n`);
  });

  const needed = ' # token-allowance: ignore[other-route]\n';
  const client = 'client = AzureOpenAI()\n';
  for (const [name, content, isUnneeded] of [
    ['needed.py', `${client}client.responses.create(model="gpt-4o")${needed}`, false],
    ['unread.py', `${client}client.responses.create(model="gpt-4o")${needed}def broken(:\n`, false],
    ['unneeded.py', `client = OpenAI()\nclient.responses.create(model="gpt-4o")${needed}`, true],
    ['nothing.py', `print("no model")${needed}`, true],
  ] as const) {
    test(`fix-all takes only comments that the tree shows to be unneeded, right after a file is opened (${name})`, async () => {
      const { document } = await show(folder.file(name, content));
      assert.equal((await actionsAt(document, 'token-allowance', fixAll)).length, isUnneeded ? 1 : 0);
      if (isUnneeded) await until(() => codes(document.uri).includes('unneeded-ignore'));
      else assert.ok(!codes(document.uri).includes('unneeded-ignore'));
    });
  }

  test('fix-all takes no comment whose need has just been typed', async () => {
    const editor = await show(folder.file('typed.py', client));
    const { document } = editor;
    await actionsAt(document, 'client', fixAll);
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(1, 0), `client.responses.create(model="gpt-4o")${needed}`),
    );
    assert.deepEqual(await actionsAt(document, 'token-allowance', fixAll), []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a comment ignores it in the file', async () => {
    const document = await reported('file.py', 'ask(model="gpt-5-pro")\nask(model="gpt-5-pro")\n', 'not-listed');
    await take(await actionsAt(document, 'gpt-5-pro'), 'Ignore not-listed in this file');
    assert.match(document.getText(), /^# token-allowance: ignore-file\[not-listed\]\nask/);
    await until(() => problems(document.uri).length === 0);
  });

  test('a name that holds a model can be ignored, and is replaced only where it is set', async () => {
    const { document } = await show(folder.file('name.py', 'MODEL = "gpt-5-pro"\nask(model=MODEL)\n'));
    await until(() => problems(document.uri).length === 2);
    const actions = await actionsAt(document, 'MODEL)');
    const replacing = actions.map(({ title }) => title).filter((title) => title.startsWith('Replace'));
    assert.ok(
      replacing.every((title) => / everywhere…$|, where it is set$/.test(title)),
      replacing.join(' · '),
    );
    await take(actions, 'Ignore not-listed on this line');
    assert.match(document.getText(), /\nask\(model=MODEL\) {2}# token-allowance: ignore\[not-listed\]\n/);
    await until(() => problems(document.uri).length === 1);
  });

  test('a name of a notebook is replaced in the cell that sets it, and nothing else that reads the same', async () => {
    const sources = ['MODEL = "gpt-5-pro"\n', 'other(model="gpt-5-pro")\nask(model=MODEL)\n'];
    const cells = sources.map((source) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, 'python'));
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    const [setting, reading] = notebook.getCells().map(({ document }) => document) as [
      vscode.TextDocument,
      vscode.TextDocument,
    ];
    // The workbench lets go of the cells of a notebook that it does not show.
    await vscode.window.showNotebookDocument(notebook);
    await until(() => problems(reading.uri).length === 2);
    await take(await actionsAt(reading, 'MODEL)'), /^Replace with gpt-5\.6-sol .*, where it is set$/);
    assert.deepEqual([setting.getText(), reading.getText()], ['MODEL = "gpt-5.6-sol"\n', sources[1]]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a setting ignores the model', async () => {
    const content = 'ask({ model: "gpt-5-pro" });\nask({ model: "gpt-4" });\n';
    const document = await reported('model.ts', content, 'not-listed');
    const configuration = vscode.workspace.getConfiguration('tokenAllowance');
    await configuration.update('ignoreModels', ['o1'], vscode.ConfigurationTarget.Workspace);
    await take(await actionsAt(document, 'gpt-5-pro'), 'Ignore the model gpt-5-pro in this workspace');
    const values = vscode.workspace.getConfiguration('tokenAllowance').inspect('ignoreModels');
    assert.deepEqual(values?.workspaceValue, ['o1', 'gpt-5-pro']);
    await until(() => codes(document.uri).join() === 'shut-down');
  });

  test('nothing is applied to a document that has changed since', async () => {
    const document = await reported('changed.ts', 'ask({ model: "gpt-4" });\n', 'shut-down');
    const actions = await actionsAt(document, 'gpt-4');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// new\n');
    await vscode.workspace.applyEdit(edit);
    await take(actions, /^Replace with /);
    assert.equal(document.getText(), '// new\nask({ model: "gpt-4" });\n');
  });

  test('a fix goes by the code alone: other sources and other codes have none', async () => {
    const { document } = await show(folder.file('other.ts', 'ask({ model: "gpt-5.5" });\n'));
    const collection = vscode.languages.createDiagnosticCollection('other');
    const range = new vscode.Range(0, 14, 0, 21);
    const imitation = new vscode.Diagnostic(range, 'gpt-5.5 was shut down on 2026-01-01: requests fail.');
    imitation.source = 'Token Allowance';
    imitation.code = 'shut-down';
    collection.set(document.uri, [imitation]);
    const actions = await actionsAt(document, 'gpt-5.5');
    collection.dispose();
    assert.ok(!actions.some(({ title }) => /^Replace|^Ignore/.test(title)));
  });
});
