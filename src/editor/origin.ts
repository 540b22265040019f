import * as vscode from 'vscode';
import type { ModelBinding } from '../core/understand/understanding';
import { notebookOf } from './documents';

/** Where the value of a name is written; of another file only the file is told, since its text is not at hand. */
export function originOf(document: vscode.TextDocument, { origin }: ModelBinding): vscode.Location {
  if ('path' in origin) return new vscode.Location(vscode.Uri.file(origin.path), new vscode.Position(0, 0));
  const { start, end, cell } = origin;
  const cells = cell === undefined ? [] : (notebookOf(document)?.getCells() ?? []);
  const holder = cells[cell ?? 0]?.document ?? document;
  return new vscode.Location(holder.uri, new vscode.Range(holder.positionAt(start), holder.positionAt(end)));
}
