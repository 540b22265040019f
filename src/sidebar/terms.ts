import { daysBetween } from '../core/findings';
import { chosenListings, type ListingChoice } from '../core/program/coverage';
import { isOwn } from '../core/program/listing-ids';
import type { Program } from '../core/program/program';
import type { Snapshot } from './protocol';

/** After so many days a listing may be outdated. */
const outdatedDays = 60;

/**
 * What must be true for any token to be free and how tokens count, which no extension can see: by the newest chosen listing that
 * says so, else by the newest of all.
 */
export function checklistOf(
  program: Program,
  listings: ListingChoice,
  ticked: ReadonlySet<string>,
): Snapshot['checklist'] {
  const terms = [...chosenListings(program, listings), ...program.listings].find((listing) => listing.conditions);
  const item = (about: Snapshot['checklist'][number]['about']) => (text: string) => ({
    about,
    text,
    ticked: ticked.has(text),
  });
  return [
    ...(terms?.conditions ?? []).map(({ text, link }) => ({ ...item('condition')(text), ...(link && { link }) })),
    ...(terms?.exclusions ?? []).map(item('exclusion')),
    ...(terms?.rules ?? []).map(item('rule')),
  ];
}

/** The listings with their ages on the day `asOf` (`YYYY-MM-DD`), and whether even the newest chosen one is old. */
export function sourcesOf(
  program: Program,
  listings: ListingChoice,
  asOf: string,
): Pick<Snapshot, 'sources' | 'outdated'> {
  const chosen = chosenListings(program, listings);
  const [newest] = chosen;
  return {
    sources: program.listings.map((listing) => ({
      title: listing.publisher ?? listing.title,
      date: listing.date,
      ageDays: daysBetween(listing.date, asOf),
      ...(listing.url && { url: listing.url }),
      chosen: chosen.includes(listing),
    })),
    outdated: newest !== undefined && daysBetween(newest.date, asOf) > outdatedDays,
  };
}

/**
 * What the usage tiers give, by the newest bundled listing that puts a price on it, else by the newest bundled one. A user's own listings
 * have no say, as in `allowanceFor`, which the page needs before any listing is read: the table would contradict the bars.
 */
export function bandsOf(program: Program): Pick<Snapshot, 'bands' | 'worth'> {
  const listings = program.listings.filter((listing) => !isOwn(listing));
  const pricing = listings.find(({ bands }) => bands?.some((band) => band.upToUsd));
  const bands = (pricing ?? listings.find((listing) => listing.bands))?.bands ?? [];
  return {
    bands: bands.map(({ tiers, tokens, upToUsd }) => ({
      tiers: [...tiers],
      large: tokens.large,
      small: tokens.small,
      ...(upToUsd && { upToUsd }),
    })),
    ...(pricing && {
      worth: { title: pricing.title, date: pricing.date, ...(pricing.url && { url: pricing.url }) },
    }),
  };
}
