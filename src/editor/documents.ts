import * as vscode from 'vscode';
import { cellScheme } from './analysis';

/** The file a document belongs to: its notebook's for a notebook cell, its own for any other. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

/** The notebook that a cell's document belongs to; undefined for any other document. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== cellScheme) return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** The open document at a URI; undefined if there is none. */
export function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** The range between two offsets of a document. */
export function rangeIn(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/**
 * Whether people edit such a document: a file, an unsaved one, a notebook cell, anything in the workspace. Not one that only shows
 * something: an old version from git, output, one side of a diff.
 */
export function isWritten(document: vscode.TextDocument): boolean {
  const { fs, getWorkspaceFolder } = vscode.workspace;
  // An old version of a notebook has cells, too.
  const uri = fileOf(document);
  if (['file', 'untitled', cellScheme].includes(uri.scheme)) return true;
  return fs.isWritableFileSystem(uri.scheme) === true || getWorkspaceFolder(uri) !== undefined;
}

/** Whether a package manager installed the file, so that someone else wrote it. */
export function isInstalled(uri: vscode.Uri): boolean {
  return /\/(node_modules|site-packages|dist-packages)\//.test(uri.path);
}

/** A file's path in its folder, with `/`; only its name outside of all: folders above a project say nothing about it. */
export function pathInFolder(uri: vscode.Uri): string {
  const { asRelativePath, getWorkspaceFolder } = vscode.workspace;
  return getWorkspaceFolder(uri) ? asRelativePath(uri, false) : (uri.path.split('/').at(-1) ?? '');
}

/** The longest document that is examined while its author types, in UTF-16 code units. */
export const maxDocument = 2_000_000;

/** Whether a document is too long to be examined while its author types; hovers and the workspace scan still read it. */
export function isLong(document: vscode.TextDocument): boolean {
  return document.getText().length > maxDocument;
}
