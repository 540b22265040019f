import { Char, Class, classOf, isOperatorPart, isWordPart, wordEnd } from './characters';
import { F, Frames, Kind, NameKind, Statement } from './frames';
import { comment, literal } from './host';
import { nextPlace } from './places';
import { Text, at } from './text';

/** The kind of the last significant token. */
export const enum Token {
  None,
  Word,
  Number,
  String,
  Operator,
  Open,
  Close,
}

/** How a `:` was understood; see `Site.colon`. */
export const enum Colon {
  None,
  Key,
  Type,
  Conditional,
  Statement,
}

/** What the lexers hand over. */
export const enum Wanted {
  /** Literals that may name a model. */
  Models,
  /** All literals. */
  Literals,
  /** All literals and comments. */
  Comments,
}

/** How deep a closing bracket looks for its opening one. */
const maxUnwind: i32 = 50;
/** Longer names are cut: no receiver of a model is as long. */
export const maxName: i32 = 200;
const noPlace: i32 = i32.MAX_VALUE;

/**
 * What the lexers share: the last token and the handing over of literals. They are tolerant: every byte is passed once, look-ahead and
 * look-behind are bounded, so that the cost grows with the text alone.
 */
export class Lexer {
  static pos: i32 = 0;
  static token: Token = Token.None;
  static tokenStart: i32 = 0;
  static tokenEnd: i32 = 0;
  /** Where the current chain of member accesses (`a.b.c`) begins; -1 outside of one. */
  static chainStart: i32 = -1;
  static colon: Colon = Colon.None;
  /** The kind of the last closed bracket; its only string, if it was `["key"]`. */
  static closedKind: Kind = Kind.Top;
  static closedStart: i32 = -1;
  static closedEnd: i32 = -1;
  /** Where reading stops: the text's end, or earlier if nothing that is looked for is left. */
  static limit: i32 = 0;
  static wanted: Wanted = Wanted.Models;
  /** The dialect: Python, or whether JavaScript has types and elements. */
  static python: bool = false;
  static typescript: bool = false;
  static elements: bool = false;
  /** The next place where a model may be named: literals that end before it are skipped. */
  static place: i32 = -1;

  static begin(wanted: Wanted): void {
    Frames.clear();
    Lexer.pos = Text.start;
    Lexer.setToken(Token.None, 0, 0);
    Lexer.chainStart = -1;
    Lexer.colon = Colon.None;
    Lexer.closedKind = Kind.Top;
    Lexer.closedStart = -1;
    Lexer.closedEnd = -1;
    Lexer.limit = Text.end;
    Lexer.wanted = wanted;
    Lexer.place = -1;
  }

  static setToken(token: Token, start: i32, end: i32): void {
    Lexer.token = token;
    Lexer.tokenStart = start;
    Lexer.tokenEnd = end;
  }

  /** Reads one token up to `end`, from the current position. */
  static take(token: Token, end: i32): void {
    Lexer.setToken(token, Lexer.pos, end);
    Lexer.pos = end;
  }

  static tokenIs(byte: i32): bool {
    return Lexer.tokenEnd - Lexer.tokenStart === 1 && at(Lexer.tokenStart) === byte;
  }

  /** Whether the last token is the dot of a member access. */
  static behindDot(): bool {
    return Lexer.token === Token.Operator && at(Lexer.tokenEnd - 1) === Char.Dot;
  }

  /** The next place where a model may be named, as far as the text before it may be skipped; else the current position. */
  static placeAhead(): i32 {
    if (Lexer.wanted !== Wanted.Models) return Lexer.pos;
    if (Lexer.place < Lexer.pos) Lexer.place = nextPlace(Lexer.pos);
    if (Lexer.place === noPlace) Lexer.limit = Lexer.pos;
    return min(Lexer.place, Lexer.limit);
  }

  /** Hands over the literal between two quotes, if it is wanted. */
  static handOver(start: i32, end: i32, pieces: i32): void {
    if (Lexer.wanted === Wanted.Models) {
      if (Lexer.place < start) Lexer.place = nextPlace(start);
      if (Lexer.place === noPlace) Lexer.limit = Lexer.pos;
      if (end <= Lexer.place || (pieces === 0 && !mayBeName(start, end))) return;
    }
    literal(start, end, pieces);
  }

  static comment(start: i32, end: i32): void {
    if (Lexer.wanted === Wanted.Comments) comment(start, end);
  }

  static readWord(): void {
    const start = Lexer.pos;
    if (!Lexer.behindDot() || Lexer.chainStart < 0) Lexer.chainStart = start;
    Lexer.take(Token.Word, wordEnd(start + 1));
  }

