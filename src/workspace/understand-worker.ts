import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { bundleVersion } from './cache';
import { decode } from './decode';
import { reasonOf } from './notes';
import { refineText } from './refine-text';
import { Refinements } from './refinements';
import type { FileReferences } from './scan-text';
import { realPathOf, statOf } from './stat';
import { understandFile, type FileUnderstanding, type SourceText } from './understand-file';

/** What the parsing thread is asked. */
export type ThreadRequest =
  /** Understand a text; its imports may lie below the roots. */
  | ({ readonly kind: 'understand'; readonly id: number; readonly roots: readonly string[] } & SourceText)
  /** Refine all that was found in one file: on disk, where what is known from earlier may be in the cache, or in a text. */
  | {
      readonly kind: 'refine';
      readonly id: number;
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

/** Larger files hold data, no constants that others import. */
const largestModule = 1_000_000;

/** A module's text; nothing where there is none below the folders, once all links are followed, too. */
export function readModule(path: string, roots: readonly string[]): string | undefined {
  const stat = statOf(path);
  if (!stat?.isFile() || stat.size > largestModule || !staysBelow(roots, path)) return undefined;
  return decode(readFileSync(path)).text;
}

/** Whether a path that lies below one of the folders by its name does so in truth. */
function staysBelow(roots: readonly string[], path: string): boolean {
  const real = realPathOf(path);
  // Hardly any path leads over a link, so that the folders need not be asked for theirs.
  return real === path || roots.some((root) => real?.startsWith(`${realPathOf(root) ?? root}/`));
}

// This bundle is a thread of the extension's, and a library to the command line, so that the parsers ship once.
export { understandFile };

let refinements: Refinements | undefined;

async function answer(request: ThreadRequest): Promise<ThreadAnswer> {
  const { id } = request;
  switch (request.kind) {
    case 'understand': {
      const { roots } = request;
      const understanding = await understandFile(request, { roots, read: (path) => readModule(path, roots) });
      return { id, ...(understanding && { understanding }) };
    }
    case 'refine': {
      const { found, text, cacheFile } = request;
      if (text !== undefined) return { id, refined: await refineText(text, found) };
      refinements ??= new Refinements(cacheFile, bundleVersion(__filename));
      return { id, refined: await refinements.of(found) };
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
