import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { openTierSetting, setUsageTier, tierFile, tierSource } from '../../src/editor/usage-tier';
import { openPlace } from '../../src/sidebar/places';
import { set, temporaryFolder, until } from './support';

suite('commands and panel', () => {
  const id = 'token-allowance.token-allowance';
  suiteSetup(() => vscode.extensions.getExtension(id)!.activate());

  test('every command of the manifest is there', async () => {
    const known = await vscode.commands.getCommands(true);
    const { commands } = vscode.extensions.getExtension(id)!.packageJSON.contributes;
    for (const { command } of commands as { command: string }[]) assert.ok(known.includes(command), command);
  });

  test('the panel can be shown, and the workspace scanned', async () => {
    await vscode.commands.executeCommand('tokenAllowance.showPanel');
    await vscode.commands.executeCommand('tokenAllowance.scanWorkspace');
  });

  test('the walkthrough can be opened, and its example shows a model to hover at', async () => {
    await vscode.commands.executeCommand('tokenAllowance.openWalkthrough');
    await vscode.commands.executeCommand('tokenAllowance.openExample');
    const { document, selection, viewColumn } = await until(() => vscode.window.activeTextEditor);
    assert.deepEqual([document.isUntitled, document.languageId, viewColumn], [true, 'python', 2]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      selection.active,
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
    assert.match(texts.join('\n'), /large pool/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the example leaves no empty place beside itself', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('tokenAllowance.openExample');
    assert.deepEqual(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.length),
      [1],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  suite('places', () => {
    const folder = temporaryFolder();
    suiteTeardown(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      folder.remove();
    });
    const selected = (text: string) =>
      until(() => {
        const editor = vscode.window.activeTextEditor;
        return editor && editor.document.getText(editor.selection) === text ? editor : undefined;
      });

    test('a place in a file opens with the name selected', async () => {
      const uri = folder.file('place.py', 'import openai\nask(model="gpt-4o")\n');
      await openPlace({ uri: uri.toString(), line: 1, column: 11, length: 6 });
      assert.equal((await selected('gpt-4o')).document.uri.toString(), uri.toString());
    });

    test('a place in a notebook opens its cell with the name selected', async () => {
      const cell = (source: string) => ({
        cell_type: 'code',
        source,
        metadata: {},
        outputs: [],
        execution_count: null,
      });
      const cells = [cell('import openai'), cell('x = 1\nask(model="gpt-4.1")')];
      const json = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
      const uri = folder.file('place.ipynb', JSON.stringify(json));
      await openPlace({ uri: uri.toString(), line: 1, column: 11, length: 7, cell: 1 });
      const { document } = await selected('gpt-4.1');
      const notebook = vscode.window.activeNotebookEditor!.notebook;
      assert.equal(notebook.uri.toString(), uri.toString());
      assert.equal(notebook.cellAt(1).document, document);
    });
  });

  test('the folder’s settings decide over the user’s, are named, and are opened at the setting', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, '.vscode/settings.json').fsPath;
    const before = readFileSync(file, 'utf8');
    try {
      await set('usageTier', 2);
      assert.deepEqual([tierSource(), tierFile()], ['user', undefined]);
      await vscode.workspace
        .getConfiguration('tokenAllowance', folder)
        .update('usageTier', 4, vscode.ConfigurationTarget.WorkspaceFolder);
      await until(() => tierSource() === 'folder');
      assert.equal(tierFile(), '.vscode/settings.json');
      await setUsageTier(5);
      await until(() => vscode.workspace.getConfiguration('tokenAllowance', folder).get('usageTier') === 5);
      await openTierSetting();
      const { document, selection } = await until(() => vscode.window.activeTextEditor);
      assert.match(document.lineAt(selection.active).text, /"tokenAllowance\.usageTier": 5/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      writeFileSync(file, before);
      await set('usageTier', undefined);
    }
    await until(() => tierSource() === 'default');
  });

  test('the usage tier is asked for, and goes to the user settings', async () => {
    const configuration = () => vscode.workspace.getConfiguration('tokenAllowance');
    const command = vscode.commands.executeCommand('tokenAllowance.chooseUsageTier');
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (let times = 0; times < 2; times++)
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
    await until(() => configuration().inspect('usageTier')?.globalValue === 3);
    // Enter alone leaves it as it is.
    const again = vscode.commands.executeCommand('tokenAllowance.chooseUsageTier');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await again;
    assert.equal(configuration().inspect('usageTier')?.globalValue, 3);
    await configuration().update('usageTier', undefined, vscode.ConfigurationTarget.Global);
  });
});
