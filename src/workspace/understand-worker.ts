import { parentPort } from 'node:worker_threads';
import { bundleVersion } from './cache';
import { onDisk } from './disk-modules';
import { reasonOf } from './notes';
import { nowhere } from './modules';
import { refineText } from './refine-text';
import { Refinements } from './refinements';
import type { FileReferences } from './scan-text';
import { understandFile, type FileUnderstanding, type SourceText } from './understand-file';

/** What the parsing thread is asked. */
export type ThreadRequest =
  /** Understand a text; its imports may lie below the roots. */
  | ({ readonly kind: 'understand'; readonly id: number; readonly roots: readonly string[] } & SourceText)
  /** Refine all that was found in one file: on disk, where what is known from earlier may be in the cache, or in a text. */
  | {
      readonly kind: 'refine';
      readonly id: number;
      readonly roots: readonly string[];
      readonly found: readonly FileReferences[];
      readonly cacheFile?: string | undefined;
      readonly text?: string;
    }
  /** Write into the cache what was refined. */
  | { readonly kind: 'keep'; readonly id: number };

export interface ThreadAnswer {
  readonly id: number;
  readonly understanding?: FileUnderstanding;
  readonly refined?: readonly FileReferences[];
  /** Why there is no answer, where it is not just that the text does not parse. */
  readonly error?: string;
}

// This bundle is a thread of the extension's, and a library to the command line, so that the parsers ship once.
export { understandFile };

let refinements: Refinements | undefined;

async function answer(request: ThreadRequest): Promise<ThreadAnswer> {
  const { id } = request;
  switch (request.kind) {
    case 'understand': {
      const understanding = await understandFile(request, onDisk(request.roots));
      return { id, ...(understanding && { understanding }) };
    }
    case 'refine': {
      const { found, text, cacheFile, roots } = request;
      if (text !== undefined) return { id, refined: await refineText(text, found, nowhere) };
      refinements ??= new Refinements(cacheFile, bundleVersion(__filename));
      return { id, refined: await refinements.of(found, onDisk(roots)) };
    }
    case 'keep':
      refinements?.keep();
      return { id };
  }
}

parentPort?.on('message', (request: ThreadRequest) => {
  void answer(request)
    .catch((error: unknown): ThreadAnswer => ({ id: request.id, error: reasonOf(error) }))
    .then((message) => parentPort?.postMessage(message));
});
