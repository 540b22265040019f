import type { ModelKind } from '../program/schema';
import { classify, namesModel } from './context';
import { lex, Wanted } from './lexer/lexer';
import type { Literal } from './lexer/literal';
import type { Site } from './lexer/site';
import { isModelName } from './receivers';
import { contexts, type Context, type Language } from './reference';

/** A string being written where a model may be named. Offsets are UTF-16. */
export interface CompletionSite {
  /** Between the quotes. */
  readonly start: number;
  readonly end: number;
  /** The string's content, on both sides of the cursor. */
  readonly present: string;
  /** The content before the cursor. */
  readonly typed: string;
  /** The receiver's name says that a model belongs here; elsewhere only what is typed can tell. */
  readonly certain: boolean;
  /** The only kinds of models that the call around it takes, by its name; absent where it takes any. */
  readonly kinds?: readonly ModelKind[];
}

/** The characters of a model's name, provider prefix included. */
const nameParts = String.raw`[\w.:/@-]*`;
const isName = new RegExp(`^${nameParts}$`);
const opened = new RegExp(`(["'\`])(${nameParts})$`);
/** The rest of a name, if nothing else follows in its line: text before other code may be a part of that. */
const continued = new RegExp(`^(?!\\.\\.)${nameParts}(?=[)\\]},; \\t]*(?:[\\r\\n]|$))`);
const maxNameLength = 200;

/** The string around an offset, closed or half-typed, if a model may be named in it. */
export function completionSiteAt(text: string, language: Language, offset: number): CompletionSite | undefined {
  const closed = stringAt(text, language, offset);
  if (closed && isName.test(closed.present)) return closed.site;
  // Not a name: a quote may have been left open, and the string then ends at one that opens another, maybe lines later.
  return halfTypedAt(text, language, offset) ?? (closed && /[\r\n]/.test(closed.present) ? undefined : closed?.site);
}

/** A string whose closing quote is still missing: read as if it were there, right after the name, and nothing after it. */
function halfTypedAt(text: string, language: Language, offset: number): CompletionSite | undefined {
  const [, quote, typed = ''] = opened.exec(text.slice(Math.max(0, offset - maxNameLength), offset)) ?? [];
  if (!quote) return undefined;
  const [rest = ''] = continued.exec(text.slice(offset, offset + maxNameLength)) ?? [];
  const found = stringAt(text.slice(0, offset) + rest + quote, language, offset);
  // The quote may have closed a string, or be in a comment.
  return found?.start === offset - typed.length ? found.site : undefined;
}

/** The string that the lexer sees around an offset, and the site if a model may be named in it. */
function stringAt(
  text: string,
  language: Language,
  offset: number,
): { readonly start: number; readonly present: string; readonly site: CompletionSite | undefined } | undefined {
  let found: ReturnType<typeof stringAt>;
  const literal = (each: Literal): void => {
    const { start, end } = each.position();
    if (offset < start || offset > end) return;
    const present = text.slice(start, end);
    found = { start, present, site: siteOf(each, { start, end, present, typed: text.slice(start, offset) }) };
  };
  lex(text, language, Wanted.Literals, { literal });
  return found;
}

function siteOf(
  literal: Literal,
  written: Pick<CompletionSite, 'start' | 'end' | 'present' | 'typed'>,
): CompletionSite | undefined {
  if (literal.isRun) return undefined;
  const site = literal.site();
  const context = classify(site);
  if (!context || context === 'label' || context === 'deployment') return undefined;
  const certain = isReceived(site, context);
  if (!certain && !namesModel(site, context, literal.line())) return undefined;
  const kinds = kindsTaken(site);
  return { ...written, certain, ...(kinds && { kinds }) };
}

function isReceived({ name, around }: Site, context: Context): boolean {
  // `model = os.getenv("MODEL", "…")`: the call passes its default on to the name.
  const receiver = context === 'fallback' ? (name ?? around[1]?.name) : name;
  return context === 'model' || (contexts[context] === 'use' && receiver !== undefined && isModelName(receiver));
}

const takers: readonly (readonly [callee: RegExp, kinds: readonly ModelKind[]])[] = [
  [/embedding/i, ['embedding']],
  [/moderation/i, ['moderation']],
  [/\bimages?\./i, ['image']],
  [/\baudio\.|transcri|speech/i, ['audio']],
  [/realtime/i, ['realtime']],
];

function kindsTaken({ around }: Site): readonly ModelKind[] | undefined {
  const callee = around.find(({ kind }) => kind === 'call')?.callee ?? '';
  return takers.find(([pattern]) => pattern.test(callee))?.[1];
}
