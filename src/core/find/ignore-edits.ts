import { directiveWord, type DiagnosticCode } from '../codes';
import { lineAt, lineStarts } from '../lines';
import { applyEdit, type TextEdit } from '../text-edit';
import { directivesIn, withIgnoredCodes, type Directive, type DirectiveKind } from './directives';
import { findReferences } from './find';
import type { Language, ModelReference } from './reference';

/** An ignore comment in a language, without its line's end. */
function ignoreComment(kind: DirectiveKind, language: Language, code: DiagnosticCode): string {
  return `${language === 'python' ? '#' : '//'} ${words(kind, code)}`;
}

function words(kind: DirectiveKind, code: DiagnosticCode): string {
  return `${directiveWord} ${kind}[${code}]`;
}

/** Adds a code to the list of an ignore comment that applies to a line, or to the file; undefined where there is none. */
function listEdit(text: string, language: Language, code: DiagnosticCode, target?: number): TextEdit | undefined {
  const list = directivesIn(text, language).find((each) => each.target === target);
  if (list?.codesEnd === undefined) return undefined;
  return insertion(list.codesEnd, list.codes?.at(-1) ? `, ${code}` : code);
}

/** What ESLint reads as rule names up to the line's end, unless a reason follows. */
const rulesToTheEnd = /\/\/\s*\w+-disable-line\b(?!.*\s--)/;

/**
 * The edit that makes `code` ignored at a string or a name: in the list of a comment that applies to its line already, else a comment after
 * the line, before it, or right after the string, whichever first works as a comment and changes no reference. Undefined where no place
 * will do, as in a Python template.
 */
export function ignoreLineEdit(
  text: string,
  language: Language,
  { start, end }: Pick<ModelReference, 'start' | 'end'>,
  code: DiagnosticCode,
): TextEdit | undefined {
  const starts = lineStarts(text);
  const line = lineAt(starts, start);
  const lineStart = starts[line] ?? 0;
  const [content = ''] = /^.*/.exec(text.slice(lineStart)) ?? [];
  const [indent = ''] = /^[ \t]*/.exec(content) ?? [];
  const before = (comment: string) => insertion(lineStart, `${indent}${comment}${eol(text)}`);
  const python = language === 'python';
  const next = ignoreComment('ignore-next-line', language, code);
  const behind = /["'`]/.test(text[end] ?? '') ? end + 1 : end;
  const places = [
    insertion(lineStart + content.trimEnd().length, `${python ? '  ' : ' '}${ignoreComment('ignore', language, code)}`),
    before(next),
    ...(python
      ? []
      : [before(`{/* ${words('ignore-next-line', code)} */}`), insertion(behind, ` /* ${words('ignore', code)} */`)]),
  ];
  // No comment may follow a backslash that continues a line, nor be below one.
  const continues = python && text.slice(0, lineStart).trimEnd().endsWith('\\');
  const closed = python ? content.trimEnd().endsWith('\\') : rulesToTheEnd.test(content);
  const allowed = places.filter((_, i) => !(i === 0 && closed) && !(i === 1 && continues));
  const inList = listEdit(text, language, code, line);
  const original = findReferences(text, language);
  return [...(inList ? [inList] : []), ...allowed].find((edit) => {
    const after = applyEdit(text, edit);
    const found = findReferences(after, language);
    const same = original.every(({ model, context }, i) => found[i]?.model === model && found[i].context === context);
    // The finder knows nothing of names, unlike strings.
    const place = { start: edit.start <= start ? start + edit.insert.length : start };
    return same && withIgnoredCodes([place], after, language)[0]?.ignoredCodes?.includes(code);
  });
}

/** Python's encoding declaration counts in a file's first line, or in its second if the first holds no code. */
const encoding = String.raw`(?:[ \t\f]*(?:#.*)?(?:\r\n?|\n))?[ \t\f]*#.*?coding[:=].*`;
const mustComeFirst = new RegExp(String.raw`^(?:${encoding}|#!.*)(?:\r\n?|\n|$)`);

/** Adds a code to a file's own list, or a comment at its beginning, after what must come first: a shebang, an encoding. */
export function ignoreFileEdit(text: string, language: Language, code: DiagnosticCode): TextEdit {
  const inList = listEdit(text, language, code);
  if (inList) return inList;
  const [first = ''] = mustComeFirst.exec(text) ?? [];
  const lineEnd = /[^\r\n]$/.test(first) ? eol(text) : '';
  return insertion(first.length, `${lineEnd}${ignoreComment('ignore-file', language, code)}${eol(text)}`);
}

/** Removes an ignore comment, with its line if nothing else is in it; of a comment that says more, only its part. */
export function removeDirectiveEdit(text: string, { start, end, comment }: Directive): TextEdit {
  const said = text.slice(comment.start, start) + text.slice(end, comment.end);
  if (/[^\s#/*!]/.test(said)) {
    const [marks = ''] = /[ \t]*(?:[#*]|\/\/)?[ \t]*$/.exec(text.slice(comment.start, start)) ?? [];
    return { start: start - marks.length, end, insert: '' };
  }
  const { start: from, end: to } = withBraces(text, comment);
  const lineStart = lineStartOf(text, from);
  const before = text.slice(lineStart, from).trimEnd();
  const [, blanks = '', lineEnd] = /^([ \t]*)(\r\n?|\n|$)?/.exec(text.slice(to)) ?? [];
  if (lineEnd === undefined) {
    // Code follows the comment: one of its blanks stays, unless punctuation follows.
    const closes = /^[,;)\]}]/.test(text.slice(to + blanks.length));
    return { start: closes && before ? lineStart + before.length : from, end: to + blanks.length, insert: '' };
  }
  return { start: lineStart + before.length, end: before ? to : to + blanks.length + lineEnd.length, insert: '' };
}

/** A comment with the braces that allow it among an element's children. */
function withBraces(text: string, { start, end }: Directive['comment']): Directive['comment'] {
  // After an element's tag or another expression; in plain code that is a block, which may go as well.
  const child =
    text[start - 1] === '{' && text[end] === '}' && /(?:[^=]>|\})$/.test(text.slice(0, start - 1).trimEnd());
  return child ? { start: start - 1, end: end + 1 } : { start, end };
}

function lineStartOf(text: string, offset: number): number {
  const starts = lineStarts(text);
  return starts[lineAt(starts, offset)] ?? 0;
}

function insertion(offset: number, insert: string): TextEdit {
  return { start: offset, end: offset, insert };
}

function eol(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}
