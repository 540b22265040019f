import { Char, Class, classOf, isOperatorPart, wideSpace } from './characters';
import { F, Frames, Kind, NameKind, Statement } from './frames';
import { Colon, Lexer, Token } from './lexer';
import {
  beginsStatement,
  isBytes,
  isFormatted,
  isPrefix,
  isPythonOperatorWord,
  pythonStatement,
  quoteAt,
} from './python-grammar';
import { skipStatements } from './python-skip';
import { beginText, textEnd } from './python-text';
import { pythonTriviaEnd } from './python-trivia';
import { putPiece } from './record';
import { Text, at, find, same } from './text';

// A tolerant lexer for Python of every version, from print statements to t-strings and f-strings that nest their own quotes. Like the one
// for JavaScript it builds no tree: an unclosed string or bracket costs a line at most.

/** How many bytes must be skipped at once to be worth the attempt. */
const worthSkipping: i32 = 100;
/** How far to look for an adjoining literal: what is between is passed twice. */
const longestGap: i32 = 10_000;
/** Added to the quote in a substitution's frame: its string has three of them. */
const tripled: i32 = 256;

class Python {
  /** The last string token had substitutions: literals that adjoin it are parts of its run, not whole strings. */
  static piece: bool = false;
  /** The last literal read: `[start, end)` between the quotes, `after` after the closing ones. */
  static start: i32 = 0;
  static end: i32 = 0;
  static after: i32 = 0;
}

export function lexPython(): void {
  Python.piece = false;
  beginText();
  skip();
  while (Lexer.pos < Lexer.limit) {
    const byte = at(Lexer.pos);
    switch (classOf(byte)) {
      case Class.Space:
        if (byte === Char.LineFeed) lineBreak();
        else Lexer.pos++;
        break;
      case Class.Wide: {
        const space = wideSpace(Lexer.pos);
        if (space > 0) Lexer.pos += space;
        else word();
        break;
      }
      case Class.Word:
        word();
        break;
      case Class.Digit:
        Lexer.readNumber();
        break;
      case Class.Quote:
        if (byte === Char.Backtick) Lexer.pos++;
        else string(Lexer.pos, Lexer.pos);
        break;
      case Class.Open:
        openBracket(byte);
        break;
      case Class.Close:
        closeBracket(byte);
        break;
      default:
        operator(byte);
    }
  }
}

/** Outside brackets a line break ends the statement; inside, only a keyword that no expression can hold shows an unclosed one. */
function lineBreak(): void {
  if (!Frames.any() || beginsStatement(Lexer.pos + 1)) {
    while (Frames.any()) Frames.pop();
    endStatement();
  }
  Lexer.pos++;
  if (!Frames.any()) skip();
}

/** At the beginning of a statement: skips statements without anything that is looked for. */
function skip(): void {
  const to = Lexer.placeAhead();
  if (to > Lexer.pos + worthSkipping) Lexer.pos = skipStatements(Lexer.pos, to);
}

function endStatement(): void {
  Lexer.endStatement();
  Lexer.setToken(Token.None, Lexer.pos, Lexer.pos);
  Lexer.chainStart = -1;
}

function word(): void {
  const start = Lexer.pos;
  const first = Lexer.token === Token.None;
  const token = Lexer.token;
  const tokenStart = Lexer.tokenStart;
  const tokenEnd = Lexer.tokenEnd;
  Lexer.readWord();
  const end = Lexer.pos;
  const quote = at(end);
  if ((quote === Char.DoubleQuote || quote === Char.Quote) && isPrefix(start, end)) {
    // The word was a string's prefix: the token before it counts.
    Lexer.setToken(token, tokenStart, tokenEnd);
    return string(start, end);
  }
  if (first) {
    const statement = pythonStatement(start, end);
    if (statement !== Statement.None) Frames.set(F.Statement, statement);
  }
  if (same(start, end, 'lambda')) Frames.add(F.Pending, 1);
}

/** Reads a string with its prefix at `[start, quote)`, together with the literals that adjoin it. */
function string(start: i32, quote: i32): void {
  const piece = Python.piece && Lexer.token === Token.String;
  if (!readLiteral(start, quote)) return;
  const from = Python.start;
  let bytes = isBytes(start, quote);
  let pieces: i32 = 0;
  for (;;) {
    const after = Python.after;
    const next = adjoining(after);
    if (next < 0) break;
    commentsBetween(after, next);
    if (pieces === 0) putPiece(pieces++, from, Python.end);
    const nextQuote = quoteAt(next);
    // A run that continues with substitutions is no whole string.
    if (!readLiteral(next, nextQuote)) return;
    bytes = bytes || isBytes(next, nextQuote);
    putPiece(pieces++, Python.start, Python.end);
  }
  Lexer.pos = Python.after;
  Python.piece = piece;
  if (!bytes && !piece) Lexer.handOver(from, Python.end, pieces);
  Lexer.chainStart = -1;
  Lexer.setToken(Token.String, from - 1, Python.end + 1);
}

/** Hands over the comments between two adjoining literals. */
function commentsBetween(from: i32, to: i32): void {
  for (let start = from; start < to; start++) {
    if (at(start) !== Char.Hash) continue;
    const lineBreak = find(Char.LineFeed, start);
    Lexer.comment(start, at(lineBreak - 1) === Char.CarriageReturn ? lineBreak - 1 : lineBreak);
    start = lineBreak;
  }
}

