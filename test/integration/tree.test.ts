import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support';

suite('the model tree', () => {
  const configuration = () => vscode.workspace.getConfiguration('tokenAllowance');
  suiteSetup(() => vscode.extensions.getExtension('token-allowance.token-allowance')!.activate());
  teardown(() => configuration().update('ignoreModels', undefined, vscode.ConfigurationTarget.Workspace));

  test('a model is copied', async () => {
    await vscode.commands.executeCommand('tokenAllowance.copyModel', { model: 'gpt-5-pro' });
    assert.equal(await vscode.env.clipboard.readText(), 'gpt-5-pro');
  });

  test('a model is ignored in the workspace’s settings', async () => {
    const uri = vscode.workspace.workspaceFolders![0]!.uri.toString();
    const gathered = { found: [{ place: { uri } }] };
    await vscode.commands.executeCommand('tokenAllowance.ignoreTreeModel', { model: 'gpt-5-pro', gathered });
    await until(() => configuration().inspect<string[]>('ignoreModels')?.workspaceValue?.join() === 'gpt-5-pro');
  });

  suite('a model is reported again', () => {
    const { Global, Workspace } = vscode.ConfigurationTarget;
    const values = () => {
      const found = configuration().inspect<string[]>('ignoreModels');
      return [found?.globalValue, found?.workspaceValue];
    };
    const report = async (expected: unknown) => {
      const uri = vscode.workspace.workspaceFolders![0]!.uri.toString();
      const gathered = { found: [{ place: { uri } }] };
      await vscode.commands.executeCommand('tokenAllowance.reportTreeModel', { model: 'gpt-5-pro', gathered });
      await until(() => JSON.stringify(values()) === JSON.stringify(expected));
    };
    teardown(() => configuration().update('ignoreModels', undefined, Global));

    test('and nothing of it stays in the workspace’s settings', async () => {
      await configuration().update('ignoreModels', ['gpt-5-pro'], Workspace);
      await report([undefined, undefined]);
    });

    test('and other models stay ignored', async () => {
      await configuration().update('ignoreModels', ['o3', 'gpt-5-pro'], Workspace);
      await report([undefined, ['o3']]);
    });

    test('in the user’s settings, if they say to ignore it', async () => {
      await configuration().update('ignoreModels', ['gpt-5-pro', 'o3'], Global);
      await report([['o3'], undefined]);
    });

    test('in a workspace, even if the user’s settings ignore it, too', async () => {
      await configuration().update('ignoreModels', ['gpt-5-pro'], Global);
      await configuration().update('ignoreModels', ['gpt-5-pro'], Workspace);
      await report([['gpt-5-pro'], []]);
    });
  });

  test('the view can be shown, and filtered by what is ticked', async () => {
    await vscode.commands.executeCommand('tokenAllowance.models.focus');
    const command = vscode.commands.executeCommand('tokenAllowance.filterTree');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
  });
});
