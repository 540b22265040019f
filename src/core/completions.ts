import { completionSiteAt } from './find/completion-site';
import { parseModelName, prefixOf } from './find/model-id';
import type { Language, Route } from './find/reference';
import { assess, isListedKind, isWithinHorizon, type AssessOptions, type Finding } from './findings';
import { chosenListings } from './program/coverage';
import type { Program } from './program/program';
import type { ModelKind, Pool } from './program/schema';

/** A model that a string could name. */
export interface Completion {
  readonly model: string;
  /** What then stands between the quotes: the id behind the present prefix. */
  readonly text: string;
  /** Absent where the model is not covered, or its prefix leads to another host. */
  readonly pool?: Pool;
  /** The id it is counted under, where that is another. */
  readonly snapshot?: string;
  /** The day of its end, `YYYY-MM-DD`, UTC. */
  readonly shutdown?: string;
  /** Requests fail: to be struck through. */
  readonly shutDown?: true;
  /** What would be found if it stood there, for `briefText` and `hoverText`. */
  readonly finding: Finding;
}

/** What to offer at an offset, and the string's content that a choice replaces. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  /** Best first: covered, then not covered, then shut down. */
  readonly items: readonly Completion[];
}

/** Letters typed before models are offered where only they can tell that a model is meant. */
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
  const meant = typed.length >= enoughLetters && items.some((item) => item.text.startsWith(typed));
  return certain || meant ? { start, end, items } : undefined;
}

/** All models of OpenAI's API for a string that now holds `present`, best first, behind its prefix; of certain kinds, if any are named. */
export function completionsFor(
  program: Program,
  present: string,
  basis: AssessOptions,
  kinds?: readonly ModelKind[],
): Completion[] {
  const { prefix, route } = prefixOf(present);
  const listed = chosenListings(program, basis.listings).flatMap(({ pools }) => [...pools.large, ...pools.small]);
  const places = new Map([...new Set(listed)].map((id, place) => [id, place]));
  const known = Array.from(program.models.keys()).filter((id) => parseModelName(id));
  const best = [...new Set([...listed, ...known])]
    .filter((id) => {
      const kind = program.models.get(id)?.kind;
      return !kinds || !kind || kinds.includes(kind);
    })
    .map((model) => offer(model, { kind: 'unknown' }))
    .sort((a, b) => rank(a) - rank(b) || place(a) - place(b) || byName(a, b));

  // What OpenAI has shut down is seldom wanted of another host; only its dates bind none.
  return route.kind === 'unknown' ? best : best.map(({ model }) => offer(model, route));

  function offer(model: string, to: Route): Completion {
    const text = prefix + model;
    const reference = { start: 0, end: text.length, text, model, context: 'model', role: 'use', route: to } as const;
    return completionOf(assess(program, reference, basis));
  }

  /** Newest listing first, in its order; an alias directly before its snapshot. */
  function place({ model, snapshot, shutDown }: Completion): number {
    if (shutDown) return 0;
    const place = places.get(snapshot ?? model) ?? places.get(model) ?? places.size;
    return snapshot ? place - 0.5 : place;
  }
}

function completionOf(finding: Finding): Completion {
  const { reference, coverage, lifecycle } = finding;
  return {
    model: reference.model,
    text: reference.text,
    ...(coverage.kind === 'covered' && { pool: coverage.pool }),
    ...(coverage.kind === 'covered' && coverage.viaAlias && { snapshot: coverage.snapshot }),
    ...(lifecycle && { shutdown: lifecycle.date }),
    ...(lifecycle?.state === 'shut-down' && { shutDown: true }),
    finding,
  };
}

function rank({ pool, shutDown, shutdown, finding: { kind, basis } }: Completion): number {
  if (shutDown) return 6;
  const ending = shutdown !== undefined && isWithinHorizon(shutdown, basis);
  return (pool ? 0 : kind && isListedKind(kind) ? 2 : 4) + (ending ? 1 : 0);
}

/** The newer first; but what is shut down by its name, so that what has been typed whole is first among what begins with it. */
function byName(a: Completion, b: Completion): number {
  return a.shutDown ? natural.compare(a.model, b.model) : natural.compare(aged(b), aged(a));
}

/** What has a version is newer than what has a name instead, as `text-embedding-ada-002` has. */
function aged({ model }: Completion): string {
  return model.replace(/-(?=\d(?!\d{3}))/g, '-zz');
}

const natural = new Intl.Collator('en', { numeric: true });
