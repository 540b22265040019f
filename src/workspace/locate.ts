import type { ModelReference } from '../core/find/reference';

/** A reference with its place as editors count: zero-based line, and zero-based column in UTF-16 code units. */
export type LocatedReference = ModelReference & { readonly line: number; readonly column: number };

/** Adds line and column to references in the text's order. Lines end with LF, CRLF or CR. */
export function locate(text: string, references: readonly ModelReference[]): LocatedReference[] {
  let line = 0;
  let lineStart = 0;
  // Searching for single characters is many times faster than matching line ends; a lone CR is rare, but counts.
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  return references.map((reference) => {
    for (;;) {
      const crlf = carriage >= 0 && carriage + 1 === feed;
      const end = carriage >= 0 && (carriage < feed || feed < 0) ? carriage : feed;
      if (end < 0 || end >= reference.start) return { ...reference, line, column: reference.start - lineStart };
      line++;
      lineStart = end + (crlf ? 2 : 1);
      if (end === feed || crlf) feed = text.indexOf('\n', lineStart);
      if (end === carriage) carriage = text.indexOf('\r', lineStart);
    }
  });
}
