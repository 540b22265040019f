import { availableParallelism } from 'node:os';
import type { ScanCache } from './cache';
import type { Exclude } from './ignore-rules';
import type { Note } from './notes';
import { Helper } from './helper';
import type { FileReferences } from './scan-text';
import { createShare, emptyBatch, stop, workOff, type Batch, type Share } from './share';
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

/** So many files make a share; from the first whole one on a second thread earns what its start costs. */
const shareSize = 500;

/**
 * Walks the folders and scans what they hold, in this thread and, where there is enough to do, in helping ones, which begin while this one
 * is still walking. Walking and scanning block the thread for milliseconds at a time; run it where nobody waits.
 */
export async function scanTree(scan: TreeScan): Promise<void> {
  const { roots, named = [], helperFile, cache, extraIds, onNote, signal } = scan;
  const files = new Set<string>();
  const memory = cache && new Memory(cache);
  const shares: Share[] = [];
  let waiting: string[] = [];
  let helpers: Helper[] | undefined;
  const hand = (share: Share) => {
    shares.push(share);
    for (const helper of helpers ?? []) helper.take(share);
  };
  const visit = (path: string) => {
    if (files.has(path)) return;
    files.add(path);
    if (memory?.recalls(path)) return;
    waiting.push(path);
    if (waiting.length < shareSize) return;
    if (helperFile) helpers ??= Helper.start(helperFile, spareCores());
    hand(createShare(waiting, 0, extraIds));
    waiting = [];
  };
  for (const path of named) files.add(path);
  if (named.length) hand(createShare([...files], files.size, extraIds));
  for (const root of roots) new Tree(root.path, root.excludes).walk(visit, onNote);
  hand(createShare(waiting, 0, extraIds));

  const emit = (batch: Batch) => {
    memory?.learn(batch);
    scan.onBatch(batch, files.size);
  };
  if (memory) emit(memory.recalled);
  const stopAll = () => shares.forEach(stop);
  if (signal?.aborted) stopAll();
  signal?.addEventListener('abort', stopAll, { once: true });
  const helped = (helpers ?? []).map((helper) => helper.finish(emit, onNote));
  await workOff(shares, emit);
  await Promise.all(helped);
  if (!signal?.aborted) memory?.save(files);
}

/** One helper a core besides this thread's; more than three bring little, since the disk is shared too. */
function spareCores(): number {
  return Math.min(3, availableParallelism() - 1);
}

/** What one scan takes from the cache and gives back to it. */
class Memory {
  /** What is known of unchanged files. */
  readonly recalled = emptyBatch();
  readonly #found: FileReferences[] = [];
  /** Files with something to say besides their references, which the cache does not keep. */
  readonly #notable = new Set<string | undefined>();
  readonly #unknown: string[] = [];

  constructor(private readonly cache: ScanCache) {}

  /** Whether a file need not be read, since it is unchanged. */
  recalls(path: string): boolean {
    const found = this.cache.recall(path);
    if (found) {
      this.recalled.done++;
      this.recalled.found.push(...found);
    } else this.#unknown.push(path);
    return found !== undefined;
  }

  learn({ found, notes, skipped }: Batch): void {
    this.#found.push(...found);
    for (const { path } of [...notes, ...skipped]) this.#notable.add(path);
  }

  save(files: ReadonlySet<string>): void {
    const cachable = (path: string) => !this.#notable.has(path);
    // Where nothing was learned, the cache stands as it is.
    if (this.#unknown.some(cachable)) this.cache.save([...files].filter(cachable), this.#found);
  }
}
