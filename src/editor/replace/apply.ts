import * as vscode from 'vscode';
import { fileOf, notebookOf } from '../documents';

const { workspace } = vscode;

/**
 * Applies what stays ticked in VS Code's preview. Where the settings want the files of a refactoring saved, VS Code saves all but the
 * notebooks: these follow, so that a search on the disk does not find half of it. What had unsaved changes before stays unsaved.
 */
export async function applyRefactoring(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const uris = new Set(edit.entries().map(([uri]) => uri.toString()));
  const documents = workspace.textDocuments.filter(({ uri }) => uris.has(uri.toString()));
  const notebooks = new Set(documents.flatMap((document) => notebookOf(document) ?? []));
  const saved = [...notebooks].filter(({ isDirty, isUntitled }) => !isDirty && !isUntitled);
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) return false;
  // A single file VS Code leaves to be saved by hand.
  const files = new Set(documents.map((document) => fileOf(document).toString()));
  if (files.size > 1 && workspace.getConfiguration('files').get('refactoring.autoSave'))
    for (const notebook of saved) if (notebook.isDirty) await notebook.save();
  return true;
}
