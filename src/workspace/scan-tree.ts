import { availableParallelism } from 'node:os';
import type { ScanCache } from './cache';
import type { Exclude } from './ignore-rules';
import type { Note } from './notes';
import { Helper } from './helper';
import type { FileReferences } from './scan-text';
import { createShare, emptyBatch, stop, workOff, type Batch } from './share';
import { Tree } from './walk';

/** A folder to scan, by its absolute path, and the settings' globs that leave out parts of it. */
export interface Root {
  readonly path: string;
  readonly excludes?: readonly Exclude[];
}

/** What to scan and how. */
export interface TreeScan {
  readonly roots: readonly Root[];
  /** Files the user named, by their absolute paths: no rule leaves them out. */
  readonly named?: readonly string[];
  /** The bundle that other threads run to help; without it this thread scans alone. */
  readonly helperFile?: string;
  /** What earlier scans found; brought up to date when this one is done. */
  readonly cache?: ScanCache;
  /** Ids to be found whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
  /** Hears every batch, with the number of files in all. */
  readonly onBatch: (batch: Batch, total: number) => void;
  /** Hears of folders that cannot be listed. */
  readonly onNote: (note: Note) => void;
  readonly signal?: AbortSignal;
}

/** From how many files on a second thread earns what its start costs. */
const worthHelp = 500;

/**
 * Walks the folders and scans what they hold, in this thread and, where there is enough to do, in helping ones.
 * Walking and scanning block the thread for milliseconds at a time; run it where nobody waits.
 */
export async function scanTree(scan: TreeScan): Promise<void> {
  const { roots, named = [], helperFile, cache, extraIds, onNote, signal } = scan;
  const files = new Set(named);
  const helpers: Helper[] = [];
  for (const root of roots) {
    new Tree(root.path, root.excludes).walk((path) => {
      files.add(path);
      // Its thread starts up while this one goes on walking.
      if (files.size === worthHelp && helperFile && !cache?.isFilled)
        helpers.push(...Helper.start(helperFile, spareCores()));
    }, onNote);
  }
  const all = [...files];
  const memory = cache && new Memory(cache, all);
  const emit = (batch: Batch) => {
    memory?.learn(batch);
    scan.onBatch(batch, all.length);
  };
  const share = createShare(memory ? memory.recall(emit) : all, named.length, extraIds);
  if (share.files.length >= worthHelp && helperFile && !helpers.length)
    helpers.push(...Helper.start(helperFile, spareCores()));
  if (signal?.aborted) stop(share);
  signal?.addEventListener('abort', () => stop(share), { once: true });
  await Promise.all([workOff(share, emit), ...helpers.map((helper) => helper.help(share, emit, onNote))]);
  if (!signal?.aborted) memory?.save();
}

/** One helper a core besides this thread's; more than three bring little, since the disk is shared too. */
function spareCores(): number {
  return Math.min(3, availableParallelism() - 1);
}

/** What one scan takes from the cache and gives back to it. */
class Memory {
  readonly #found: FileReferences[] = [];
  /** Files with something to say besides their references, which the cache does not keep. */
  readonly #notable = new Set<string | undefined>();
  #unknown: readonly string[] = [];

  constructor(
    private readonly cache: ScanCache,
    private readonly files: readonly string[],
  ) {}

  /** Hands over what is known of unchanged files and answers the other files. */
  recall(emit: (batch: Batch) => void): string[] {
    const batch = emptyBatch();
    const unknown = this.files.filter((path) => {
      const found = this.cache.recall(path);
      if (found) batch.found.push(...found);
      return !found;
    });
    batch.done = this.files.length - unknown.length;
    emit(batch);
    this.#unknown = unknown;
    return unknown;
  }

  learn({ found, notes, skipped }: Batch): void {
    this.#found.push(...found);
    for (const { path } of [...notes, ...skipped]) this.#notable.add(path);
  }

  save(): void {
    const cachable = (path: string) => !this.#notable.has(path);
    // Where nothing was learned, the cache stands as it is.
    if (this.#unknown.some(cachable)) this.cache.save(this.files.filter(cachable), this.#found);
  }
}
