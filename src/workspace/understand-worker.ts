import { readFileSync, statSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { reasonOf } from './notes';
import { understandFile, type FileUnderstanding, type SourceText } from './understand-file';

/** A text to understand, and where its imports may lie. */
export interface UnderstandRequest extends SourceText {
  readonly id: number;
  readonly roots: readonly string[];
}

export interface UnderstandAnswer {
  readonly id: number;
  readonly understanding?: FileUnderstanding;
  /** Why there is none, where it is not just that the text does not parse. */
  readonly error?: string;
}

/** Larger files hold data, no constants that others import. */
const largestModule = 1_000_000;

/** A module's text, or nothing. */
export function readModule(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= largestModule ? readFileSync(path, 'utf8') : undefined;
}

// This bundle is a thread of the extension's, and a library to the command line, so that the parsers ship once.
export { understandFile };

parentPort?.on('message', ({ id, roots, ...source }: UnderstandRequest) => {
  void understandFile(source, { roots, read: readModule })
    .then(
      (understanding): UnderstandAnswer => ({ id, ...(understanding && { understanding }) }),
      (error: unknown): UnderstandAnswer => ({ id, error: reasonOf(error) }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});
