import { openaiSpelling } from '../find/model-id';
import type { Route } from '../find/reference';
import { daysBetween, isBilledCall, isListedKind, isShutDown, type Finding } from '../findings';
import { allowanceFor, utcDay } from '../program/allowance';
import type { Coverage, Lifecycle, ListingRef } from '../program/coverage';
import { chosenListings, coverageOf, lifecycleOf, lookAlikeOf } from '../program/coverage';
import { isOwn } from '../program/listing-ids';
import type { Program } from '../program/program';
import type { Pool, UsageTier } from '../program/schema';
import { isEstimate, type Used } from '../program/used';
import { isUnclearTier } from '../understand/extras';
import { mayPassOn } from '../understand/route';
import { code, escape, link } from './markdown';
import { billedCallText, isBilled, openWeights } from './problem';
import { otherKindText, replacementText } from './replacement';
import { utcClock } from './reset';
import { sentences } from './sentences';
import { Speaker } from './speaker';

/** Where traffic sharing is turned on, and OpenAI says whether an organization is eligible. */
const settingsUrl = 'https://platform.openai.com/settings/organization/data-controls/sharing';

const helpUrl = 'https://help.openai.com/en/articles/10306912';

type CoverageOf<Kind extends Coverage['kind']> = Extract<Coverage, { kind: Kind }>;

/** Everything the lines below are made from. */
interface Scene {
  readonly finding: Finding;
  readonly program: Program;
  readonly tier: UsageTier;
  readonly speaker: Speaker;
  readonly today?: UsedToday | undefined;
}

/** How much of the pools is used, as OpenAI reported it `at` that time. */
export interface UsedToday {
  readonly used: Used;
  readonly at: Date;
}

/**
 * What a hover says about a reference: two to five short paragraphs of Markdown, a shutdown first, with plain https links only. `now` is
 * what days to come are counted from.
 */
export function hoverText(finding: Finding, program: Program, tier: UsageTier, now: Date, today?: UsedToday): string {
  const scene = { finding, program, tier, speaker: new Speaker(code), today };
  const end = finding.lifecycle ? [endLine(scene, finding.lifecycle, utcDay(now))] : [];
  const [first = '', ...rest] = coverageLines(scene);
  const billed = isBilledCall(finding) ? [bold(billedCallText(finding, scene.speaker))] : [];
  return [...end, ...billed, first, ...extrasLine(scene), ...rest].slice(0, 5).join('\n\n');
}

/** Why a model that has a problem is not reported; `setting` is the name of the one that lists it. */
export function ignoredText(setting: string): string {
  return new Speaker(code).say('ignoredModel', code(setting));
}

/** What the call asks for besides the model, and what that means for its bill. */
function extrasLine({ finding, speaker }: Scene): string[] {
  const { extras = [] } = finding.reference;
  const tools = extras.filter((extra) => !isUnclearTier(extra)).map(code);
  const tiers =
    finding.coverage.kind === 'covered' && !isBilledCall(finding) ? extras.filter(isUnclearTier).map(code) : [];
  const said = [
    ...(tools.length ? [speaker.say('hostedTools', speaker.list(tools))] : []),
    ...(tiers.length ? [speaker.say('serviceTier', speaker.list(tiers), link(speaker.say('rules'), helpUrl))] : []),
  ];
  return said.length ? [sentences(said)] : [];
}

function endLine({ finding, program, tier, speaker }: Scene, lifecycle: Lifecycle, today: string): string {
  const { state, date } = lifecycle;
  const end =
    state === 'shut-down'
      ? speaker.say('shutDown', date)
      : speaker.say('shuttingDown', date, speaker.inDays(daysBetween(today, date)));
  const replacement = replacementText(finding, lifecycle, program, speaker, tier);
  return sentences([bold(end), replacement, otherKindText(finding, lifecycle, program, speaker)]);
}

function coverageLines(scene: Scene): string[] {
  const { coverage } = scene.finding;
  switch (coverage.kind) {
    case 'covered':
      return coveredLines(scene, coverage);
    case 'not-listed':
      return notListedLines(scene);
    case 'fine-tuned':
      return fineTunedLines(scene, coverage.base);
    case 'other-route':
      return otherRouteLines(scene);
    case 'unknown-model':
      return unknownLines(scene);
  }
}

function coveredLines(
  { finding, program, tier, speaker, today }: Scene,
  { pool, snapshot, viaAlias, listings }: CoverageOf<'covered'>,
): string[] {
  const { model } = finding.reference;
  const inferred = program.models.get(model)?.aliasSource?.startsWith('inferred');
  const sources = listings.map((listing) =>
    listing.pool === pool
      ? source(listing, speaker)
      : speaker.say('listedInPool', source(listing, speaker), speaker.pool(listing.pool)),
  );
  const listed = [
    ...(viaAlias ? [speaker.say(inferred ? 'aliasInferred' : 'alias', code(model), code(snapshot))] : []),
    speaker.say('listedBy', speaker.and(sources)),
  ];
  // Such a call gets none of the pool's tokens.
  if (isBilledCall(finding)) return [sentences(listed)];
  const tokens = speaker.number(allowanceFor(tier)[pool]);
  const covered = [
    bold(speaker.say('covered', speaker.pool(pool), tokens, String(tier))),
    speaker.say('coveredShared', speaker.pool(pool)),
    ...(today && !isShutDown(finding) ? [usedLine(today, pool, speaker)] : []),
  ];
  return [
    sentences(covered),
    sentences(listed),
    ...(isShutDown(finding) ? [] : [speaker.say('conditions', link(speaker.say('sharesTraffic'), settingsUrl))]),
  ];
}

