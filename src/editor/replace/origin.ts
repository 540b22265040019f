import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import { documentAt } from '../documents';
import type { Services } from '../services';
import { applyFix } from '../quick-fixes/apply';

/**
 * Replaces a model where a name's value is written, in whatever file that is, and shows the place. If the value has moved since, it must be
 * the only one with its text; else nothing is changed, and a message says so.
 */
export async function replaceAtOrigin(
  { analysis }: Services,
  uri: vscode.Uri,
  origin: { readonly start: number; readonly text: string },
  by: string,
): Promise<boolean> {
  const { replaceEdit } = await import('../../core/replacements');
  // The file may be gone by now.
  const document = documentAt(uri) ?? (await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined));
  const same = document ? (await analysis.references(document)).filter(({ text }) => text === origin.text) : [];
  const reference = same.find(({ start }) => start === origin.start) ?? (same.length === 1 ? same[0] : undefined);
  const edit = document && reference && replaceEdit(document.getText(), reference, by);
  if (!edit) {
    void vscode.window.showInformationMessage(vscode.l10n.t(messages.changedSince));
    return false;
  }
  const applied = await applyFix({ uri, version: document.version, edits: [edit] });
  const shown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  if (applied && !shown && document.uri.scheme === 'file') {
    const start = document.positionAt(edit.start + edit.insert.lastIndexOf(by));
    await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(start, start.translate(0, by.length)),
    });
  }
  return applied;
}
