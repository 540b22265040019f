import { Char } from './characters';
import { Text, at, startsWith } from './text';

// Where a text may name a model: every string that names one holds one of these places, and few others do. Four neighbouring bytes out of
// each family's ids are looked for, 16 places at a time, by Hyperscan's method "Teddy": every byte is looked up in two tables of 16,
// by its low and by its high four bits, each telling in which of eight groups of windows it may stand; four neighbours that share a
// group are a candidate, and what stands around it decides.
// See https://github.com/BurntSushi/aho-corasick/tree/master/src/packed/teddy

/** Two tables for each of the four bytes. */
const tables = memory.data(8 * 16, 16);
const noPlace: i32 = i32.MAX_VALUE;
const before = '"\'`/:';
const behind = '"\'`/:-';

function enter(table: i32, index: i32, group: i32): void {
  const cell = tables + <usize>(table * 16 + index);
  store<u8>(cell, <u8>((<i32>load<u8>(cell)) | (1 << group)));
}

/** Each of the four bytes of a window of this group may be any of these characters. */
function addWindow(group: i32, first: string, second: string, third: string, fourth: string): void {
  addByte(group, 0, first);
  addByte(group, 1, second);
  addByte(group, 2, third);
  addByte(group, 3, fourth);
}

function addByte(group: i32, place: i32, choice: string): void {
  for (let i = 0; i < choice.length; i++) {
    const byte = choice.charCodeAt(i);
    enter(2 * place, byte & 15, group);
    enter(2 * place + 1, byte >> 4, group);
  }
}

// The fewer characters a group's windows have in common places, the fewer false candidates.
addWindow(0, 'g', 'p', 't', '-');
addWindow(1, before, 'o', '134', behind);
addWindow(2, 'a', 't', '-', 'l'); // chat-latest
addWindow(2, 't', '-', 'e', 'm'); // text-embedding
addWindow(3, 'e', 'x', '-', 'm'); // codex-mini
addWindow(3, 'e', 'r', '-', '1'); // whisper-1
addWindow(4, 'r', '-', 'u', 's'); // computer-use
addWindow(4, 't', 's', '-', '1'); // tts-1
addWindow(5, 'l', 'l', '-', 'e'); // dall-e
addWindow(5, 'a', 'd', 'a', behind);
addWindow(6, 'r', 'a', '-', '2'); // sora-2
addWindow(6, 'u', 'r', 'i', 'e'); // curie
addWindow(6, 'b', 'a', 'b', 'b'); // babbage
addWindow(7, 'd', 'e', 'r', 'a'); // omni-moderation
addWindow(7, 'd', 'a', 'v', 'i'); // davinci
addWindow(7, before, 'f', 't', ':');
addWindow(7, 'c', 'u', 's', 'h'); // code-cushman
addWindow(7, '-', 's', 'i', 'm'); // text-similarity
addWindow(7, '-', 's', 'e', 'a'); // text-search

/** The groups whose windows may have their n-th byte at each of 16 places. */
function groupsAt(bytes: v128, place: i32): v128 {
  const low = v128.load(tables + <usize>(place * 32));
  const high = v128.load(tables + <usize>(place * 32), 16);
  const lowBits = i8x16.swizzle(low, v128.and(bytes, i8x16.splat(15)));
  return v128.and(lowBits, i8x16.swizzle(high, i8x16.shr_u(bytes, 4)));
}

/** The first place at or behind `from` where a model may be named; the largest number where there is none. */
export function nextPlace(from: i32): i32 {
  // A window may begin with what stands before the place.
  for (let block = from - 1; block < Text.end; block += 16) {
    const pointer = <usize>block;
    const groups = v128.and(
      v128.and(groupsAt(v128.load(pointer), 0), groupsAt(v128.load(pointer, 1), 1)),
      v128.and(groupsAt(v128.load(pointer, 2), 2), groupsAt(v128.load(pointer, 3), 3)),
    );
    let hits = i8x16.bitmask(i8x16.ne(groups, i8x16.splat(0)));
    for (; hits; hits &= hits - 1) {
      const place = placeIn(block + ctz(hits));
      if (place >= from) return place;
    }
  }
  return noPlace;
}

function isBefore(byte: i32): bool {
  return byte === Char.Slash || byte === Char.Colon || isQuote(byte);
}

function isQuote(byte: i32): bool {
  return byte === Char.DoubleQuote || byte === Char.Quote || byte === Char.Backtick;
}

/** The place in the window that begins here, if an id of its family does stand around it; else -1. */
function placeIn(window: i32): i32 {
  switch (at(window)) {
    case 0x67:
      return startsWith(window, 'gpt-') && isIdPart(at(window + 4)) ? window : -1;
    case 0x61:
      if (startsWith(window - 2, 'chat-latest')) return window;
      return startsWith(window, 'ada') && isWholeWord(window, 3) ? window : -1;
    case 0x74:
      return startsWith(window - 3, 'text-embedding-') || startsWith(window - 1, 'tts-1') ? window : -1;
    case 0x65:
      return startsWith(window - 3, 'codex-mini-') || startsWith(window - 5, 'whisper-1') ? window : -1;
    case 0x72:
      return startsWith(window - 7, 'computer-use-') || startsWith(window - 2, 'sora-2') ? window : -1;
    case 0x6c:
      return startsWith(window - 2, 'dall-e-') ? window : -1;
    case 0x75:
      return startsWith(window - 1, 'curie') && isWholeWord(window - 1, 5) ? window : -1;
    case 0x62:
      return startsWith(window, 'babbage') && isWholeWord(window, 7) ? window : -1;
    case 0x64:
      if (startsWith(window - 2, 'moderation-')) return window;
      return startsWith(window, 'davinci') && isWholeWord(window, 7) ? window : -1;
    case 0x63:
      return startsWith(window - 1, '-cushman-') ? window : -1;
    case Char.Minus:
      return startsWith(window - 4, 'text-similarity-') ||
        startsWith(window - 4, 'text-search-') ||
        startsWith(window - 4, 'code-search-')
        ? window
        : -1;
    default:
      return isBefore(at(window)) && behindQuote(window + 1) ? window + 1 : -1;
  }
}

/** `o1`, `o3-mini`, `ft:…`, behind a quote or a prefix. */
function behindQuote(place: i32): bool {
  if (startsWith(place, 'ft:')) return true;
  const digit = at(place + 1);
  if (at(place) !== 0x6f || (digit !== 0x31 && digit !== 0x33 && digit !== 0x34)) return false;
  const next = at(place + 2);
  return next === Char.Minus || (digit !== 0x34 && (next === Char.Colon || isQuote(next)));
}

/** What may follow `gpt-`: a digit, a letter, or the quote of `"gpt-" + version`, which somebody is about to complete. */
function isIdPart(byte: i32): bool {
  return (
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) || byte === Char.DoubleQuote || byte === Char.Quote
  );
}

/** Whether a word of this length is an id or one of its parts, as in `davinci`, `text-davinci-003`, `ada:ft-…`. */
function isWholeWord(word: i32, length: i32): bool {
  const next = at(word + length);
  const last = at(word - 1);
  return (isBefore(last) || last === Char.Minus) && (isBefore(next) || next === Char.Minus);
}
