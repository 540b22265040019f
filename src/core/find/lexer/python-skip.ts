import { Char, Class, classOf } from './characters';
import { beginsStatement } from './python-grammar';

/** Where the text of a string that begins at `from` ends; see `PythonLexer.textEnd`. */
export type TextEnd = (from: number, quote: number, triple: boolean, formatted: boolean) => number;

/** Open brackets are kept as two bits each in one number; deeper than this is for the lexer itself. */
const deepest = 14;

/**
 * Passes over whole statements without reading them, many times faster than the lexer: the start of the last line before `to` that no
 * bracket or string spans. It begins where a statement does, outside all brackets; what needs a closer look (an f-string's fields,
 * anything unclosed) ends it at the line before. Takes time linear in what it passes over, and in the one statement behind that.
 */
export function skipStatements(text: string, from: number, to: number, textEnd: TextEnd): number {
  let start = from;
  let open = 0;
  let depth = 0;
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    switch (classOf(code)) {
      case Class.Open:
        if (++depth > deepest) return start;
        open = (open << 2) | bracket(code);
        break;
      case Class.Close:
        if (depth === 0 || (open & 3) !== bracket(code)) return start;
        open >>= 2;
        depth--;
        break;
      case Class.Quote: {
        if (code === Char.Backtick) break;
        const triple = text.charCodeAt(i + 1) === code && text.charCodeAt(i + 2) === code;
        const letter = text.charCodeAt(i - 1) | 32;
        // An r may stand behind the f: what is no f-string only ends sooner for that.
        const end = textEnd(i + (triple ? 3 : 1), code, triple, letter === 102 || letter === 116 || letter === 114);
        if (end >= text.length || text.charCodeAt(end) !== code) return start;
        i = end + (triple ? 2 : 0);
        break;
      }
      case Class.Space:
        if (code !== Char.LineFeed) break;
        if (depth === 0) start = i + 1;
        else if (beginsStatement(text, i + 1)) return start;
        break;
      case Class.Operator:
        if (code === Char.Backslash) i += text.charCodeAt(i + 1) === Char.CarriageReturn ? 2 : 1;
        else if (code === Char.Hash) {
          const lineBreak = text.indexOf('\n', i);
          if (lineBreak < 0) return start;
          i = lineBreak - 1;
        }
    }
    i++;
  }
  return start;
}

/** One of three numbers for the kind of a bracket, opening or closing. */
function bracket(code: number): number {
  if (code === Char.OpenParen || code === Char.CloseParen) return 1;
  return code === Char.OpenBracket || code === Char.CloseBracket ? 2 : 3;
}
