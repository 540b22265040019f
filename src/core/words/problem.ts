import { diagnosticCodes, directiveWord } from '../codes';
import { directiveKinds } from '../find/directives';
import type { Misspelt } from '../find/misspelt-directives';
import { openaiSpelling } from '../find/model-id';
import { isBilledCall, isNear, type Finding } from '../findings';
import { chosenListings, lookAlikeOf } from '../program/coverage';
import type { Program } from '../program/program';
import { mayPassOn } from '../understand/route';
import { otherKindText, replacementText } from './replacement';
import { sentences } from './sentences';
import { Speaker } from './speaker';

/** One or two plain sentences for the Problems panel and the terminal; empty if the finding has no code. */
export function diagnosticText(finding: Finding, program: Program): string {
  const speaker = new Speaker();
  const { code, lifecycle, reference, basis } = finding;
  const { model } = reference;
  if (!code) return '';
  const replacement = lifecycle ? replacementText(finding, lifecycle, program, speaker) : '';
  switch (code) {
    case 'shut-down':
    case 'shutting-down': {
      const end = speaker.say(
        code === 'shut-down' ? 'problemShutDown' : 'problemShuttingDown',
        model,
        lifecycle?.date ?? '',
      );
      return sentences([end, replacement, lifecycle ? otherKindText(finding, lifecycle, program, speaker) : '']);
    }
    case 'fine-tuned':
      return speaker.say('problemFineTuned');
    case 'unknown-model':
      return speaker.say('problemUnknownModel', model, program.knownAsOf);
    case 'other-route': {
      const { route } = reference;
      const { evidence = '', from } = route;
      const seen = from ? `${from}: ${evidence}` : evidence;
      if (mayPassOn(route)) return speaker.say('otherRouteOpen', seen);
      const spelt = openaiSpelling(model);
      if (spelt && route.kind === 'azure') return speaker.say('problemAzureSpelling', model, spelt);
      return speaker.say('problemOtherRoute', speaker.host(route), seen);
    }
    case 'not-listed': {
      const newest = chosenListings(program, basis.listings)[0];
      if (!newest) return speaker.say('noListing');
      const like = lookAlikeOf(program, model, basis.listings);
      const verdict = isBilled(model, program) ? 'problemNotListed' : 'problemNotInPools';
      return sentences([
        speaker.say(verdict, model, newest.date),
        ...(like ? [speaker.say('problemLookAlike', like)] : []),
        ...(lifecycle && isNear(lifecycle, basis)
          ? [speaker.say('problemShuttingDown', model, lifecycle.date), replacement]
          : []),
      ]);
    }
  }
}

/** Why the call around a model is billed whatever the model; empty where it is not. */
export function billedCallText({ reference: { purpose } }: Finding, speaker = new Speaker()): string {
  if (purpose === 'fine-tuning') return speaker.say('fineTuningPurpose');
  return purpose === 'evals' ? speaker.say('evalsPurpose') : '';
}

/** What is wrong with a misspelt ignore comment. */
export function ignoreText({ code, meant }: Pick<Misspelt, 'code' | 'meant'>): string {
  const speaker = new Speaker();
  if (code !== undefined) return speaker.say('ignoreNoCode', code, speaker.and(diagnosticCodes));
  const possible = meant ? [meant] : directiveKinds.map((kind) => `${directiveWord} ${kind}`);
  return speaker.say('ignoreMisspelt', speaker.or(possible));
}

/** The family of models that anybody can run, so that being uncovered does not mean being billed by OpenAI. */
export const openWeights = 'gpt-oss';

/** Whether requests for an uncovered model are known to cost money. */
export function isBilled(model: string, { models }: Program): boolean {
  const known = models.get(model);
  return known?.kind !== 'moderation' && known?.family !== openWeights;
}

/** A few words for a list or a table row: `covered, large pool; shut down on 2026-10-23`. */
export function shortText(finding: Finding): string {
  const { lifecycle } = finding;
  const speaker = new Speaker();
  const verdict = verdictOf(finding, 'shortCovered', speaker);
  if (!lifecycle) return verdict;
  return speaker.say(lifecycle.state === 'shut-down' ? 'shortShutDown' : 'shortShuttingDown', verdict, lifecycle.date);
}

/** Fewer words still, for a list that cuts off what is long: `large pool; ends 2027-01-14`. */
export function briefText(finding: Finding): string {
  const { lifecycle } = finding;
  const speaker = new Speaker();
  if (lifecycle?.state === 'shut-down') return speaker.say('compareEnded', lifecycle.date);
  const verdict = verdictOf(finding, 'fixPool', speaker);
  return lifecycle ? speaker.say('shortEnds', verdict, lifecycle.date) : verdict;
}

/** @param pool how to say that a pool covers it */
function verdictOf(finding: Finding, pool: 'shortCovered' | 'fixPool', speaker: Speaker): string {
  const { coverage, reference } = finding;
  if (coverage.kind === 'covered' && isBilledCall(finding)) return speaker.say('shortNotListed');
  switch (coverage.kind) {
    case 'covered':
      return speaker.say(pool, speaker.pool(coverage.pool));
    case 'not-listed':
      return speaker.say('shortNotListed');
    case 'fine-tuned':
      return speaker.say('shortFineTuned');
    case 'other-route':
      if (mayPassOn(reference.route)) return speaker.say('shortOpen');
      return speaker.say('shortOtherRoute', speaker.host(reference.route));
    case 'unknown-model':
      return speaker.say('shortUnknownModel');
  }
}
