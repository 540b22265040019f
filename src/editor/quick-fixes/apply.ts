import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import type { TextEdit } from '../../core/text-edit';
import { documentAt, rangeIn } from '../documents';
import type { Fix } from './fixes';

/** A fix for one version of a document. */
export interface VersionedFix {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Edits in the form that VS Code takes. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const each of edits) edit.replace(document.uri, rangeIn(document, each), each.insert);
  return edit;
}

/**
 * Applies a fix as one undoable step, unless the document has changed since the fix was made for it: then nothing is changed, and a message
 * says so. VS Code itself would apply a code action's edit to whatever is there by then.
 */
export async function applyFix({ uri, version, edits }: VersionedFix): Promise<boolean> {
  const document = documentAt(uri);
  const applied = document?.version === version && (await vscode.workspace.applyEdit(workspaceEdit(document, edits)));
  if (!applied) void vscode.window.showInformationMessage(vscode.l10n.t(messages.changedSince));
  return applied;
}

/** Lets people choose among fixes, and applies the chosen one. */
export async function chooseFix(title: string, fix: Omit<VersionedFix, 'edits'>, fixes: readonly Fix[]): Promise<void> {
  const items = fixes.map(({ title: label, edits }) => ({ label, edits }));
  const chosen = await vscode.window.showQuickPick(items, { title });
  if (chosen) await applyFix({ ...fix, edits: chosen.edits });
}
