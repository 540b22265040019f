import { ScanCache } from './cache';
import { pathsFor } from './lack';
import type { Workspace } from './modules';
import type { Note } from './notes';
import { refineFile } from './refine';
import type { FileReferences } from './scan-text';
import { statOf } from './stat';

/** The second pass over files on disk, with answers from earlier starts where they still hold. */
export class Refinements {
  readonly #cache: ScanCache | undefined;
  readonly #said = new Map<string, readonly FileReferences[]>();

  /**
   * @param cacheFile where answers are stored, if anywhere
   * @param version of the code that parses; answers of another version do not count
   */
  constructor(cacheFile: string | undefined, version: string) {
    this.#cache = cacheFile ? new ScanCache(cacheFile, version) : undefined;
  }

  /** Refines everything that was found in one file. */
  async of(
    found: readonly FileReferences[],
    workspace: Workspace,
    onNote?: (note: Note) => void,
  ): Promise<readonly FileReferences[]> {
    const path = found[0]?.path ?? '';
    const known = this.#cache?.recall(path);
    const holds = known && places(known) === places(found) && this.#areUnchanged(known);
    const said = holds ? known : await refineFile(found, workspace, onNote);
    this.#said.set(path, said);
    return said;
  }

  #areUnchanged([first]: readonly FileReferences[]): boolean {
    const { reads = [], lacks = [] } = first ?? {};
    return (
      reads.every((path) => this.#cache?.recall(path) !== undefined) &&
      !lacks.some((lack) => pathsFor(lack).some((path) => statOf(path)?.isFile()))
    );
  }

  /**
   * Stores the answers for the next start, with the state of the files that they rest on. Answers for other files are dropped, and those for
   * which other files were searched.
   */
  keep(): void {
    const all = [...this.#said.values()].flat().filter(({ searched }) => !searched);
    this.#cache?.save(
      all.flatMap(({ path, reads = [] }) => [path, ...reads]),
      all,
    );
  }
}

/** Where the first pass found something, to compare with an earlier start: the ids of the user's own listings may have changed. */
function places(found: readonly FileReferences[]): string {
  return found.map(({ cell, references }) => [cell, ...references.map(({ start }) => start)].join()).join(';');
}
