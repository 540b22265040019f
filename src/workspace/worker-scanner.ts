import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker, type MessagePort } from 'node:worker_threads';
import { Uri, type CancellationToken, type WorkspaceFolder } from 'vscode';
import { bundleVersion } from './cache';
import { readFound } from './cache-file';
import type { DiskChange } from './change';
import { excludesOf } from './folders';
import { startHelpers } from './helper';
import { NewFolders } from './new-folders';
import { reasonOf, type Note } from './notes';
import type { PathsAnswer, ScanAnswer, ScanRequest } from './protocol';
import type { AskExtraIds, IndexedFile, IndexNote, Scanner, ScanSink } from './scanner';
import type { FileReferences } from './scan-text';
import type { Root } from './scan-tree';
import { watchesTrees, normalizePath } from './system';

interface Pending {
  readonly sink: ScanSink;
  done: number;
  answer: PathsAnswer;
  settle(error?: string): void;
}

/** How long an idle thread is kept, in milliseconds: its memory is worth more than the time to start it again. */
const idle = 5_000;

const givenUp = 'The scan was abandoned.';

/** Scans folders on disk in a thread, which is started when needed and ends when idle. */
export class WorkerScanner implements Scanner {
  #worker: Worker | undefined;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  readonly #newFolders: NewFolders | undefined;

  /**
   * @param workerFile the thread's bundle, with that of the helping threads beside it
   * @param storage a folder for the cache; without it every start scans everything
   * @param extraIds called before each scan
   * @param hear receives changes in folders that VS Code may not watch
   */
  constructor(
    private readonly workerFile: string,
    private readonly storage: string | undefined,
    private readonly extraIds: AskExtraIds = async () => new Set(),
    hear: (change: DiskChange) => void = () => undefined,
  ) {
    if (!watchesTrees) this.#newFolders = new NewFolders((path, modified) => hear({ uri: Uri.file(path), modified }));
  }

  async scan(folders: readonly WorkspaceFolder[], sink: ScanSink, token?: CancellationToken): Promise<void> {
    const id = this.#nextId++;
    let helpers: readonly MessagePort[] = [];
    const cancelling = token?.onCancellationRequested(() => this.#worker?.postMessage({ kind: 'cancel', id }));
    try {
      // The thread starts on another core while the settings are read here.
      this.#wake();
      const file = this.storage && join(this.storage, 'scan.json');
      // Without a cache everything has to be read: start a helping thread at the same time, since a start takes as long as 2,000 files.
      if (!file || !existsSync(file)) helpers = this.#help();
      const extraIds = await this.extraIds();
      const cache =
        file === undefined
          ? undefined
          : {
              file,
              version: [bundleVersion(this.workerFile), ...extraIds].join(' '),
              content: await readFile(file).catch(() => new Uint8Array()),
            };
      // Usually nothing has changed, and reading this takes less time than starting the thread.
      const remembered = cache ? await readFound(cache.content, cache.version) : [];
      if (token?.isCancellationRequested) return;
      if (remembered.length) sink.remembered(remembered.map(indexed));
      await this.#ask({ kind: 'scan', id, roots: folders.map(rootOf), extraIds, cache, helpers }, sink);
    } finally {
      // Has no effect on ports that have been handed over to the thread.
      for (const port of helpers) port.close();
      cancelling?.dispose();
      this.#rest();
    }
  }

  async paths(folders: readonly WorkspaceFolder[], uris: readonly Uri[], sink: ScanSink): Promise<Uri[]> {
    const id = this.#nextId++;
    const extraIds = await this.extraIds();
    const paths = uris.map(({ fsPath }) => normalizePath(fsPath));
    const answer = await this.#ask({ kind: 'paths', id, roots: folders.map(rootOf), extraIds, paths }, sink);
    this.#newFolders?.renew(paths, answer.folders);
    return answer.outside.map((path) => Uri.file(path));
  }

  #ask(request: Extract<ScanRequest, { kind: 'scan' | 'paths' }>, sink: ScanSink): Promise<PathsAnswer> {
    return new Promise((resolve, reject) => {
      const settle = (error?: string) => {
        this.#pending.delete(request.id);
        this.#rest();
        if (error === undefined) resolve(pending.answer);
        else reject(new Error(error));
      };
      const pending: Pending = { sink, done: 0, answer: { outside: [], folders: [] }, settle };
      this.#pending.set(request.id, pending);
      try {
        this.#wake().postMessage(request, request.kind === 'scan' ? request.helpers : []);
      } catch (error) {
        settle(reasonOf(error));
      }
    });
  }

  /** Starts the thread if need be, and keeps it until `#rest`. */
  #wake(): Worker {
    if (this.#disposed) throw new Error(givenUp);
    clearTimeout(this.#idleTimer);
    try {
      return (this.#worker ??= this.#start());
    } catch (error) {
      throw new Error(`No thread could be started to scan: ${reasonOf(error)}.`, { cause: error });
    }
  }

  #help(): MessagePort[] {
    return startHelpers(join(dirname(this.workerFile), 'helper-worker.js'), Math.min(1, availableParallelism() - 1));
  }

  /** Ends the thread after a while if it is idle. */
  #rest(): void {
    clearTimeout(this.#idleTimer);
    if (this.#worker && !this.#pending.size) this.#idleTimer = setTimeout(() => this.#end(), idle);
  }

  #start(): Worker {
    // Without the extension host's own flags: they do not apply to the thread, and some are not allowed there.
    const worker = new Worker(this.workerFile, { execArgv: [] });
    let reason = 'it ended early';
    worker.on('message', (answer: ScanAnswer) => this.#hear(answer));
    worker.on('error', (error) => (reason = reasonOf(error)));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      for (const pending of [...this.#pending.values()])
        pending.settle(`The scanning thread stopped unexpectedly: ${reason}.`);
    });
    return worker;
  }

  #hear(answer: ScanAnswer): void {
    const pending = this.#pending.get(answer.id);
    if (!pending) return;
    switch (answer.kind) {
      case 'batch': {
        const { found, notes, done } = answer.batch;
        if (found.length) pending.sink.found(found.map(indexed));
        for (const note of notes) pending.sink.note(noteOf(note));
        return pending.sink.progress((pending.done += done), answer.total);
      }
      case 'gone':
        return pending.sink.gone(answer.paths.map((path) => Uri.file(path)));
      case 'note':
        return pending.sink.note(noteOf(answer.note));
      case 'paths':
        return void (pending.answer = answer);
      case 'done':
        return pending.settle(answer.error);
    }
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  dispose(): void {
    this.#disposed = true;
    this.#newFolders?.dispose();
    clearTimeout(this.#idleTimer);
    this.#end();
    for (const pending of [...this.#pending.values()]) pending.settle(givenUp);
  }
}

function indexed({ path, ...rest }: FileReferences): IndexedFile {
  return { uri: Uri.file(path), ...rest };
}

function noteOf({ path, ...note }: Note): IndexNote {
  return path === undefined ? note : { ...note, uri: Uri.file(path) };
}

function rootOf(folder: WorkspaceFolder): Root {
  return { path: normalizePath(folder.uri.fsPath), excludes: excludesOf(folder) };
}
