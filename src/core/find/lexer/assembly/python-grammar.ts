import { Char, blanksEnd, isWordPart, wordEnd } from './characters';
import { Statement } from './frames';
import { at, same, startsWith } from './text';

/** Whether the word at `[start, end)` is a string prefix: r, u, b, f, t, br, rb, fr, rf, tr, rt, ur in either case. */
export function isPrefix(start: i32, end: i32): bool {
  const first = at(start) | 32;
  if (end - start === 1) return isPrefixLetter(first);
  if (end - start !== 2) return false;
  const second = at(start + 1) | 32;
  const other = first === 0x72 ? second : second === 0x72 ? first : 0;
  // `ur` is one, `ru` is none.
  return other === 0x62 || other === 0x66 || other === 0x74 || (other === 0x75 && first === 0x75);
}

function isPrefixLetter(letter: i32): bool {
  return letter === 0x72 || letter === 0x75 || letter === 0x62 || letter === 0x66 || letter === 0x74;
}

/** Whether a string's prefix has this letter, in either case. */
function hasLetter(start: i32, quote: i32, letter: i32): bool {
  for (let place = start; place < quote; place++) if ((at(place) | 32) === letter) return true;
  return false;
}

/** Whether a string's prefix makes it an f-string or a t-string. */
export function isFormatted(start: i32, quote: i32): bool {
  return hasLetter(start, quote, 0x66) || hasLetter(start, quote, 0x74);
}

export function isBytes(start: i32, quote: i32): bool {
  return hasLetter(start, quote, 0x62);
}

/** The place of the quote of the literal at a place, its prefix skipped; -1 if there is no literal. */
export function quoteAt(start: i32): i32 {
  for (let place = start; place < start + 4; place++) {
    if (at(place) === Char.DoubleQuote || at(place) === Char.Quote)
      return place === start || isPrefix(start, place) ? place : -1;
  }
  return -1;
}

/** The statement that a line's first word at `[start, end)` opens, if it has a header or decides what its strings are for. */
export function pythonStatement(start: i32, end: i32): Statement {
  switch (at(start)) {
    case 0x61:
      if (same(start, end, 'assert')) return Statement.Assert;
      if (!same(start, end, 'async')) return Statement.None;
      return startsWord(blanksEnd(end), 'def') ? Statement.Function : Statement.Compound;
    case 0x63:
      if (same(start, end, 'case')) return takesValue(end) ? Statement.Case : Statement.None;
      return same(start, end, 'class') ? Statement.Compound : Statement.None;
    case 0x64:
      return same(start, end, 'def') ? Statement.Function : Statement.None;
    case 0x65:
      return same(start, end, 'elif') || same(start, end, 'else') || same(start, end, 'except')
        ? Statement.Compound
        : Statement.None;
    case 0x66:
      return same(start, end, 'for') || same(start, end, 'finally') ? Statement.Compound : Statement.None;
    case 0x69:
      return same(start, end, 'if') ? Statement.Compound : Statement.None;
    case 0x74:
      if (same(start, end, 'type')) return takesValue(end) ? Statement.Type : Statement.None;
      return same(start, end, 'try') ? Statement.Compound : Statement.None;
    case 0x77:
      return same(start, end, 'with') || same(start, end, 'while') ? Statement.Compound : Statement.None;
    default:
      return Statement.None;
  }
}

/** `case` and `type` are keywords only before a value: not in `type = …`, `type : str = …`, `type(…)`, `type.x`. */
function takesValue(end: i32): bool {
  const next = blanksEnd(end);
  return next > end && at(next) !== Char.Equals && at(next) !== Char.Colon;
}

/** Whether the word at `[start, end)` is an operator or another word that takes a value after it. */
export function isPythonOperatorWord(start: i32, end: i32): bool {
  switch (at(start)) {
    case 0x61:
      return same(start, end, 'and') || same(start, end, 'await') || same(start, end, 'assert');
    case 0x63:
      return same(start, end, 'case');
    case 0x64:
      return same(start, end, 'del');
    case 0x65:
      return same(start, end, 'else') || same(start, end, 'elif') || same(start, end, 'except');
    case 0x66:
      return same(start, end, 'for') || same(start, end, 'from');
    case 0x69:
      return same(start, end, 'in') || same(start, end, 'is') || same(start, end, 'if') || same(start, end, 'import');
    case 0x6c:
      return same(start, end, 'lambda');
    case 0x6e:
      return same(start, end, 'not');
    case 0x6f:
      return same(start, end, 'or');
    case 0x72:
      return same(start, end, 'return') || same(start, end, 'raise');
    case 0x77:
      return same(start, end, 'while') || same(start, end, 'with');
    case 0x79:
      return same(start, end, 'yield');
    default:
      return false;
  }
}

/** Whether this word, and not a longer one, is at a place. */
function startsWord(place: i32, word: string): bool {
  return startsWith(place, word) && !isWordPart(place + word.length);
}

/** Whether the line that begins at `from` opens a statement with a word that no expression can contain. */
export function beginsStatement(from: i32): bool {
  let place = blanksEnd(from);
  switch (at(place)) {
    case Char.At:
      return isWordPart(place + 1);
    case 0x61: // async def, assert
      if (!startsWord(place, 'async')) return startsWord(place, 'assert');
      place = blanksEnd(place + 5);
      return isNamed(place, 'def', Char.OpenParen, Char.OpenParen);
    case 0x62:
      return startsWord(place, 'break');
    case 0x63:
      return isNamed(place, 'class', Char.OpenParen, Char.Colon) || startsWord(place, 'continue');
    case 0x64:
      return isNamed(place, 'def', Char.OpenParen, Char.OpenParen) || startsWord(place, 'del');
    case 0x66:
      return isFromImport(place);
    case 0x67:
      return startsWord(place, 'global');
    case 0x69:
      return startsWord(place, 'import');
    case 0x70:
      return startsWord(place, 'pass');
    case 0x72:
      return startsWord(place, 'return') || startsWord(place, 'raise');
    case 0x74:
      return startsWord(place, 'try');
    case 0x77:
      return startsWord(place, 'while') || startsWord(place, 'with');
    default:
      return false;
  }
}

/** `def name(`, `class Name:`. */
function isNamed(place: i32, word: string, behind: i32, orBehind: i32): bool {
  if (!startsWord(place, word)) return false;
  const name = blanksEnd(place + word.length);
  const end = wordEnd(name);
  const next = at(blanksEnd(end));
  return end > name && (next === behind || next === orBehind);
}

/** `from a.b import`. */
function isFromImport(place: i32): bool {
  if (!startsWord(place, 'from')) return false;
  let end = blanksEnd(place + 4);
  while (isWordPart(end) || at(end) === Char.Dot) end++;
  return startsWord(blanksEnd(end), 'import');
}
