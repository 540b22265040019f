// What comparing listings needs, loaded with the first comparison.
import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import { utcDay } from '../../core/program/allowance';
import { compareListings, modelsAmong } from '../../core/program/compare';
import { idsIn } from '../../core/program/coverage';
import { isOwn } from '../../core/program/listing-ids';
import type { Program } from '../../core/program/program';
import type { Listing } from '../../core/program/schema';
import { comparisonMarkdown } from '../../core/words';
import { programOf } from '../answers';
import type { Settings } from '../settings';

const { l10n } = vscode;

/** The comparison of two of a folder's listings, by their ids, as a Markdown document; says so where one of them is gone. */
export function comparisonOf(first: string, second: string, settings: Settings, now: Date): string {
  const program = programOf(settings);
  const [before, after] = [first, second].map((wanted) => program.listings.find(({ id }) => id === wanted));
  if (!before || !after) return `${l10n.t(messages.compareGone)}\n`;
  return comparisonMarkdown(compareListings(before, after, program), program, utcDay(now));
}

/** Asks for two listings, the older one first; returns their ids. */
export async function chooseTwo(settings: Settings): Promise<readonly [first: string, second: string] | undefined> {
  const program = programOf(settings);
  const all = program.listings.map((listing) => itemOf(listing, program));
  const items = all.toReversed();
  const first = await vscode.window.showQuickPick(items, { title: l10n.t(messages.compareFirst) });
  if (!first) return undefined;
  const others = all.filter(({ id }) => id !== first.id);
  const second = await vscode.window.showQuickPick(others, { title: l10n.t(messages.compareSecond, first.label) });
  return second && [first.id, second.id];
}

function itemOf(listing: Listing, program: Program) {
  const { id, title, date } = listing;
  const own = isOwn(listing) ? ` · ${l10n.t(messages.listingOwn)}` : '';
  const models = String(modelsAmong(idsIn(listing), program));
  return { id, label: title, description: date + own, detail: l10n.t(messages.listingModels, models) };
}
