import type { MessageKey } from '../messages';
import type { Comparison, ListingChange } from '../program/compare';
import { lifecycleOf } from '../program/coverage';
import type { Program } from '../program/program';
import type { Listing } from '../program/schema';
import { code, escape, link } from './markdown';
import { Speaker } from './speaker';

/** A comparison as a Markdown document. `asOf` is the day that shutdown dates are compared with, `YYYY-MM-DD`, UTC. */
export function comparisonMarkdown(
  { first, second, added, removed, moved, unchanged }: Comparison,
  program: Program,
  asOf: string,
): string {
  const speaker = new Speaker();
  const groups: [MessageKey, readonly ListingChange[]][] = [
    ['compareAdded', added],
    ['compareRemoved', removed],
    ['compareMoved', moved],
  ];
  const counts = [
    ...groups.map(([key, { length }]) => [key, length] as const),
    ['compareUnchanged', unchanged] as const,
  ];
  const blocks = [
    `# ${speaker.say('compareTitle', named(first), named(second))}`,
    counts.map(([key, count]) => `${speaker.say(key)}: ${speaker.number(count)}`).join(' · '),
    ...groups.flatMap(([key, changes]) =>
      changes.length ? [`## ${speaker.say(key)}`, changes.map((change) => `- ${line(change)}`).join('\n')] : [],
    ),
    ...(added.length + removed.length + moved.length ? [] : [speaker.say('compareNone')]),
  ];
  return `${blocks.join('\n\n')}\n`;

  function line({ model, aliases, from, to }: ListingChange): string {
    const also = aliases.length ? [speaker.say('compareAlso', speaker.and(aliases.map(code)))] : [];
    const end = lifecycleOf(program, model, asOf);
    const ends = end ? [speaker.say(end.state === 'shut-down' ? 'compareEnded' : 'compareEnds', end.date)] : [];
    const pools = [from, to].flatMap((pool) => (pool ? [speaker.pool(pool)] : []));
    const pool = speaker.say(pools.length > 1 ? 'comparePools' : 'comparePool', ...pools);
    return speaker.list([code(model), ...also, pool, ...ends]);
  }
}

function named({ title, date, url }: Listing): string {
  return link(`${escape(title)} (${date})`, url);
}
