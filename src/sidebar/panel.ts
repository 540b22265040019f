import * as vscode from 'vscode';
import { commands, panelEditor, panelView } from '../editor/ids';
import type { Services } from '../editor/services';
import { AllowancePage } from './allowance-page';
import { Memory } from './memory';

/** What fills the allowance panel's view and takes on its page as an editor, and the commands that show them. */
export function createPanel(services: Services, context: vscode.ExtensionContext) {
  const memory = new Memory(context.workspaceState);
  const files = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const icon = vscode.Uri.joinPath(context.extensionUri, 'media/activity-bar.svg');
  let editor: vscode.WebviewPanel | undefined;

  const fill = (surface: vscode.WebviewView | vscode.WebviewPanel) =>
    void new AllowancePage(services, memory, surface, files);
  const adopt = (panel: vscode.WebviewPanel): void => {
    editor = panel;
    panel.iconPath = icon;
    panel.onDidDispose(() => (editor = undefined));
    fill(panel);
  };
  const openEditor = (): void => {
    if (editor) return editor.reveal();
    adopt(vscode.window.createWebviewPanel(panelEditor, 'Token Allowance', vscode.ViewColumn.Active));
  };

  return {
    fill,
    adopt,
    commands: {
      [commands.showPanel]: () => vscode.commands.executeCommand(`${panelView}.focus`),
      [commands.openPanelAsEditor]: openEditor,
    },
    dispose: () => memory.dispose(),
  };
}
