import { Char, Class, classOf } from './characters';
import { beginsStatement } from './python-grammar';
import { textEnd } from './python-text';
import { at, find } from './text';

/** Open brackets are two bits each of one number; deeper nesting is left to the lexer. */
const deepest: i32 = 14;

/**
 * Skips whole statements without reading them, many times faster than the lexer: returns the start of the last line before `to` that no
 * bracket or string spans. Begins at a statement, outside all brackets; what needs a closer look (an f-string's fields, anything unclosed)
 * ends it at the line before. Takes time linear in what it skips, and in the one statement after that.
 */
export function skipStatements(from: i32, to: i32): i32 {
  let start = from;
  let open: i32 = 0;
  let depth: i32 = 0;
  let place = from;
  while (place < to) {
    const byte = at(place);
    switch (classOf(byte)) {
      case Class.Open:
        if (++depth > deepest) return start;
        open = (open << 2) | bracket(byte);
        break;
      case Class.Close:
        // If none is open, the number is 0, which is no bracket's.
        if ((open & 3) !== bracket(byte)) return start;
        open >>= 2;
        depth--;
        break;
      case Class.Quote: {
        if (byte === Char.Backtick) break;
        const triple = at(place + 1) === byte && at(place + 2) === byte;
        const letter = at(place - 1) | 32;
        // An r may follow the f: treating other strings as f-strings only ends the skipping earlier.
        const formatted = letter === 0x66 || letter === 0x74 || letter === 0x72;
        const end = textEnd(place + (triple ? 3 : 1), byte, triple, formatted, false);
        if (at(end) !== byte) return start;
        place = end + (triple ? 2 : 0);
        break;
      }
      case Class.Space:
        if (byte !== Char.LineFeed) break;
        if (depth === 0) start = place + 1;
        else if (beginsStatement(place + 1)) return start;
        break;
      case Class.Operator:
        if (byte === Char.Backslash) place += at(place + 1) === Char.CarriageReturn ? 2 : 1;
        else if (byte === Char.Hash) place = find(Char.LineFeed, place) - 1;
    }
    place++;
  }
  return start;
}

/** One of three numbers for the kind of a bracket, opening or closing. */
function bracket(byte: i32): i32 {
  if (byte === Char.OpenParen || byte === Char.CloseParen) return 1;
  return byte === Char.OpenBracket || byte === Char.CloseBracket ? 2 : 3;
}
