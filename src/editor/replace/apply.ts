import * as vscode from 'vscode';
import { notebookOf } from '../documents';

const { workspace } = vscode;

/**
 * Applies what stays ticked in VS Code's preview. If the settings ask for the files of a refactoring to be saved, they are saved here, so
 * that a search on disk does not find half of it: VS Code would skip notebooks, and ask where to save untitled files. Files that had
 * unsaved changes before stay unsaved.
 */
export async function applyRefactoring(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const uris = new Set(edit.entries().map(([uri]) => uri.toString()));
  // Looked up again afterwards: while the preview is open, VS Code may close a document and reopen it.
  const filesNow = () => {
    const documents = workspace.textDocuments.filter(({ uri }) => uris.has(uri.toString()));
    return [...new Set(documents.map((document) => notebookOf(document) ?? document))];
  };
  const unsaved = new Set(
    filesNow().flatMap(({ isDirty, isUntitled, uri }) => (isDirty || isUntitled ? [uri.toString()] : [])),
  );
  if (!(await workspace.applyEdit(edit))) return false;
  const files = filesNow();
  // A single file is left to be saved by hand, as VS Code does.
  if (files.length > 1 && workspace.getConfiguration('files').get('refactoring.autoSave'))
    for (const file of files) if (file.isDirty && !unsaved.has(file.uri.toString())) await file.save();
  return true;
}
