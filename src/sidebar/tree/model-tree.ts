import * as vscode from 'vscode';
import { commands, modelTreeView } from '../../editor/ids';
import type { Services } from '../../editor/services';
import { Pace } from '../pace';
import type { Filter, TreeNode } from './nodes';

/** What `viewsWelcome` in package.json depends on. */
type TreeState = 'empty' | 'filtered' | 'filled' | 'idle' | 'scanning' | 'error';

const stateKey = `${modelTreeView}.state`;
const filterKey = `${modelTreeView}.filter`;
/** Whether anything is left out by the filter, for the view's title. */
const filteredKey = `${modelTreeView}.filtered`;

/** The shortest time to gather changes, in milliseconds: a tree that is rebuilt more often cannot be read. */
const pause = 500;

/** The model tree, computed from the workspace index only while it is visible. */
export class ModelTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #listeners: vscode.Disposable;
  readonly #pace = new Pace(pause);
  /** Something has changed since the tree was last computed. */
  #stale = false;
  #begun = false;

  /** @param memento the workspace's, where the filter is kept */
  constructor(
    private readonly services: Services,
    private readonly memento: vscode.Memento,
  ) {
    void setContext(filteredKey, isFiltering(this.filter));
    this.#view = vscode.window.createTreeView(modelTreeView, { treeDataProvider: this, showCollapseAll: true });
    const refresh = (): void => this.#refresh();
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      this.#view,
      services.index.onDidChange(refresh),
      services.configuration.onDidChange(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#stale && this.#changed.fire(undefined)),
    );
  }

  /** Which sorts of places are shown; kept with the workspace. */
  get filter(): Filter {
    const kept = this.memento.get<Partial<Filter>>(filterKey);
    return { uses: kept?.uses !== false, mentions: kept?.mentions !== false, tests: kept?.tests !== false };
  }

  async setFilter(filter: Filter): Promise<void> {
    await this.memento.update(filterKey, filter);
    await setContext(filteredKey, isFiltering(filter));
    this.#changed.fire(undefined);
  }

  /** Updates the tree soon; while it is hidden, only notes that it is out of date. */
  #refresh(): void {
    this.#stale = true;
    if (!this.#view.visible) return;
    this.#pace.soon(() => {
      if (this.#view.visible) this.#changed.fire(undefined);
    });
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return node.kind === 'place' ? [] : [...node.children];
    this.#stale = false;
    const { index, log } = this.services;
    const folders = vscode.workspace.workspaceFolders?.length ?? 0;
    if (!this.#begun && folders && index.state === 'idle') void vscode.commands.executeCommand(commands.scanWorkspace);
    this.#begun = true;
    try {
      return await this.#compute();
    } catch (error) {
      log.error('The model tree could not be computed.', error as Error);
      throw error;
    }
  }

  async #compute(): Promise<TreeNode[]> {
    const [{ buildTree }, { findAll }] = await Promise.all([import('./nodes'), import('../found')]);
    return this.#pace.measured(async () => {
      const found = await findAll(this.services);
      const tree = buildTree(found, this.filter);
      await setContext(stateKey, this.#stateOf(found.length, tree.length));
      return tree;
    });
  }

  #stateOf(found: number, shown: number): TreeState {
    const { state } = this.services.index;
    if (shown) return 'filled';
    if (state !== 'ready') return state;
    return found ? 'filtered' : 'empty';
  }

  async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    return (await import('./items')).treeItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'model') return item;
    const uri = vscode.Uri.parse(node.gathered.found[0]!.place.uri, true);
    const { usageTier } = await this.services.configuration.settings(uri);
    item.tooltip = (await import('./items')).tooltip(node, usageTier);
    return item;
  }

  dispose(): void {
    this.#pace.dispose();
    this.#listeners.dispose();
  }
}

function isFiltering({ uses, mentions, tests }: Filter): boolean {
  return !(uses && mentions && tests);
}

function setContext(key: string, value: unknown): Thenable<void> {
  return vscode.commands.executeCommand('setContext', key, value);
}
