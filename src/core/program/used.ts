import { coverageOf, type ListingChoice } from './coverage';
import type { Program } from './program';

/** One model's usage of a day, by OpenAI's organization usage API. */
export interface UsageRow {
  /** As OpenAI counts it: the snapshot, not the alias. Empty where it names none. */
  readonly model: string;
  /** Input, cached or not, and output together. */
  readonly tokens: number;
  /** OpenAI has marked them as complimentary. */
  readonly free: boolean;
}

/** What OpenAI said about a day's usage, and when it was asked. */
export interface UsageAnswer {
  readonly rows: readonly UsageRow[];
  readonly at: Date;
}

/** How much of a day's pools is used, in tokens. */
export interface Used {
  readonly large: number;
  readonly small: number;
  /**
   * `counted`: OpenAI has marked tokens as free, and the pools hold just these. `estimated`: it has marked none, and they hold all of
   * covered models.
   */
  readonly basis: 'counted' | 'estimated';
  /** Tokens of covered models that OpenAI has not marked, while it has marked others. */
  readonly billed: number;
  /** Tokens marked as free of models on no list: which pool they came from is not known. */
  readonly unplaced: number;
}

/** Whether a number of tokens is an estimate rather than OpenAI's own count; zero never is. */
export function isEstimate({ basis }: Pick<Used, 'basis'>, tokens: number): boolean {
  return basis === 'estimated' && tokens > 0;
}

/** Sorts a day's usage into the pools; `listings` decides which models may have been free where OpenAI does not say it. */
export function countUsed(rows: readonly UsageRow[], program: Program, listings: ListingChoice): Used {
  const basis = rows.some(({ free }) => free) ? 'counted' : 'estimated';
  const sums = { large: 0, small: 0, billed: 0, unplaced: 0 };
  for (const { model, tokens, free } of rows) {
    // What OpenAI has marked is free, whichever lists are chosen.
    const coverage = coverageOf(program, model, { listings: free ? 'all' : listings });
    if (coverage.kind !== 'covered') sums.unplaced += free ? tokens : 0;
    else if (basis === 'counted' && !free) sums.billed += tokens;
    else sums[coverage.pool] += tokens;
  }
  return { ...sums, basis };
}

/** Why OpenAI did not report the usage. */
export interface UsageTrouble {
  /**
   * The key is wrong, may not read usage, or asked too often; OpenAI had an error, was not reached, or gave an answer of another form;
   * this extension failed before it could ask.
   */
  readonly kind: 'refused' | 'forbidden' | 'limited' | 'failed' | 'unreachable' | 'malformed' | 'broken';
  /** A status, the system's code for the error, or the place in the answer. */
  readonly detail: string;
}

/** Whether it is no use to ask again with the same key. */
export function needsOtherKey({ kind }: UsageTrouble): boolean {
  return kind === 'refused' || kind === 'forbidden';
}
