import * as vscode from 'vscode';
import { utcDay } from '../core/program/allowance';
import { onceLoaded } from '../core/remember';
import { section } from './ids';
import type { OwnListings } from './listings/own-listings';
import type { Settings } from './settings';

interface Reading {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** How often to look for a new day, in milliseconds: a timer for midnight would be late by however long the machine slept. */
const usualBeat = 60_000;

/** The current settings of each folder, with the program that its listings make; read once, and again after each change. */
export class Configuration implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** A setting, a listing, the workspace's folders or the UTC day, by which models shut down, has changed. */
  readonly onDidChange = this.#changed.event;

  readonly #readings = new Map<string, Promise<Reading>>();
  /** The problems already logged for each folder: one change can cause several reads. */
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

  /** The settings that apply to a file, or to the window without one. */
  async settings(file?: vscode.Uri): Promise<Settings> {
    return (await this.#read(file)).settings;
  }

  /**
   * What is wrong with setting values and listing files in the workspace's folders, a sentence or two each, with the folders' names unless
   * it concerns all of them.
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

  /** The extra ids of all folders' listings together; see `Program.extraIds`. */
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
    return onceLoaded(this.#readings, key, () => this.#readFolder(folder, key));
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
 * The folder whose settings apply. A document outside all folders and of another scheme than theirs is an old version of a file: its path
 * tells the folder; failing that, it belongs to the only folder.
 */
function folderOf(file: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  const { getWorkspaceFolder, workspaceFolders: [first, ...others] = [] } = vscode.workspace;
  const own = file && getWorkspaceFolder(file);
  if (own || !first || file?.scheme === first.uri.scheme) return own;
  const told = file && getWorkspaceFolder(first.uri.with({ path: `/${file.path.replace(/^\/+/, '')}` }));
  return told ?? (others.length ? undefined : first);
}