function usedLine({ used, at }: UsedToday, pool: Pool, speaker: Speaker): string {
  const key = isEstimate(used, used[pool]) ? 'usedHoverEstimated' : 'usedHover';
  return speaker.say(key, speaker.number(used[pool]), utcClock(at, speaker));
}

function notListedLines(scene: Scene): string[] {
  const { finding, program, speaker } = scene;
  const notes = program.models.get(finding.reference.model)?.notes;
  const elsewhere = elsewhereLine(scene);
  const remarks = [...(elsewhere.length ? elsewhere : lookAlikeLine(scene)), ...(notes ? [speaker.remark(notes)] : [])];
  return [
    bold(speaker.say(isBilled(finding.reference.model, program) && !isShutDown(finding) ? 'notCovered' : 'notInPools')),
    listsLine(scene),
    ...(remarks.length || finding.lifecycle ? remarks : [whyLine(scene)]),
  ];
}

/** Listings that cover the model but have not been chosen. */
function elsewhereLine({ finding, program, speaker }: Scene): string[] {
  const coverage = coverageOf(program, finding.reference.model);
  if (coverage.kind !== 'covered') return [];
  const sources = coverage.listings.map((listing) => source(listing, speaker));
  return [speaker.say('listedElsewhere', speaker.and(sources), speaker.pool(coverage.pool))];
}

/** Why a model is on no list, as far as its family and kind tell. */
function whyLine({ finding, program, speaker }: Scene): string {
  const { kind, reference } = finding;
  if (program.models.get(reference.model)?.family === openWeights) return speaker.say('openWeights');
  if (kind && !isListedKind(kind)) return speaker.say('kindNotListed');
  return speaker.say('listsGrow', program.listings[0]?.date ?? program.knownAsOf);
}

function fineTunedLines(scene: Scene, base: string | undefined): string[] {
  const { finding, program, speaker } = scene;
  const covered = base && coverageOf(program, base, finding.basis).kind === 'covered';
  return [
    bold(speaker.say('fineTuned')),
    ...(base ? [speaker.say(covered ? 'fineTunedBase' : 'fineTunedOtherBase', code(base))] : []),
    speaker.say('fineTunedRule', link(speaker.say('rules'), helpUrl)),
  ];
}

function otherRouteLines({ finding, program, speaker }: Scene): string[] {
  const { model: written, route } = finding.reference;
  const spelt = openaiSpelling(written);
  const model = spelt ?? written;
  const direct = coverageOf(program, model, finding.basis);
  const end = lifecycleOf(program, model, finding.basis.asOf);
  // What a proxy passes on to OpenAI is not excluded.
  const open = mayPassOn(route);
  return [
    bold(destination(route, speaker)),
    ...(spelt ? [speaker.say('azureSpelling', code(written), code(spelt))] : []),
    ...(open ? [] : [speaker.say('otherRouteRule', link(speaker.say('rules'), helpUrl))]),
    sentences([
      direct.kind === 'covered'
        ? speaker.say('otherRouteCovered', code(model), speaker.pool(direct.pool))
        : speaker.say('otherRouteNotCovered', code(model)),
      // OpenAI's dates do not bind another host, but matter to anyone who would come back.
      ...(end
        ? [speaker.say(end.state === 'shut-down' ? 'problemShutDown' : 'problemShuttingDown', code(model), end.date)]
        : []),
    ]),
  ];
}

function destination(route: Route, speaker: Speaker): string {
  const { evidence = '', from } = route;
  const seen = from ? `${code(from)}: ${code(evidence)}` : code(evidence);
  return mayPassOn(route) ? speaker.say('otherRouteOpen', seen) : speaker.say('otherRoute', speaker.host(route), seen);
}

function unknownLines(scene: Scene): string[] {
  const { finding, program, speaker } = scene;
  return [
    bold(speaker.say('unknownModel', code(finding.reference.model), program.knownAsOf)),
    ...lookAlikeLine(scene),
    listsLine(scene),
    speaker.say('unknownBilled'),
  ];
}

function listsLine({ finding, program, speaker }: Scene): string {
  const listings = chosenListings(program, finding.basis.listings);
  if (!listings.length) return speaker.say('noListing');
  return speaker.say('notListedBy', speaker.or(listings.map((listing) => source(listing, speaker))));
}

function lookAlikeLine({ finding, program, speaker }: Scene): string[] {
  const { model } = finding.reference;
  const like = lookAlikeOf(program, model, finding.basis.listings);
  return like ? [speaker.say('lookAlike', code(model), code(like))] : [];
}

/** `[OpenAI Help (2026-09-28)](https://…)`; a user's own listing is said to be one, whatever it calls itself. */
function source({ id, title, date, url }: Omit<ListingRef, 'pool'>, speaker: Speaker): string {
  const own = isOwn({ id }) ? [speaker.say('listingOwn')] : [];
  return link(`${escape(title)} (${speaker.list([date, ...own])})`, url);
}

function bold(text: string): string {
  return `**${text}**`;
}
