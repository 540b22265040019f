import { diagnosticCodes, directiveWord, type DiagnosticCode } from '../codes';
import { lineAt, lineStarts } from '../lines';
import { lex, Wanted } from './lexer/lexer';
import type { Language } from './reference';

/** What an ignore comment applies to: its own line, the line after it, or the whole file (in a notebook, the cell). */
export const directiveKinds = ['ignore', 'ignore-next-line', 'ignore-file'] as const;

export type DirectiveKind = (typeof directiveKinds)[number];

/** An ignore comment: `token-allowance: ignore[shut-down] -- moves next week`. Offsets are UTF-16, lines count from 0. */
export interface Directive {
  /** The line it applies to; absent for a file. */
  readonly target?: number;
  /** From `token-allowance:` up to the end of the reason. */
  readonly start: number;
  readonly end: number;
  /** The comment that holds it, its marks included. */
  readonly comment: { readonly start: number; readonly end: number };
  /** The codes it names, as written; absent where it applies to all. */
  readonly codes?: readonly string[];
  /** Where their list ends, its bracket not included. */
  readonly codesEnd?: number;
}

// It must begin a comment, or a line of one, or follow another comment's end, so that prose may mention it.
const line = /(?:^|[#*]|\/\/)[ \t]*(token-allowance:[ \t]*(ignore(?:-next-line|-file)?)(?![\w-])(.*))/gm;
const code = `(?:${diagnosticCodes.join('|')})`;
/** Codes are in brackets, or bare if they are known ones; all else is the reason. */
const named = new RegExp(String.raw`^[ \t]*(?:\[([^\]]*)\]|(${code}(?:[ \t]*,[ \t]*${code})*)(?![\w-]))`, 'd');
/** Ends a reason: the comment's own end, or another comment on the same line. */
const reasonEnd = /\*\/|[ \t]#[ \t]|[ \t]\/\/[ \t]|$/;

/** Collects the directives of a text while a lexer hands over its comments; undefined where the text cannot hold any. */
export function directiveReader(
  text: string,
):
  | { directives: Directive[]; onComment: (start: number, end: number) => void; lineOf: (offset: number) => number }
  | undefined {
  if (!text.includes(directiveWord)) return undefined;
  const directives: Directive[] = [];
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => lineAt(starts, offset);
  const onComment = (start: number, end: number): void => {
    const comment = text.slice(start, end).trimEnd();
    if (!comment.includes(directiveWord)) return;
    for (const match of comment.matchAll(line)) {
      const at = start + match.index + match[0].length - (match[1] ?? '').length;
      directives.push(directiveOf(match, at, { start, end: start + comment.length }, lineOf));
    }
  };
  return { directives, onComment, lineOf };
}

function directiveOf(
  [, whole = '', kind, rest = '']: RegExpMatchArray,
  start: number,
  comment: Directive['comment'],
  lineOf: (offset: number) => number,
): Directive {
  const said = rest.slice(0, reasonEnd.exec(rest)?.index).trimEnd();
  const indices = named.exec(said)?.indices;
  const list = indices?.[1] ?? indices?.[2];
  const codes = list && said.slice(...list).split(',');
  const from = start + whole.length - rest.length;
  return {
    ...(kind === 'ignore' && { target: lineOf(start) }),
    ...(kind === 'ignore-next-line' && { target: lineOf(comment.end) + 1 }),
    start,
    end: from + said.length,
    comment,
    ...(codes && { codes: codes.map((code) => code.trim()), codesEnd: from + list[1] }),
  };
}

/** The ignore comments of a source text, in order; text in strings does not count. */
export function directivesIn(text: string, language: Language): Directive[] {
  return read(text, language)?.directives ?? [];
}

function read(text: string, language: Language): ReturnType<typeof directiveReader> {
  const reader = directiveReader(text);
  if (reader) lex(text, language, Wanted.Comments, { comment: reader.onComment });
  return reader;
}

/** Marks references with the codes that directives silence on their lines; `lineOf` gives an offset's line. */
export function applyDirectives<R extends { readonly start: number }>(
  references: readonly R[],
  directives: readonly Directive[],
  lineOf: (offset: number) => number,
): (R & { readonly ignoredCodes?: readonly DiagnosticCode[] })[] {
  const byLine = new Map<number | undefined, Set<DiagnosticCode>>();
  for (const directive of directives) {
    const codes = byLine.get(directive.target) ?? new Set();
    codesOf(directive).forEach((code) => codes.add(code));
    byLine.set(directive.target, codes);
  }
  const inFile = byLine.get(undefined);
  return references.map((reference) => {
    const inLine = byLine.get(lineOf(reference.start));
    const ignoredCodes = diagnosticCodes.filter((code) => inFile?.has(code) || inLine?.has(code));
    return ignoredCodes.length ? { ...reference, ignoredCodes } : reference;
  });
}

/** The codes that a directive silences; unknown ones that it names silence nothing. */
export function codesOf({ codes }: Directive): readonly DiagnosticCode[] {
  return codes ? diagnosticCodes.filter((code) => codes.includes(code)) : diagnosticCodes;
}

/** The items of a text, marked with the codes that its ignore comments silence there. */
export function withIgnoredCodes<R extends { readonly start: number }>(
  items: readonly R[],
  text: string,
  language: Language,
): readonly (R & { readonly ignoredCodes?: readonly DiagnosticCode[] })[] {
  const reader = items.length ? read(text, language) : undefined;
  return reader ? applyDirectives(items, reader.directives, reader.lineOf) : items;
}
