// How the nodes of the model tree look; loaded with the first of them.
import * as vscode from 'vscode';
import { utcDay } from '../../core/program/allowance';
import type { UsageTier } from '../../core/program/schema';
import { hoverText } from '../../core/words';
import { groupHeadings, type GroupName } from '../../core/groups';
import { Speaker } from '../../core/words/speaker';
import { tallyText } from '../../core/words/tally';
import { commands } from '../../editor/ids';
import { lineText } from '../places';
import type { GroupNode, FileNode, ModelNode, PlaceNode, TreeNode } from './nodes';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Each group's icon, in the colour that the panel gives the group. */
const icons: Record<GroupName, [icon: string, colour?: string]> = {
  large: ['circle-large-filled', 'charts.blue'],
  small: ['circle-filled', 'charts.green'],
  failing: ['error', 'charts.red'],
  billed: ['credit-card', 'charts.yellow'],
  elsewhere: ['cloud'],
  unknown: ['question'],
};

/** A node as VS Code shows it. */
export function treeItem(node: TreeNode): vscode.TreeItem {
  const speaker = new Speaker();
  const item = itemOf(node, speaker);
  item.id = node.id;
  // What menus go by.
  item.contextValue = node.kind === 'model' && node.gathered.isIgnored ? 'ignoredModel' : node.kind;
  return item;
}

/** What a model's tooltip says: the same as its hover in code. */
export function tooltip({ gathered: { finding, found } }: ModelNode, tier: UsageTier): vscode.MarkdownString {
  const program = found[0]!.program;
  return new vscode.MarkdownString(hoverText(finding, program, tier, new Date()));
}

function itemOf(node: TreeNode, speaker: Speaker): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node, speaker);
    case 'model':
      return modelItem(node, speaker);
    case 'file':
      return fileItem(node, speaker);
    case 'place':
      return placeItem(node, speaker);
  }
}

function groupItem({ group, counts, children }: GroupNode, speaker: Speaker): vscode.TreeItem {
  const item = new vscode.TreeItem(speaker.say(groupHeadings[group]), Expanded);
  const [icon, colour] = icons[group];
  item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
  item.description = `${tallyText(counts, speaker)} · ${speaker.counted(children.length, 'panelModel', 'panelModels')}`;
  return item;
}

function modelItem({ model, gathered: { finding, isIgnored }, counts }: ModelNode, speaker: Speaker): vscode.TreeItem {
  const item = new vscode.TreeItem(model, Collapsed);
  // An icon, too: in a narrow sidebar the word is cut off.
  item.iconPath = new vscode.ThemeIcon(isIgnored ? 'bell-slash' : 'symbol-constant');
  const { lifecycle } = finding;
  const ended = lifecycle && lifecycle.date <= utcDay(new Date());
  const end = lifecycle && speaker.say(ended ? 'panelSince' : 'panelUntil', lifecycle.date);
  const ignored = isIgnored && speaker.say('panelIgnored');
  // The date first: in a narrow sidebar the rest is cut off.
  item.description = [end, ignored, tallyText(counts, speaker)].filter(Boolean).join(' · ');
  return item;
}

function fileItem({ uri, path, counts }: FileNode, speaker: Speaker): vscode.TreeItem {
  const slash = path.lastIndexOf('/') + 1;
  const item = new vscode.TreeItem(path.slice(slash), Collapsed);
  item.resourceUri = vscode.Uri.parse(uri, true);
  item.iconPath = vscode.ThemeIcon.File;
  const tally = tallyText(counts, speaker);
  item.description = [tally, path.slice(0, Math.max(0, slash - 1))].filter(Boolean).join(' · ');
  item.tooltip = path;
  // Otherwise a screen reader would say only the tooltip.
  item.accessibilityInformation = { label: speaker.list([path, tally]) };
  return item;
}

function placeItem({ found: { reference, place } }: PlaceNode, speaker: Speaker): vscode.TreeItem {
  const item = new vscode.TreeItem(lineText(place, speaker), None);
  const { name, callee, text, model } = reference;
  const around = callee ? `${callee}(…)` : name;
  const sort = place.role === 'mention' ? speaker.say('panelTagMention') : undefined;
  item.description = [around, text === model ? undefined : text, sort].filter(Boolean).join(' · ');
  const { uri, line, column, length, cell } = place;
  const at = { uri, line, column, length, ...(cell === undefined ? {} : { cell }) };
  item.command = { command: commands.openPlace, title: speaker.say('treeOpen'), arguments: [at] };
  return item;
}
