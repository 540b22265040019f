import * as vscode from 'vscode';

const ticksKey = 'tokenAllowance.ticks';
const folderKey = 'tokenAllowance.folder';

/** What users have told the panel about this workspace, stored with it. */
export class Memory implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memento: vscode.Memento) {}

  /** The texts of the checklist's ticked items. An item whose wording changes has to be ticked again. */
  get ticked(): ReadonlySet<string> {
    const kept = this.memento.get<unknown>(ticksKey);
    return new Set(Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : []);
  }

  /** The folder whose tier and lists the panel shows: the one chosen, else the first; undefined without a folder. */
  get folder(): vscode.Uri | undefined {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const kept = this.memento.get<unknown>(folderKey);
    return (folders.find(({ uri }) => uri.toString() === kept) ?? folders[0])?.uri;
  }

  async tick(text: string, ticked: boolean): Promise<void> {
    const texts = new Set(this.ticked);
    if (ticked) texts.add(text);
    else texts.delete(text);
    await this.#keep(ticksKey, [...texts]);
  }

  chooseFolder(uri: string): Promise<void> {
    return this.#keep(folderKey, uri);
  }

  async #keep(key: string, value: unknown): Promise<void> {
    await this.memento.update(key, value);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
