import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support';

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

  test('the usage tier is asked for, and goes to the user settings', async () => {
    const configuration = () => vscode.workspace.getConfiguration('tokenAllowance');
    const command = vscode.commands.executeCommand('tokenAllowance.chooseUsageTier');
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (let times = 0; times < 2; times++)
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
    await until(() => configuration().inspect('usageTier')?.globalValue === 3);
    await configuration().update('usageTier', undefined, vscode.ConfigurationTarget.Global);
  });
});
