/** Character codes the lexers branch on. */
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
  Plus = 43,
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

/** What a character can begin. */
export const enum Class {
  Other,
  Space,
  Word,
  Digit,
  Quote,
  Open,
  Close,
  Operator,
}

const table = new Uint8Array(128);
const fill = (characters: string, value: Class): void => {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = value;
};
fill(' \t\r\n\f\v', Class.Space);
fill('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$', Class.Word);
fill('0123456789', Class.Digit);
fill('"\'`', Class.Quote);
fill('([{', Class.Open);
fill(')]}', Class.Close);
fill('!%&*+,-./:;<=>?@^|~#\\', Class.Operator);

/** The class of a UTF-16 code unit; everything beyond ASCII counts as part of a word, save Unicode's own spaces. */
export function classOf(code: number): Class {
  if (code < 128) return table[code] as Class;
  return code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029 || code === 0x3000
    ? Class.Space
    : Class.Word;
}

/** Whether the code unit can continue an identifier. */
export function isWordPart(code: number): boolean {
  const c = classOf(code);
  return c === Class.Word || c === Class.Digit;
}

/** The first offset at or behind `from` where no ASCII space, tab or line break stands. */
export function spaceEnd(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > Char.Space || table[code] !== Class.Space) break;
  }
  return i;
}
