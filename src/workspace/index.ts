import {
  CancellationTokenSource,
  Disposable,
  EventEmitter,
  Uri,
  workspace,
  type CancellationToken,
  type NotebookDocument,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import { append } from '../core/group-by';
import { onceLoaded } from '../core/remember';
import type { Change } from './change';
import { Coalescer } from './coalescer';
import type { DiskWatch } from './disk-watch';
import { excludeSettings } from './folders';
import { reasonOf } from './notes';
import { OpenDocuments, type Analyse } from './open-documents';
import { isBelow, ReferenceTable } from './reference-table';
import { Refiner, type RefinerOptions } from './refiner';
import type { AskExtraIds, IndexedFile, IndexNote, Scanner, ScanSink } from './scanner';

/** What the index needs. */
export interface IndexOptions {
  /** The bundle of the scanning thread, an absolute path. */
  readonly workerFile: string;
  /** The bundle of the parsing process, an absolute path; without it there is no second pass. */
  readonly parserFile?: string;
  /** Receives what goes wrong in the second pass, for the log. */
  readonly complain?: (message: string) => void;
  /** The workspace's own storage, where the index stores what it found for the next start. */
  readonly storage?: Uri | undefined;
  /** Reports what changes on disk; outlives the index. */
  readonly disk: DiskWatch;
  /** The references of an open document. */
  readonly analyse: Analyse;
  /** Ids to find whatever their shape, in all folders; when they change, the workspace has to be scanned again. */
  readonly extraIds?: AskExtraIds;
}

/**
 * Where the workspace's files name models. It does nothing until the first scan; from then on it keeps itself up to date: files that change on
 * disk are scanned again, and the text of open editors takes precedence over saved files. After each scan the second pass adds, without hurry,
 * what only a syntax tree can tell.
 */
export class WorkspaceIndex implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** Fires when anything readable here has changed. */
  readonly onDidChange = this.#changed.event;

  #state: WorkspaceIndex['state'] = 'idle';
  #progress: WorkspaceIndex['progress'];
  #error: string | undefined;
  #notes: IndexNote[] = [];

  readonly #table = new ReferenceTable();
  readonly #refiner: Refiner | undefined;
  /** Files are refined one at a time; listeners hear of several at once. */
  readonly #refinedLately = new Coalescer<void>(async () => this.#changed.fire());
  /** Whether open files are part of the workspace, by URI, where that has been asked: the table lacks those without references on disk. */
  readonly #admitted = new Map<string, boolean>();
  #running: Promise<void> | undefined;
  #stop: CancellationTokenSource | undefined;
  #live: { readonly open: OpenDocuments; readonly changes: Coalescer<Change>; readonly all: Disposable } | undefined;
  readonly #scanners = new Map<'disk' | 'virtual', Promise<Scanner>>();
  readonly #end = new CancellationTokenSource();

  constructor(private readonly options: IndexOptions) {
    const { parserFile, storage, complain = () => undefined } = options;
    const cacheFile = storage && Uri.joinPath(storage, 'refined.json').fsPath;
    const tell = () => this.#refinedLately.add('', undefined);
    const onRefined: RefinerOptions['onRefined'] = (before, after) => {
      // A file that was scanned again meanwhile is refined again, too.
      if (this.#table.refine(before, after)) tell();
    };
    const refining = { cacheFile, onRefined, onFinished: tell, complain };
    this.#refiner = parserFile ? new Refiner({ parserFile, ...refining }) : undefined;
  }

  /** `idle` before the first scan and after a cancelled one; `error` if the last scan failed as a whole. */
  get state(): 'idle' | 'scanning' | 'ready' | 'error' {
    return this.#state;
  }

  /** Whether the second pass behind the last scan is still to tell where some of the models are sent. */
  get isRefining(): boolean {
    return this.#refiner?.isBusy ?? false;
  }

  /** How many files the running scan has dealt with; absent where that is not known. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  /** Why the last scan failed, and what to do about it; absent if it did not fail. */
  get error(): string | undefined {
    return this.#error;
  }

  /** What a person should know about the last scan: files that could not be read, and why. */
  get notes(): readonly IndexNote[] {
    return this.#notes;
  }

  /** All files and notebook cells that name models: as in the editor where they are open, else as on disk. */
  *references(): Iterable<IndexedFile> {
    const open = this.#live?.open;
    for (const files of this.#table.values()) {
      const [first] = files;
      if (first) yield* open?.get(first.uri) ?? files;
    }
    for (const uri of open?.uris ?? []) {
      if (this.#admitted.get(uri.toString()) && !this.#table.has(uri)) yield* open?.get(uri) ?? [];
    }
  }

  /** Scans the whole workspace, or joins the running scan. Never rejects: `state` and `error` tell how it went. */
  scan(): Promise<void> {
    this.#running ??= this.#scan().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Analyses open documents again, since more is known about them than last time. */
  reanalyse(documents: readonly (TextDocument | NotebookDocument)[]): void {
    for (const document of documents) this.#live?.open.analyseLater(document);
  }

  /** Stops the running scan, if there is one; what it has found stays. */
  cancel(): void {
    this.#stop?.cancel();
  }

  async #scan(): Promise<void> {
    const stop = (this.#stop = new CancellationTokenSource());
    const stopping = Disposable.from(
      stop,
      this.#end.token.onCancellationRequested(() => stop.cancel()),
    );
    this.#refiner?.clear();
    this.#error = this.#progress = undefined;
    this.#setState('scanning');
    try {
      const { open } = this.#goLive();
      await open.refresh();
      await this.#rescan(open.uris);
      // Not before: the full scan repeats what is wrong with open files.
      this.#notes = [];
      const fresh = new Set<string>();
      await this.#scanFolders(workspace.workspaceFolders ?? [], fresh, stop.token);
      const cancelled = stop.token.isCancellationRequested;
      if (!cancelled) this.#table.keepOnly(fresh);
      // First, so that who hears of the state sees `isRefining`, too.
      if (!cancelled) this.#refine(this.#table.values(), true);
      this.#setState(cancelled ? 'idle' : 'ready');
    } catch (error) {
      this.#error = `${reasonOf(error)} Scan the workspace again.`;
      this.#setState('error');
    } finally {
      this.#stop = undefined;
      stopping.dispose();
    }
  }

  #setState(state: WorkspaceIndex['state']): void {
    this.#state = state;
    this.#changed.fire();
  }

  async #scanFolders(folders: readonly WorkspaceFolder[], fresh: Set<string>, token: CancellationToken): Promise<void> {
    const shares = new Map<Scanner, { done: number; total: number }>();
    await Promise.all(
      [...(await this.#byScanner(folders))].map(async ([scanner, group]) => {
        const sink = this.#sink((found) => {
          for (const key of this.#table.add(found)) fresh.add(key);
        });
        const remembered = (files: readonly IndexedFile[]) => {
          // What is in the table already was read at the same time or later.
          const news = files.filter(({ uri }) => !this.#table.has(uri));
          for (const { uri } of files) fresh.add(uri.toString());
          this.#table.add(news);
          this.#changed.fire();
        };
        const gone = (uris: readonly Uri[]) => uris.forEach((uri) => fresh.delete(uri.toString()));
        const progress = (done: number, total: number) => {
          shares.set(scanner, { done, total });
          const sum = (of: 'done' | 'total') => [...shares.values()].reduce((all, share) => all + share[of], 0);
          this.#progress = { done: sum('done'), total: sum('total') };
          this.#changed.fire();
        };
        await scanner.scan(group, { ...sink, remembered, gone, progress }, token);
      }),
    );
  }

  #refine(files: Iterable<readonly IndexedFile[]>, whole?: boolean): void {
    this.#refiner?.add(
      Array.from(files, (entries) => this.#table.firstPass(entries)),
      whole,
    );
  }

  /** Scans single files and folders again, and fires if something has changed. */
  async #rescan(uris: readonly Uri[]): Promise<void> {
    const keys = new Set(uris.map(String));
    const below = (uri: Uri) => isBelow(keys, uri.toString());
    // Files that are open in a folder that came or went may have joined or left the workspace.
    const open = this.#live?.open.uris.filter(below) ?? [];
    const noted = this.#noted();
    let differs = false;
    this.#notes = this.#notes.filter(({ uri }) => !uri || !(keys.has(uri.toString()) || below(uri)));
    for (const [scanner, group] of await this.#byScanner(workspace.workspaceFolders ?? [])) {
      const wanted = [...uris, ...open].filter((uri) => group.includes(workspace.getWorkspaceFolder(uri)!));
      if (!wanted.length) continue;
      const found: IndexedFile[] = [];
      const outside = await scanner.paths(
        group,
        wanted,
        this.#sink((files) => found.push(...files)),
      );
      const without = new Set(outside.map(String));
      if (this.#table.exchange(wanted, found)) differs = true;
      for (const uri of wanted) {
        const [key, admits] = [uri.toString(), !without.has(uri.toString())];
        if (this.#live?.open.get(uri)?.length && this.#admitted.get(key) !== admits) differs = true;
        this.#admitted.set(key, admits);
      }
      if (this.#state === 'ready') this.#refine(found.flatMap(({ uri }) => [this.#table.get(uri) ?? []]));
    }
    for (const key of this.#admitted.keys()) if (!this.#live?.open.get(Uri.parse(key))) this.#admitted.delete(key);
    if (differs || this.#noted() !== noted) this.#changed.fire();
  }

  /** The notes as one text, to compare them. */
  #noted(): string {
    const lines = this.#notes.map(({ uri, message }) => `${String(uri)} ${message}`);
    return lines.sort().join('\n');
  }

  #sink(found: ScanSink['found']): ScanSink {
    const nothing = () => undefined;
    return { remembered: nothing, found, gone: nothing, progress: nothing, note: (note) => this.#notes.push(note) };
  }

  async #byScanner(folders: readonly WorkspaceFolder[]): Promise<Map<Scanner, WorkspaceFolder[]>> {
    const groups = new Map<Scanner, WorkspaceFolder[]>();
    for (const folder of folders) {
      const scanner = await this.#scanner(folder.uri.scheme === 'file' ? 'disk' : 'virtual');
      append(groups, scanner, folder);
    }
    return groups;
  }

  /** The scanner for a kind of folder, loaded when first needed: the one for disks needs Node. */
  #scanner(kind: 'disk' | 'virtual'): Promise<Scanner> {
    return onceLoaded(this.#scanners, kind, async (): Promise<Scanner> => {
      if (kind === 'virtual') return new (await import('./virtual-scanner')).VirtualScanner(this.options.extraIds);
      const { WorkerScanner } = await import('./worker-scanner');
      const { workerFile, storage, extraIds, disk } = this.options;
      return new WorkerScanner(workerFile, storage?.fsPath, extraIds, (change) => disk.report(change));
    });
  }

  /** Starts to follow changes in editors and on disk. */
  #goLive() {
    if (this.#live) return this.#live;
    const open = new OpenDocuments(this.options.analyse);
    const changes = new Coalescer<Change>((batch) => this.#apply(batch));
    const add = (change: Change) => changes.add(change.kind === 'path' ? change.uri.toString() : 'rules', change);
    const all = Disposable.from(
      open,
      changes,
      open.onDidChange((uri) => this.#heardOf(uri)),
      this.options.disk.onDidChange(add),
      workspace.onDidChangeConfiguration((event) => {
        if (excludeSettings.some((name) => event.affectsConfiguration(name))) add({ kind: 'rules' });
      }),
    );
    return (this.#live = { open, changes, all });
  }

  /** An open document has changed. Whether it is part of the workspace is asked once. */
  #heardOf(uri: Uri): void {
    const part = this.#table.has(uri) || this.#admitted.get(uri.toString());
    if (part) this.#changed.fire();
    else if (part === undefined) this.#live?.changes.add(uri.toString(), { kind: 'path', uri });
  }

  async #apply(changes: readonly Change[]): Promise<void> {
    await this.#running;
    if (this.#end.token.isCancellationRequested || this.#state === 'idle') return;
    if (changes.some(({ kind }) => kind === 'rules')) return this.scan();
    try {
      const changed = changes.flatMap((change) => (change.kind === 'path' ? [change.uri] : []));
      const read = this.#table.readersOf(changed);
      await this.#rescan([...new Map([...changed, ...read].map((uri) => [uri.toString(), uri])).values()]);
    } catch (error) {
      const message = reasonOf(error);
      // Each reason is reported only once until the next full scan.
      if (this.#notes.some((note) => note.message === message)) return;
      this.#notes.push({ severity: 'error', message });
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#end.cancel();
    this.#end.dispose();
    this.#live?.all.dispose();
    this.#refiner?.dispose();
    this.#refinedLately.dispose();
    for (const scanner of this.#scanners.values()) void scanner.then((one) => one.dispose());
    this.#changed.dispose();
  }
}
