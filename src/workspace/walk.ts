import { existsSync } from 'node:fs';
import { parentOf } from '../core/paths';
import type { Exclude, IgnoreScope } from './ignore-rules';
import { listFolder, type Listing } from './listing';
import { hasGone, reasonOf, type Note } from './notes';
import { scopeAbove, scopeOf } from './repository';
import { Rules } from './rules';
import { folderPath } from './paths';

/** A folder still to walk, and the ignore rules that reach into it from above. */
interface Ahead {
  readonly path: string;
  readonly above: IgnoreScope | undefined;
}

/**
 * The files below one folder that a scan reads: those of a known language that no rule leaves out.
 * Symbolic links are not followed, which keeps loops and files outside the folder out.
 */
export class Tree {
  readonly #root: string;
  readonly #rules: Rules;

  /**
   * @param root an absolute path; this folder itself is walked whatever the rules say about it
   * @param list lists a folder's entries
   * @param roots the paths of all folders that have a walk of their own: this walk stays out of them
   */
  constructor(
    root: string,
    excludes: readonly Exclude[] = [],
    private readonly list: (folder: string) => Listing = listFolder,
    roots?: ReadonlySet<string>,
  ) {
    this.#root = folderPath(root);
    this.#rules = new Rules(this.#root, excludes, { exists: existsSync, scopeAbove, scopeOf }, roots);
  }

  /** Whether `walk` would visit this path, found out without walking; the file need not exist (any more). */
  admits(path: string): boolean {
    return this.#rules.admits(path);
  }

  /**
   * Passes the absolute path (with `/`) of every file to `visit`, and a note to `complain` for every existing folder that cannot be listed.
   * @param from where to begin, a folder ending in `/`: if a rule leaves it out, nothing is visited; if it holds the root, everything is
   */
  walk(visit: (path: string) => void, complain: (note: Note) => void, from = this.#root): void {
    const ahead: Ahead[] = [];
    if (this.#root.startsWith(from)) ahead.push({ path: this.#root, above: scopeAbove(this.#root) });
    else if (this.#rules.folder(from)) ahead.push({ path: from, above: this.#rules.folder(parentOf(from))?.scope });

    for (let next = ahead.pop(); next; next = ahead.pop()) this.#visitFolder(next, ahead, visit, complain);
  }

  /**
   * Visits a folder's own files, and queues its folders.
   * A function of its own: otherwise V8 would optimize the loop around it while it runs, with everything called here, which takes 50 ms.
   */
  #visitFolder(
    { path: here, above }: Ahead,
    ahead: Ahead[],
    visit: (path: string) => void,
    complain: (note: Note) => void,
  ): void {
    const listing = this.#list(here, complain);
    const folder = this.#rules.open(here, above, (name) => listing.ruling.includes(name));
    if (!folder) return;
    for (const name of listing.files) {
      const path = here + name;
      if (!this.#rules.leavesOut(folder, path, name, false)) visit(path);
    }
    for (const name of listing.folders) {
      const path = here + name;
      if (!this.#rules.leavesOut(folder, path, name, true)) ahead.push({ path: `${path}/`, above: folder.scope });
    }
  }

  #list(folder: string, complain: (note: Note) => void): Listing {
    try {
      return this.list(folder);
    } catch (error) {
      if (folder === this.#root || !hasGone(error, folder))
        complain({ severity: 'error', path: folder, message: `Folder not read: ${reasonOf(error)}.` });
      return { files: [], folders: [], ruling: [] };
    }
  }
}
