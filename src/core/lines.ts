/** The offsets at which a text's lines begin. Lines end with LF, CRLF or CR, as editors count them. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** The zero-based line that holds an offset, by a text's line starts. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A place as editors count: zero-based, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset, by a text's line starts. */
export function placeAt(starts: readonly number[], offset: number): Place {
  const line = lineAt(starts, offset);
  return { line, column: offset - (starts[line] as number) };
}
