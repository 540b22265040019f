import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { withoutSlash } from '../core/paths';
import { emptyBatch, type Batch } from './batch';
import type { ScanCache } from './cache';
import type { Exclude } from './ignore-rules';
import type { Note } from './notes';
import { Helper, startHelpers } from './helper';
import type { FileReferences } from './scan-text';
import { createShare, stop, type Share } from './share';
import { normalizePath } from './system';
import { Tree } from './walk';
import { scanShares } from './scan-shares';

/** A folder to scan, by its absolute path, and the globs by which settings leave out parts of it. */
export interface Root {
  readonly path: string;
  readonly excludes?: readonly Exclude[];
}

/** The paths of the folders to scan, by which each walk stays out of the others: a nested folder follows only its own rules. */
export function pathsOf(roots: readonly Root[]): ReadonlySet<string> {
  return new Set(roots.map(({ path }) => withoutSlash(normalizePath(path))));
}

/** What to scan and how. */
export interface TreeScan {
  readonly roots: readonly Root[];
  /** Absolute paths of files that the user named: no rule leaves them out. */
  readonly named?: readonly string[];
  /** Ports of helping threads that are already running. */
  readonly helpers?: readonly MessagePort[];
  /** The bundle of helping threads (`helper-worker.ts`). With it, more of them are started where there is enough to do. */
  readonly helperFile?: string;
  /** What earlier scans learned. */
  readonly cache?: ScanCache;
  /** Ids to find whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
  /** Receives every batch, with the total number of files. */
  readonly onBatch: (batch: Batch, total: number) => void;
  /** Receives at the very end the files in which nothing is left of what the cache remembers. */
  readonly onGone?: (paths: readonly string[]) => void;
  /** Receives notes on folders that cannot be listed. */
  readonly onNote: (note: Note) => void;
  readonly signal?: AbortSignal;
}

/** The number of files in a share. */
const shareSize = 250;
/** From how many files on another thread is worth starting, which happens while this one is still walking. */
const worthHelp = 100;

/**
 * Walks the folders and scans their files, in this thread and, where there is enough to do, in helping threads, which begin while this one is
 * still walking. Walking and scanning block the thread for milliseconds at a time, so run it where nothing waits.
 * Of what the cache remembers, only what no longer holds is reported: whoever has the cache can read the rest.
 * @returns a function that updates the cache; to be called after all results are handed over, since it takes as long as a small scan
 */
export async function scanTree(scan: TreeScan): Promise<() => void> {
  const { roots, named = [], helperFile, cache, extraIds, onNote, signal } = scan;
  // Within a single folder no file comes up twice.
  const seen = new Set(named);
  const mayRepeat = roots.length + seen.size > 1;
  let total = seen.size;
  const memory = cache && new Memory(cache);
  const shares: Share[] = [];
  let waiting: string[] = [];
  const helpers: Helper[] = [];
  const employ = (ports: readonly MessagePort[]) => helpers.push(...ports.map((port) => new Helper(port)));
  employ(scan.helpers ?? []);
  const hand = (share: Share) => {
    shares.push(share);
    for (const helper of helpers) helper.take(share);
  };
  const visit = (path: string) => {
    if (mayRepeat && seen.size === seen.add(path).size) return;
    total++;
    if (memory?.recalls(path)) return;
    waiting.push(path);
    if (waiting.length === worthHelp && helperFile && helpers.length < spareCores())
      employ(startHelpers(helperFile, spareCores() - helpers.length));
    if (waiting.length < shareSize) return;
    hand(createShare(waiting, 0, extraIds));
    waiting = [];
  };
  if (total) hand(createShare([...seen], total, extraIds));
  const list = cache && ((folder: string) => cache.list(folder));
  const apart = pathsOf(roots);
  for (const root of roots) new Tree(root.path, root.excludes, list, apart).walk(visit, onNote);
  if (waiting.length) hand(createShare(waiting, 0, extraIds));

  const emit = (batch: Batch) => {
    memory?.learn(batch);
    scan.onBatch(batch, total);
  };
  scan.onBatch({ ...emptyBatch(), done: memory?.recalled ?? 0 }, total);
  const stopAll = () => shares.forEach(stop);
  if (signal?.aborted) stopAll();
  signal?.addEventListener('abort', stopAll, { once: true });
  for (const helper of helpers) helper.dismiss();
  // The scanner takes a while to set up, and is not needed if nothing has changed.
  if (shares.length) await scanShares(shares, emit, helpers);
  const broken = helpers.some(({ brokeOff }) => brokeOff);
  if (broken)
    onNote({
      severity: 'error',
      message: 'A scanning thread stopped unexpectedly, so files may be missing; scan again.',
    });
  if (memory && !signal?.aborted) scan.onGone?.(memory.gone());
  return () => !broken && !signal?.aborted && memory?.save();
}

/** One helper per core besides this thread's; more than three gain little, since they share the disk, too. */
function spareCores(): number {
  return Math.min(3, availableParallelism() - 1);
}

/** What one scan takes from the cache and adds to it. */
class Memory {
  /** How many files are unchanged. */
  recalled = 0;
  /** Files with remembered references that have not been confirmed. */
  readonly #doubtful: Set<string>;
  readonly #found: FileReferences[] = [];
  /** Files with notes or a reason to be skipped, which the cache does not store. */
  readonly #notable = new Set<string | undefined>();
  readonly #unknown: string[] = [];

  constructor(private readonly cache: ScanCache) {
    this.#doubtful = new Set(cache.remembered.map(({ path }) => path));
  }

  /** Whether a file is unchanged, so that it need not be read. */
  recalls(path: string): boolean {
    const unchanged = this.cache.recall(path) !== undefined;
    if (unchanged) {
      this.recalled++;
      this.#doubtful.delete(path);
    } else this.#unknown.push(path);
    return unchanged;
  }

  learn({ found, notes, skipped }: Batch): void {
    for (const one of found) {
      this.#found.push(one);
      this.#doubtful.delete(one.path);
    }
    for (const { path } of [...notes, ...skipped]) this.#notable.add(path);
  }

  gone(): readonly string[] {
    return [...this.#doubtful];
  }

  save(): void {
    const files = this.#unknown.filter((path) => !this.#notable.has(path));
    // If nothing was learned, the cache can stay as it is.
    if (files.length || this.cache.hasNewListings) this.cache.save(files, this.#found);
  }
}
