import { areAskedAlike, type Finding } from '../findings';
import type { Program } from '../program/program';
import { bestCandidate, type Candidate } from '../replacements';
import type { MessageKey } from '../messages';
import { isBilled } from './problem';
import { Speaker } from './speaker';

const titles: Record<Candidate['reason'], MessageKey> = {
  openai: 'fixReplace',
  covered: 'fixReplace',
  spelling: 'fixSpelling',
  pin: 'fixPin',
  unpin: 'fixUnpin',
};

/**
 * `Replace with gpt-6-luna (OpenAI's replacement, large pool instead of small)`: always with its pool, or that it has none, its end, and
 * whether it is another kind of model.
 */
export function candidateTitle(candidate: Candidate, { coverage, kind }: Finding, program: Program): string {
  const speaker = new Speaker();
  const { model, pool, otherPool, reason, shutdown, via } = candidate;
  const named = reason === 'openai' ? [via ? speaker.say('fixNamedVia', via) : speaker.say('fixNamed')] : [];
  const end = shutdown ? [speaker.say('fixEnds', shutdown)] : [];
  const other = areAskedAlike(kind, program.models.get(model)?.kind) ? [] : [speaker.say('fixOtherKind')];
  const details = [...named, costs(), ...end, ...other];
  return speaker.say(titles[reason], model, speaker.list(details));

  function costs(): string {
    if (!pool) return speaker.say(isBilled(model, program) ? 'fixBilled' : 'fixNotCovered');
    if (!otherPool || coverage.kind !== 'covered') return speaker.say('fixPool', speaker.pool(pool));
    return speaker.say('fixOtherPool', speaker.pool(pool), speaker.pool(coverage.pool));
  }
}

/** The way out of a finding's problem, as a title; empty where there is none. */
export function adviceText(finding: Finding, program: Program): string {
  const best = bestCandidate(finding, program);
  return best ? candidateTitle(best, finding, program) : '';
}
