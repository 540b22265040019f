import * as vscode from 'vscode';
import { notebookOf } from '../documents';

const { workspace } = vscode;

/**
 * Applies what stays ticked in VS Code's preview. Where the settings want the files of a refactoring saved, they are saved here, so that a
 * search on the disk does not find half of it: VS Code would leave out the notebooks, and ask where to save what is untitled. What had
 * unsaved changes before stays unsaved.
 */
export async function applyRefactoring(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const uris = new Set(edit.entries().map(([uri]) => uri.toString()));
  // Asked anew afterwards: while the preview is read, VS Code may let go of a document and open it once more.
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
