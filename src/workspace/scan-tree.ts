import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { emptyBatch, type Batch } from './batch';
import type { ScanCache } from './cache';
import type { Exclude } from './ignore-rules';
import type { Note } from './notes';
import { Helper, startHelpers } from './helper';
import type { FileReferences } from './scan-text';
import { withoutSlash } from './slashed';
import { createShare, stop, type Share } from './share';
import { written } from './system';
import { Tree } from './walk';
import { scanShares } from './scan-shares';

/** A folder to scan, by its absolute path, and the settings' globs that leave out parts of it. */
export interface Root {
  readonly path: string;
  readonly excludes?: readonly Exclude[];
}

/** The folders to scan as their walks know each other: in a folder that lies in another, its own rules alone decide. */
export function pathsOf(roots: readonly Root[]): ReadonlySet<string> {
  return new Set(roots.map(({ path }) => withoutSlash(written(path))));
}

/** What to scan and how. */
export interface TreeScan {
  readonly roots: readonly Root[];
  /** Files the user named, by their absolute paths: no rule leaves them out. */
  readonly named?: readonly string[];
  /** Ports of helping threads that have been started already. */
  readonly helpers?: readonly MessagePort[];
  /** The bundle that helping threads run (`helper-worker.ts`), of which more are started where there is enough to do; else none are. */
  readonly helperFile?: string;
  /** What earlier scans learned. */
  readonly cache?: ScanCache;
  /** Ids to be found whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
  /** Hears every batch, with the number of files in all. */
  readonly onBatch: (batch: Batch, total: number) => void;
  /** Hears, last of all, which files hold nothing any more of what the cache remembers of them. */
  readonly onGone?: (paths: readonly string[]) => void;
  /** Hears of folders that cannot be listed. */
  readonly onNote: (note: Note) => void;
  readonly signal?: AbortSignal;
}

/** So many files make a share. */
const shareSize = 250;
/** From so many files on another thread earns what its start costs; it starts while this one is still walking. */
const worthHelp = 100;

/**
 * Walks the folders and scans what they hold, in this thread and, where there is enough to do, in helping ones, which begin while this one
 * is still walking. Walking and scanning block the thread for milliseconds at a time; run it where nobody waits.
 * Of what the cache remembers, only what no longer holds is told: whoever has the cache can read the rest.
 * @returns brings the cache up to date; to be called once all results are handed over, since it takes as long as a small scan
 */
export async function scanTree(scan: TreeScan): Promise<() => void> {
  const { roots, named = [], helperFile, cache, extraIds, onNote, signal } = scan;
  // Of one folder no file comes up twice.
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
  // What reads files takes a while to set up; where everything is known nobody needs it.
  if (shares.length) await scanShares(shares, emit, helpers);
  const broken = helpers.some(({ brokeOff }) => brokeOff);
  if (broken) onNote({ severity: 'error', message: 'A thread broke off, so files may be missing; scan again.' });
  if (memory && !signal?.aborted) scan.onGone?.(memory.gone());
  return () => !broken && !signal?.aborted && memory?.save();
}

/** One helper a core besides this thread's; more than three bring little, since the disk is shared too. */
function spareCores(): number {
  return Math.min(3, availableParallelism() - 1);
}

/** What one scan takes from the cache and gives back to it. */
class Memory {
  /** How many files are unchanged. */
  recalled = 0;
  /** Files of which something is remembered that has not been confirmed. */
  readonly #doubtful: Set<string>;
  readonly #found: FileReferences[] = [];
  /** Files with something to say besides their references, which the cache does not keep. */
  readonly #notable = new Set<string | undefined>();
  readonly #unknown: string[] = [];

  constructor(private readonly cache: ScanCache) {
    this.#doubtful = new Set(cache.remembered.map(({ path }) => path));
  }

  /** Whether a file need not be read, since it is unchanged. */
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
    // Where nothing was learned, the cache stands as it is.
    if (files.length || this.cache.hasNewListings) this.cache.save(files, this.#found);
  }
}
