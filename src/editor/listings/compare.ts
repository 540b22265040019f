// What comparing listings needs, loaded with the first comparison.
import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import { utcDay } from '../../core/program/allowance';
import { compareListings } from '../../core/program/compare';
import { isOwn } from '../../core/program/listing-ids';
import type { Program } from '../../core/program/program';
import type { Listing } from '../../core/program/schema';
import { comparisonMarkdown } from '../../core/words';
import { programOf } from '../judge';
import type { Settings } from '../settings';

const { l10n } = vscode;

/** The listings by the names under which they are compared: their ids, with a number where another has the same. */
function byName({ listings }: Program): Map<string, Listing> {
  const named = new Map<string, Listing>();
  for (const listing of listings) {
    let name = listing.id;
    for (let number = 2; named.has(name); number++) name = `${listing.id} (${number})`;
    named.set(name, listing);
  }
  return named;
}

/** The comparison of two of a folder's listings, by name, as a Markdown document; says so where one of them is gone. */
export function comparisonOf(first: string, second: string, settings: Settings, now: Date): string {
  const program = programOf(settings);
  const named = byName(program);
  const [before, after] = [named.get(first), named.get(second)];
  if (!before || !after) return `${l10n.t(messages.compareGone)}\n`;
  return comparisonMarkdown(compareListings(before, after, program), program, utcDay(now));
}

/** Asks for two listings, the older one first; answers their names. */
export async function chooseTwo(settings: Settings): Promise<readonly [first: string, second: string] | undefined> {
  const all = [...byName(programOf(settings))].map(([name, listing]) => itemOf(name, listing));
  const items = all.toReversed();
  const first = await vscode.window.showQuickPick(items, { title: l10n.t(messages.compareFirst) });
  if (!first) return undefined;
  const others = all.filter(({ name }) => name !== first.name);
  const second = await vscode.window.showQuickPick(others, { title: l10n.t(messages.compareSecond, first.label) });
  return second && [first.name, second.name];
}

function itemOf(name: string, listing: Listing) {
  const { title, date, pools } = listing;
  const own = isOwn(listing) ? ` · ${l10n.t(messages.listingOwn)}` : '';
  const models = String(pools.large.length + pools.small.length);
  return { name, label: title, description: date + own, detail: l10n.t(messages.listingModels, models) };
}
