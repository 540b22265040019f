import { noExtraIds } from '../core/find/model-id';
import { FileScanner, type FileScan } from './scan-file';
import type { FileReferences } from './scan-text';
import type { Note } from './notes';
import type { SkipReason } from './skip-rules';

/** Files to scan, off which several threads take one chunk after the other until none is left. */
export interface Share {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** How many of the first files the user named; no rule leaves these out. */
  readonly named: number;
  /** Ids to be found whatever their shape; see `Program.extraIds`. */
  readonly extraIds: ReadonlySet<string>;
  /** The index of the next file that nobody has taken, as one 32-bit integer. */
  readonly cursor: SharedArrayBuffer;
}

/** What came to light since the last batch. */
export interface Batch {
  /** How many files were looked at, those left out by rule included. */
  done: number;
  found: FileReferences[];
  notes: Note[];
  skipped: { path: string; reason: SkipReason }[];
}

/** A chunk is large enough that threads rarely meet at the cursor, and small enough that they end together. */
const chunk = 32;
/** How long a thread works before it hands over results and hears messages, in milliseconds. */
const slice = 40;

export function emptyBatch(): Batch {
  return { done: 0, found: [], notes: [], skipped: [] };
}

export function createShare(files: readonly string[], named = 0, extraIds = noExtraIds): Share {
  return { files, named, extraIds, cursor: new SharedArrayBuffer(4) };
}

/** Leaves no file for any thread to take. */
export function stop(share: Share): void {
  Atomics.store(new Int32Array(share.cursor), 0, share.files.length);
}

/** Takes files and scans them, share by share, until none is left, handing over a batch every now and then. */
export async function workOff(
  shares: readonly Share[],
  emit: (batch: Batch) => void,
  scanner = new FileScanner(shares[0]?.extraIds),
): Promise<void> {
  let batch = emptyBatch();
  let until = performance.now() + slice;
  for (let at = 0, share = shares[0]; share; share = shares[at]) {
    const from = Atomics.add(new Int32Array(share.cursor), 0, chunk);
    if (from >= share.files.length) at++;
    const { named } = share;
    share.files.slice(from, from + chunk).forEach((path, index) => {
      enter(batch, path, scanner.scan(path, from + index < named));
    });
    if (performance.now() < until) continue;
    emit(batch);
    batch = emptyBatch();
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + slice;
  }
  emit(batch);
}

function enter(batch: Batch, path: string, { found, note, skipped }: FileScan): void {
  batch.done++;
  if (found) batch.found.push(...found);
  if (note) batch.notes.push(note);
  if (skipped) batch.skipped.push({ path, reason: skipped });
}
