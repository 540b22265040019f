import { diagnosticCodes, directiveWord } from '../codes';
import { directiveKinds } from './directives';
import { lex, Wanted } from './lexer/lexer';
import type { Language } from './reference';

/** What to offer in a comment, and the text before the cursor that a choice replaces; offsets are UTF-16. */
export interface DirectiveCompletions {
  readonly start: number;
  readonly end: number;
  /** Whole directives, or codes where a bracket is open. */
  readonly items: readonly string[];
}

// The same beginning that `directives.ts` asks for.
const directive = /(?:^|[#*]|\/\/)[ \t]*([a-z][a-z-]*(?::[ \t]*[a-z-]*)?)$/m;
const code = /token-allowance:[ \t]*ignore[a-z-]*[ \t]*\[(?:[a-z-]+[ \t]*,[ \t]*)*([a-z-]*)$/;
const enoughLetters = 2;

/** The ignore comments to offer at an offset inside a comment that begins like one; undefined elsewhere. */
export function directiveCompletionsAt(
  text: string,
  language: Language,
  offset: number,
): DirectiveCompletions | undefined {
  let before = '';
  const comment = (start: number, end: number): void => {
    if (offset > start && offset <= end) before = text.slice(start, offset);
  };
  lex(text, language, Wanted.Comments, { comment });
  const offer = (typed: string, items: readonly string[]): DirectiveCompletions => ({
    start: offset - typed.length,
    end: offset,
    items,
  });
  const inBracket = code.exec(before)?.[1];
  if (inBracket !== undefined) return offer(inBracket, diagnosticCodes);
  const typed = directive.exec(before)?.[1] ?? '';
  const items = directiveKinds.map((kind) => `${directiveWord} ${kind}`);
  const begun = typed.replace(/:[ \t]*/, ': ');
  return begun.length >= enoughLetters && items.some((item) => item.startsWith(begun))
    ? offer(typed, items)
    : undefined;
}
