import * as vscode from 'vscode';
import { cellSource, joinCells } from '../../core/find/notebook';
import type { Language, ModelReference } from '../../core/find/reference';
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

/** The program that a document belongs to: the document by itself, or its notebook's cells of the same language. */
export function programAround(document: vscode.TextDocument): { text: string; parts: Part[] } {
  const { version, languageId, uri } = document;
  if (uri.scheme !== cellScheme) {
    const text = document.getText();
    return { text, parts: [{ document, version, languageId, text, offset: 0 }] };
  }
  const language = languageId as Language;
  const cells = (notebookOf(document)?.getCells() ?? []).filter(
    ({ kind, document: cell }) => kind === vscode.NotebookCellKind.Code && cell.languageId === languageId,
  );
  const sources = cells.map(({ document: cell }) => cellSource(cell.getText(), language));
  const { text, starts } = joinCells(sources, language);
  const parts = cells.map(({ index, document: cell }, place): Part => {
    const own = { text: sources[place]!, offset: starts[place]!, cell: index };
    return { document: cell, version: cell.version, languageId, ...own };
  });
  return { text, parts };
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
