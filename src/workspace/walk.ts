import { existsSync } from 'node:fs';
import type { Exclude, IgnoreScope } from './ignore-rules';
import { listFolder, type Listing } from './listing';
import { hasGone, reasonOf, type Note } from './notes';
import { scopeAbove, scopeOf } from './repository';
import { Rules } from './rules';
import { folderPath, parentOf } from './slashed';

/** A folder to walk, and the rules that reach into it. */
interface Ahead {
  readonly path: string;
  readonly above: IgnoreScope | undefined;
}

/**
 * The files below one folder that a scan reads: those of a known language that no rule leaves out.
 * Symbolic links are not followed, so loops and files outside the folder stay out.
 */
export class Tree {
  readonly #root: string;
  readonly #rules: Rules;

  /**
   * @param root an absolute path; this folder itself is walked whatever the rules say of it
   * @param list where folders' entries come from
   * @param roots the paths of all folders that are walked by themselves: this walk stays out of them
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

  /** Whether `walk` would hand out this path, told without walking; the file itself need not exist (any more). */
  admits(path: string): boolean {
    return this.#rules.admits(path);
  }

  /**
   * Hands every file's absolute path (with `/`) to `visit`, and every folder that is there and cannot be listed to `complain`.
   * @param from where to begin, a folder ending in `/`; nothing is handed out if a rule leaves it out, everything if it holds the root
   */
  walk(visit: (path: string) => void, complain: (note: Note) => void, from = this.#root): void {
    const ahead: Ahead[] = [];
    if (this.#root.startsWith(from)) ahead.push({ path: this.#root, above: scopeAbove(this.#root) });
    else if (this.#rules.folder(from)) ahead.push({ path: from, above: this.#rules.folder(parentOf(from))?.scope });

    for (let next = ahead.pop(); next; next = ahead.pop()) this.#enter(next, ahead, visit, complain);
  }

  /**
   * Hands out a folder's own files, and notes the folders in it for later.
   * A function of its own, since V8 would optimize the loop around it with all that is called here while it runs, for 50 ms.
   */
  #enter(
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
