import type { MessageKey } from '../messages';
import { pools } from '../program/allowance';
import type { Pool } from '../program/schema';
import { isEstimate, type Used, type UsageTrouble } from '../program/used';
import { poolTitle } from './plan';
import { sentences } from './sentences';
import { Speaker } from './speaker';

/** Where an organization's owners create and delete admin keys. */
export const adminKeysUrl = 'https://platform.openai.com/settings/organization/admin-keys';

/** What the figures of today's usage are based on, and which tokens they leave out; `clock` is when OpenAI was asked. */
export function usedText(used: Used, clock: string): string {
  const speaker = new Speaker();
  const basis = used.basis === 'counted' ? 'usedCounted' : isEstimate(used, sum(used)) ? 'usedEstimated' : 'usedNone';
  const rest: [number, MessageKey, MessageKey][] = [
    [used.billed, 'usedBilledOne', 'usedBilled'],
    [used.unplaced, 'usedUnplacedOne', 'usedUnplaced'],
  ];
  const more = rest.flatMap(([count, one, many]) => (count > 0 ? [speaker.counted(count, one, many)] : []));
  return sentences([speaker.say(basis, clock), ...more]);
}

const sum = ({ large, small }: Used): number => large + small;

const troubles: Record<UsageTrouble['kind'], MessageKey> = {
  refused: 'usageRefused',
  forbidden: 'usageForbidden',
  limited: 'usageLimited',
  failed: 'usageFailed',
  unreachable: 'usageUnreachable',
  malformed: 'usageMalformed',
  broken: 'usageBroken',
};

/** What passes by itself, and is worth another try. */
const passing: readonly UsageTrouble['kind'][] = ['limited', 'failed', 'unreachable'];

/** What went wrong when OpenAI was asked for today's usage, and the remedy; OpenAI is asked again with a key that `isKept`. */
export function usageTroubleText({ kind, detail }: UsageTrouble, isKept = true): string {
  const speaker = new Speaker();
  const next = passing.includes(kind) ? [speaker.say(isKept ? 'usageLater' : 'usageNotKept')] : [];
  return sentences([speaker.say(troubles[kind], detail), ...next]);
}

/** The share of a pool from which on to warn: the next larger request may be billed whole. */
const nearlyUsed = 0.9;

/** What the status bar says of both pools: `82% · 4%`, or `≈ 82% · 4%` of an estimate; each pool in a line, and whether one of them is nearly used up. */
export function usageStatus(used: Used, allowance: Readonly<Record<Pool, number>>) {
  const speaker = new Speaker();
  const shares = pools.map((pool) => {
    // Rounded down: a pool is not used up before it is.
    const share = Math.floor((100 * used[pool]) / allowance[pool]) / 100;
    const [tokens, all] = [speaker.number(used[pool]), speaker.number(allowance[pool])];
    const percent = used[pool] > 0 && share === 0 ? `<${speaker.percent(0.01)}` : speaker.percent(share);
    return { share, percent, line: speaker.say('usagePool', poolTitle(pool), tokens, all, percent) };
  });
  return {
    text: (isEstimate(used, sum(used)) ? '≈ ' : '') + shares.map(({ percent }) => percent).join(' · '),
    lines: shares.map(({ line }) => line),
    isNear: shares.some(({ share }) => share >= nearlyUsed),
  };
}
