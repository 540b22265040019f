import * as vscode from 'vscode';
import { section } from './ids';
import type { SettingName } from './settings';

const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;

/** Which settings decide, by VS Code's order of precedence. */
export type SettingSource = 'default' | 'user' | 'workspace' | 'folder';

/** Where to write so that it takes the place of what decides now. */
export const targets: Readonly<Record<SettingSource, vscode.ConfigurationTarget>> = {
  folder: WorkspaceFolder,
  workspace: Workspace,
  user: Global,
  default: Global,
};

/** Which settings decide for a file or a folder; without one, for the window. */
export function settingSource(name: SettingName, place: vscode.Uri | undefined): SettingSource {
  const values = vscode.workspace.getConfiguration(section, place ?? null).inspect(name);
  if (values?.workspaceFolderValue !== undefined) return 'folder';
  if (values?.workspaceValue !== undefined) return 'workspace';
  return values?.globalValue === undefined ? 'default' : 'user';
}
