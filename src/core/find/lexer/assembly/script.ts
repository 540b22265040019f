import { Char, Class, classOf, isOperatorPart, isWordPart, spaceEnd, wideSpace } from './characters';
import { F, Frames, Kind, NameKind, Statement } from './frames';
import { Colon, Lexer, Token } from './lexer';
import { jsxTag, jsxText, opensElement } from './jsx';
import { braceKind, followsScriptValue, isControlWord, scriptStatement } from './script-grammar';
import { blockCommentEnd, regexEnd, stringEnd, templateTextEnd } from './script-scan';
import { Text, at, find } from './text';

// A tolerant lexer for JavaScript and TypeScript. It tells strings from comments, regular expressions, template text and JSX text, and
// keeps what is around each string; it builds no tree, so half-typed code costs it a line at most.

/** How far a comma looks back for the `<` that it is in. */
const longestAnnotation: i32 = 200;

class Script {
  /** The member chain before a `<` that may open type arguments: the callee of `new Set<string>([…])`. */
  static genericStart: i32 = -1;
  static genericEnd: i32 = -1;
  /** No regular expression ends before this place: none of the slashes up to it opens one. */
  static noRegexBefore: i32 = 0;
  /** From this place on, neither a backtick nor a substitution ends template text. */
  static unclosed: i32 = i32.MAX_VALUE;
}

export function lexScript(): void {
  Script.genericStart = -1;
  Script.noRegexBefore = 0;
  Script.unclosed = i32.MAX_VALUE;
  if (at(Text.start) === Char.Hash && at(Text.start + 1) === Char.Exclamation)
    Lexer.pos = find(Char.LineFeed, Text.start);
  while (Lexer.pos < Lexer.limit) {
    const kind = Frames.get(F.Kind);
    if (kind === Kind.JsxTag) jsxTag();
    else if (kind === Kind.JsxChildren) jsxText();
    else readToken(at(Lexer.pos));
  }
}

function readToken(byte: i32): void {
  switch (classOf(byte)) {
    case Class.Space:
      Lexer.pos = spaceEnd(Lexer.pos + 1);
      return;
    case Class.Wide: {
      const space = wideSpace(Lexer.pos);
      if (space === 0) return word();
      Lexer.pos += space;
      return;
    }
    case Class.Word:
      return word();
    case Class.Digit:
      return Lexer.readNumber();
    case Class.Quote:
      return byte === Char.Backtick ? template(Lexer.pos + 1) : string(byte);
    case Class.Open:
      return openBracket(byte);
    case Class.Close:
      return closeBracket(byte);
    default:
      return operator(byte);
  }
}

function word(): void {
  const member = Lexer.behindDot();
  Lexer.readWord();
  if (member) return;
  const statement = scriptStatement();
  if (statement !== Statement.None) {
    Frames.set(F.Statement, statement);
    Frames.clearName();
  }
}

function string(quote: i32): void {
  const start = Lexer.pos + 1;
  const end = stringEnd(start, quote);
  scriptLiteral(start, end, at(end) === quote);
}

/** Reads template text from `from` on to its end or to its next substitution. */
function template(from: i32): void {
  const opening = from - 1;
  const end = from < Script.unclosed ? templateTextEnd(from) : Text.end;
  if (end >= Text.end) {
    // Half-typed: no backtick follows, so the rest is code again from the next line on.
    Script.unclosed = from;
    Lexer.pos = find(Char.LineFeed, from);
  } else if (at(end) === Char.Dollar) {
    Lexer.pos = end + 1;
    return Lexer.open(Kind.Substitution, false);
  } else if (at(opening) === Char.Backtick) {
    return scriptLiteral(from, end, true);
  } else {
    Lexer.pos = end + 1;
  }
  Lexer.setToken(Token.String, opening, Lexer.pos);
}

export function scriptLiteral(start: i32, end: i32, closed: bool): void {
  Lexer.pos = closed ? end + 1 : end;
  if (closed) Lexer.handOver(start, end, 0);
  Lexer.chainStart = -1;
  Lexer.setToken(Token.String, start - 1, Lexer.pos);
}

function openBracket(byte: i32): void {
  if (byte === Char.OpenBrace) return Lexer.open(braceKind(Frames.get(F.Kind), Frames.get(F.Statement)), false);
  const value = followsScriptValue();
  if (byte === Char.OpenBracket) return Lexer.open(value ? Kind.Subscript : Kind.Array, value);
  if (Lexer.tokenIs(Char.Greater) && Script.genericStart >= 0) {
    Lexer.chainStart = Script.genericStart;
    Lexer.open(Kind.Call, true);
    return Frames.set(F.CalleeEnd, Script.genericEnd);
  }
  if (value) return Lexer.open(Kind.Call, true);
  const control = isControlWord(Lexer.tokenStart, Lexer.tokenEnd);
  Lexer.open(control ? Kind.Control : Kind.Group, false);
}

function closeBracket(byte: i32): void {
  const innermost = Frames.get(F.Kind);
  if (!Lexer.close(byte)) return;
  if (innermost === Kind.Substitution) return template(Lexer.pos);
  const kind = Lexer.closedKind;
  if (kind === Kind.Block || kind === Kind.ClassBody || kind === Kind.Enum || kind === Kind.TypeLiteral) {
    Frames.set(F.Statement, Statement.None);
    if (kind !== Kind.TypeLiteral) Frames.clearName();
  }
}

