import type { PoolPlan, Workload } from '../planner';
import { pools } from '../program/allowance';
import type { Pool } from '../program/schema';
import { clockText } from './reset';
import { sentences } from './sentences';
import { Speaker } from './speaker';

/** One model of a plan. */
export interface PlannedModel extends Workload {
  readonly model: string;
}

/** `Large pool` */
export function poolTitle(pool: Pool): string {
  return new Speaker().say(pool === 'large' ? 'panelPoolLarge' : 'panelPoolSmall');
}

/** `13:20 UTC`, and the local time where it differs: so many hours after the reset at `midnight`. */
export function hourText(hours: number, midnight: Date): string {
  const minutes = Math.min(Math.floor(hours * 60), 24 * 60 - 1);
  return clockText(new Date(midnight.getTime() + minutes * 60_000));
}

/** Whether a pool lasts for the day; if not, from when calls are billed, how many are free and how much is left over. */
export function verdict(plan: PoolPlan, midnight: Date): string {
  const { allowance, tokens, calls, freeCalls, freeTokens, dryAt, closedAt, room } = plan;
  const speaker = new Speaker();
  const callsText = (value: number) => speaker.counted(value, 'panelCall', 'panelCalls');
  const tokensText = (value: number) => speaker.counted(value, 'panelToken', 'panelTokens');
  if (calls === 0) return speaker.say('planNothing');
  const mix = speaker.say('planRoom', callsText(room ?? 0));
  if (dryAt === undefined) return sentences([speaker.say('planFits', callsText(calls), tokensText(tokens)), mix]);
  const left = allowance - freeTokens;
  const [key, end] =
    closedAt === undefined
      ? (['planDryPartly'] as const)
      : closedAt === dryAt
        ? (['planDry'] as const)
        : (['planDryLater', hourText(closedAt, midnight)] as const);
  const dry = speaker.say(
    key,
    hourText(dryAt, midnight),
    speaker.number(freeCalls),
    callsText(calls),
    callsText(calls - freeCalls),
    tokensText(tokens - freeTokens),
    ...(end === undefined ? [] : [end]),
  );
  const unused = left > 0 ? [speaker.say(closedAt === undefined ? 'planSpare' : 'planUnused', tokensText(left))] : [];
  return sentences([dry, ...unused, mix]);
}

/** The plan as a Markdown text for a ticket or a README; without the models that nobody plans to ask. */
export function planMarkdown(
  models: readonly PlannedModel[],
  plans: Readonly<Record<Pool, PoolPlan>>,
  tier: number,
  midnight: Date,
): string {
  const speaker = new Speaker();
  const number = (value: number) => speaker.number(value);
  const asked = models.filter(({ callsPerDay }) => callsPerDay > 0);
  const rows = asked.map(({ model, pool, tokensPerCall, callsPerDay }) => [
    `\`${model}\``,
    speaker.pool(pool),
    number(tokensPerCall),
    number(callsPerDay),
    number(tokensPerCall * callsPerDay),
  ]);
  const head = (['planModel', 'planPool', 'panelTokensPerCall', 'panelCallsADay', 'planTokensADay'] as const).map(
    (key) => speaker.say(key),
  );
  const table = [head, ['---', '---', '---:', '---:', '---:'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const verdicts = pools.map((pool) => {
    const holds = speaker.counted(plans[pool].allowance, 'panelToken', 'panelTokens');
    return `- **${poolTitle(pool)}** (${holds}): ${verdict(plans[pool], midnight)}`;
  });
  const heading = speaker.say('planHeading', String(tier));
  return [
    `### ${heading}`,
    '',
    ...(asked.length ? [...table, ''] : []),
    ...verdicts,
    '',
    speaker.say('planAssumptions'),
    '',
  ].join('\n');
}
