import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import type { Program } from '../../core/program/program';
import type { ParsedListing } from '../../core/program/user-listing';
import { textOf } from '../../workspace/text-of';
import { section } from '../ids';
import { homeFolder, isInside } from './disk';
import { placeOf, usualPlace } from './place';

const { l10n, workspace } = vscode;

/** A listing file as it was last read. */
export interface OwnFile extends ParsedListing {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** A folder's own listing files, and the program that they make. */
export interface OwnProgram {
  /** Absent where no file holds a listing without errors. */
  readonly program?: Program;
  readonly files: readonly OwnFile[];
  /** Files that the settings name but that cannot be read, in sentences. */
  readonly problems: readonly string[];
}

interface Known {
  readonly sources: readonly Source[];
  readonly problems: readonly string[];
  readonly watchers: vscode.Disposable;
  reading: Promise<OwnProgram> | undefined;
}

/** Where to look for a listing. */
interface Source {
  readonly uri: vscode.Uri;
  readonly patterns: readonly vscode.RelativePattern[];
  /** The folder it must not lead out of, not even by a link. */
  readonly inside?: vscode.Uri;
  /** What the setting says, if it names this file: then it must exist. */
  readonly named?: string;
}

/** In bytes: larger files are no listings. */
const maxBytes = 1_000_000;
/** In milliseconds: some programs write a file by deleting it first. */
const pause = 100;
const setting = 'listingFile';

/**
 * The listing files of each folder, read on first use and again whenever one is saved, created or deleted. Those in a workspace are read
 * only once it is trusted, since they decide what counts as covered.
 */
export class OwnListings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Some folder's listings may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly #known = new Map<string, Known>();
  readonly #listeners: vscode.Disposable;

  constructor() {
    const reset = (): void => this.#reset();
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(`${section}.${setting}`) && reset()),
      workspace.onDidChangeWorkspaceFolders(reset),
      workspace.onDidGrantWorkspaceTrust(reset),
    );
  }

  /** A folder's listings, or the window's without one. Never rejects. */
  of(folder: vscode.Uri | undefined): Promise<OwnProgram> {
    const key = folder?.toString() ?? '';
    let known = this.#known.get(key);
    if (!known) {
      const { sources, problems } = sourcesOf(folder);
      known = { sources, problems, watchers: this.#watch(key, sources), reading: undefined };
      this.#known.set(key, known);
    }
    return (known.reading ??= readAll(known.sources, known.problems));
  }

  #watch(key: string, sources: readonly Source[]): vscode.Disposable {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#forget(key), pause);
    };
    const watchers = sources
      .flatMap(({ patterns }) => patterns)
      .map((pattern) => {
        const watcher = workspace.createFileSystemWatcher(pattern);
        watcher.onDidCreate(changed);
        watcher.onDidChange(changed);
        watcher.onDidDelete(changed);
        return watcher;
      });
    return vscode.Disposable.from(...watchers, new vscode.Disposable(() => clearTimeout(timer)));
  }

  #forget(key: string): void {
    // The watchers stay: new ones would take a moment to start, and miss changes meanwhile.
    const known = this.#known.get(key);
    if (known) known.reading = undefined;
    this.#changed.fire();
  }

  #reset(): void {
    for (const { watchers } of this.#known.values()) watchers.dispose();
    this.#known.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const { watchers } of this.#known.values()) watchers.dispose();
    this.#known.clear();
  }
}

/** Where a folder's listings can be, each place once. */
function sourcesOf(folder: vscode.Uri | undefined): { sources: Source[]; problems: string[] } {
  const values = workspace.getConfiguration(section, folder ?? null).inspect<unknown>(setting);
  const trusted = workspace.isTrusted;
  const byWorkspace = trusted ? (values?.workspaceFolderValue ?? values?.workspaceValue) : undefined;
  const value = byWorkspace ?? values?.globalValue;
  const text = typeof value === 'string' ? value : '';
  const place = placeOf(text, byWorkspace === undefined, homeFolder());
  // What is in the folder counts only once that is trusted, whoever names it.
  const inside = trusted ? folder : undefined;
  const sources: Source[] = [];
  const problems: string[] = [];
  if (place.kind === 'anywhere') {
    const uri = vscode.Uri.file(place.path);
    const parent = vscode.Uri.joinPath(uri, '..');
    sources.push({ uri, patterns: patternsOf(parent, uri.path.split('/').at(-1) ?? ''), named: text });
  }
  if (inside && place.kind === 'inside') sources.push(sourceIn(inside, place.path, text));
  if (place.kind === 'refused') problems.push(l10n.t(messages.listingRefused, `${section}.${setting}`, text));
  const usual = inside && sourceIn(inside, usualPlace);
  // Compared as URIs: a path may spell a Windows drive with a capital.
  if (usual && !sources.some(({ uri }) => uri.toString() === usual.uri.toString())) sources.push(usual);
  return { sources, problems };
}

function sourceIn(folder: vscode.Uri, path: string, named?: string): Source {
  const uri = vscode.Uri.joinPath(folder, path);
  return { uri, patterns: patternsOf(folder, path), inside: folder, ...(named && { named }) };
}

/**
 * Patterns for a file and the folders above it: when one of these comes or goes, VS Code reports nothing else. Brackets and braces in names
 * stand for themselves.
 */
function patternsOf(folder: vscode.Uri, path: string): vscode.RelativePattern[] {
  const parts = path.replace(/[[\]{}]/g, '[$&]').split('/');
  return parts.map((_, index) => new vscode.RelativePattern(folder, parts.slice(0, index + 1).join('/')));
}

async function readAll(sources: readonly Source[], problems: readonly string[]): Promise<OwnProgram> {
  const files: OwnFile[] = [];
  const others = new Map<string, string>();
  const all = [...problems];
  for (const source of sources) {
    const name = source.named ?? usualPlace;
    try {
      const file = await readOne(source, others);
      files.push(file);
      if (file.listing) others.set(file.listing.id, name);
      else all.push(l10n.t(messages.listingWrong, name));
    } catch (error) {
      if (isMissing(error) && !source.named) continue;
      const led = source.named ? ` ${l10n.t(messages.listingLed, `${section}.${setting}`, source.uri.fsPath)}` : '';
      all.push(unreadText(name, error) + led);
    }
  }
  const listings = files.flatMap(({ listing }) => listing ?? []);
  const program = listings.length ? (await import('./read')).programWith(listings) : undefined;
  return { files, problems: all, ...(program && { program }) };
}

/** Whether there is no such file, as far as VS Code can tell. */
export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Says that a listing could not be read, and why. */
export function unreadText(name: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t(messages.listingUnread, name, isMissing(error) ? l10n.t(messages.listingNoFile) : reason);
}

async function readOne({ uri, inside }: Source, others: ReadonlyMap<string, string>): Promise<OwnFile> {
  const { size, type } = await workspace.fs.stat(uri);
  if (type & vscode.FileType.Directory) throw new Error(l10n.t(messages.listingFolder));
  if (size > maxBytes) throw new Error(l10n.t(messages.listingLarge));
  const within = inside && uri.scheme === 'file' ? isInside(uri, inside) : true;
  if (!within) throw new Error(l10n.t(within === undefined ? messages.listingNoFile : messages.listingOutside));
  const text = await textOf(uri);
  const { readListing } = await import('./read');
  return { uri, text, ...readListing(text, new Date(), others) };
}