  static readNumber(): void {
    Lexer.chainStart = -1;
    let end = Lexer.pos + 1;
    while (isWordPart(end) || at(end) === Char.Dot) end++;
    Lexer.take(Token.Number, end);
  }

  /** The end of the operator that begins before `from`. */
  static operatorEnd(from: i32): i32 {
    let end = from;
    while (isOperatorPart(at(end))) end++;
    return end;
  }

  /** Opens a bracket of `kind` at the current position, remembering its callee. */
  static open(kind: Kind, called: bool): void {
    Frames.push(kind, Lexer.pos);
    if (kind === Kind.Group) {
      Frames.set(F.CalleeStart, Lexer.token === Token.None ? -1 : Lexer.tokenStart);
      Frames.set(F.CalleeEnd, Lexer.tokenEnd);
    } else if (called && Lexer.chainStart >= 0) {
      Frames.set(F.CalleeStart, Lexer.chainStart);
      // `create?.(…)` calls `create`.
      Frames.set(F.CalleeEnd, Lexer.behindDot() ? Lexer.tokenStart : Lexer.tokenEnd);
    }
    Lexer.take(Token.Open, Lexer.pos + 1);
    Lexer.chainStart = -1;
  }

  /**
   * Closes the innermost bracket that `byte` matches. Half-typed code leaves brackets open: a `}` closes those inside it, a `)` or `]`
   * without a partner nearby is skipped. Returns whether a frame was closed.
   */
  static close(byte: i32): bool {
    const opening: i32 = byte === Char.CloseParen ? Char.OpenParen : byte - 2;
    let up: i32 = 0;
    while (at(Frames.above(up, F.Open)) !== opening) {
      if (up > maxUnwind || isBarrier(Frames.above(up, F.Kind), opening)) {
        Lexer.take(Token.Close, Lexer.pos + 1);
        Lexer.closedKind = Kind.Group;
        return false;
      }
      up++;
    }
    for (let i: i32 = 0; i < up; i++) Frames.pop();
    Lexer.closedKind = Frames.get(F.Kind);
    const onlyString = Lexer.token === Token.String && Frames.get(F.Commas) === 0;
    Lexer.closedStart = onlyString ? Lexer.tokenStart : -1;
    Lexer.closedEnd = Lexer.tokenEnd;
    Frames.pop();
    Lexer.take(Token.Close, Lexer.pos + 1);
    Lexer.chainStart = -1;
    return true;
  }

  /** The token just read names what follows: `name:`, `name =`, `["name"] =`. */
  static nameFromToken(kind: NameKind): void {
    let start = Lexer.tokenStart;
    let end = Lexer.tokenEnd;
    if (Lexer.token === Token.Close) {
      if (Lexer.closedStart < 0) return Frames.set(F.NameKind, NameKind.None);
      start = Lexer.closedStart;
      end = Lexer.closedEnd;
    }
    if (Lexer.token === Token.String || Lexer.token === Token.Close) {
      start++;
      end--;
    }
    Frames.set(F.NameStart, start);
    Frames.set(F.NameEnd, end);
    Frames.set(F.NameKind, kind);
  }

  static endStatement(): void {
    Frames.set(F.Statement, Statement.None);
    Frames.clearName();
  }
}

function isBarrier(kind: Kind, opening: i32): bool {
  if (kind === Kind.Top || kind === Kind.Substitution || kind === Kind.JsxExpression) return true;
  return opening !== Char.OpenBrace && (kind === Kind.Block || kind === Kind.ClassBody);
}

/** No id with its prefix is longer; see `model-id.ts`. */
const longestName: i32 = 160;
const shortestName: i32 = 2;
/** The longest id without a hyphen, a colon or a slash: davinci. */
const longestWord: i32 = 7;

/** Whether `[start, end)` can be a model's name at all: a check of the bytes, which rules out most strings. */
function mayBeName(start: i32, end: i32): bool {
  const length = end - start;
  if (length < shortestName || length > longestName) return false;
  let marked = length <= longestWord;
  for (let place = start; place < end; place++) {
    const byte = at(place);
    if (byte === Char.Minus || byte === Char.Colon || byte === Char.Slash) marked = true;
    else if (!isJoint(byte) && (byte === Char.Dollar || !isNamePart(byte))) return false;
  }
  return marked;
}

/** What else can be in an id, or in the address of a realtime session before it: `…/realtime?model=gpt-realtime`. */
function isJoint(byte: i32): bool {
  return byte === Char.Dot || byte === Char.Question || byte === Char.Equals;
}

/** A letter, a digit or an underscore. */
function isNamePart(byte: i32): bool {
  const kind = classOf(byte);
  return kind === Class.Word || kind === Class.Digit;
}
