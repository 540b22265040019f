import * as vscode from 'vscode';
import { cellSource } from '../../core/find/notebook';
import type { ModelReference } from '../../core/find/reference';
import { moved } from '../../core/moved';
import type { ModelBinding } from '../../core/understand/understanding';
import { cellScheme } from '../analysis';
import { notebookOf } from '../documents';

/** One document of a program, as it was when the program was put together. */
export interface Part {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
  /** Where it begins in the program. */
  readonly offset: number;
  /** The cell's index among all cells of its notebook. */
  readonly cell?: number;
}

/** What the parser knows about a program, or about one of its documents. */
interface Known {
  readonly references: readonly ModelReference[];
  readonly bindings: readonly ModelBinding[];
}

/** The documents that make up a program: a file by itself, or all Python cells of a notebook. */
export function partsOf(document: vscode.TextDocument): Part[] {
  const { version, languageId, uri } = document;
  const alone = { document, version, languageId, text: document.getText(), offset: 0 };
  if (uri.scheme !== cellScheme || languageId !== 'python') return [alone];
  const cells = notebookOf(document)?.getCells() ?? [];
  const parts: Part[] = [];
  let offset = 0;
  for (const { index, kind, document: cell } of cells) {
    if (kind !== vscode.NotebookCellKind.Code || cell.languageId !== 'python') continue;
    const text = cellSource(cell.getText());
    parts.push({ document: cell, version: cell.version, languageId, text, offset, cell: index });
    offset += text.length + 1;
  }
  return parts;
}

/** Whether no part has changed since. A change of language keeps the version. */
export function isCurrent(parts: readonly Part[]): boolean {
  return parts.every(
    ({ document, version, languageId }) =>
      !document.isClosed && document.version === version && document.languageId === languageId,
  );
}

/** What is known about one part of a program, at that part's offsets. */
export function knownOf(part: Part, parts: readonly Part[], { references, bindings }: Known): Known {
  const own = <T extends { readonly start: number; readonly end: number }>(items: readonly T[]): T[] =>
    items.filter(({ start }) => partAt(parts, start) === part).map((item) => moved(item, -part.offset));
  return {
    references: own(references),
    bindings: own(bindings).map((binding) => ({ ...binding, origin: originIn(part, parts, binding.origin) })),
  };
}

function originIn(part: Part, parts: readonly Part[], origin: ModelBinding['origin']): ModelBinding['origin'] {
  if ('path' in origin) return origin;
  const holder = partAt(parts, origin.start);
  if (!holder) return origin;
  const [start, end] = [origin.start - holder.offset, origin.end - holder.offset];
  return holder === part || holder.cell === undefined ? { start, end } : { start, end, cell: holder.cell };
}

function partAt(parts: readonly Part[], offset: number): Part | undefined {
  return parts.findLast((part) => part.offset <= offset);
}
