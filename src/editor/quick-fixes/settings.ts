import * as vscode from 'vscode';
import { messages, type MessageKey } from '../../core/messages';
import { section } from '../ids';
import { pickFrom } from '../pick';
import { settingSource, targets } from '../setting-source';
import type { SettingName } from '../settings';

const { l10n, workspace } = vscode;

/** Where to write a setting so that it takes effect for a file: where it is decided now, else in the workspace, else for the user. */
function targetOf(name: SettingName, file: vscode.Uri): vscode.ConfigurationTarget {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const decided = targets[settingSource(name, file)];
  return decided === Global && workspace.workspaceFolders ? Workspace : decided;
}

/** The setting that names the models that are not reported. */
const ignored = 'ignoreModels';

function ignoredFor(file: vscode.Uri): readonly unknown[] {
  const models = workspace.getConfiguration(section, file).get<unknown>(ignored);
  return Array.isArray(models) ? models : [];
}

/** Adds a model to those that are not reported. */
export async function ignoreModel(file: vscode.Uri, model: string): Promise<void> {
  const kept = ignoredFor(file).filter((each) => each !== model);
  await workspace.getConfiguration(section, file).update(ignored, [...kept, model], targetOf(ignored, file));
}

/** Takes a model off those that are not reported, wherever they are set. */
export async function reportModel(file: vscode.Uri, model: string): Promise<void> {
  const models = ignoredFor(file);
  if (!models.includes(model)) return;
  const kept = models.filter((each) => each !== model);
  const target = targets[settingSource(ignored, file)];
  const write = (value: unknown) => workspace.getConfiguration(section, file).update(ignored, value, target);
  await write(kept.length ? kept : undefined);
  // Without an empty list, settings that count for more files may still name it.
  if (ignoredFor(file).includes(model)) await write(kept);
}

const severities: readonly (readonly [value: string, detail: MessageKey])[] = [
  ['error', 'severityError'],
  ['warning', 'severityWarning'],
  ['information', 'severityInformation'],
  ['hint', 'severityHint'],
  ['off', 'severityOff'],
];

/** Asks how loudly to report a code, and writes the answer into the settings. */
export async function changeSeverity(file: vscode.Uri, name: SettingName, code: string): Promise<void> {
  const configuration = workspace.getConfiguration(section, file);
  const now = configuration.get(name);
  const items = severities.map(([label, detail]) => ({
    label,
    description: label === now ? l10n.t(messages.severityNow) : '',
    detail: l10n.t(messages[detail]),
  }));
  const title = l10n.t(messages.severityTitle, code);
  const chosen = await pickFrom(items, ({ label }) => label === now, { title });
  if (chosen) await configuration.update(name, chosen.label, targetOf(name, file));
}
