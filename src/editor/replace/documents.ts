import * as vscode from 'vscode';
import { isLanguage } from '../../core/find/languages';
import type { Services } from '../services';

const { workspace } = vscode;

/**
 * The documents in which a model stands, by the index, as they are now: what is typed but not saved counts. A notebook's are its cells.
 * @param also a file that need not be part of the workspace
 */
export async function documentsWith(
  model: string,
  { index, log }: Services,
  also: vscode.Uri | undefined,
  token: vscode.CancellationToken,
): Promise<vscode.TextDocument[]> {
  const files = new Map<string, vscode.Uri>();
  const notebooks = new Map<string, vscode.Uri>();
  for (const { uri, cell, references } of index.references()) {
    if (!references.some((reference) => reference.model === model)) continue;
    (cell === undefined ? files : notebooks).set(uri.toString(), uri);
  }
  if (also) (notebooks.has(also.toString()) || isOpenNotebook(also) ? notebooks : files).set(also.toString(), also);
  const documents: vscode.TextDocument[] = [];
  for (const uri of files.values()) {
    if (token.isCancellationRequested) return [];
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const document = open ?? (await opened(workspace.openTextDocument(uri), uri, log));
    if (document && isLanguage(document.languageId)) documents.push(document);
  }
  for (const uri of notebooks.values()) {
    if (token.isCancellationRequested) return [];
    const notebook = await opened(workspace.openNotebookDocument(uri), uri, log);
    for (const { document } of notebook?.getCells() ?? [])
      if (isLanguage(document.languageId)) documents.push(document);
  }
  return documents;
}

function isOpenNotebook(uri: vscode.Uri): boolean {
  return workspace.notebookDocuments.some((notebook) => notebook.uri.toString() === uri.toString());
}

/** What is being opened; nothing where that fails: the file may be gone, and the index not know of it yet. */
async function opened<T>(opening: Thenable<T>, uri: vscode.Uri, log: vscode.LogOutputChannel): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    log.warn(`${uri.toString(true)}: nothing is replaced in it, since it cannot be opened.`, error);
    return undefined;
  }
}
