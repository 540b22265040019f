import { noExtraIds } from '../core/find/model-id';

/** Files to scan; several threads take chunks of them until none is left. */
export interface Share {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** How many of the files, from the first on, the user named; no rule leaves these out. */
  readonly named: number;
  /** Ids to find whatever their shape; see `Program.extraIds`. */
  readonly extraIds: ReadonlySet<string>;
  /** The index of the next file to take, as one 32-bit integer. */
  readonly cursor: SharedArrayBuffer;
}

/** Large enough that threads rarely contend for the cursor, and small enough that they finish together. */
const chunk = 32;

export function createShare(files: readonly string[], named = 0, extraIds = noExtraIds): Share {
  return { files, named, extraIds, cursor: new SharedArrayBuffer(4) };
}

/** Claims the next files for the calling thread, as a range of indices; nothing if none is left. */
export function takeChunk({ files, cursor }: Share): readonly [from: number, to: number] | undefined {
  const from = Atomics.add(new Int32Array(cursor), 0, chunk);
  return from < files.length ? [from, Math.min(from + chunk, files.length)] : undefined;
}

/** Moves the cursor to the end, so that no thread takes another file. */
export function stop({ files, cursor }: Share): void {
  Atomics.store(new Int32Array(cursor), 0, files.length);
}
