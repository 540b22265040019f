import * as vscode from 'vscode';
import { isLanguage } from '../../core/find/languages';
import { documentAt } from '../documents';
import type { Services } from '../services';

const { workspace } = vscode;

/** The documents to look for a model in. */
interface Documents {
  readonly documents: readonly vscode.TextDocument[];
  /** Files that exist but cannot be opened. */
  readonly unread: readonly vscode.Uri[];
}

/**
 * The documents that contain a model according to the index, as they are now: unsaved text counts. A notebook's are its cells.
 * @param also a file that need not be part of the workspace
 */
export async function documentsWith(
  model: string,
  { index, log }: Services,
  also: vscode.Uri | undefined,
  token: vscode.CancellationToken,
): Promise<Documents> {
  const files = new Map<string, vscode.Uri>();
  const notebooks = new Map<string, vscode.Uri>();
  for (const { uri, cell, references } of index.references()) {
    if (!references.some((reference) => reference.model === model)) continue;
    (cell === undefined ? files : notebooks).set(uri.toString(), uri);
  }
  if (also) (notebooks.has(also.toString()) || isOpenNotebook(also) ? notebooks : files).set(also.toString(), also);
  const documents: vscode.TextDocument[] = [];
  const unread: vscode.Uri[] = [];
  /** The opened document; undefined where opening fails: the file may be gone, and the index not know of it yet. */
  const opened = async <T>(opening: Thenable<T>, uri: vscode.Uri): Promise<T | undefined> => {
    try {
      return await opening;
    } catch (error) {
      log.warn(`${uri.toString(true)}: nothing is replaced in it, since it cannot be opened.`, error);
      if (await isThere(uri)) unread.push(uri);
      return undefined;
    }
  };
  for (const uri of files.values()) {
    if (token.isCancellationRequested) break;
    const document = documentAt(uri) ?? (await opened(workspace.openTextDocument(uri), uri));
    if (document && isLanguage(document.languageId)) documents.push(document);
    // The index goes by the file's name; the settings may give it to another language.
    else if (document && uri !== also) unread.push(uri);
  }
  for (const uri of notebooks.values()) {
    if (token.isCancellationRequested) break;
    const notebook = await opened(workspace.openNotebookDocument(uri), uri);
    for (const { document } of notebook?.getCells() ?? [])
      if (isLanguage(document.languageId)) documents.push(document);
  }
  return { documents, unread };
}

function isOpenNotebook(uri: vscode.Uri): boolean {
  return workspace.notebookDocuments.some((notebook) => notebook.uri.toString() === uri.toString());
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
