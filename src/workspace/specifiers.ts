import { mayBeWorkspaceModule } from '../core/understand/resolve';
import { packageMeanings } from './workspace-packages';
import { ProjectFiles } from './project-files';
import { pathsMeanings } from './tsconfig-paths';
import type { Workspace } from './modules';

/** A path that a specifier stands for, absolute, as an import would name it: its extension may be missing. */
export interface Meaning {
  readonly path: string;
  /** The file that says so. */
  readonly by: string;
  /** Set where it says so of whatever is imported, libraries too: that no file is there means nothing. */
  readonly ofAny?: true;
}

/** What a project's own settings make of module specifiers that name no file by themselves. */
export class Specifiers {
  readonly #files: ProjectFiles;

  constructor(workspace: Workspace) {
    this.#files = new ProjectFiles(workspace);
  }

  /** Likeliest first; none for a path, or for what is surely a library. */
  async meanings(specifier: string, from: string): Promise<readonly Meaning[]> {
    if (/^[./]/.test(specifier) || !mayBeWorkspaceModule(specifier)) return [];
    return this.#files.once(`${specifier} in ${from}`, async () => [
      ...(await pathsMeanings(specifier, from, this.#files)),
      ...(await packageMeanings(specifier, from, this.#files)),
    ]);
  }
}
