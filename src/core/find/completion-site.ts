import type { ModelKind } from '../program/schema';
import { classify, namesModel } from './context';
import { lex, Wanted } from './lexer/lexer';
import type { Literal } from './lexer/literal';
import type { Site } from './lexer/site';
import { isModelName } from './receivers';
import { contexts, type Context, type Language } from './reference';

/** A string being written where a model may stand. Offsets are UTF-16. */
export interface CompletionSite {
  /** Between the quotes. */
  readonly start: number;
  readonly end: number;
  /** What stands there, on both sides of the cursor. */
  readonly present: string;
  /** What stands before the cursor. */
  readonly typed: string;
  /** The receiver's name says that a model stands here; elsewhere only what is typed can tell. */
  readonly certain: boolean;
  /** The only kinds that the call around it takes, by its name; absent where it takes any. */
  readonly kinds?: readonly ModelKind[];
}

/** The string around an offset, if a model may stand in it. */
export function completionSiteAt(text: string, language: Language, offset: number): CompletionSite | undefined {
  let found: CompletionSite | undefined;
  const literal = (each: Literal): void => {
    const { start, end } = each.position();
    if (offset < start || offset > end || each.isRun) return;
    const present = text.slice(start, end);
    // Half-typed code may leave a quote open, and a string then ends lines later.
    if (/[\r\n]/.test(present)) return;
    const site = each.site();
    const context = classify(site);
    if (!context || context === 'label' || context === 'deployment') return;
    const certain = isReceived(site, context);
    if (!certain && !namesModel(site, context, each.line())) return;
    const kinds = kindsTaken(site);
    found = { start, end, present, typed: text.slice(start, offset), certain, ...(kinds && { kinds }) };
  };
  lex(text, language, Wanted.Literals, { literal });
  return found;
}

function isReceived({ name, around }: Site, context: Context): boolean {
  // `model = os.getenv("MODEL", "…")`: the call hands its default on to the name.
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
