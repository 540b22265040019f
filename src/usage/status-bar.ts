import * as vscode from 'vscode';
import { commands, section } from '../editor/ids';
import type { Services } from '../editor/services';
import type { Memory } from '../sidebar/memory';

/** Shows in the status bar how much of the panel's pools is used today, once a key is connected; links to the panel. */
export function registerUsageStatus(
  { configuration, engine, log, usage }: Pick<Services, 'configuration' | 'engine' | 'log' | 'usage'>,
  memory: Pick<Memory, 'folder' | 'onDidChange'>,
  createItem = newItem,
): vscode.Disposable {
  let item: vscode.StatusBarItem | undefined;

  const show = async (): Promise<void> => {
    const { Speaker, allowanceFor, countUsed, programOf, usageStatus, usageTroubleText, usedText, utcClock } =
      await engine();
    const settings = await configuration.settings(memory.folder);
    // Read after all awaits, so that it is current.
    const { answer, isConnected, trouble } = usage;
    if (!isConnected) return item?.hide();
    const speaker = new Speaker();
    item ??= createItem(speaker.say('usageStatus'));
    const used = answer && countUsed(answer.rows, programOf(settings), settings.listings);
    const status = used && usageStatus(used, allowanceFor(settings.usageTier));
    const sentences = [
      ...(status?.lines ?? []),
      ...(used ? [usedText(used, utcClock(answer.at))] : []),
      ...(trouble ? [usageTroubleText(trouble)] : []),
    ];
    item.text = [trouble ? '$(warning)' : '$(dashboard)', ...(status ? [status.text] : [])].join(' ');
    item.tooltip = [speaker.say('usageStatus'), ...sentences].join('\n');
    item.accessibilityInformation = { label: item.tooltip };
    item.backgroundColor = status?.isNear ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  const update = () => {
    if (usage.isConnected) show().catch((error) => log.error(error));
    else item?.hide();
  };
  return vscode.Disposable.from(
    usage.onDidChange(update),
    configuration.onDidChange(update),
    memory.onDidChange(update),
    new vscode.Disposable(() => item?.dispose()),
  );
}

function newItem(name: string): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(`${section}.usage`, vscode.StatusBarAlignment.Right, 100);
  item.name = name;
  item.command = commands.showPanel;
  return item;
}
