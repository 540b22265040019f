import * as vscode from 'vscode';
import { section } from './ids';
import type { readSettings, Settings } from './settings';

type Reading = ReturnType<typeof readSettings>;

/** The settings as VS Code has them now, read once for each folder and again after each change. */
export class Configuration implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Some setting of the extension has changed, or the folders they can differ by. */
  readonly onDidChange = this.#changed.event;

  readonly #readings = new Map<string, Reading>();
  readonly #log: vscode.LogOutputChannel;
  readonly #listeners: vscode.Disposable;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const changed = (): void => {
      this.#readings.clear();
      this.#changed.fire();
    };
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && changed()),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
    );
  }

  /** The valid settings for a file; those of the window without one. */
  async settings(file?: vscode.Uri): Promise<Settings> {
    return (await this.#read(file)).settings;
  }

  /** What is wrong with the settings' values in any of the workspace's folders, one sentence or two each. */
  async problems(): Promise<readonly string[]> {
    const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri) ?? [undefined];
    const readings = await Promise.all(folders.map((folder) => this.#read(folder)));
    return [...new Set(readings.flatMap((reading) => reading.problems.map((problem) => problem.message)))];
  }

  async #read(file: vscode.Uri | undefined): Promise<Reading> {
    const { readSettings: read } = await import('./settings');
    const folder = file && vscode.workspace.getWorkspaceFolder(file)?.uri;
    const key = folder?.toString() ?? '';
    let reading = this.#readings.get(key);
    if (!reading) {
      const values = vscode.workspace.getConfiguration(section, folder ?? null);
      reading = read((name) => values.get(name));
      this.#readings.set(key, reading);
      for (const problem of reading.problems) this.#log.warn(problem.message);
    }
    return reading;
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}
