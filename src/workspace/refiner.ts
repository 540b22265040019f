import type { Uri } from 'vscode';
import { lookupFrom } from './lookup';
import { reasonOf } from './notes';
import type { Parser } from './parser';
import type { IndexedFile } from './scanner';
import { pathOf } from './slashed';
import { textOf } from './text-of';

/** What the refiner needs of its surroundings. */
export interface RefinerOptions {
  /** The bundle of the parsing process, an absolute path. */
  readonly parserFile: string;
  /** Where the process keeps its answers for the next start, if anywhere. */
  readonly cacheFile?: string | undefined;
  /** Takes what has become of a file's entries. */
  readonly onRefined: (before: readonly IndexedFile[], after: readonly IndexedFile[]) => void;
  /** Hears why files are not refined, where that is worth a line in the log. */
  readonly complain: (message: string) => void;
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
  /** Files still to refine, by their URIs. */
  readonly #queue = new Map<string, readonly IndexedFile[]>();
  #parser: Promise<Parser | undefined> | undefined;
  #running = false;
  #whole = false;
  #disposed = false;

  constructor(private readonly options: RefinerOptions) {}

  /**
   * Takes on files, each with all its entries; an earlier order for the same file is void.
   * @param whole whether these are all there are, so that the answers are worth keeping for the next start
   */
  add(files: Iterable<readonly IndexedFile[]>, whole = false): void {
    for (const entries of files) {
      const key = entries[0]?.uri.toString();
      if (key === undefined) continue;
      this.#queue.delete(key);
      if (entries.some(({ references }) => references.some(({ role }) => role === 'use')))
        this.#queue.set(key, entries);
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
    for (const [key, entries] of this.#queue) {
      if (!parser || this.#disposed) break;
      this.#queue.delete(key);
      const started = Date.now();
      const { uri } = entries[0]!;
      const answer = await this.#refine(parser, uri, entries);
      const after = answer?.refined?.map(({ path: _, ...rest }) => ({ uri, ...rest }));
      if (after && !this.#disposed) this.options.onRefined(entries, after);
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestRest, Date.now() - started)));
    }
    this.#running = false;
    const keep = this.#whole && !this.#disposed;
    this.#whole = false;
    if (keep) await parser?.keep();
  }

  async #refine(parser: Parser, uri: Uri, entries: readonly IndexedFile[]) {
    const path = pathOf(uri);
    const lookup = lookupFrom(uri, parser.readsDisk);
    const found = entries.map(({ uri: _, ...rest }) => ({ path, ...rest }));
    if (!lookup.read) return parser.refine(found, { cacheFile: this.options.cacheFile }, lookup);
    try {
      return await parser.refine(found, { text: await textOf(uri) }, lookup);
    } catch {
      return undefined; // It has gone since.
    }
  }

  /** The process; none where its code could not be loaded. */
  async #start(): Promise<Parser | undefined> {
    const { parserFile, complain } = this.options;
    try {
      const { Parser } = await import('./parser');
      return new Parser(parserFile, (name, fate) => complain(`Parsing ${name} ${fate}.`), { idle });
    } catch (error) {
      complain(
        `What parses files could not be loaded, so clients are not followed to where requests go: ${reasonOf(error)}`,
      );
      return undefined;
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#queue.clear();
    void this.#parser?.then((parser) => parser?.dispose());
  }
}
