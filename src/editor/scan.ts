import * as vscode from 'vscode';
import { commands } from './ids';
import type { Services } from './services';

/** Registers the command that reads the whole workspace, with progress at the bottom of the window and a way to stop. */
export function registerScan({ index, log }: Services): vscode.Disposable {
  return vscode.commands.registerCommand(commands.scanWorkspace, async () => {
    const options = { location: { viewId: 'tokenAllowance.panel' } };
    try {
      await vscode.window.withProgress(options, (_, token) => index.scan(token));
    } catch (error) {
      log.error('The workspace could not be scanned.', error as Error);
    }
  });
}
