import { Char, Class, classOf, isOperatorPart, isWordPart } from './characters';
import { F, Frames, Kind, NameKind, Statement, framesEnd } from './frames';
import { pythonTriviaEnd } from './python-trivia';
import { scriptTriviaEnd } from './script-scan';
import { Lexer, Token, maxName } from './lexer';
import { Text, at } from './text';

// What the host reads about a literal, as one row of numbers; the other half is `literal.ts` outside this folder.

const maxSurroundings: i32 = 5;
/** An assertion may compare a whole document. */
const maxGoverned: i32 = 40;
const maxLookAhead: i32 = 2000;
const longestOperator: i32 = 4;

/** Columns of the record; pairs are places `[start, end)`. */
const enum R {
  Before = 0,
  After = 2,
  Colon = 4,
  Statement = 5,
  Surroundings = 6,
  First = 7,
}
/** Columns that no other literal shares: its position, and where the two innermost brackets around it open. */
const position: i32 = 40;
const opened: i32 = 44;
/** Columns of each surrounding bracket: kind, callee, name, position among a call's arguments. */
const surroundingWidth: i32 = 6;

const record = memory.data(4 * 64, 16);
/** Whether the record has changed since the last description, apart from the tokens beside the literal. */
let changed: bool = false;

export function recordAddress(): i32 {
  return <i32>record;
}

function put(column: i32, value: i32): void {
  const cell = record + ((<usize>column) << 2);
  if (load<i32>(cell) === value) return;
  store<i32>(cell, value);
  changed = true;
}

function putOwn(column: i32, value: i32): void {
  store<i32>(record + ((<usize>column) << 2), value);
}

export function putPosition(column: i32, value: i32): void {
  putOwn(position + column, value);
}

/** Forgets what was described last, so that the next literal counts as another's neighbour. */
export function beginRecord(): void {
  put(R.Surroundings, -1);
}

/**
 * Describes the literal that has just been handed over; returns whether its surroundings differ from the last one's. Parentheses around
 * nothing else do not count: `return ("gpt-4o")` is `return "gpt-4o"`.
 */
export function describe(): bool {
  let start = Lexer.token === Token.None ? -1 : Lexer.tokenStart;
  let end = Lexer.tokenEnd;
  let next = describeNext(Lexer.pos);
  let inner: i32 = 0;
  for (; inner < maxSurroundings && isOnlyGrouped(inner, start, next); inner++) {
    start = Frames.above(inner, F.CalleeStart);
    end = Frames.above(inner, F.CalleeEnd);
    next = describeNext(next + 1);
  }
  put(R.Before, start < 0 ? -1 : max(start, end - maxName));
  put(R.Before + 1, end);
  changed = false;
  put(R.Colon, start >= 0 && end - start === 1 && at(start) === Char.Colon ? Lexer.colon : 0);
  put(R.Statement, governing());
  putOwn(opened, Frames.above(inner, F.Open));
  putOwn(opened + 1, Frames.above(inner + 1, F.Open));
  let count: i32 = 0;
  for (let up = inner; up < inner + maxSurroundings && Frames.has(up); up++) {
    describeFrame(up, R.First + surroundingWidth * count++);
    if (endsSurroundings(up)) break;
  }
  put(R.Surroundings, count);
  return changed;
}

/** Whether the frame is of parentheses that hold only what is between the tokens that begin at these places. */
function isOnlyGrouped(up: i32, before: i32, after: i32): bool {
  if (Frames.above(up, F.Kind) !== Kind.Group || before < 0) return false;
  return at(before) === Char.OpenParen && at(after) === Char.CloseParen;
}

/** Outside a body of statements other code begins: the call that a function is passed to says nothing about its inside. */
function endsSurroundings(up: i32): bool {
  const kind = Frames.above(up, F.Kind);
  return kind === Kind.Block || kind === Kind.ClassBody;
}

function describeFrame(up: i32, column: i32): void {
  const kind = Frames.above(up, F.Kind);
  put(column, kind);
  putName(column + 1, kind === Kind.Group ? -1 : Frames.above(up, F.CalleeStart), Frames.above(up, F.CalleeEnd));
  const named = Frames.above(up, F.NameKind) !== NameKind.None;
  putName(column + 3, named ? Frames.above(up, F.NameStart) : -1, Frames.above(up, F.NameEnd));
  // The position in a list says nothing.
  put(column + 5, kind === Kind.Call ? Frames.above(up, F.Commas) : 0);
}

function putName(column: i32, start: i32, end: i32): void {
  put(column, start < 0 ? -1 : max(start, end - maxName));
  put(column + 1, end);
}

/** The innermost statement keyword that says something: brackets inside a `type` or an `assert` belong to it. */
function governing(): Statement {
  for (let up: i32 = 0; up <= maxGoverned && Frames.has(up); up++) {
    const statement = Frames.above(up, F.Statement);
    if (statement !== Statement.None) return statement;
    if (endsSurroundings(up)) break;
  }
  return Statement.None;
}

/** The significant token at or after `from`: a whole word, a whole operator, one bracket. Returns where it begins. */
function describeNext(from: i32): i32 {
  const limit = min(Text.end, from + maxLookAhead);
  const start = Lexer.python ? pythonTriviaEnd(from, limit) : scriptTriviaEnd(from, limit);
  put(R.After, start < limit ? start : -1);
  let end = start;
  const kind = classOf(at(start));
  if (kind === Class.Word || kind === Class.Wide) while (end < limit && end - start < maxName && isWordPart(end)) end++;
  else if (kind === Class.Operator) {
    while (end < limit && end - start < longestOperator && isOperatorPart(at(end))) end++;
  }
  put(R.After + 1, max(end, start + 1));
  return start;
}

/** The pieces of several adjoining literals: places `[start, end)`. */
export const maxPieces: i32 = 200;
const pieces: i32 = framesEnd;
/** After the pieces, the text may begin. */
export const piecesEnd: i32 = framesEnd + maxPieces * 8;

export function piecesAddress(): i32 {
  return pieces;
}

export function putPiece(index: i32, start: i32, end: i32): void {
  if (index >= maxPieces) return;
  store<i32>(<usize>(pieces + index * 8), start);
  store<i32>(<usize>(pieces + index * 8 + 4), end);
}
