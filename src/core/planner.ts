import type { Pool } from './program/schema';

/** What one model is asked in a day, at an even pace from one reset to the next. */
export interface Workload {
  readonly pool: Pool;
  /** Input and output together; a whole number. */
  readonly tokensPerCall: number;
  /** A whole number. */
  readonly callsPerDay: number;
}

/** A pool's day. Tokens and calls are whole numbers; what is not free is billed. */
export interface PoolPlan {
  readonly allowance: number;
  /** All that is asked of the pool. */
  readonly tokens: number;
  readonly calls: number;
  readonly freeTokens: number;
  readonly freeCalls: number;
  /** The whole day is free. */
  readonly fits: boolean;
  /** Hours after 00:00 UTC at which the first call is billed; absent if the day fits. */
  readonly dryAt?: number;
  /** About so many calls of this mix would fit in a day; absent where nothing is asked. */
  readonly room?: number;
}

const hoursPerDay = 24;

/**
 * Plays a day with both pools. A call that reaches the limit exactly is still free; one that would cross it is billed whole. From that
 * call on all are taken to be billed, also smaller ones that the rest would still hold: OpenAI's rule checks against the day's
 * running total, and does not say that billed calls are left out of it.
 */
export function planDay(
  workloads: readonly Workload[],
  allowance: Readonly<Record<Pool, number>>,
): Record<Pool, PoolPlan> {
  const plan = (pool: Pool) =>
    planPool(
      workloads.filter((each) => each.pool === pool && each.callsPerDay > 0 && each.tokensPerCall > 0),
      allowance[pool],
    );
  return { large: plan('large'), small: plan('small') };
}

function planPool(workloads: readonly Workload[], allowance: number): PoolPlan {
  const callsUntil = (part: number) => workloads.map((each) => callsBy(each.callsPerDay, part));
  const tokensOf = (calls: readonly number[]) =>
    calls.reduce((sum, number, index) => sum + number * workloads[index]!.tokensPerCall, 0);
  const asked = callsUntil(1);
  const tokens = tokensOf(asked);
  const calls = sum(asked);
  const all = { allowance, tokens, calls, ...(calls > 0 && { room: Math.floor((allowance * calls) / tokens) }) };
  if (tokens <= allowance) return { ...all, freeTokens: tokens, freeCalls: calls, fits: true };

  // The moment of the first call that crosses the limit, to the last bit of the number: a day may have millions of calls.
  let before = 0;
  let crossed = 1;
  for (let middle = 0.5; before < middle && middle < crossed; middle = (before + crossed) / 2) {
    if (tokensOf(callsUntil(middle)) > allowance) crossed = middle;
    else before = middle;
  }
  const free = callsUntil(before);
  // Several calls may fall on that moment: those before the crossing one are free.
  const then = callsUntil(crossed);
  for (const [index, { tokensPerCall }] of workloads.entries()) {
    if (then[index] === free[index]) continue;
    if (tokensOf(free) + tokensPerCall > allowance) break;
    free[index]!++;
  }
  return { ...all, freeTokens: tokensOf(free), freeCalls: sum(free), fits: false, dryAt: crossed * hoursPerDay };
}

/** When the call with this index from 0 comes, as a part of the day: each in the middle of its share of it. */
export function callTime(index: number, callsPerDay: number): number {
  return (2 * index + 1) / (2 * callsPerDay);
}

/** How many of a day's calls have come by then, that moment included. */
function callsBy(callsPerDay: number, part: number): number {
  let calls = Math.min(callsPerDay, Math.floor(part * callsPerDay + 0.5));
  // Rounding may have put a call on the wrong side.
  while (calls > 0 && callTime(calls - 1, callsPerDay) > part) calls--;
  while (calls < callsPerDay && callTime(calls, callsPerDay) <= part) calls++;
  return calls;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
