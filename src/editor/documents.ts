import * as vscode from 'vscode';
import { cellScheme } from './analysis';

/** The file a document belongs to: its notebook's for a notebook cell, its own for any other. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

/** The notebook that a cell's document belongs to; none for any other document. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== cellScheme) return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** The range between two offsets of a document. */
export function rangeIn(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/**
 * Whether people write in such documents: files, unsaved ones, notebook cells, and whatever the workspace consists of.
 * Not those that only show something: old versions from git, output, one side of a comparison.
 */
export function isWritten(document: vscode.TextDocument): boolean {
  const { fs, getWorkspaceFolder } = vscode.workspace;
  // An old version of a notebook has cells, too.
  const uri = fileOf(document);
  if (['file', 'untitled', cellScheme].includes(uri.scheme)) return true;
  return fs.isWritableFileSystem(uri.scheme) === true || getWorkspaceFolder(uri) !== undefined;
}

/** Whether a file came with a package manager, so that its author is someone else. */
export function isInstalled(uri: vscode.Uri): boolean {
  return /\/(node_modules|site-packages|dist-packages)\//.test(uri.path);
}

/** A file's path in its folder, with `/`; of a file that belongs to none only its name: what lies above a project says nothing of it. */
export function pathInFolder(uri: vscode.Uri): string {
  const { asRelativePath, getWorkspaceFolder } = vscode.workspace;
  return getWorkspaceFolder(uri) ? asRelativePath(uri, false) : (uri.path.split('/').at(-1) ?? '');
}

/** In UTF-16 code units. */
export const longest = 2_000_000;

/** Whether a document is too long to be examined while one types in it; hovers and the workspace scan still read it. */
export function isLong(document: vscode.TextDocument): boolean {
  return document.getText().length > longest;
}
