import { mayBeWorkspaceModule } from '../core/understand/resolve';
import { packageMeanings } from './workspace-packages';
import type { ProjectFiles } from './project-files';
import { pathsMeanings } from './tsconfig-paths';

/** An absolute path that a specifier may stand for, written as in an import: possibly without its extension. */
export interface Meaning {
  readonly path: string;
  /** The file that says so. */
  readonly by: string;
  /** Set where that holds for every import, libraries included: then a missing file means nothing. */
  readonly ofAny?: true;
}

/**
 * What a module specifier that is no path may stand for by a project's own settings, the most likely first; nothing for what is certainly a
 * library.
 */
export async function meaningsOf(specifier: string, from: string, files: ProjectFiles): Promise<readonly Meaning[]> {
  if (/^[./]/.test(specifier) || !mayBeWorkspaceModule(specifier)) return [];
  return files.once(`${specifier} in ${from}`, async () => [
    ...(await pathsMeanings(specifier, from, files)),
    ...(await packageMeanings(specifier, from, files)),
  ]);
}
