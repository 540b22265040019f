/**
 * Replaces syntax that @lezer/python does not know with equivalents of the same length, so that all offsets stay: Windows' line breaks, `1.`,
 * a bare `yield`, template strings, parentheses behind `as` and around the items of `with`, `*_` as a comprehension's target.
 * Blank lines and comments are joined to the line before, because the parser nests statements with such lines between them one in the other,
 * and gives up on a row of 300.
 */
export function withoutGaps(text: string): string {
  const plain = text
    .replace(/(\\?)\r\n/g, ' $1\n')
    .replace(/(?<!\\)\n(?=[ \t]*(?:\n|#))/g, ' ')
    .replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, '$1 ')
    .replace(/\byield(?=[ \t]*(?:[),\]\r\n;#]|$))/g, 'None ')
    .replace(/\b[tT](?=[rR]?["'])/g, 'f')
    .replace(/\b([rR])[tT](?=["'])/g, '$1f')
    .replace(/\bas[ \t]*\([\w\s,*.]{0,300}\)(?=[ \t]*[:,)])/g, (target) => `as ${'_'.repeat(target.length - 3)}`)
    .replace(/\bfor[ \t]+\*(?=\w)/g, (head) => `${head.slice(0, -1)} `)
    .replace(/(\bfor[ \t]+[\w, \t]{1,80},[ \t]{0,9})\*(?=\w+[ \t]+in\b)/g, '$1 ');
  return withoutParentheses(plain);
}

const openWith = /^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm;
/** No header is longer. */
const reach = 5000;

function withoutParentheses(text: string): string {
  let result = '';
  let done = 0;
  const matches = [...text.matchAll(openWith)];
  for (const [i, match] of matches.entries()) {
    const open = match.index + match[0].length - 1;
    // A header ends before the next one, so that one that never closes does not make the others be read again.
    const header = text.slice(open, Math.min(open + reach, matches[i + 1]?.index ?? text.length));
    const close = closing(header);
    if (close < 0 || !/^[ \t]*:/.test(header.slice(close + 1)) || !/\bas\b/.test(header.slice(0, close))) continue;
    result += `${text.slice(done, open)} ${oneLine(header.slice(1, close))} `;
    done = open + close + 1;
  }
  return result + text.slice(done);
}

/** A string with its quotes, closed or not, a comment, or any one character; no alternative backtracks. */
const token =
  /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|#[^\n]*|[\s\S]/g;

/** The offset of the bracket that closes the one at offset 0, or -1. */
function closing(text: string): number {
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(token)) {
    if (part === '(' || part === '[' || part === '{') depth++;
    else if ((part === ')' || part === ']' || part === '}') && --depth === 0) return index;
  }
  return -1;
}

/** Blanks out comments and line breaks, which are only allowed inside brackets. */
function oneLine(text: string): string {
  return text.replace(token, (part) =>
    part.startsWith('#') ? ' '.repeat(part.length) : /[\r\n]/.test(part) && part.length === 1 ? ' ' : part,
  );
}
