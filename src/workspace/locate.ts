import type { ModelReference } from '../core/find/reference';

/** A reference with its place as editors count: zero-based line, and zero-based column in UTF-16 code units. */
export type LocatedReference = ModelReference & { readonly line: number; readonly column: number };

/** Adds line and column to references in the text's order. Lines end with LF, CRLF or CR. */
export function locate(text: string, references: readonly ModelReference[]): LocatedReference[] {
  const lineEnd = /\r\n?|\n/g;
  let line = 0;
  let lineStart = 0;
  let next = lineEnd.exec(text);
  return references.map((reference) => {
    while (next && next.index < reference.start) {
      line++;
      lineStart = lineEnd.lastIndex;
      next = lineEnd.exec(text);
    }
    return { ...reference, line, column: reference.start - lineStart };
  });
}
