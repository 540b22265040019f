import * as vscode from 'vscode';
import type { ModelBinding } from '../core/understand/understanding';
import { fileOf, notebookOf } from './documents';

/** Where the value of a name is written; of another file only the file is told, since its text is not at hand. */
export function originOf(document: vscode.TextDocument, { origin }: ModelBinding): vscode.Location {
  if ('path' in origin) {
    const { scheme, authority } = fileOf(document);
    const uri = vscode.Uri.file(origin.path).with({ scheme, authority });
    return new vscode.Location(uri, new vscode.Position(0, 0));
  }
  const { start, end, cell } = origin;
  const cells = cell === undefined ? [] : (notebookOf(document)?.getCells() ?? []);
  const holder = cells[cell ?? 0]?.document ?? document;
  return new vscode.Location(holder.uri, new vscode.Range(holder.positionAt(start), holder.positionAt(end)));
}