function operator(byte: i32): void {
  const pos = Lexer.pos;
  const next = at(pos + 1);
  switch (byte) {
    case Char.Slash:
      return slash();
    case Char.Less:
      return less();
    case Char.Comma:
      if (inTypeArguments()) break;
      Frames.add(F.Commas, 1);
      Frames.clearName();
      break;
    case Char.Semicolon:
      Lexer.endStatement();
      break;
    case Char.Colon:
      readColon();
      break;
    case Char.Question:
      if (next === Char.Colon) {
        Lexer.pos++;
        return; // `key?: type`: the name stays the last token.
      }
      if (next === Char.Dot && classOf(at(pos + 2)) !== Class.Digit) return Lexer.take(Token.Operator, pos + 2);
      break;
    case Char.Dot:
      if (next === Char.Dot) Lexer.chainStart = -1;
      break;
    case Char.Hash:
      return Lexer.readWord();
    case Char.Exclamation:
      // `value!` asserts that a value is there: the value stays the last token.
      if (next !== Char.Equals && Lexer.tokenEnd === pos && followsScriptValue()) {
        Lexer.pos++;
        Lexer.tokenEnd = Lexer.pos;
        return;
      }
  }
  let end = pos + 1;
  if (isOperatorPart(byte)) {
    end = Lexer.operatorEnd(end);
    if (end === pos + 1) {
      if (byte === Char.Equals) nameAssigned();
      if (byte === Char.Question) Frames.add(F.Pending, 1);
    }
  }
  Lexer.take(Token.Operator, end);
}

function nameAssigned(): void {
  if (Frames.get(F.NameKind) === NameKind.Annotated && !beginsStatement()) Frames.set(F.NameKind, NameKind.Assigned);
  else Lexer.nameFromToken(NameKind.Assigned);
}

/** Whether the last token begins a line after a whole annotation: `key?: string`, no semicolon, `private model = …`. */
function beginsStatement(): bool {
  if (Lexer.token !== Token.Word) return false;
  const limit = max(Frames.get(F.NameEnd), Lexer.tokenStart - longestAnnotation);
  let place = Lexer.tokenStart - 1;
  // Modifiers may precede it.
  while (place > limit && (isWordPart(place) || at(place) === Char.Space || at(place) === Char.Tab)) place--;
  if (at(place) !== Char.LineFeed) return false;
  while (place > limit && classOf(at(place)) === Class.Space) place--;
  if (classOf(at(place)) === Class.Operator) return at(place) === Char.Greater && at(place - 1) !== Char.Equals;
  return place > limit;
}

/** Whether the current annotation has a `<` open: its commas separate types, as in `Record<string, string>`. */
function inTypeArguments(): bool {
  if (Frames.get(F.NameKind) !== NameKind.Annotated) return false;
  let open: i32 = 0;
  for (let place = max(Frames.get(F.NameEnd), Lexer.pos - longestAnnotation); place < Lexer.pos; place++) {
    const byte = at(place);
    if (byte === Char.Less) open++;
    else if (byte === Char.Greater && at(place - 1) !== Char.Equals) open--;
  }
  return open > 0;
}

function readColon(): void {
  const kind = Frames.get(F.Kind);
  const statement = Frames.get(F.Statement);
  const pending = Frames.get(F.Pending);
  const statements = kind === Kind.Block || kind === Kind.Top;
  if (pending > 0) {
    Frames.set(F.Pending, pending - 1);
    Lexer.colon = Colon.Conditional;
  } else if (kind === Kind.Object) {
    Lexer.colon = Colon.Key;
    Lexer.nameFromToken(NameKind.Key);
  } else if (statements && statement === Statement.Case) {
    Lexer.colon = Colon.Statement;
    Frames.set(F.Statement, Statement.None);
  } else if (statements && statement === Statement.None && Lexer.token === Token.Word) {
    Lexer.colon = Colon.Key; // A label, or an object half-typed or pasted without its braces.
    Lexer.nameFromToken(NameKind.Key);
  } else {
    Lexer.colon = Colon.Type;
    Lexer.nameFromToken(NameKind.Annotated);
  }
}

/** A `/`: comment, regular expression or division. */
export function slash(): void {
  const pos = Lexer.pos;
  const next = at(pos + 1);
  if (next === Char.Slash || next === Char.Asterisk) {
    Lexer.pos = next === Char.Slash ? find(Char.LineFeed, pos) : blockCommentEnd(pos + 2);
    Lexer.comment(pos, Lexer.pos);
  } else if (followsScriptValue() || pos < Script.noRegexBefore || !regex()) {
    Lexer.take(Token.Operator, pos + 1);
  }
}

function regex(): bool {
  const end = regexEnd(Lexer.pos + 1);
  if (end < 0) {
    Script.noRegexBefore = -end;
    return false;
  }
  Lexer.chainStart = -1;
  Lexer.take(Token.Number, end);
  return true;
}

function less(): void {
  const next = at(Lexer.pos + 1);
  const value = followsScriptValue();
  if (!value && opensElement()) return;
  if (value) {
    Script.genericStart = Lexer.chainStart;
    Script.genericEnd = Lexer.tokenEnd;
  } else if (Lexer.token !== Token.Operator) Script.genericStart = -1;
  Lexer.take(Token.Operator, Lexer.pos + (next === Char.Less || next === Char.Equals ? 2 : 1));
}
