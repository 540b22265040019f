import { Char } from './characters';
import { Text, at, startsWith } from './text';

// Where a text may name a model: every string that names one has such a place, and few others do. All ids but a handful of single words
// have a hyphen, which is rare in code; the words follow a quote or a separator. Both are searched for 16 bytes at a time, and the bytes
// around them decide.

const noPlace: i32 = i32.MAX_VALUE;

/** Marks bytes by their low four bits; a swizzle yields 0 for bytes with other upper bits. */
function markLow(table: usize, upper: i32, characters: string): void {
  for (let i = 0; i < characters.length; i++) store<u8>(table + <usize>(characters.charCodeAt(i) - upper), 0xff);
}

const separators = memory.data(16, 16);
const firstLetters = memory.data(16, 16);
markLow(separators, 0x20, '"\'/');
markLow(firstLetters, 0x60, 'abcdfo');

/** The first place at or after `from` where a model may be named; the largest number if there is none. */
export function nextPlace(from: i32): i32 {
  const separatorMarks = v128.load(separators);
  const letterMarks = v128.load(firstLetters);
  // The separator before a word may precede the place.
  for (let block = from - 1; block < Text.end; block += 16) {
    const bytes = v128.load(<usize>block);
    const next = v128.load(<usize>block, 1);
    const separated = v128.or(
      i8x16.swizzle(separatorMarks, v128.xor(bytes, i8x16.splat(0x20))),
      v128.or(i8x16.eq(bytes, i8x16.splat(<i8>Char.Colon)), i8x16.eq(bytes, i8x16.splat(<i8>Char.Backtick))),
    );
    const words = v128.and(separated, i8x16.swizzle(letterMarks, v128.xor(next, i8x16.splat(0x60))));
    const found = v128.or(words, i8x16.eq(bytes, i8x16.splat(<i8>Char.Minus)));
    if (!v128.any_true(found)) continue;
    for (let hits = i8x16.bitmask(found); hits; hits &= hits - 1) {
      const hit = block + ctz(hits);
      const place = at(hit) === Char.Minus ? hit : hit + 1;
      if (place < from || place >= Text.end) continue;
      if (at(hit) === Char.Minus ? isIdAround(hit) : isIdBehind(place)) return place;
    }
  }
  return noPlace;
}

/** Whether a hyphen is part of an id of some family. */
function isIdAround(hyphen: i32): bool {
  switch (at(hyphen - 1)) {
    case 0x74:
      if (startsWith(hyphen - 3, 'gpt')) return beginsVersion(at(hyphen + 1));
      if (startsWith(hyphen - 4, 'chat-latest')) return true;
      return startsWith(hyphen - 4, 'text') && isTextModel(hyphen + 1);
    case 0x65:
      if (startsWith(hyphen - 7, 'babbage-00')) return true;
      return startsWith(hyphen - 4, 'code') && isTextModel(hyphen + 1);
    case 0x69:
      return startsWith(hyphen - 7, 'davinci-00') || startsWith(hyphen - 4, 'omni-moderation-');
    case 0x72:
      return startsWith(hyphen - 7, 'whisper-1') || startsWith(hyphen - 8, 'computer-use-');
    case 0x6c:
      return startsWith(hyphen - 4, 'dall-e-');
    case 0x61:
      return startsWith(hyphen - 4, 'sora-2');
    case 0x78:
      return startsWith(hyphen - 5, 'codex-mini-');
    case 0x73:
      return startsWith(hyphen - 3, 'tts-1');
    case 0x31:
    case 0x33:
    case 0x34:
      return at(hyphen - 2) === 0x6f && isSeparator(at(hyphen - 3));
    default:
      return false;
  }
}

/** What follows `text-` and `code-`. */
function isTextModel(place: i32): bool {
  return (
    startsWith(place, 'embedding-') ||
    startsWith(place, 'moderation-') ||
    startsWith(place, 'davinci-') ||
    startsWith(place, 'curie-') ||
    startsWith(place, 'babbage-') ||
    startsWith(place, 'ada-') ||
    startsWith(place, 'cushman-') ||
    startsWith(place, 'similarity-') ||
    startsWith(place, 'search-')
  );
}

/** Whether an id without a hyphen begins at a place after a separator: `o1`, `ada`, `ft:…`. */
function isIdBehind(place: i32): bool {
  switch (at(place)) {
    case 0x6f:
      return (at(place + 1) === 0x31 || at(place + 1) === 0x33) && isEnd(at(place + 2));
    case 0x66:
      return startsWith(place, 'ft:');
    case 0x61:
      return startsWith(place, 'ada') && isEnd(at(place + 3));
    case 0x62:
      return startsWith(place, 'babbage') && isEnd(at(place + 7));
    case 0x63:
      return startsWith(place, 'curie') && isEnd(at(place + 5));
    default:
      return startsWith(place, 'davinci') && isEnd(at(place + 7));
  }
}

function isQuote(byte: i32): bool {
  return byte === Char.DoubleQuote || byte === Char.Quote || byte === Char.Backtick;
}

function isSeparator(byte: i32): bool {
  return byte === Char.Slash || byte === Char.Colon || isQuote(byte);
}

/** The end of a single word: its quote, which a notebook's JSON escapes, or what joins a fine-tune's name or a variant to it. */
function isEnd(byte: i32): bool {
  return byte === Char.Colon || byte === Char.Backslash || isQuote(byte);
}

/** What may follow `gpt-`: a digit, a letter, or the quote of a name that somebody is about to complete. */
function beginsVersion(byte: i32): bool {
  return (byte >= Char.Zero && byte <= Char.Nine) || (byte >= 0x61 && byte <= 0x7a) || isQuote(byte);
}
