import * as vscode from 'vscode';
import { messages, type MessageKey } from '../../core/messages';
import { commands } from '../../editor/ids';
import { ignoreModel, reportModel } from '../../editor/quick-fixes/settings';
import type { Services } from '../../editor/services';
import { openPlace } from '../places';
import { ModelTree } from './model-tree';
import type { Filter, ModelNode, PlaceNode } from './nodes';

const { l10n } = vscode;

/** Registers the model tree under the panel, with the commands in its title and on its nodes. */
export function registerModelTree(services: Services, context: vscode.ExtensionContext) {
  const tree = new ModelTree(services, context.workspaceState);
  const filter = () => chooseFilter(tree);
  return {
    commands: {
      [commands.filterTree]: filter,
      [commands.filterTreeActive]: filter,
      [commands.openPlace]: openPlace,
      [commands.copyModel]: ({ model }: ModelNode | PlaceNode) => vscode.env.clipboard.writeText(model),
      [commands.ignoreTreeModel]: (node: ModelNode) => inItsFolders(node, ignoreModel),
      [commands.reportTreeModel]: (node: ModelNode) => inItsFolders(node, reportModel),
    },
    dispose: () => tree.dispose(),
  };
}

const sorts: readonly (readonly [sort: keyof Filter, label: MessageKey, detail: MessageKey])[] = [
  ['uses', 'treeUses', 'treeUsesDetail'],
  ['mentions', 'treeMentions', 'treeMentionsDetail'],
  ['tests', 'treeTests', 'treeTestsDetail'],
];

/** Asks which sorts of places to show. */
async function chooseFilter(tree: ModelTree): Promise<void> {
  const now = tree.filter;
  const items = sorts.map(([sort, label, detail]) => ({
    sort,
    label: l10n.t(messages[label]),
    detail: l10n.t(messages[detail]),
    picked: now[sort],
  }));
  const title = l10n.t(messages.treeFilter);
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  if (!chosen) return;
  const has = (sort: keyof Filter): boolean => chosen.some((item) => item.sort === sort);
  await tree.setFilter({ uses: has('uses'), mentions: has('mentions'), tests: has('tests') });
}

/** Changes the settings on a model in every folder that names it. */
async function inItsFolders(
  { model, gathered }: ModelNode,
  change: (file: vscode.Uri, model: string) => Promise<void>,
): Promise<void> {
  const folders = new Map<string, vscode.Uri>();
  for (const { place } of gathered.found) {
    const uri = vscode.Uri.parse(place.uri, true);
    folders.set(vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '', uri);
  }
  for (const uri of folders.values()) await change(uri, model);
}
