import { areAskedAlike, isBilledCall, type Finding } from '../findings';
import { allowanceFor } from '../program/allowance';
import type { Lifecycle } from '../program/coverage';
import type { Program } from '../program/program';
import { replacementOf } from '../replacements';
import type { UsageTier } from '../program/schema';
import { sentences } from './sentences';
import type { Speaker } from './speaker';

/**
 * OpenAI's replacement for a model that is shut down or about to be, always with its own coverage, pool and end, since it may lead to the
 * other pool or out of both; without coverage where the call is billed with any model. Empty where OpenAI names none.
 */
export function replacementText(
  finding: Finding,
  lifecycle: Lifecycle,
  program: Program,
  speaker: Speaker,
  tier?: UsageTier,
): string {
  const { coverage, basis } = finding;
  const replacement = replacementOf(program, lifecycle, basis);
  if (!replacement) return '';
  const { named, living } = replacement;
  if (!living) return speaker.say('replacementGone', speaker.quote(named.model));
  const end = named.lifecycle;
  const [to, way] = [speaker.quote(living.model), speaker.quote(named.model)];
  const model =
    living === named || !end
      ? to
      : end.state === 'shut-down'
        ? speaker.say('replacementVia', to, way)
        : speaker.say('replacementViaEnding', to, way, end.date);
  const next = living.coverage;
  const ends = living.lifecycle ? [speaker.say('replacementEnds', living.lifecycle.date)] : [];
  return sentences([verdict(), ...ends]);

  function verdict(): string {
    if (isBilledCall(finding)) return speaker.say('replacementBilled', model);
    if (next.kind !== 'covered')
      return speaker.say(coverage.kind === 'covered' ? 'replacementNotCovered' : 'replacementNeither', model);
    const pool = speaker.pool(next.pool);
    if (coverage.kind !== 'covered') return speaker.say('replacementCovered', model, pool);
    if (coverage.pool === next.pool) return speaker.say('replacementSamePool', model);
    if (!tier) return speaker.say('replacementOtherPool', model, pool);
    return speaker.say('replacementOtherPoolTokens', model, pool, speaker.number(allowanceFor(tier)[next.pool]));
  }
}

/** That OpenAI's replacement takes other requests; empty where it takes the same, as far as is known. */
export function otherKindText(
  { kind, basis }: Finding,
  lifecycle: Lifecycle,
  program: Program,
  speaker: Speaker,
): string {
  const living = replacementOf(program, lifecycle, basis)?.living;
  const alike = !living || areAskedAlike(kind, program.models.get(living.model)?.kind);
  return alike ? '' : speaker.say('replacementOtherKind');
}
