import { Char, spaceAt } from './characters';
import { Frames } from './frames';
import { at, find } from './text';

/** The first place at or after `from` that is neither space nor comment nor a line continuation; outside brackets no line break either. */
export function pythonTriviaEnd(from: i32, limit: i32): i32 {
  const bracketed = Frames.any();
  let place = from;
  while (place < limit) {
    const byte = at(place);
    if (byte === Char.LineFeed && !bracketed) break;
    const space = spaceAt(place);
    if (space > 0) place += space;
    else if (byte === Char.Backslash && joinsLines(place)) place += at(place + 1) === Char.CarriageReturn ? 3 : 2;
    else if (byte === Char.Hash && bracketed) place = find(Char.LineFeed, place);
    else break;
  }
  return min(place, limit);
}

function joinsLines(place: i32): bool {
  const next = at(place + 1);
  return next === Char.LineFeed || next === Char.CarriageReturn;
}
