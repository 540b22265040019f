import { baseOfFineTune } from '../find/model-id';
import type { Route } from '../find/reference';
import { isOwn } from './listing-ids';
import type { Program } from './program';
import type { Listing, Model, Pool } from './schema';

/** Which listings answers are based on: `all`, the user's `own`, or the id of one. */
export type ListingChoice = 'all' | 'own' | (string & {});

/** A listing that covers a model, and the pool it puts it in. */
export interface ListingRef {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly url?: string;
  readonly pool: Pool;
}

/** Whether a model's traffic can come out of a complimentary pool, as far as listings and the code can tell. */
export type Coverage =
  | {
      readonly kind: 'covered';
      readonly pool: Pool;
      /** The id requests are counted under: the alias's target, or the id itself. */
      readonly snapshot: string;
      readonly viaAlias: boolean;
      /** Each chosen listing that covers the model, newest first; the first decides the pool. */
      readonly listings: readonly ListingRef[];
    }
  /** A known OpenAI model that no chosen listing names. */
  | { readonly kind: 'not-listed' }
  /** Never covered, whatever its base. */
  | { readonly kind: 'fine-tuned'; readonly base?: string }
  /** The traffic goes to another host, so OpenAI's offer does not apply. */
  | { readonly kind: 'other-route' }
  /** Looks like an OpenAI id but is known to no list. */
  | { readonly kind: 'unknown-model' };

/** What the code and the settings add to the bare id. */
export interface CoverageOptions {
  readonly route?: Route;
  /** Default `all`. */
  readonly listings?: ListingChoice;
}

/**
 * Says whether `model` is covered. Ids match exactly, never by prefix; an alias is covered if it or the snapshot it
 * stands for is listed, a snapshot only if it is listed itself.
 */
export function coverageOf(program: Program, model: string, options: CoverageOptions = {}): Coverage {
  const { route, listings = 'all' } = options;
  if (route?.kind === 'azure' || route?.kind === 'gateway') return { kind: 'other-route' };
  const base = baseOfFineTune(model);
  if (base !== undefined) return base ? { kind: 'fine-tuned', base } : { kind: 'fine-tuned' };
  const known = program.models.get(model);
  const refs = chosenListings(program, listings).flatMap((listing) => refsIn(listing, model, known));
  const [newest] = refs;
  if (newest) {
    const snapshot = billedAs(known) ?? model;
    return { kind: 'covered', pool: newest.pool, snapshot, viaAlias: snapshot !== model, listings: refs };
  }
  return { kind: known || program.listings.some((listing) => poolIn(listing, model)) ? 'not-listed' : 'unknown-model' };
}

/** The listings that a choice means, newest first; none if no listing has that id. */
export function chosenListings(program: Program, choice: ListingChoice): readonly Listing[] {
  if (choice === 'all') return program.listings;
  return program.listings.filter((listing) => (choice === 'own' ? isOwn(listing) : listing.id === choice));
}

/** The ids that a listing names, those of the large pool first. */
export function idsIn({ pools }: Listing): string[] {
  return [...pools.large, ...pools.small];
}

/** The snapshot that an alias's tokens are counted under; undefined where that is not known. */
export function billedAs(known: Model | undefined): string | undefined {
  return known?.billedApart ? undefined : known?.aliasOf;
}

function refsIn(listing: Listing, model: string, known: Model | undefined): ListingRef[] {
  const target = billedAs(known);
  const pool = poolIn(listing, model) ?? (target ? poolIn(listing, target) : undefined);
  if (!pool) return [];
  const { id, title, date, url } = listing;
  return [{ id, title, date, pool, ...(url && { url }) }];
}

const indexes = new WeakMap<Listing, ReadonlyMap<string, Pool>>();

function poolIn(listing: Listing, id: string): Pool | undefined {
  let index = indexes.get(listing);
  if (!index) {
    const { large, small } = listing.pools;
    index = new Map([...large.map((id) => [id, 'large'] as const), ...small.map((id) => [id, 'small'] as const)]);
    indexes.set(listing, index);
  }
  return index.get(id);
}

/** A model's end, by OpenAI's own announcements. */
export interface Lifecycle {
  readonly state: 'shutting-down' | 'shut-down';
  /** The first day on which requests fail, `YYYY-MM-DD`, UTC. */
  readonly date: string;
  /** The replacement that OpenAI names; may be uncovered, in the other pool, or shut down itself. */
  readonly replacement?: string;
}

/** The model's end as seen on the day `asOf` (`YYYY-MM-DD`, UTC), if one is announced. An alias shares its snapshot's. */
export function lifecycleOf(program: Program, model: string, asOf: string): Lifecycle | undefined {
  const own = program.models.get(model);
  const ends = own?.shutdown || !own?.aliasOf ? own : program.models.get(own.aliasOf);
  if (!ends?.shutdown) return undefined;
  const state = asOf >= ends.shutdown ? 'shut-down' : 'shutting-down';
  return { state, date: ends.shutdown, ...(ends.replacement && { replacement: ends.replacement }) };
}

/** No listed id is nearly as long; bounds the work on hostile text. */
const maxIdLength = 64;

/** The longest covered id that `model` merely begins with, so that people can be told it is another one. */
export function lookAlikeOf(program: Program, model: string, listings: ListingChoice = 'all'): string | undefined {
  for (let end = Math.min(model.length - 1, maxIdLength); end > 1; end--) {
    const id = model.slice(0, end);
    if (coverageOf(program, id, { listings }).kind === 'covered') return id;
  }
  return undefined;
}
