import { Char } from './characters';
import { Text, at, find } from './text';

/** No triple quote of the kind follows these places. */
class Unclosed {
  static double: i32 = i32.MAX_VALUE;
  static single: i32 = i32.MAX_VALUE;
}

export function beginText(): void {
  Unclosed.double = i32.MAX_VALUE;
  Unclosed.single = i32.MAX_VALUE;
}

/**
 * Where string text ends: at its closing quotes, at a substitution's `{`, at the `}` after a format specification, at the line break that
 * leaves it unterminated.
 */
export function textEnd(from: i32, quote: i32, triple: bool, formatted: bool, specification: bool): i32 {
  if (triple && from >= (quote === Char.DoubleQuote ? Unclosed.double : Unclosed.single))
    return specification ? find(Char.CloseBrace, from) : Text.end;
  for (let place = from; place < Text.end; place++) {
    const byte = at(place);
    if (byte === quote) {
      if (!triple || (at(place + 1) === quote && at(place + 2) === quote)) return place;
    } else if (byte === Char.Backslash) {
      place++;
      if (specification && at(place) === Char.CloseBrace) return place;
      if (at(place) === Char.CarriageReturn && at(place + 1) === Char.LineFeed) place++;
    } else if (specification && byte === Char.CloseBrace) {
      return place;
    } else if (byte === Char.LineFeed) {
      if (!triple) return place;
    } else if (formatted && byte === Char.OpenBrace) {
      if (at(place + 1) !== Char.OpenBrace) return place;
      place++;
    }
  }
  if (triple) {
    if (quote === Char.DoubleQuote) Unclosed.double = from;
    else Unclosed.single = from;
  }
  return Text.end;
}
