import * as vscode from 'vscode';
import type { UsageTrouble } from '../core/program/used';
import { commands, section } from '../editor/ids';
import type { Services } from '../editor/services';
import type { Memory } from '../sidebar/memory';
import { registerUsageStatus } from './status-bar';

/** Takes the stored admin key, shows today's usage in the status bar, and lets people connect a key or remove it. */
export function registerUsage(services: Services, memory: Memory) {
  const { engine, usage } = services;
  void usage.start();
  const status = registerUsageStatus(services, memory);
  const connected = usage.onDidChange(
    () => void vscode.commands.executeCommand('setContext', `${section}.usage.connected`, usage.isConnected),
  );

  const connect = async (): Promise<void> => {
    const { Speaker, usageTroubleText } = await engine();
    const speaker = new Speaker();
    if (!vscode.workspace.isTrusted) return void vscode.window.showWarningMessage(speaker.say('usageUntrusted'));
    const key = await vscode.window.showInputBox({
      title: speaker.say('usageTitle'),
      prompt: speaker.say('usagePrompt'),
      placeHolder: 'sk-admin-…',
      password: true,
      ignoreFocusOut: true,
      validateInput: (text) => {
        if (!text.trim() || isAdminKey(text)) return undefined;
        return speaker.say(text.includes('sk-admin-') ? 'usageKeyMore' : 'usageNoAdminKey');
      },
    });
    if (!key?.trim()) return;
    try {
      const title = speaker.say('usageAsking');
      const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
      await vscode.window.withProgress(options, (_, token) => usage.connect(key.trim(), token));
      await vscode.commands.executeCommand(commands.showPanel);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      const trouble = error as UsageTrouble | Error;
      const text =
        'kind' in trouble ? usageTroubleText(trouble, false) : speaker.say('usageNotStored', trouble.message);
      void vscode.window.showErrorMessage(text);
    }
  };

  const disconnect = async (): Promise<void> => {
    await usage.disconnect();
    const { Speaker, adminKeysUrl } = await engine();
    const speaker = new Speaker();
    const keys = speaker.say('usageKeys');
    const chosen = await vscode.window.showInformationMessage(speaker.say('usageForgotten'), keys);
    if (chosen === keys) await vscode.env.openExternal(vscode.Uri.parse(adminKeysUrl));
  };

  const refresh = async (): Promise<void> => {
    // If this is the first command, the stored key may not have been read yet.
    await usage.start();
    return usage.isConnected ? usage.refresh() : connect();
  };

  return {
    commands: {
      [commands.connectUsage]: connect,
      [commands.disconnectUsage]: disconnect,
      [commands.refreshUsage]: refresh,
    },
    dispose: () => vscode.Disposable.from(status, connected).dispose(),
  };
}

/** What a header can carry, so that nothing else is ever sent: admin keys are letters, digits, hyphens and underscores. */
const isAdminKey = (text: string): boolean => /^\s*sk-admin-[\w-]+\s*$/.test(text);
