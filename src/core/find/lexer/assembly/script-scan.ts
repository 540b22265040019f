import { Char, spaceAt, wordEnd } from './characters';
import { Text, at, find } from './text';

/** Where the string that begins at `from` ends: at its closing quote, or at the line break that leaves it unterminated. */
export function stringEnd(from: i32, quote: i32): i32 {
  for (let place = from; place < Text.end; place++) {
    const byte = at(place);
    if (byte === quote || byte === Char.LineFeed || byte === Char.CarriageReturn) return place;
    if (byte === Char.Backslash) {
      place++;
      if (at(place) === Char.CarriageReturn && at(place + 1) === Char.LineFeed) place++;
    }
  }
  return Text.end;
}

/** Where template text that begins at `from` ends: at its backtick, at the `$` of a substitution, or at the text's end. */
export function templateTextEnd(from: i32): i32 {
  for (let place = from; place < Text.end; place++) {
    const byte = at(place);
    if (byte === Char.Backtick) return place;
    if (byte === Char.Backslash) place++;
    else if (byte === Char.Dollar && at(place + 1) === Char.OpenBrace) return place;
  }
  return Text.end;
}

/** The place after the block comment whose text begins at `from`; the text's end if nothing closes it. */
export function blockCommentEnd(from: i32): i32 {
  let place = find(Char.Asterisk, from);
  while (place < Text.end && at(place + 1) !== Char.Slash) place = find(Char.Asterisk, place + 1);
  return place < Text.end ? place + 2 : Text.end;
}

/**
 * The place after the regular expression whose pattern begins at `from`, flags included. If none ends on this line, the negated place up to
 * which that is certain, so that a caller need not look again.
 */
export function regexEnd(from: i32): i32 {
  let inClass = false;
  let place = from;
  for (; place < Text.end; place++) {
    const byte = at(place);
    if (byte === Char.Backslash) place++;
    else if (byte === Char.LineFeed || byte === Char.CarriageReturn) break;
    else if (byte === Char.OpenBracket) inClass = true;
    else if (byte === Char.CloseBracket) inClass = false;
    else if (byte === Char.Slash && !inClass) return wordEnd(place + 1);
  }
  return -min(place, Text.end);
}

/** The first place at or after `from` that is neither space nor comment; `limit` at most. */
export function scriptTriviaEnd(from: i32, limit: i32): i32 {
  let place = from;
  while (place < limit) {
    const space = spaceAt(place);
    if (space > 0) place += space;
    else if (at(place) === Char.Slash && at(place + 1) === Char.Slash) place = find(Char.LineFeed, place);
    else if (at(place) === Char.Slash && at(place + 1) === Char.Asterisk) place = blockCommentEnd(place + 2);
    else break;
  }
  return min(place, limit);
}
