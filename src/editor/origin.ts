import * as vscode from 'vscode';
import type { ModelBinding } from '../core/understand/understanding';
import { fileOf, notebookOf, rangeIn } from './documents';

/** Where the value of a name is written. */
export function originOf(document: vscode.TextDocument, { origin }: ModelBinding): vscode.Location {
  if ('path' in origin) {
    const { scheme, authority } = fileOf(document);
    const uri = vscode.Uri.file(origin.path).with({ scheme, authority });
    const { begins, ends } = origin;
    return new vscode.Location(uri, new vscode.Range(begins.line, begins.column, ends.line, ends.column));
  }
  const cell = origin.cell === undefined ? undefined : notebookOf(document)?.getCells()[origin.cell];
  const holder = cell?.document ?? document;
  return new vscode.Location(holder.uri, rangeIn(holder, origin));
}
