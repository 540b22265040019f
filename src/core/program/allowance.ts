import openaiHelp from './listings/openai-help.json';
import type { Pool, UsageTier } from './schema';

/** All usage tiers that take part in the program. */
export const usageTiers = [1, 2, 3, 4, 5] as const satisfies readonly UsageTier[];

/** Both pools, in the order in which they are shown. */
export const pools = ['large', 'small'] as const satisfies readonly Pool[];

/** Tokens a day, input and output together, shared by a pool's models and by the whole organization. */
export interface Allowance {
  readonly large: number;
  readonly small: number;
  readonly total: number;
}

/** What both pools hold for a usage tier, by the newest bundled listing. */
export function allowanceFor(tier: UsageTier): Allowance {
  const band = openaiHelp.bands.find(({ tiers }) => tiers.includes(tier));
  if (!band) throw new RangeError(`no usage tier ${tier}`);
  const { large, small } = band.tokens;
  return { large, small, total: large + small };
}

const minute = 60_000;
const dayLength = 24 * 60 * minute;

/** The next 00:00 UTC after `now`, when both pools fill up again. */
export function nextReset(now: Date): Date {
  return new Date((Math.floor(now.getTime() / dayLength) + 1) * dayLength);
}

/** Time until the next reset, rounded up to the minute: never 0:00, at most 24:00. */
export function timeToReset(now: Date): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.ceil((nextReset(now).getTime() - now.getTime()) / minute);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/**
 * `05:30 GMT+5:30`: the next reset as a clock shows it.
 * @param locale BCP 47
 * @param timeZone an IANA zone; the host's own by default
 */
export function resetClock(now: Date, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  }).format(nextReset(now));
}

/** The day in UTC, `YYYY-MM-DD`, by which the pools and the shutdown dates count. */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
