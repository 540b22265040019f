import { Char } from './characters';
import { Statement } from './frames';

const prefixes = new Set(['r', 'u', 'b', 'f', 't', 'br', 'rb', 'fr', 'rf', 'tr', 'rt', 'ur']);

/** Whether the word at `[start, end)` is a string prefix. */
export function isPrefix(text: string, start: number, end: number): boolean {
  return end - start <= 2 && prefixes.has(text.slice(start, end).toLowerCase());
}

/** Whether a string's prefix makes it an f-string or a t-string. */
export function isFormatted(text: string, start: number, quote: number): boolean {
  for (let i = start; i < quote; i++) {
    const letter = text.charCodeAt(i) | 32;
    if (letter === 102 || letter === 116) return true;
  }
  return false;
}

/** The offset of the quote of the literal at `at`, its prefix passed over; -1 where no literal stands. */
export function quoteAt(text: string, at: number): number {
  for (let i = at; i < at + 4; i++) {
    const code = text.charCodeAt(i);
    if (code === Char.DoubleQuote || code === Char.Quote) return i === at || isPrefix(text, at, i) ? i : -1;
  }
  return -1;
}

const statementWords = new Map<string, Statement>([
  ['assert', Statement.Assert],
  ['case', Statement.Case],
  ['match', Statement.None],
  ['type', Statement.Type],
  ['def', Statement.Function],
  ...['if', 'elif', 'else', 'for', 'while', 'with', 'try', 'except', 'finally', 'class'].map(
    (word) => [word, Statement.Compound] as const,
  ),
  ...['return', 'raise', 'del', 'import', 'from', 'global', 'yield'].map((word) => [word, Statement.Other] as const),
]);

/** The statement that a line's first word at `[start, end)` opens. */
export function pythonStatement(text: string, start: number, end: number): Statement {
  if (end - start > 7 || end - start < 2) return Statement.None;
  const word = text.slice(start, end);
  // `match`, `case` and `type` are keywords only before what they take.
  if (word === 'match')
    return /^[ \t]+[^=.,:)\]\s][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n/.test(text.slice(end, end + 400))
      ? Statement.Compound
      : Statement.None;
  if (word === 'case' || word === 'type')
    return /^[ \t]+[^=.,:)\]\s]/.test(text.slice(end, end + 40))
      ? (statementWords.get(word) ?? Statement.None)
      : Statement.None;
  if (word === 'async') return /^[ \t]+def\b/.test(text.slice(end, end + 40)) ? Statement.Function : Statement.Compound;
  return statementWords.get(word) ?? Statement.None;
}

/** Whether the word at `[start, end)` is `lambda`. */
export function opensLambda(text: string, start: number, end: number): boolean {
  return end - start === 6 && text.startsWith('lambda', start);
}

/** Words that begin a line only as a statement: none can stand inside brackets. */
const statementLine =
  /[ \t]*(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w+[ \t]*[(:]|(?:return|import|try|while|with|raise|assert|del|pass|break|continue|global)\b(?![ \t]*=)|from[ \t]+[\w.]+[ \t]+import\b|@\w)/y;

/** Whether the line that begins at `from` opens a statement by a word that no expression can hold. */
export function beginsStatement(text: string, from: number): boolean {
  statementLine.lastIndex = from;
  return statementLine.test(text);
}
