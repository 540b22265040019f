import type { Pool } from './program/schema';

/** What one model is asked in a day, at an even pace from one reset to the next. */
export interface Workload {
  readonly pool: Pool;
  /** Input and output together; a whole number above 0. */
  readonly tokensPerCall: number;
  /** A whole number. */
  readonly callsPerDay: number;
}

/** A pool's day. Tokens and calls are whole numbers, hours count from 00:00 UTC; what is not free is billed. */
export interface PoolPlan {
  readonly allowance: number;
  /** All that is asked of the pool. */
  readonly tokens: number;
  readonly calls: number;
  readonly freeTokens: number;
  readonly freeCalls: number;
  /** The whole day is free. */
  readonly fits: boolean;
  /** When the first call is billed; absent if the day fits. */
  readonly dryAt?: number;
  /** From when on every call is billed; absent if some fit until the day ends. */
  readonly closedAt?: number;
  /** About how many calls of this mix would fit in a day; absent where nothing is asked. */
  readonly room?: number;
  /** The corners of the line of the pool's usage, from the day's beginning to its end. */
  readonly course: readonly { readonly hour: number; readonly tokens: number }[];
}

const hoursPerDay = 24;

/**
 * Simulates a day with both pools, exactly. A call that reaches the limit is still free; one that would cross it is billed whole and is
 * assumed to leave the pool as it is, so that a smaller one after it may still fit. Calls at the same moment come in the workloads' order.
 */
export function planDay(
  workloads: readonly Workload[],
  allowance: Readonly<Record<Pool, number>>,
): Record<Pool, PoolPlan> {
  const plan = (pool: Pool) =>
    planPool(
      workloads.filter((each) => each.pool === pool),
      allowance[pool],
    );
  return { large: plan('large'), small: plan('small') };
}

/** A model's day in the simulation: how many of its calls have come, and whether the pool has refused one of them. */
interface Player extends Workload {
  passed: number;
  freeCalls: number;
  out: boolean;
}

/**
 * What is left of a pool only shrinks: a size that did not fit once never fits again. So the day has at most as many stretches as there are
 * models. Within each, all calls of the models still in are free; its end is found by bisection.
 */
function planPool(workloads: readonly Workload[], allowance: number): PoolPlan {
  const players: Player[] = workloads.map((each) => ({ ...each, passed: 0, freeCalls: 0, out: false }));
  const tokens = sum(players.map((each) => each.callsPerDay * each.tokensPerCall));
  const calls = sum(players.map((each) => each.callsPerDay));
  const course = [{ hour: 0, tokens: 0 }];
  let used = 0;
  let dryAt: number | undefined;
  let isOver = calls === 0;
  while (!isOver) {
    const inside = players.filter((each) => !each.out);
    const until = crossing(inside, allowance - used);
    for (const each of inside) {
      const free = callsBefore(each.callsPerDay, until) - each.passed;
      each.passed += free;
      each.freeCalls += free;
      used += free * each.tokensPerCall;
    }
    // Several calls may fall on that very moment.
    for (const each of inside) {
      if (each.passed === each.callsPerDay || callTime(each.passed, each.callsPerDay) > until) continue;
      each.passed++;
      if (used + each.tokensPerCall <= allowance) {
        each.freeCalls++;
        used += each.tokensPerCall;
        continue;
      }
      dryAt ??= until * hoursPerDay;
      // One may be out already, by another call of this moment: then its size tells nothing new.
      if (!each.out) for (const other of inside) other.out = used + other.tokensPerCall > allowance;
    }
    course.push({ hour: until * hoursPerDay, tokens: used });
    isOver = players.every((each) => each.out || each.passed === each.callsPerDay);
  }
  const { hour } = course.at(-1)!;
  if (hour < hoursPerDay) course.push({ hour: hoursPerDay, tokens: used });
  return {
    allowance,
    tokens,
    calls,
    freeTokens: used,
    freeCalls: sum(players.map((each) => each.freeCalls)),
    fits: dryAt === undefined,
    ...(dryAt !== undefined && { dryAt }),
    ...(dryAt !== undefined && hour < hoursPerDay && { closedAt: hour }),
    ...(calls > 0 && { room: Math.floor((allowance * calls) / tokens) }),
    course,
  };
}

/** The moment, as a fraction of the day, of the first call that crosses what is left if all before it are free; else the day's end. */
function crossing(players: readonly Player[], left: number): number {
  const tokensBy = (part: number): number =>
    sum(players.map((each) => (callsBy(each.callsPerDay, part) - each.passed) * each.tokensPerCall));
  let before = 0;
  let crossed = 1;
  // To full precision: a day may have millions of calls.
  for (let middle = 0.5; before < middle && middle < crossed; middle = (before + crossed) / 2) {
    if (tokensBy(middle) > left) crossed = middle;
    else before = middle;
  }
  return crossed;
}

/** When the call with this zero-based index comes, as a fraction of the day: each in the middle of its share. */
export function callTime(index: number, callsPerDay: number): number {
  return (2 * index + 1) / (2 * callsPerDay);
}

/** How many of a day's calls have come by then, that moment included. */
function callsBy(callsPerDay: number, part: number): number {
  const shares = Math.floor(part * callsPerDay);
  return callTime(shares, callsPerDay) <= part ? shares + 1 : shares;
}

/** How many of a day's calls come before that moment. */
function callsBefore(callsPerDay: number, part: number): number {
  const shares = Math.floor(part * callsPerDay);
  return callTime(shares, callsPerDay) < part ? shares + 1 : shares;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
