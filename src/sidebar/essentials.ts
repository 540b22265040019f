// What the panel can say at once when VS Code asks for its page: nothing here waits, and nothing parses.
import * as vscode from 'vscode';
import { allowanceFor, usageTiers } from '../core/program/allowance';
import type { UsageTier } from '../core/program/schema';
import { section } from '../editor/ids';
import type { Services } from '../editor/services';
import { tierFile, tierSource } from '../editor/usage-tier';
import type { Essentials } from './protocol';

/**
 * The tier that holds for `folder`, what it gives, and how far the scan is.
 * @param listingsDiffer whether the folders have listing files of their own, which only reading them tells
 */
export function essentials(
  { index, usage }: Pick<Services, 'index' | 'usage'>,
  folder: vscode.Uri | undefined,
  listingsDiffer = false,
): Essentials {
  const file = tierFile(folder);
  const value = tierOf(folder);
  return {
    tier: { value, decidedBy: tierSource(folder), ...(file && { file }) },
    folders: foldersOf(folder, listingsDiffer),
    allowance: allowanceFor(value),
    ...(vscode.workspace.isTrusted &&
      usage.isKnown && { usage: { connected: usage.isConnected, asking: usage.isAsking } }),
    restricted: !vscode.workspace.isTrusted,
    scan: scanState(index),
  };
}

/** A wrong value counts as none, as in `readSettings`. */
function tierOf(folder: vscode.Uri | undefined): UsageTier {
  const value = vscode.workspace.getConfiguration(section, folder ?? null).get('usageTier');
  return usageTiers.find((tier) => tier === value) ?? 1;
}

/** The folders to choose from, if their tiers or their lists differ. */
function foldersOf(shown: vscode.Uri | undefined, listingsDiffer: boolean): Essentials['folders'] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const kind = (uri: vscode.Uri) => `${tierOf(uri)} ${vscode.workspace.getConfiguration(section, uri).get('listings')}`;
  if (!listingsDiffer && new Set(folders.map(({ uri }) => kind(uri))).size < 2) return [];
  return folders.map(({ uri, name }) => ({
    uri: uri.toString(),
    name,
    tier: tierOf(uri),
    shown: uri.toString() === shown?.toString(),
  }));
}

/** How far the scan is; the number of files with models is filled in by `buildSnapshot`, which has the references. */
function scanState(index: Services['index']): Essentials['scan'] {
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
      return { state: 'ready', files: 0, ...(index.isRefining && { refining: true }) };
    case 'error':
      return { state: 'error', message: index.error ?? '' };
  }
}
