import { Char, Class, classOf, isWordPart, spaceAt, spacesEnd } from './characters';
import { F, Frames, Kind, NameKind } from './frames';
import { Lexer, Token } from './lexer';
import { scriptLiteral, slash } from './script';
import { Text, at, find, startsWith } from './text';

// Elements (`<a b="c">text</a>`). They exclude old-style casts (`<T>x`), which plain TypeScript has.

/** Opens an element at the current `<`, if the dialect has elements and one begins here. */
export function opensElement(): bool {
  const next = at(Lexer.pos + 1);
  if (!Lexer.elements || (next !== Char.Greater && !beginsName(Lexer.pos + 1)) || opensTypeParameters()) return false;
  beginTag();
  return true;
}

function beginsName(place: i32): bool {
  const kind = classOf(at(place));
  return kind === Class.Word || (kind === Class.Wide && spaceAt(place) === 0);
}

function beginTag(): void {
  Frames.push(Kind.JsxTag, Lexer.pos);
  Lexer.take(Token.Operator, Lexer.pos + 1);
}

const longestTypeParameter: i32 = 200;

/** In TSX, `<T,>(x) => x` and `<T extends U>` are functions, not elements. */
function opensTypeParameters(): bool {
  if (!Lexer.typescript) return false;
  const limit = Lexer.pos + longestTypeParameter;
  let place = spacesEnd(Lexer.pos + 1, limit);
  if (startsWith(place, 'const') && spaceAt(place + 5) > 0) place = spacesEnd(place + 5, limit);
  while (place < limit && isWordPart(place)) place++;
  place = spacesEnd(place, limit);
  return at(place) === Char.Comma || (startsWith(place, 'extends') && spaceAt(place + 7) > 0);
}

/** Reads on in `<name attribute="…" …`, up to its `>` or its next `{`. */
export function jsxTag(): void {
  const pos = Lexer.pos;
  const byte = at(pos);
  const kind = classOf(byte);
  const space = spaceAt(pos);
  if (space > 0) {
    Lexer.pos += space;
    return;
  }
  if (kind === Class.Word || kind === Class.Wide) return jsxName();
  if (kind === Class.Quote) return jsxString(byte);
  const closing = Lexer.tokenIs(Char.Slash);
  if (byte === Char.OpenBrace) return Lexer.open(Kind.JsxExpression, false);
  const next = at(pos + 1);
  if (byte === Char.Slash && (next === Char.Slash || next === Char.Asterisk)) return slash();
  Lexer.pos++;
  if (byte === Char.Less) {
    // Right after a name it opens type arguments, `<Select<Option> …`, up to a `>` of their own.
    if (Lexer.token === Token.Word && Lexer.tokenEnd === pos) Frames.add(F.Pending, 1);
  } else if (byte === Char.Greater) {
    if (Frames.get(F.Pending) > 0) Frames.add(F.Pending, at(pos - 1) === Char.Equals ? 0 : -1);
    else if (closing) endElement();
    else Frames.set(F.Kind, Kind.JsxChildren);
  } else if (byte === Char.Semicolon) {
    Frames.pop(); // No tag holds one: this `<` was a comparison or a cast.
  } else if (byte === Char.Equals) {
    Lexer.nameFromToken(NameKind.Assigned);
  }
  Lexer.setToken(Token.Operator, Lexer.pos - 1, Lexer.pos);
}

function jsxName(): void {
  let end = Lexer.pos + 1;
  while (isWordPart(end) || at(end) === Char.Minus) end++;
  Lexer.take(Token.Word, end);
}

function jsxString(quote: i32): void {
  const start = Lexer.pos + 1;
  const end = attributeEnd(start, find(quote, start));
  scriptLiteral(start, end, at(end) === quote);
}

/**
 * Where an attribute's string ends whose next quote is at `to`. It may span lines; but if further lines have characters of code, somebody
 * is typing and has not closed it in the first: of 185 such strings in public code none has.
 */
function attributeEnd(from: i32, to: i32): i32 {
  let line = to;
  for (let place = from; place < to; place++) {
    const byte = at(place);
    if (byte === Char.LineFeed) line = min(line, place);
    else if (place > line && (byte === Char.Less || byte === Char.OpenBrace || byte === Char.Semicolon)) return line;
  }
  return to === Text.end ? line : to;
}

export function jsxText(): void {
  let place = Lexer.pos;
  while (place < Text.end && at(place) !== Char.Less && at(place) !== Char.OpenBrace) place++;
  Lexer.pos = place;
  if (place >= Text.end) return;
  if (at(place) === Char.OpenBrace) return Lexer.open(Kind.JsxExpression, false);
  if (at(spacesEnd(place + 1, place + 20)) === Char.Slash) {
    Lexer.pos = min(Text.end, find(Char.Greater, place) + 1);
    return endElement();
  }
  beginTag();
}

function endElement(): void {
  Frames.pop();
  Lexer.closedKind = Kind.JsxTag;
  Lexer.setToken(Token.Close, Lexer.pos - 1, Lexer.pos);
}
