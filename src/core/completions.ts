import { completionSiteAt } from './find/completion-site';
import { parseModelName, prefixOf } from './find/model-id';
import type { Language, Route } from './find/reference';
import { assess, isListedKind, isNear, isShutDown, type AssessOptions, type Finding } from './findings';
import { chosenListings, idsIn } from './program/coverage';
import type { Program } from './program/program';
import type { ModelKind } from './program/schema';

/** What to offer at an offset, and the string's content that a choice replaces. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  /** Best first: covered, then not covered, then shut down. */
  readonly items: readonly Finding[];
}

/** How many letters must be typed where only they can tell that a model is meant. */
const enoughLetters = 2;

/** The models to offer at an offset of a source text; nothing where no model is expected. */
export function completionsAt(
  text: string,
  language: Language,
  offset: number,
  program: Program,
  basis: AssessOptions,
): Completions | undefined {
  const site = completionSiteAt(text, language, offset);
  if (!site) return undefined;
  const { start, end, present, typed, certain, kinds } = site;
  const items = completionsFor(program, present, basis, kinds);
  const meant = typed.length >= enoughLetters && items.some(({ reference }) => reference.text.startsWith(typed));
  return certain || meant ? { start, end, items } : undefined;
}

/**
 * All models of OpenAI's API for a string that now holds `present`, best first, after its prefix; only of certain kinds, if any are named.
 * Each is what would be found there, with `reference.text` as the string's content.
 */
export function completionsFor(
  program: Program,
  present: string,
  basis: AssessOptions,
  kinds?: readonly ModelKind[],
): Finding[] {
  const { prefix, route } = prefixOf(present);
  const listed = chosenListings(program, basis.listings).flatMap(idsIn);
  const places = new Map([...new Set(listed)].map((id, place) => [id, place]));
  const known = Array.from(program.models.keys()).filter((id) => parseModelName(id));
  const best = [...new Set([...listed, ...known])]
    .filter((id) => {
      const kind = program.models.get(id)?.kind;
      return !kinds || !kind || kinds.includes(kind);
    })
    .map((model) => assessUse(program, model, basis, prefix))
    .sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || byName(a, b));

  // A model that OpenAI has shut down is seldom wanted from another host, so the order stays; only OpenAI's dates do not hold there.
  if (route.kind === 'unknown') return best;
  return best.map(({ reference: { model } }) => assessUse(program, model, basis, prefix, route));

  /** Newest listing first, in its order; an alias directly before its snapshot. */
  function place(finding: Finding): number {
    if (isShutDown(finding)) return 0;
    const { coverage, reference } = finding;
    const snapshot = coverage.kind === 'covered' && coverage.viaAlias ? coverage.snapshot : undefined;
    const place = places.get(snapshot ?? reference.model) ?? places.get(reference.model) ?? places.size;
    return snapshot ? place - 0.5 : place;
  }
}

/** What would be found of a model if a call used it. */
export function assessUse(
  program: Program,
  model: string,
  basis: AssessOptions,
  prefix = '',
  route: Route = { kind: 'unknown' },
): Finding {
  const text = prefix + model;
  return assess(program, { start: 0, end: text.length, text, model, context: 'model', role: 'use', route }, basis);
}

function rank(finding: Finding): number {
  if (isShutDown(finding)) return 6;
  const { coverage, lifecycle, kind, basis } = finding;
  const ending = lifecycle !== undefined && isNear(lifecycle, basis);
  return (coverage.kind === 'covered' ? 0 : kind && isListedKind(kind) ? 2 : 4) + (ending ? 1 : 0);
}

/** Newer models first; shut-down ones by name, so that an exact match comes before longer names. */
function byName(a: Finding, b: Finding): number {
  const [first, second] = [a.reference.model, b.reference.model];
  return isShutDown(a) ? natural.compare(first, second) : natural.compare(aged(second), aged(first));
}

/** A model's name for comparing ages: a version is newer than a word in its place, as in `text-embedding-ada-002`. */
function aged(model: string): string {
  return model.replace(/-(?=\d(?!\d{3}))/g, '-zz');
}

const natural = new Intl.Collator('en', { numeric: true });
