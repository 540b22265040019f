import { findReferences } from '../find/find';
import type { Language, ModelReference } from '../find/reference';

/** Any unambiguous id will do: only its place matters. */
const literal = '"gpt-4o"';

/** An expression's place in a text, UTF-16; `before` is inserted in front of the literal: the key that a shorthand property leaves out. */
export interface StandIn {
  readonly from: number;
  readonly to: number;
  readonly before?: string;
}

/**
 * What the first pass would say of a literal in place of each expression, so that a name that holds a model is judged exactly as the model
 * itself would be; nothing where a literal would be no reference. The ranges come in the text's order and do not overlap.
 */
export function standIns(text: string, language: Language, ranges: readonly StandIn[]): (ModelReference | undefined)[] {
  if (ranges.length === 0) return [];
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let done = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const { from, to, before } of ranges) {
    add(text.slice(done, from) + (before ?? ''));
    starts.push(length + 1);
    add(literal);
    done = to;
  }
  add(text.slice(done));
  const found = new Map(findReferences(pieces.join(''), language).map((reference) => [reference.start, reference]));
  return starts.map((start) => found.get(start));
}
