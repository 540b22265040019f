import * as vscode from 'vscode';
import { commands, panelEditor, panelView } from '../editor/ids';
import type { Services } from '../editor/services';
import { AllowancePage } from './allowance-page';
import { Memory } from './memory';

/** Registers the allowance panel: the view in the sidebar, the same page as an editor, and the commands that show them. */
export function registerPanel(services: Services, context: vscode.ExtensionContext): vscode.Disposable {
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

  return vscode.Disposable.from(
    memory,
    vscode.window.registerWebviewViewProvider(panelView, { resolveWebviewView: fill }),
    // After a reload of the window, VS Code brings the editor back and asks for its page.
    vscode.window.registerWebviewPanelSerializer(panelEditor, {
      deserializeWebviewPanel: async (panel) => adopt(panel),
    }),
    vscode.commands.registerCommand(commands.showPanel, () => vscode.commands.executeCommand(`${panelView}.focus`)),
    vscode.commands.registerCommand(commands.openPanelAsEditor, openEditor),
  );
}
