import { coverageOf, idsIn } from './coverage';
import { createProgram, type Program } from './program';
import type { Listing, Pool } from './schema';

/** A model that two listings treat differently. */
export interface ListingChange {
  /** The id as a listing names it. */
  readonly model: string;
  /** Aliases that stand for it and fare the same. */
  readonly aliases: readonly string[];
  /** Its pool by the first listing; absent where that does not cover it. */
  readonly from?: Pool;
  /** Its pool by the second. */
  readonly to?: Pool;
}

/** How a second listing differs from a first. */
export interface Comparison {
  readonly first: Listing;
  readonly second: Listing;
  readonly added: readonly ListingChange[];
  readonly removed: readonly ListingChange[];
  /** Covered by both, from different pools. */
  readonly moved: readonly ListingChange[];
  /** How many of the models that either names both cover from the same pool. */
  readonly unchanged: number;
}

/** How many models some ids name: an alias and its snapshot are one. */
export function modelsAmong(ids: Iterable<string>, { models }: Pick<Program, 'models'>): number {
  const all = new Set(ids);
  return [...all].filter((id) => !all.has(models.get(id)?.aliasOf ?? '')).length;
}

/**
 * Compares what two listings cover, not how they name it: where one lists an alias and the other its snapshot, nothing has changed. Each
 * group is in its listing's order, the large pool first.
 */
export function compareListings(first: Listing, second: Listing, program: Program): Comparison {
  const { models, knownAsOf } = program;
  const poolsBy = (listing: Listing) => {
    const only = createProgram([listing], models.values(), knownAsOf);
    return (id: string): Pool | undefined => {
      const coverage = coverageOf(only, id);
      return coverage.kind === 'covered' ? coverage.pool : undefined;
    };
  };
  const before = poolsBy(first);
  const after = poolsBy(second);
  const named = new Set([second, first].flatMap(idsIn));
  const changes = new Map<string, ListingChange & { readonly aliases: string[] }>();
  // An id that neither names may be covered all the same: an alias is by its snapshot.
  for (const model of new Set([...named, ...models.keys()])) {
    const [from, to] = [before(model), after(model)];
    if (from !== to) changes.set(model, { model, aliases: [], ...(from && { from }), ...(to && { to }) });
  }
  for (const { model, from, to } of changes.values()) {
    const snapshot = changes.get(models.get(model)?.aliasOf ?? '');
    if (!snapshot || snapshot.from !== from || snapshot.to !== to) continue;
    snapshot.aliases.push(model);
    changes.delete(model);
  }
  const all = [...changes.values()];
  return {
    first,
    second,
    added: all.filter(({ from }) => !from),
    removed: all.filter(({ to }) => !to),
    moved: all.filter(({ from, to }) => from && to),
    unchanged: modelsAmong(
      [...named].filter((id) => before(id) === after(id)),
      program,
    ),
  };
}
