import type { PoolPlan } from '../../core/planner';
import type { Pool } from '../../core/program/schema';
import { count, counted, poolNames } from './texts';

/** One model of a plan. */
export interface PlannedModel {
  readonly model: string;
  readonly pool: Pool;
  readonly tokensPerCall: number;
  readonly callsPerDay: number;
}

/** `13:20 UTC`, and the local time where that is another: an hour after the reset `midnight`. */
export function hourText(hours: number, midnight: Date): string {
  const minutes = Math.min(Math.floor(hours * 60), 24 * 60 - 1);
  const two = (number: number) => String(number).padStart(2, '0');
  const utc = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} UTC`;
  const moment = new Date(midnight.getTime() + minutes * 60_000);
  if (moment.getTimezoneOffset() === 0) return utc;
  return `${utc} (${two(moment.getHours())}:${two(moment.getMinutes())} here)`;
}

/** Whether a pool lasts for the day, and how many calls fit. */
export function verdict(plan: PoolPlan, midnight: Date): string {
  const { tokens, calls, freeCalls, freeTokens, fits, dryAt, room } = plan;
  if (calls === 0) return 'Nothing planned.';
  const mix = `About ${counted(room ?? 0, 'call')} a day of this mix would fit.`;
  if (fits) return `Fits: ${counted(calls, 'call')}, ${counted(tokens, 'token')}. ${mix}`;
  const billed = `${counted(calls - freeCalls, 'call')} with ${counted(tokens - freeTokens, 'token')} billed`;
  return `Runs dry at ${hourText(dryAt ?? 0, midnight)}: ${count(freeCalls)} of ${counted(calls, 'call')} free, ${billed}. ${mix}`;
}

/** What the plan takes for granted. */
export const assumptions =
  'At an even pace from reset to reset. A call that would cross the limit is billed whole, and all after it are taken to be billed too.';

/** The plan as a Markdown text for a ticket or a README. */
export function planMarkdown(
  models: readonly PlannedModel[],
  plans: Readonly<Record<Pool, PoolPlan>>,
  tier: number,
  midnight: Date,
): string {
  const rows = models.map(({ model, pool, tokensPerCall, callsPerDay }) => [
    `\`${model}\``,
    pool,
    count(tokensPerCall),
    count(callsPerDay),
    count(tokensPerCall * callsPerDay),
  ]);
  const table = [
    ['Model', 'Pool', 'Tokens per call', 'Calls a day', 'Tokens a day'],
    ['---', '---', '---:', '---:', '---:'],
    ...rows,
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const verdicts = (['large', 'small'] as const).map(
    (pool) => `- **${poolNames[pool]}** (${count(plans[pool].allowance)} tokens): ${verdict(plans[pool], midnight)}`,
  );
  return [
    `### A day in the complimentary pools, usage tier ${tier}`,
    '',
    ...table,
    '',
    ...verdicts,
    '',
    assumptions,
    '',
  ].join('\n');
}
