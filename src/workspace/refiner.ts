import type { Uri } from 'vscode';
import type { ModelReference } from '../core/find/reference';
import { mayBeTried } from '../core/understand/tree-fields';
import { lookupFrom } from './lookup';
import { Parser } from './parser';
import type { IndexedFile } from './scanner';
import { pathOf } from './paths';
import { textOf } from './text-of';

/** What the refiner needs. */
export interface RefinerOptions {
  /** The bundle of the parsing process, an absolute path. */
  readonly parserFile: string;
  /** Where the process stores its answers for the next start, if anywhere. */
  readonly cacheFile?: string | undefined;
  /** Receives a file's entries before and after the second pass. */
  readonly onRefined: (before: readonly IndexedFile[], after: readonly IndexedFile[]) => void;
  /** All files of a whole scan have been refined, as far as they can be. */
  readonly onFinished?: () => void;
  /** Receives why a file is not refined, where that is worth a line in the log. */
  readonly complain: (message: string) => void;
}

/** How long an idle process is kept, in milliseconds: not for long, since it takes 150 MB and is seldom needed. */
const idle = 5_000;
/** Between two files the process rests for as long as the last one took, but for no longer than this, in milliseconds. */
const maxRest = 500;

/** Whether the second pass may say more about a reference. */
const mayChange = (reference: ModelReference): boolean => reference.role === 'use' || mayBeTried(reference);

/**
 * Runs the second pass over files in which a scan has found models, one at a time, in a process of its own that rests
 * between them, so that nothing else waits for it.
 */
export class Refiner {
  /** The files still to be refined, by URI. */
  readonly #queue = new Map<string, readonly IndexedFile[]>();
  readonly #parser: Parser;
  #running = false;
  #whole = false;

  constructor(private readonly options: RefinerOptions) {
    const { parserFile, complain } = options;
    this.#parser = new Parser(parserFile, (name, fate) => complain(`Parsing ${name} ${fate}.`), { idle });
  }

  /**
   * Queues files, each with all its entries, instead of what is queued for the same files.
   * @param whole whether these are all files of the workspace, so that the answers are worth storing for the next start
   */
  add(files: Iterable<readonly IndexedFile[]>, whole = false): void {
    for (const entries of files) {
      const key = entries[0]?.uri.toString();
      if (key === undefined) continue;
      this.#queue.delete(key);
      if (entries.some(({ references }) => references.some(mayChange))) this.#queue.set(key, entries);
    }
    this.#whole ||= whole && this.#queue.size > 0;
    if (this.#queue.size && !this.#running) void this.#run();
  }

  /** Whether files of the workspace are still to be refined after a whole scan. */
  get isBusy(): boolean {
    return this.#whole && this.#running;
  }

  /** Empties the queue. */
  clear(): void {
    this.#queue.clear();
    this.#whole = false;
  }

  async #run(): Promise<void> {
    this.#running = true;
    await Promise.resolve(); // What is forgotten at once is not asked about.
    for (const [key, entries] of this.#queue) {
      this.#queue.delete(key);
      const started = Date.now();
      const { uri } = entries[0]!;
      const answer = await this.#refine(uri, entries);
      const after = answer?.refined?.map(({ path: _, ...rest }) => ({ uri, ...rest }));
      if (after) this.options.onRefined(entries, after);
      await new Promise((resolve) => setTimeout(resolve, Math.min(maxRest, Date.now() - started)));
    }
    this.#running = false;
    if (!this.#whole) return;
    this.#whole = false;
    this.options.onFinished?.();
    await this.#parser.keep();
  }

  async #refine(uri: Uri, entries: readonly IndexedFile[]) {
    const path = pathOf(uri);
    const lookup = lookupFrom(uri);
    const found = entries.map(({ uri: _, ...rest }) => ({ path, ...rest }));
    if (!lookup.read) return this.#parser.refine(found, { cacheFile: this.options.cacheFile }, lookup);
    try {
      return await this.#parser.refine(found, { text: await textOf(uri) }, lookup);
    } catch {
      return undefined; // The file has gone since.
    }
  }

  dispose(): void {
    this.clear();
    this.#parser.dispose();
  }
}
