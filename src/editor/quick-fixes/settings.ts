import * as vscode from 'vscode';
import { messages, type MessageKey } from '../../core/messages';
import { section } from '../ids';
import { pickFrom } from '../pick';
import type { SettingName } from '../settings';

const { l10n, workspace } = vscode;

/** Where a setting is decided for a file; undefined where nothing sets it. */
function decidedIn(name: SettingName, file: vscode.Uri): vscode.ConfigurationTarget | undefined {
  const values = workspace.getConfiguration(section, file).inspect(name);
  if (values?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (values?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  return values?.globalValue === undefined ? undefined : vscode.ConfigurationTarget.Global;
}

/** Where to write a setting so that it takes effect for a file: where it is decided now, else in the workspace, else for the user. */
function targetOf(name: SettingName, file: vscode.Uri): vscode.ConfigurationTarget {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const decided = decidedIn(name, file) ?? Global;
  return decided === Global && workspace.workspaceFolders ? Workspace : decided;
}

/** Adds a model to those that are not reported. */
export async function ignoreModel(file: vscode.Uri, model: string): Promise<void> {
  const name = 'ignoreModels';
  const configuration = workspace.getConfiguration(section, file);
  const models = configuration.get<unknown>(name);
  const kept = Array.isArray(models) ? models.filter((each) => each !== model) : [];
  await configuration.update(name, [...kept, model], targetOf(name, file));
}

/** Takes a model off those that are not reported, wherever they are set. */
export async function reportModel(file: vscode.Uri, model: string): Promise<void> {
  const name = 'ignoreModels';
  const models = (): readonly unknown[] => {
    const found = workspace.getConfiguration(section, file).get<unknown>(name);
    return Array.isArray(found) ? found : [];
  };
  if (!models().includes(model)) return;
  const kept = models().filter((each) => each !== model);
  const target = decidedIn(name, file);
  const write = (value: unknown) => workspace.getConfiguration(section, file).update(name, value, target);
  await write(kept.length ? kept : undefined);
  // Without an empty list, settings that count for more files may still name it.
  if (models().includes(model)) await write(kept);
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
