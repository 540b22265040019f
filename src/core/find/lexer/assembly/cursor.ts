import { Char } from './characters';
import { putPosition } from './record';
import { Text, at } from './text';

// Places as editors count them: UTF-16 units from the text's beginning, lines from 0, columns in units. Lines end with LF, CRLF or CR.

class Cursor {
  static place: i32 = 0;
  static units: i32 = 0;
  static line: i32 = 0;
  /** The units before the present line. */
  static lineStart: i32 = 0;
}

/** Puts the cursor at the text's beginning. */
export function rewind(): void {
  Cursor.place = Text.start;
  Cursor.units = 0;
  Cursor.line = 0;
  Cursor.lineStart = 0;
}

/** Moves the cursor on to a place at or after it, and returns the number of units before that. */
export function moveTo(place: i32): i32 {
  while (Cursor.place + 16 <= place) if (!passBlock()) for (let i: i32 = 0; i < 16; i++) passByte();
  while (Cursor.place < place) passByte();
  return Cursor.units;
}

/** Writes into four cells of the record where `[start, end)` is: start, end, line, column. */
export function locate(start: i32, end: i32): void {
  putPosition(0, moveTo(start));
  putPosition(2, Cursor.line);
  putPosition(3, Cursor.units - Cursor.lineStart);
  putPosition(1, moveTo(end));
}

/** Passes 16 bytes at once, if they are ASCII without a carriage return. */
function passBlock(): bool {
  const block = v128.load(<usize>Cursor.place);
  if (i8x16.bitmask(v128.or(block, i8x16.eq(block, i8x16.splat(<i8>Char.CarriageReturn))))) return false;
  const feeds = i8x16.bitmask(i8x16.eq(block, i8x16.splat(<i8>Char.LineFeed)));
  if (feeds) {
    Cursor.line += popcnt(feeds);
    Cursor.lineStart = Cursor.units + 32 - clz(feeds);
  }
  Cursor.place += 16;
  Cursor.units += 16;
  return true;
}

function passByte(): void {
  const byte = at(Cursor.place++);
  // A character of four bytes is a pair of units; bytes that continue a character are none.
  if ((byte & 0xc0) !== 0x80) Cursor.units += byte >= 0xf0 ? 2 : 1;
  if (byte === Char.LineFeed || (byte === Char.CarriageReturn && at(Cursor.place) !== Char.LineFeed)) {
    Cursor.line++;
    Cursor.lineStart = Cursor.units;
  }
}
