import { isBilledCall, isShutDown, type Finding } from '../findings';
import type { Pool } from '../program/schema';
import { Speaker } from './speaker';

/** `large pool` */
export function poolText(pool: Pool): string {
  const speaker = new Speaker();
  return speaker.say('fixPool', speaker.pool(pool));
}

/** `OpenAI: 2 covered, 1 not covered, 1 shut down`: how many models a file uses, each counted once. */
export function fileText(findings: readonly Finding[]): string {
  const speaker = new Speaker();
  const models = { statusCovered: new Set(), statusNotCovered: new Set(), statusShutDown: new Set() };
  for (const finding of findings) {
    const { reference, coverage } = finding;
    if (reference.role !== 'use') continue;
    const covered = coverage.kind === 'covered' && !isBilledCall(finding);
    const key = isShutDown(finding) ? 'statusShutDown' : covered ? 'statusCovered' : 'statusNotCovered';
    models[key].add(reference.model);
  }
  const counts = (['statusCovered', 'statusNotCovered', 'statusShutDown'] as const)
    .filter((key) => models[key].size > 0)
    .map((key) => speaker.say(key, String(models[key].size)));
  return counts.length ? speaker.say('statusModels', speaker.list(counts)) : speaker.say('statusNone');
}

/** `Tier 1, list of 2026-09-28`: what a file is judged by; `date` is the newest chosen listing's, absent if none exists. */
export function basisText(tier: number, date: string | undefined): string {
  const speaker = new Speaker();
  return date ? speaker.say('statusBasis', String(tier), date) : speaker.say('noListing');
}
