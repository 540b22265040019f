import type { Note } from './notes';
import type { FileReferences } from './scan-text';
import type { SkipReason } from './skip-rules';

/** What was found since the last batch. */
export interface Batch {
  /** How many files were looked at, including those left out by a rule. */
  done: number;
  found: FileReferences[];
  notes: Note[];
  skipped: { path: string; reason: SkipReason }[];
}

/** What was found in one file; nothing in most. */
export interface FileScan {
  readonly found?: readonly FileReferences[];
  readonly skipped?: SkipReason;
  readonly note?: Note;
}

export function emptyBatch(): Batch {
  return { done: 0, found: [], notes: [], skipped: [] };
}

/** Adds what another thread found. */
export function merge(batch: Batch, { done, found, notes, skipped }: Batch): void {
  batch.done += done;
  batch.found.push(...found);
  batch.notes.push(...notes);
  batch.skipped.push(...skipped);
}

/** Adds what was found in one file. */
export function record(batch: Batch, path: string, { found, note, skipped }: FileScan): void {
  batch.done++;
  if (found) batch.found.push(...found);
  if (note) batch.notes.push(note);
  if (skipped) batch.skipped.push({ path, reason: skipped });
}
