// What the page asks for once it is there: loaded then, with the protocol's checks and all that knows models.
import * as vscode from 'vscode';
import { assess, groupOf } from '../core/findings';
import { utcDay } from '../core/program/allowance';
import { countUsed, needsOtherKey } from '../core/program/used';
import type { GroupName } from '../core/groups';
import { usageTroubleText } from '../core/words';
import type { ListingChoice } from '../core/program/coverage';
import type { Program } from '../core/program/program';
import { programOf } from '../editor/answers';
import type { Services } from '../editor/services';
import type { UsageMeter } from '../usage/meter';
import { essentials } from './essentials';
import { findAll } from './found';
import { byImportance } from './groups';
import type { Memory } from './memory';
import type { Place, Snapshot, Usage } from './protocol';
import { buildSnapshot } from './snapshot';

export { toHost } from './protocol';

/** What the panel shows now. */
export async function currentSnapshot(services: Services, { folder, ticked }: Memory): Promise<Snapshot> {
  const { configuration, index, usage } = services;
  const found = await findAll(services);
  const settings = await configuration.settings(folder);
  const program = programOf(settings);
  const known = essentials(services, folder, await listingsDiffer(configuration));
  return buildSnapshot({
    ...known,
    ...(known.usage && { usage: { ...known.usage, ...toldOf(usage, program, settings.listings) } }),
    program,
    listings: settings.listings,
    found,
    notes: notesOf(index),
    problems: await configuration.problems(),
    asOf: utcDay(new Date()),
    ticked,
  });
}

/** OpenAI's answer about today's usage, counted by a folder's listings. */
function toldOf({ answer, trouble }: UsageMeter, program: Program, listings: ListingChoice): Partial<Usage> {
  return {
    ...(answer && { used: { ...countUsed(answer.rows, program, listings), at: answer.at.getTime() } }),
    ...(trouble && { trouble: usageTroubleText(trouble), refused: needsOtherKey(trouble) }),
  };
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

/** The place that the index has at exactly this position; undefined if the code has changed, or nothing was ever found there. */
export async function findPlace(
  services: Services,
  at: Pick<Place, 'uri' | 'line' | 'column' | 'cell'>,
): Promise<Place | undefined> {
  const places = (await findAll(services)).map(({ place }) => place);
  return places.find(
    ({ uri, line, column, cell }) => uri === at.uri && line === at.line && column === at.column && cell === at.cell,
  );
}

/** Whether the folders differ in their own listings. */
async function listingsDiffer(configuration: Services['configuration']): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = await Promise.all(folders.map(({ uri }) => configuration.settings(uri)));
  return new Set(all.map(({ program }) => program)).size > 1;
}

/** The notes that someone may want to act on; not what a rule left out. */
function notesOf({ notes }: Services['index']): string[] {
  return notes
    .filter(({ severity }) => severity !== 'info')
    .map(({ uri, message }) => (uri ? `${vscode.workspace.asRelativePath(uri)}: ${message}` : message));
}
