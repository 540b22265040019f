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
  { index }: Services,
  also: vscode.Uri | undefined,
  token: vscode.CancellationToken,
): Promise<vscode.TextDocument[]> {
  const files = new Map<string, vscode.Uri>();
  const notebooks = new Map<string, vscode.Uri>();
  for (const { uri, cell, references } of index.references()) {
    if (!references.some((reference) => reference.model === model)) continue;
    (cell === undefined ? files : notebooks).set(uri.toString(), uri);
  }
  if (also && !notebooks.has(also.toString())) files.set(also.toString(), also);
  const documents: vscode.TextDocument[] = [];
  for (const uri of files.values()) {
    if (token.isCancellationRequested) return [];
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const document = open ?? (await workspace.openTextDocument(uri));
    if (isLanguage(document.languageId)) documents.push(document);
  }
  for (const uri of notebooks.values()) {
    if (token.isCancellationRequested) return [];
    const notebook = await workspace.openNotebookDocument(uri);
    for (const { document } of notebook.getCells()) if (isLanguage(document.languageId)) documents.push(document);
  }
  return documents;
}
