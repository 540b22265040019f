import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** A folder for one suite's files; goes with `remove`. */
export function temporaryFolder(): { file: (name: string, content: string) => vscode.Uri; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'token-allowance-'));
  return {
    file(name, content) {
      const place = path.join(folder, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, content);
      return vscode.Uri.file(place);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Opens a file as a user does. (`openTextDocument` would keep the document alive for minutes after its editor is closed.)
 */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/** Waits until `get` has something; mocha's time limit ends a wait in vain. */
export async function until<T>(get: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const value = await get();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Longer than the diagnostics wait for more typing: what has not come by then does not come. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

/** The extension's diagnostics of a document: `code` by their text. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((each) => each.source === 'Token Allowance');
}

/** The codes of the extension's diagnostics of a document. */
export function codes(uri: vscode.Uri): unknown[] {
  return problems(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
}

/** Changes a user setting; `undefined` takes it back. */
export async function set(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('tokenAllowance');
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
}
