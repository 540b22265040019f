import * as vscode from 'vscode';
import type { ModelBinding } from '../core/understand/understanding';
import { textOf } from '../workspace/text-of';
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

/** Where the values of names are written, in other files too; these are read as they were saved, as names are followed into them. */
export async function originsOf(
  document: vscode.TextDocument,
  bindings: readonly ModelBinding[],
): Promise<ReadonlyMap<ModelBinding, vscode.Location>> {
  const texts = new Map<string, Promise<string>>();
  const locate = async (binding: ModelBinding): Promise<vscode.Location> => {
    const { origin } = binding;
    const location = originOf(document, binding);
    if (!('path' in origin)) return location;
    const text = texts.get(origin.path) ?? textOf(location.uri).catch(() => '');
    texts.set(origin.path, text);
    const [start, end] = [positionIn(await text, origin.start), positionIn(await text, origin.end)];
    return new vscode.Location(location.uri, new vscode.Range(start, end));
  };
  return new Map(await Promise.all(bindings.map(async (binding) => [binding, await locate(binding)] as const)));
}

/** What `positionAt` says of a document with this text. */
function positionIn(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)!.length);
}
