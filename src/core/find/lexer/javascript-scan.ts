import { Char, Class, classOf, isWordPart } from './characters';

/** The offset of the line break at or behind `from`, or the text's end. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where the string that begins at `from` ends: at its closing quote, or at the line break that leaves it unterminated. */
export function stringEnd(text: string, from: number, quote: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote || code === Char.LineFeed || code === Char.CarriageReturn) return i;
    if (code === Char.Backslash) {
      i++;
      if (text.charCodeAt(i) === Char.CarriageReturn && text.charCodeAt(i + 1) === Char.LineFeed) i++;
    }
  }
  return text.length;
}

/** Where template text that begins at `from` ends: at its backtick, at the `$` of a substitution, or at the text's end. */
export function templateTextEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === Char.Backtick) return i;
    if (code === Char.Backslash) i++;
    else if (code === Char.Dollar && text.charCodeAt(i + 1) === Char.OpenBrace) return i;
  }
  return text.length;
}

/**
 * The offset behind the regular expression whose pattern begins at `from`, flags included. Where none ends on this line, the
 * negated offset up to which that is certain, so that a caller need not look again.
 */
export function regexEnd(text: string, from: number): number {
  let inClass = false;
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === Char.Backslash) i++;
    else if (code === Char.LineFeed || code === Char.CarriageReturn) break;
    else if (code === Char.OpenBracket) inClass = true;
    else if (code === Char.CloseBracket) inClass = false;
    else if (code === Char.Slash && !inClass) {
      i++;
      while (i < text.length && isWordPart(text.charCodeAt(i))) i++;
      return i;
    }
  }
  return -Math.min(i, text.length);
}

/** The first offset at or behind `from` that is neither space nor comment; `limit` at most. */
export function triviaEnd(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (classOf(code) === Class.Space) i++;
    else if (code === Char.Slash && next === Char.Slash) i = lineEnd(text, i);
    else if (code === Char.Slash && next === Char.Asterisk) {
      const end = text.indexOf('*/', i + 2);
      if (end < 0) return limit;
      i = end + 2;
    } else break;
  }
  return i;
}
