import { mayBeWorkspaceModule } from '../core/understand/resolve';
import { packageMeanings } from './workspace-packages';
import { ProjectFiles } from './project-files';
import { pathsMeanings } from './tsconfig-paths';
import type { Workspace } from './modules';

/** An absolute path that a specifier may stand for, written as in an import: possibly without its extension. */
export interface Meaning {
  readonly path: string;
  /** The file that says so. */
  readonly by: string;
  /** Set where that holds for every import, libraries included: then a missing file means nothing. */
  readonly ofAny?: true;
}

/** Resolves module specifiers that are not paths by a project's own settings. */
export class Specifiers {
  readonly #files: ProjectFiles;

  constructor(workspace: Workspace) {
    this.#files = new ProjectFiles(workspace);
  }

  /** The most likely first; none for a path, or for what is certainly a library. */
  async meanings(specifier: string, from: string): Promise<readonly Meaning[]> {
    if (/^[./]/.test(specifier) || !mayBeWorkspaceModule(specifier)) return [];
    return this.#files.once(`${specifier} in ${from}`, async () => [
      ...(await pathsMeanings(specifier, from, this.#files)),
      ...(await packageMeanings(specifier, from, this.#files)),
    ]);
  }
}
