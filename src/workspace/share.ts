import { noExtraIds } from '../core/find/model-id';

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

/** A chunk is large enough that threads rarely meet at the cursor, and small enough that they end together. */
const chunk = 32;

export function createShare(files: readonly string[], named = 0, extraIds = noExtraIds): Share {
  return { files, named, extraIds, cursor: new SharedArrayBuffer(4) };
}

/** Takes the next files for this thread alone, from an index up to another; nothing if none is left. */
export function takeChunk({ files, cursor }: Share): readonly [from: number, to: number] | undefined {
  const from = Atomics.add(new Int32Array(cursor), 0, chunk);
  return from < files.length ? [from, Math.min(from + chunk, files.length)] : undefined;
}

/** Leaves no file for any thread to take. */
export function stop({ files, cursor }: Share): void {
  Atomics.store(new Int32Array(cursor), 0, files.length);
}
