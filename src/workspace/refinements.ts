import { ScanCache } from './cache';
import { pathsFor } from './lack';
import type { Workspace } from './modules';
import type { Note } from './notes';
import { refineFile } from './refine';
import type { FileReferences } from './scan-text';
import { statOf } from './stat';

/** What the second pass says of files on disk, as far as possible from what it said at an earlier start. */
export class Refinements {
  readonly #cache: ScanCache | undefined;
  readonly #said = new Map<string, readonly FileReferences[]>();

  /**
   * @param cacheFile where answers are kept, if anywhere
   * @param version of the parsers and what reads their trees; what another version said does not count
   */
  constructor(cacheFile: string | undefined, version: string) {
    this.#cache = cacheFile ? new ScanCache(cacheFile, version) : undefined;
  }

  /** All that was found in one file, refined where a syntax tree says more than the first pass did. */
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

  /** Keeps what was said for the next start, and how the files stand that it rests on; of other files nothing is kept. */
  keep(): void {
    const all = [...this.#said.values()].flat();
    this.#cache?.save([...this.#said.keys(), ...all.flatMap(({ reads = [] }) => reads)], all);
  }
}

/** Tells whether the first pass has found the same as then: a user's own ids may have come or gone. */
function places(found: readonly FileReferences[]): string {
  return found.map(({ cell, references }) => [cell, ...references.map(({ start }) => start)].join()).join(';');
}