/** Reads one literal; not if it has substitutions (then its text is read as code) or is unterminated. */
function readLiteral(start: i32, quote: i32): bool {
  const byte = at(quote);
  const triple = at(quote + 1) === byte && at(quote + 2) === byte;
  const from = quote + (triple ? 3 : 1);
  const end = textEnd(from, byte, triple, isFormatted(start, quote), false);
  if (at(end) === Char.OpenBrace) {
    substitution(end, byte, triple);
    return false;
  }
  if (at(end) !== byte) {
    // Half-typed: the line is lost, what follows is code again.
    Lexer.pos = find(Char.LineFeed, from);
    Python.piece = false;
    Lexer.setToken(Token.String, start, Lexer.pos);
    return false;
  }
  Python.start = from;
  Python.end = end;
  Python.after = end + (triple ? 3 : 1);
  return true;
}

/** Opens an f-string's `{` at a place; its frame stores how the string's text continues. */
function substitution(place: i32, quote: i32, triple: bool): void {
  Lexer.pos = place;
  Lexer.open(Kind.Substitution, false);
  Frames.set(F.Resume, triple ? quote | tripled : quote);
}

/** Continues in an f-string's text after a `}`, or in a format specification after a `:`. */
function resume(mode: i32, specification: bool): void {
  const quote = mode & (tripled - 1);
  const triple = mode >= tripled;
  const end = textEnd(Lexer.pos, quote, triple, true, specification);
  const byte = at(end);
  if (byte === Char.OpenBrace) return substitution(end, quote, triple);
  if (byte === Char.CloseBrace) {
    Lexer.pos = end;
    return;
  }
  if (specification) Frames.pop();
  Lexer.pos = min(Text.end, byte === quote ? end + (triple ? 3 : 1) : end);
  Python.piece = true;
  Lexer.setToken(Token.String, Lexer.pos - 1, Lexer.pos);
}

/** The place of the literal that adjoins the one ending at `from`, prefix included, or -1. */
function adjoining(from: i32): i32 {
  const place = pythonTriviaEnd(from, min(Text.end, from + longestGap));
  return quoteAt(place) >= 0 ? place : -1;
}

function openBracket(byte: i32): void {
  const value = followsValue();
  if (byte === Char.OpenParen) Lexer.open(value ? Kind.Call : Kind.Group, value);
  else if (byte === Char.OpenBracket) Lexer.open(value ? Kind.Subscript : Kind.Array, value);
  else Lexer.open(Kind.Object, false);
}

function closeBracket(byte: i32): void {
  const mode = Frames.get(F.Resume);
  if (!Lexer.close(byte) || mode === 0) return;
  // A field nested in another's format specification returns to that.
  resume(mode, Frames.get(F.Statement) === Statement.Other);
}

function operator(byte: i32): void {
  const pos = Lexer.pos;
  const next = at(pos + 1);
  let end = pos + 1;
  switch (byte) {
    case Char.Hash:
      Lexer.pos = find(Char.LineFeed, pos);
      return Lexer.comment(pos, Lexer.pos);
    case Char.Backslash:
      Lexer.pos += next === Char.CarriageReturn ? 3 : 2;
      return;
    case Char.Semicolon:
      if (!Frames.any()) endStatement();
      Lexer.pos++;
      return;
    case Char.Comma:
      Frames.add(F.Commas, 1);
      Frames.clearName();
      break;
    case Char.Colon:
      if (next === Char.Equals) {
        end++;
        Lexer.nameFromToken(NameKind.Assigned);
      } else if (readColon()) return;
      break;
    default:
      if (isOperatorPart(byte)) end = Lexer.operatorEnd(end);
      else if ((byte === Char.Less || byte === Char.Slash) && (next === byte || next === Char.Equals)) end++;
      if (byte === Char.Equals && end === pos + 1) nameAssigned();
  }
  Lexer.take(Token.Operator, end);
}

function nameAssigned(): void {
  const kind = Frames.get(F.NameKind);
  if (kind !== NameKind.Annotated && kind !== NameKind.Assigned) Lexer.nameFromToken(NameKind.Assigned);
}

/** Reads a colon; returns whether it has already moved on. */
function readColon(): bool {
  const kind = Frames.get(F.Kind);
  const pending = Frames.get(F.Pending);
  if (pending > 0) {
    Frames.set(F.Pending, pending - 1);
    Lexer.colon = Colon.Statement; // A lambda's body.
  } else if (kind === Kind.Substitution) {
    Lexer.pos++;
    Frames.set(F.Statement, Statement.Other); // From here on the field's format specification.
    resume(Frames.get(F.Resume), true);
    return true;
  } else if (kind === Kind.Object) {
    Lexer.colon = Colon.Key;
    Lexer.nameFromToken(NameKind.Key);
  } else if (Frames.get(F.Statement) !== Statement.None) {
    endStatement();
    Lexer.pos++;
    return true;
  } else {
    Lexer.colon = Colon.Type;
    Lexer.nameFromToken(NameKind.Annotated);
  }
  return false;
}

function followsValue(): bool {
  if (Lexer.token === Token.Word) return !isPythonOperatorWord(Lexer.tokenStart, Lexer.tokenEnd);
  return Lexer.token === Token.String || Lexer.token === Token.Close || Lexer.token === Token.Number;
}
