import { at } from './text';

/** Bytes the lexers branch on. */
export const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Exclamation = 33,
  DoubleQuote = 34,
  Hash = 35,
  Dollar = 36,
  Ampersand = 38,
  Quote = 39,
  OpenParen = 40,
  CloseParen = 41,
  Asterisk = 42,
  Comma = 44,
  Minus = 45,
  Dot = 46,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  Semicolon = 59,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63,
  At = 64,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  Backtick = 96,
  OpenBrace = 123,
  Pipe = 124,
  CloseBrace = 125,
}

/** What a byte can begin. */
export const enum Class {
  Other,
  Space,
  Word,
  Digit,
  Quote,
  Open,
  Close,
  Operator,
  /** A part of a character beyond ASCII: of a word, save Unicode's own spaces. */
  Wide,
}

const classes = memory.data(256);
/** Whether an ASCII character can follow the first one of a word. */
const wordParts = memory.data(256);

function fill(characters: string, value: Class): void {
  for (let i = 0; i < characters.length; i++) store<u8>(classes + <usize>characters.charCodeAt(i), <u8>value);
}

fill(' \t\r\n\f\v', Class.Space);
fill('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$', Class.Word);
fill('0123456789', Class.Digit);
fill('"\'`', Class.Quote);
fill('([{', Class.Open);
fill(')]}', Class.Close);
fill('!%&*+,-./:;<=>?@^|~#\\', Class.Operator);
memory.fill(classes + 128, <u8>Class.Wide, 128);
for (let byte = 0; byte < 128; byte++) {
  const kind = classOf(byte);
  store<u8>(wordParts + <usize>byte, kind === Class.Word || kind === Class.Digit ? 1 : 0);
}

export function classOf(byte: i32): Class {
  return <Class>load<u8>(classes + <usize>byte);
}

/** How many bytes a Unicode space takes at a place: U+00A0, U+2028, U+2029, U+3000, U+FEFF; 0 if there is none. */
export function wideSpace(place: i32): i32 {
  const first = at(place);
  const next = at(place + 1);
  if (first === 0xc2) return next === 0xa0 ? 2 : 0;
  const last = at(place + 2);
  if (first === 0xe2) return next === 0x80 && (last === 0xa8 || last === 0xa9) ? 3 : 0;
  if (first === 0xe3) return next === 0x80 && last === 0x80 ? 3 : 0;
  return first === 0xef && next === 0xbb && last === 0xbf ? 3 : 0;
}

/** Whether a word goes on at a place. */
export function isWordPart(place: i32): bool {
  const kind = classOf(at(place));
  return kind === Class.Word || kind === Class.Digit || (kind === Class.Wide && wideSpace(place) === 0);
}

/** Where the word that goes on at `place` ends. */
export function wordEnd(place: i32): i32 {
  let end = place;
  while (true) {
    while (load<u8>(wordParts + <usize>at(end))) end++;
    if (at(end) < 128 || wideSpace(end) > 0) return end;
    end++;
  }
}

/** How many bytes a single space takes at a place; 0 if there is none. */
export function spaceAt(place: i32): i32 {
  const kind = classOf(at(place));
  return kind === Class.Space ? 1 : kind === Class.Wide ? wideSpace(place) : 0;
}

/** The first place at or after `from` without an ASCII space, tab or line break. */
export function spaceEnd(from: i32): i32 {
  let place = from;
  while (classOf(at(place)) === Class.Space) place++;
  return place;
}

/** The first place at or after `from` with neither space nor tab. */
export function blanksEnd(from: i32): i32 {
  let place = from;
  while (at(place) === Char.Space || at(place) === Char.Tab) place++;
  return place;
}

/** Whether an operator token continues with this byte; separators and what may begin a literal are tokens of their own. */
export function isOperatorPart(byte: i32): bool {
  if (classOf(byte) !== Class.Operator) return false;
  switch (byte) {
    case Char.Comma:
    case Char.Semicolon:
    case Char.Colon:
    case Char.Slash:
    case Char.Less:
    case Char.Hash:
    case Char.At:
    case Char.Dot:
    case Char.Backslash:
      return false;
    default:
      return true;
  }
}

/** Where the spaces and line breaks that begin at a place end, at most at a limit. */
export function spacesEnd(from: i32, limit: i32): i32 {
  let place = from;
  while (place < limit) {
    const space = spaceAt(place);
    if (space === 0) break;
    place += space;
  }
  return place;
}
