import * as vscode from 'vscode';
import type { Pool, UsageTier } from '../core/program/schema';
import { commands, section } from './ids';
import type { Services } from './services';
import { words } from './words';

const setting = 'usageTier';

/** Where the usage tier of the first folder comes from, by VS Code's order of precedence. */
export type TierSource = 'default' | 'user' | 'workspace' | 'folder';

/** The folder whose tier stands for the window: the first one; undefined without a folder. */
export function tierFolder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** The settings file that decides the usage tier. */
export function tierSource(): TierSource {
  const values = vscode.workspace.getConfiguration(section, tierFolder() ?? null).inspect(setting);
  if (values?.workspaceFolderValue !== undefined) return 'folder';
  if (values?.workspaceValue !== undefined) return 'workspace';
  return values?.globalValue === undefined ? 'default' : 'user';
}

/** Writes the tier where it is decided now; into the user's settings where nothing decides it, since it is the organization's. */
export async function setUsageTier(tier: UsageTier): Promise<void> {
  const targets: Record<TierSource, vscode.ConfigurationTarget> = {
    folder: vscode.ConfigurationTarget.WorkspaceFolder,
    workspace: vscode.ConfigurationTarget.Workspace,
    user: vscode.ConfigurationTarget.Global,
    default: vscode.ConfigurationTarget.Global,
  };
  const configuration = vscode.workspace.getConfiguration(section, tierFolder() ?? null);
  await configuration.update(setting, tier, targets[tierSource()]);
}

/** Registers the command that asks for the usage tier. */
export function registerUsageTier({ configuration, engine }: Services): vscode.Disposable {
  return vscode.commands.registerCommand(commands.chooseUsageTier, async () => {
    const { usageTier } = await configuration.settings(tierFolder());
    const { allowanceFor, Speaker } = await engine();
    const speaker = new Speaker(words);
    const holds = (tier: UsageTier, pool: Pool): string => speaker.number(allowanceFor(tier)[pool]);
    const item = (tier: UsageTier) => ({
      tier,
      label: speaker.say('panelTier', String(tier)),
      description: tier === usageTier ? speaker.say('tierNow') : '',
      detail: speaker.say('tierHolds', holds(tier, 'large'), holds(tier, 'small')),
    });
    const chosen = await vscode.window.showQuickPick(([1, 2, 3, 4, 5] as const).map(item), {
      title: speaker.say('tierTitle'),
      placeHolder: speaker.say('tierWhere', 'platform.openai.com/settings/organization/limits'),
    });
    if (chosen) await setUsageTier(chosen.tier);
  });
}
