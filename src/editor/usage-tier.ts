import * as vscode from 'vscode';
import type { Pool, UsageTier } from '../core/program/schema';
import { commands, section } from './ids';
import { pickFrom } from './pick';
import type { Services } from './services';
import { settingSource, targets, type SettingSource } from './setting-source';

const setting = 'usageTier';

/** The folder whose tier stands for the window where no other is chosen: the first; undefined without a folder. */
function tierFolder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** The settings file that decides a folder's usage tier. */
export function tierSource(folder = tierFolder()): SettingSource {
  return settingSource(setting, folder);
}

/** The name of the file that decides a folder's usage tier; undefined for the user's settings, and where nothing decides it. */
export function tierFile(folder = tierFolder()): string | undefined {
  const source = tierSource(folder);
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  // A workspace that was never saved has a file with a made-up name.
  if (source === 'workspace' && workspaceFile?.scheme !== 'untitled') return workspaceFile?.path.split('/').at(-1);
  if (source !== 'folder' || !folder) return undefined;
  return vscode.workspace.asRelativePath(
    vscode.Uri.joinPath(folder, '.vscode/settings.json'),
    workspaceFolders.length > 1,
  );
}

/** Writes a folder's tier where it is decided now, else into the user's settings, since the tier is the organization's. */
export async function setUsageTier(tier: UsageTier, folder = tierFolder()): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, folder ?? null);
  await configuration.update(setting, tier, targets[tierSource(folder)]);
}

/** Opens the settings that decide a folder's usage tier, at that setting. */
export async function openTierSetting(folder = tierFolder()): Promise<void> {
  const source = tierSource(folder);
  if (source === 'folder' && folder) {
    const file = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, '.vscode/settings.json'));
    const start = file.getText().indexOf(`"${section}.${setting}"`);
    const at = file.positionAt(Math.max(0, start));
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
    return;
  }
  const command = source === 'workspace' ? 'openWorkspaceSettings' : 'openSettings';
  await vscode.commands.executeCommand(`workbench.action.${command}`, { query: `@id:${section}.${setting}` });
}

/** The command that asks for the usage tier, and first for the folder where folders have tiers of their own. */
export function usageTierCommands({ configuration, engine }: Services) {
  const chooseUsageTier = async (): Promise<void> => {
    const folder = await askForFolder();
    if (folder === 'cancelled') return;
    const { allowanceFor, usageTiers, Speaker } = await engine();
    const { usageTier } = await configuration.settings(folder);
    const speaker = new Speaker();
    const holds = (tier: UsageTier, pool: Pool): string => speaker.number(allowanceFor(tier)[pool]);
    const item = (tier: UsageTier) => ({
      tier,
      label: speaker.say('panelTier', String(tier)),
      description: tier === usageTier ? speaker.say('tierNow') : '',
      detail: speaker.say('tierHolds', holds(tier, 'large'), holds(tier, 'small')),
    });
    const chosen = await pickFrom(usageTiers.map(item), ({ tier }) => tier === usageTier, {
      title: speaker.say('tierTitle'),
      placeholder: speaker.say('tierWhere', 'platform.openai.com/settings/organization/limits'),
    });
    if (chosen) await setUsageTier(chosen.tier, folder);
  };
  return { [commands.chooseUsageTier]: chooseUsageTier };
}

/** The folder whose tier is meant, undefined in a window without one; asks only if a folder has settings of its own. */
async function askForFolder(): Promise<vscode.Uri | 'cancelled' | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2 || folders.every(({ uri }) => tierSource(uri) !== 'folder')) return tierFolder();
  return (await vscode.window.showWorkspaceFolderPick())?.uri ?? 'cancelled';
}
