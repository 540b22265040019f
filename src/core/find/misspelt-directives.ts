import { diagnosticCodes, directiveWord } from '../codes';
import { similarTo } from '../similar';
import { directiveKinds, type Directive, type DirectiveKind } from './directives';
import { lex, Wanted } from './lexer/lexer';
import type { Language } from './reference';

/** An ignore comment, or a code in one, that is misspelt, so that it ignores nothing. Offsets are UTF-16. */
export interface Misspelt {
  readonly start: number;
  readonly end: number;
  /** The code that does not exist; absent where the comment's own beginning is wrong. */
  readonly code?: string;
  /** What to write from `start` to `end`, where it is clear what was meant. */
  readonly meant?: string;
}

/** As people write it, however it begins: a case-insensitive search takes twice as long as both of these, and this runs after each key. */
const names = ['oken-allowance', 'OKEN-ALLOWANCE'];
// Begins where an ignore comment begins; see `directives.ts`.
const likely = /(?:^|[#*]|\/\/)[ \t]*(@?token-allowance([ \t]*:[ \t]*|-|[ \t]+)([a-z][\w-]*))(?![\w./-])(.*)/gim;
const verb =
  /^(?:ignore|disable|suppress|silence|skip|noqa|off)(?:-?(?:this|the|next|line|file|cell|module|all|begin|start|end))*$/;
/** `# token-allowance: ignored by nobody` is prose. */
const inflected = /e[ds]$/;
/** Prose goes on with neither the comment's end nor codes or a reason with their marks. */
const endsThere = new RegExp(String.raw`^[ \t]*(?:$|\*\/|--|:|\[|#|\/\/|(?:${diagnosticCodes.join('|')})(?![\w-]))`);

/**
 * The ignore comments of a source text that have no effect because of how they are written. A comment that merely names the tool is none.
 * @param directives the valid ones
 */
export function misspeltIn(text: string, language: Language, directives: readonly Directive[]): Misspelt[] {
  if (!names.some((name) => text.includes(name))) return [];
  const found: Misspelt[] = [];
  const comment = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(likely)) found.push(...misspelt(match, start));
  };
  lex(text, language, Wanted.Comments, { comment });
  return [...found, ...unknownCodes(text, directives)].sort((a, b) => a.start - b.start);
}

function misspelt(match: RegExpExecArray, from: number): Misspelt[] {
  const [all, whole = '', mark = '', word = '', rest = ''] = match;
  const kind = directiveKinds.find((each) => each === word);
  if (kind && whole.startsWith(directiveWord)) return [];
  const said = word.toLowerCase().replaceAll('_', '-');
  const near = inflected.test(said) ? undefined : (similarTo(said, directiveKinds)[0] as DirectiveKind | undefined);
  if (!near && !verb.test(said)) return [];
  // `token-allowance-ignore-next-line` is no prose, whatever follows.
  const unmistakable = mark.trim() !== '' && /(?:line|file)$/.test(said);
  if (!unmistakable && !endsThere.test(rest)) return [];
  const meant = verb.test(said) ? kindOf(said) : near;
  const start = from + match.index + all.length - rest.length - whole.length;
  return [{ start, end: start + whole.length, ...(meant && { meant: `${directiveWord} ${meant}` }) }];
}

/** What a verb and its scope mean here; undefined where that would be a guess: some tools disable up to the file's end. */
function kindOf(said: string): DirectiveKind | undefined {
  if (/all|begin|start|end/.test(said)) return undefined;
  if (said.includes('next')) return 'ignore-next-line';
  if (/file|cell|module/.test(said)) return 'ignore-file';
  return said === 'disable' || said === 'off' ? undefined : 'ignore';
}

/** Whether an ignore comment names a code that does not exist. */
export function hasUnknownCode({ codes = [] }: Directive): boolean {
  return codes.some(isUnknown);
}

const isUnknown = (code: string): boolean => code !== '' && !diagnosticCodes.some((each) => each === code);

/** The unknown codes in ignore comments; those are in brackets. */
function unknownCodes(text: string, directives: readonly Directive[]): Misspelt[] {
  return directives.flatMap(({ start: from, codes = [] }) => {
    let end = text.indexOf('[', from) + 1;
    return codes.flatMap((code): Misspelt[] => {
      const start = text.indexOf(code, end);
      end = start + code.length;
      if (!isUnknown(code)) return [];
      const [meant] = similarTo(code.toLowerCase(), diagnosticCodes);
      return [{ start, end, code, ...(meant && { meant }) }];
    });
  });
}
