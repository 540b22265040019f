// Every reference of the index with what it is judged by: what the panel and the model tree are made from.
import * as vscode from 'vscode';
import { parseModelName } from '../core/find/model-id';
import { isTestPath } from '../core/find/test-path';
import { basisOf, programOf } from '../editor/answers';
import type { Services } from '../editor/services';
import type { Found } from './groups';

/** Every reference of the index, judged by its own folder's settings and listings. */
export async function findAll({ configuration, index }: Pick<Services, 'configuration' | 'index'>): Promise<Found[]> {
  const now = new Date();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const standards = new Map<string, Pick<Found, 'basis' | 'program'> & { readonly ignored: ReadonlySet<string> }>();
  for (const uri of [undefined, ...folders.map((folder) => folder.uri)]) {
    const settings = await configuration.settings(uri);
    const ignored = new Set(settings.ignoreModels);
    standards.set(uri?.toString() ?? '', { basis: basisOf(settings, now), program: programOf(settings), ignored });
  }
  const extraIds = await configuration.extraIds();
  // No await from here on: the index stays as it is.
  const found: Found[] = [];
  for (const { uri, cell, references } of index.references()) {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    const { basis, program, ignored } = standards.get(folder) ?? standards.get('')!;
    const inFolder = vscode.workspace.asRelativePath(uri, false);
    const path = folders.length > 1 ? vscode.workspace.asRelativePath(uri, true) : inFolder;
    const inTest = isTestPath(inFolder);
    const file = { uri: uri.toString(), path, inTest, ...(cell === undefined ? {} : { cell }) };
    for (const reference of references) {
      const { line, column, start, end, role, model } = reference;
      // The index finds the ids of all folders' listings; where only another folder's name one, it is no model.
      if (extraIds.has(model) && !parseModelName(reference.text, program.extraIds)) continue;
      const place = { ...file, line, column, length: end - start, role };
      found.push({ reference, place, basis, program, isIgnored: ignored.has(model) });
    }
  }
  return found;
}
