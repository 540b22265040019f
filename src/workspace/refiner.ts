import type { IndexedFile } from './scanner';
import type { Parser } from './parser';
import { slashed } from './slashed';

/** What the refiner needs of its surroundings. */
export interface RefinerOptions {
  /** The bundle of the parsing process, an absolute path. */
  readonly parserFile: string;
  /** Where the process keeps its answers for the next start, if anywhere. */
  readonly cacheFile?: string | undefined;
  /** Takes what has become of a file's entries. */
  readonly onRefined: (before: readonly IndexedFile[], after: readonly IndexedFile[]) => void;
}

/** The process goes soon when there is nothing to do: it weighs 150 MB and is seldom needed. In milliseconds. */
const idle = 5_000;
/** Between two files the process rests as long as the last one took, but not longer than this. */
const longestRest = 500;

/**
 * Runs the second pass over files that a scan has found models in, one after the other and half of the time at most, in a process of its own:
 * whoever waits for something else does not wait for this.
 */
export class Refiner {
  /** Files still to refine, by their paths. */
  readonly #queue = new Map<string, readonly IndexedFile[]>();
  #parser: Promise<Parser | undefined> | undefined;
  #running = false;
  #whole = false;
  #over = false;

  constructor(private readonly options: RefinerOptions) {}

  /**
   * Takes on files on disk, each with all its entries; an earlier order for the same file is void.
   * @param whole whether these are all there are, so that the answers are worth keeping for the next start
   */
  add(files: Iterable<readonly IndexedFile[]>, whole = false): void {
    for (const entries of files) {
      const uri = entries[0]?.uri;
      const used = entries.some(({ references }) => references.some(({ role }) => role === 'use'));
      if (uri?.scheme === 'file') this.#queue.delete(uri.fsPath);
      if (uri?.scheme === 'file' && used) this.#queue.set(uri.fsPath, entries);
    }
    this.#whole ||= whole;
    if (this.#queue.size && !this.#running) void this.#run();
  }

  /** Forgets what is still to do. */
  clear(): void {
    this.#queue.clear();
    this.#whole = false;
  }

  async #run(): Promise<void> {
    this.#running = true;
    const parser = await (this.#parser ??= this.#start());
    for (const [path, entries] of this.#queue) {
      if (!parser || this.#over) break;
      this.#queue.delete(path);
      const started = Date.now();
      const found = entries.map(({ uri: _, ...rest }) => ({ path: slashed(path), ...rest }));
      const refined = await parser.refine(found, this.options.cacheFile);
      const after = refined?.map(({ path: _, ...rest }) => ({ uri: entries[0]!.uri, ...rest }));
      if (after && !this.#over) this.options.onRefined(entries, after);
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestRest, Date.now() - started)));
    }
    this.#running = false;
    const keep = this.#whole && !this.#over;
    this.#whole = false;
    if (keep) await parser?.keep();
  }

  /** The process, where this host has any. */
  async #start(): Promise<Parser | undefined> {
    try {
      const { Parser } = await import('./parser');
      return new Parser(this.options.parserFile, () => undefined, idle);
    } catch {
      return undefined;
    }
  }

  dispose(): void {
    this.#over = true;
    this.#queue.clear();
    void this.#parser?.then((parser) => parser?.dispose());
  }
}
