// What the panel needs once its page is there: loaded then, with the protocol's checks and all that knows models.
import * as vscode from 'vscode';
import { assess } from '../core/findings';
import { utcDay } from '../core/program/allowance';
import { programOf } from '../editor/judge';
import type { Services } from '../editor/services';
import { tierFile, tierSource } from '../editor/usage-tier';
import { findAll } from './found';
import { byImportance, groupOf } from './groups';
import type { Memory } from './memory';
import type { GroupName, Place, Snapshot } from './protocol';
import { buildSnapshot } from './snapshot';

export { toHost } from './protocol';

/** What the panel shows now. */
export async function currentSnapshot(services: Services, { folder, ticked }: Memory): Promise<Snapshot> {
  const { configuration, index } = services;
  const found = await findAll(services);
  const settings = await configuration.settings(folder);
  const { usageTier, listings } = settings;
  const file = tierFile(folder);
  return buildSnapshot({
    program: programOf(settings),
    tier: { value: usageTier, decidedBy: tierSource(folder), ...(file && { file }) },
    folders: await foldersOf(services, folder),
    listings,
    scan: scanState(index, new Set(found.map(({ place }) => place.uri)).size),
    found,
    notes: notesOf(index),
    problems: await configuration.problems(),
    asOf: utcDay(new Date()),
    ticked,
    restricted: !vscode.workspace.isTrusted,
  });
}

/** All places of a model within one group, the most important first. */
export async function placesOf(services: Services, group: GroupName, model: string): Promise<Place[]> {
  const found = await findAll(services);
  return found
    .filter(({ reference }) => reference.model === model)
    .filter(({ reference, basis, program }) => groupOf(assess(program, reference, basis)) === group)
    .map(({ place }) => place)
    .sort(byImportance);
}

/** The place that the index has exactly there; undefined if the code has moved on or nothing of the kind was ever found. */
export async function placeAt(
  services: Services,
  at: Pick<Place, 'uri' | 'line' | 'column' | 'cell'>,
): Promise<Place | undefined> {
  const places = (await findAll(services)).map(({ place }) => place);
  return places.find(
    ({ uri, line, column, cell }) => uri === at.uri && line === at.line && column === at.column && cell === at.cell,
  );
}

/** The folders to choose among, where their tiers or their lists differ. */
async function foldersOf({ configuration }: Services, shown: vscode.Uri | undefined): Promise<Snapshot['folders']> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = await Promise.all(
    folders.map(async ({ uri, name }) => ({ uri: uri.toString(), name, settings: await configuration.settings(uri) })),
  );
  const kinds = new Set(all.map(({ settings }) => `${settings.usageTier} ${settings.listings}`));
  if (kinds.size < 2) return [];
  return all.map(({ uri, name, settings }) => ({
    uri,
    name,
    tier: settings.usageTier,
    shown: uri === shown?.toString(),
  }));
}

function scanState(index: Services['index'], files: number): Snapshot['scan'] {
  if (!vscode.workspace.workspaceFolders?.length) return { state: 'no-folder' };
  switch (index.state) {
    case 'idle':
      return { state: 'idle' };
    case 'scanning':
      return {
        state: 'scanning',
        done: index.progress?.done ?? 0,
        ...(index.progress && { total: index.progress.total }),
      };
    case 'ready':
      return { state: 'ready', files };
    case 'error':
      return { state: 'error', message: index.error ?? '' };
  }
}

/** What a person may want to mend; not what was left out by rule. */
function notesOf({ notes }: Services['index']): string[] {
  return notes
    .filter(({ severity }) => severity !== 'info')
    .map(({ uri, message }) => (uri ? `${vscode.workspace.asRelativePath(uri)}: ${message}` : message));
}
