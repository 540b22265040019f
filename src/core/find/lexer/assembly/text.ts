// The text being read: UTF-8 in this module's memory. Places in it are addresses, so that reading a byte is one instruction.

/** How many zeros are before and after the text, where looking back and ahead may read. */
export const margin: i32 = 64;

export class Text {
  static start: i32 = 0;
  static end: i32 = 0;
}

/** The byte at a place; 0 before the text and after it. */
export function at(place: i32): i32 {
  return <i32>load<u8>(<usize>place);
}

/** The first place at or after `from` with this byte; the text's end if there is none. */
export function find(byte: i32, from: i32): i32 {
  const wanted = i8x16.splat(<i8>byte);
  for (let place = from; place < Text.end; place += 16) {
    const hits = i8x16.bitmask(i8x16.eq(v128.load(<usize>place), wanted));
    if (hits) return min(place + ctz(hits), Text.end);
  }
  return Text.end;
}

/** Whether this ASCII word is at a place. */
export function startsWith(from: i32, word: string): bool {
  for (let i = 0; i < word.length; i++) {
    if (at(from + i) !== <i32>load<u16>(changetype<usize>(word) + ((<usize>i) << 1))) return false;
  }
  return true;
}

/** Whether `[from, to)` is this ASCII word. */
export function same(from: i32, to: i32, word: string): bool {
  return to - from === word.length && startsWith(from, word);
}

/** Whether all bytes of `[from, to)` are ASCII. */
export function isAscii(from: i32, to: i32): bool {
  let place = from;
  for (; place + 16 <= to; place += 16) if (i8x16.bitmask(v128.load(<usize>place))) return false;
  for (; place < to; place++) if (at(place) > 127) return false;
  return true;
}
