import * as vscode from 'vscode';
import { utcDay } from '../core/program/allowance';
import { section } from './ids';
import type { OwnListings } from './listings/own-listings';
import type { Settings } from './settings';

interface Reading {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** How often to look whether it is another day, in milliseconds: a timer for midnight would be late by as long as the machine has slept. */
const usualBeat = 60_000;

/**
 * The settings as VS Code has them now, with the program by the listings that hold there; read once for each folder and again after
 * each change.
 */
export class Configuration implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Some setting or listing has changed, the folders they can differ by, or the day: models are shut down by days, in UTC. */
  readonly onDidChange = this.#changed.event;

  readonly #readings = new Map<string, Promise<Reading>>();
  /** What the log has been told of each folder: one change can have the settings read several times. */
  readonly #logged = new Map<string, readonly string[]>();
  readonly #listeners: vscode.Disposable;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly own: OwnListings,
    now = () => new Date(),
    beat = usualBeat,
  ) {
    let day = utcDay(now());
    const timer = setInterval(() => {
      const before = day;
      day = utcDay(now());
      if (day !== before) this.#changed.fire();
    }, beat);
    const changed = (): void => {
      this.#readings.clear();
      this.#changed.fire();
    };
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && changed()),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      own.onDidChange(changed),
      new vscode.Disposable(() => clearInterval(timer)),
    );
  }

  /** What holds for a file; for the window without one. */
  async settings(file?: vscode.Uri): Promise<Settings> {
    return (await this.#read(file)).settings;
  }

  /**
   * What is wrong with the settings' values and listing files in any of the workspace's folders, one sentence or two each, with the folders'
   * names where it is not wrong in all of them.
   */
  async problems(): Promise<readonly string[]> {
    const readings = await this.#readAll();
    const folders = vscode.workspace.workspaceFolders ?? [];
    return [...new Set(readings.flatMap(({ problems }) => problems))].map((problem) => {
      const where = readings.flatMap(({ problems }, index) =>
        problems.includes(problem) ? (folders[index] ?? []) : [],
      );
      return where.length < folders.length ? `${where.map(({ name }) => name).join(', ')}: ${problem}` : problem;
    });
  }

  /** Ids that any folder's listings name whatever their shape; see `Program.extraIds`. */
  async extraIds(): Promise<ReadonlySet<string>> {
    return new Set((await this.#readAll()).flatMap(({ settings }) => [...(settings.program?.extraIds ?? [])]));
  }

  #readAll(): Promise<Reading[]> {
    const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri) ?? [undefined];
    return Promise.all(folders.map((folder) => this.#read(folder)));
  }

  #read(file: vscode.Uri | undefined): Promise<Reading> {
    const folder = folderOf(file)?.uri;
    const key = folder?.toString() ?? '';
    let reading = this.#readings.get(key);
    if (!reading) {
      reading = this.#readFolder(folder, key);
      this.#readings.set(key, reading);
    }
    return reading;
  }

  async #readFolder(folder: vscode.Uri | undefined, key: string): Promise<Reading> {
    const [{ readSettings }, own] = await Promise.all([import('./settings'), this.own.of(folder)]);
    const values = vscode.workspace.getConfiguration(section, folder ?? null);
    const { settings, problems } = readSettings((name) => values.get(name));
    problems.push(...own.problems);
    const known = this.#logged.get(key) ?? [];
    for (const problem of problems) if (!known.includes(problem)) this.log.warn(problem);
    this.#logged.set(key, problems);
    return { settings: { ...settings, ...(own.program && { program: own.program }) }, problems };
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

/**
 * The folder whose settings apply. A document that lies in none and is of another scheme than the workspace's is an old version of a file,
 * whose path tells the folder; failing that, it belongs to the only folder there is.
 */
function folderOf(file: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  const { getWorkspaceFolder, workspaceFolders: [first, ...others] = [] } = vscode.workspace;
  const own = file && getWorkspaceFolder(file);
  if (own || !first || file?.scheme === first.uri.scheme) return own;
  const told = file && getWorkspaceFolder(first.uri.with({ path: `/${file.path.replace(/^\/+/, '')}` }));
  return told ?? (others.length ? undefined : first);
}
