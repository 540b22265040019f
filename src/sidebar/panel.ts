import * as vscode from 'vscode';
import { commands, panelEditor, panelView } from '../editor/ids';
import type { Services } from '../editor/services';
import type { PageFrame } from './allowance-page';
import type { Memory } from './memory';

/** Fills the panel's view, adopts its page as an editor, and has the commands that show them. */
export function createPanel(services: Services, extensionUri: vscode.Uri, memory: Memory) {
  const media = (file: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', file);
  // A tab shows its icon as an image, in which the text's colour would be black in every theme.
  const icon = { light: media('panel-light.svg'), dark: media('panel-dark.svg') };
  let editor: vscode.WebviewPanel | undefined;
  let files: Omit<PageFrame, 'askedAt'> | undefined;

  const fill = async (surface: vscode.WebviewView | vscode.WebviewPanel): Promise<void> => {
    const askedAt = Date.now();
    let isGone = false;
    surface.onDidDispose(() => (isGone = true));
    const { AllowancePage } = await import('./allowance-page');
    files ??= await readFiles(vscode.Uri.joinPath(extensionUri, 'dist'));
    // It may have been closed meanwhile.
    if (!isGone) void new AllowancePage(services, memory, surface, { ...files, askedAt });
  };
  const adopt = (panel: vscode.WebviewPanel): Promise<void> => {
    editor = panel;
    panel.iconPath = icon;
    panel.onDidDispose(() => (editor = undefined));
    return fill(panel);
  };
  const openEditor = (): Promise<void> | void => {
    if (editor) return editor.reveal();
    const { Active } = vscode.ViewColumn;
    return adopt(vscode.window.createWebviewPanel(panelEditor, 'Token Allowance', Active, { enableFindWidget: true }));
  };

  return {
    fill,
    adopt,
    commands: {
      [commands.showPanel]: () => vscode.commands.executeCommand(`${panelView}.focus`),
      [commands.openPanelAsEditor]: openEditor,
    },
  };
}

/** Read once and kept: every page is made from them. */
async function readFiles(folder: vscode.Uri): Promise<Omit<PageFrame, 'askedAt'>> {
  const read = async (file: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
  const [starter, script, style] = await Promise.all(['panel-starter.js', 'panel.js', 'panel.css'].map(read));
  return { starter: starter!, script: script!, style: style! };
}
