import { existsSync, readdirSync, type Dirent } from 'node:fs';
import { languageOf } from '../core/find/languages';
import { Excludes, environmentMarker, foreignFolders, type Exclude, type IgnoreScope } from './ignore-rules';
import { reasonOf, type Note } from './notes';
import { folderPath, scopeAbove, scopeOf } from './repository';

/** A folder with the rules that hold for its entries; its path ends in `/`. */
interface Folder {
  readonly path: string;
  readonly scope: IgnoreScope | undefined;
}

/**
 * The files below one folder that a scan reads: those of a known language that no rule leaves out.
 * Symbolic links are not followed, so loops and files outside the folder stay out.
 */
export class Tree {
  readonly #root: string;
  readonly #excludes: Excludes | undefined;
  /** What `admits` learned of folders; `undefined` for one that a walk would not enter. */
  readonly #known = new Map<string, Folder | undefined>();

  /** @param root an absolute path; this folder itself is walked whatever the rules say of it */
  constructor(root: string, excludes: readonly Exclude[] = []) {
    this.#root = folderPath(root);
    this.#excludes = excludes.length ? new Excludes(this.#root, excludes) : undefined;
  }

  /**
   * Hands every file's absolute path (with `/`) to `visit`, and every folder that cannot be listed to `complain`.
   * @param from where to begin, a folder below the root; nothing is handed out if a rule leaves it out
   */
  walk(visit: (path: string) => void, complain: (note: Note) => void, from = this.#root): void {
    const above = from === this.#root ? scopeAbove(from) : this.#folder(parentOf(from))?.scope;
    const open = from === this.#root || this.#folder(from) ? [{ path: from, above }] : [];
    for (let next = open.pop(); next; next = open.pop()) {
      let entries: Dirent[];
      try {
        entries = readdirSync(next.path, { withFileTypes: true });
      } catch (error) {
        complain({ severity: 'error', path: next.path, message: `Folder not read: ${reasonOf(error)}.` });
        continue;
      }
      const has = (name: string) => entries.some((entry) => entry.name === name);
      if (next.path !== this.#root && has(environmentMarker)) continue;
      const folder = { path: next.path, scope: scopeOf(next.path, next.above, has) };
      for (const entry of entries) {
        if (entry.isDirectory()) {
          if (this.#entersFolder(folder, entry.name, has)) {
            open.push({ path: `${folder.path}${entry.name}/`, above: folder.scope });
          }
        } else if (entry.isFile() && this.#takesFile(folder, entry.name, has)) visit(folder.path + entry.name);
      }
    }
  }

  /** Whether `walk` would hand out this path, told without walking; the file itself need not exist (any more). */
  admits(path: string): boolean {
    const end = path.lastIndexOf('/') + 1;
    const folder = this.#folder(path.slice(0, end));
    return folder !== undefined && this.#takesFile(folder, path.slice(end), (name) => existsSync(folder.path + name));
  }

  #folder(path: string): Folder | undefined {
    if (!path.startsWith(this.#root)) return undefined;
    if (!this.#known.has(path)) this.#known.set(path, this.#find(path));
    return this.#known.get(path);
  }

  #find(path: string): Folder | undefined {
    const has = (name: string) => existsSync(path + name);
    if (path === this.#root) return { path, scope: scopeOf(path, scopeAbove(path), has) };
    const parent = this.#folder(parentOf(path));
    const name = path.slice(parentOf(path).length, -1);
    if (!parent || !this.#entersFolder(parent, name, (sibling) => existsSync(parent.path + sibling))) return undefined;
    return has(environmentMarker) ? undefined : { path, scope: scopeOf(path, parent.scope, has) };
  }

  #entersFolder(parent: Folder, name: string, hasSibling: (name: string) => boolean): boolean {
    return !foreignFolders.has(name) && !this.#leavesOut(parent, `${name}/`, hasSibling);
  }

  #takesFile(parent: Folder, name: string, hasSibling: (name: string) => boolean): boolean {
    // The language first: it is cheap and turns most files away.
    return languageOf(name) !== undefined && !this.#leavesOut(parent, name, hasSibling);
  }

  #leavesOut(parent: Folder, name: string, hasSibling: (name: string) => boolean): boolean {
    const path = parent.path + name;
    return (parent.scope?.ignores(path) ?? false) || (this.#excludes?.matches(path, hasSibling) ?? false);
  }
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}
