import { languageOf } from '../core/find/languages';
import { parentOf } from '../core/paths';
import { Excludes, type Exclude, type IgnoreScope } from './ignore-rules';

/**
 * Folders that hold none of the workspace's own code, whatever .gitignore says: version control, installed packages, caches, and the earlier
 * versions of files that the extension Local History keeps.
 * Naming such a folder explicitly scans it anyway.
 */
export const foreignFolders: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj', 'CVS'],
  ...['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store'],
  ...['site-packages', '__pycache__', '.tox', '.nox', '.eggs', '.mypy_cache', '.pytest_cache', '.ruff_cache'],
  ...['.next', '.nuxt', '.svelte-kit', '.turbo', '.parcel-cache', '.vscode-test', '.ipynb_checkpoints', '.history'],
]);

/** A folder with this file in it is a Python environment, which also holds installed packages. */
export const environmentMarker = 'pyvenv.cfg';

/** What rules ask about files: of the disk, or of the listing of a virtual folder. */
export interface RuleSource {
  /** Whether there is a file or folder at that absolute path. */
  exists(path: string): boolean;
  /** The ignore rules that reach into a folder from above. */
  scopeAbove(folder: string): IgnoreScope | undefined;
  /** The ignore rules inside a folder, given those around it and whether the folder has an entry of a name. */
  scopeOf(folder: string, above: IgnoreScope | undefined, has: HasEntry): IgnoreScope | undefined;
}

/** Whether a folder has an entry of that name. */
export type HasEntry = (name: string) => boolean;

/** A folder with the rules that apply to its entries; its path ends in `/`. */
export interface Folder {
  readonly path: string;
  readonly name: string;
  readonly scope: IgnoreScope | undefined;
}

/** Decides which files in one folder are part of the workspace: those of a known language that no rule leaves out. */
export class Rules {
  readonly #excludes: Excludes | undefined;
  /** The folders that `folder` has looked up; `undefined` for one that is not part of the workspace. */
  readonly #known = new Map<string, Folder | undefined>();

  /**
   * @param root an absolute path ending in `/`; this folder itself is never left out
   * @param roots the paths, not ending in `/`, of all folders with rules of their own: where they lie in this one, these rules do not apply
   */
  constructor(
    private readonly root: string,
    excludes: readonly Exclude[],
    private readonly source: RuleSource,
    private readonly roots: ReadonlySet<string> = new Set(),
  ) {
    this.#excludes = excludes.length ? new Excludes(root, excludes) : undefined;
  }

  /** Whether a file is part of the workspace, judged by its path alone; it need not exist (any more). */
  admits(path: string): boolean {
    const end = path.lastIndexOf('/') + 1;
    const name = path.slice(end);
    const folder = isSource(name) ? this.folder(path.slice(0, end)) : undefined;
    return folder !== undefined && !this.leavesOut(folder, path, name, false);
  }

  /** A folder with its rules; nothing if it is left out. Its path ends in `/`. */
  folder(path: string): Folder | undefined {
    if (!path.startsWith(this.root)) return undefined;
    if (!this.#known.has(path)) this.#known.set(path, this.#find(path));
    return this.#known.get(path);
  }

  #find(path: string): Folder | undefined {
    const has = (name: string) => this.source.exists(path + name);
    if (path === this.root) return this.open(path, this.source.scopeAbove(path), has);
    const parent = this.folder(parentOf(path));
    if (!parent) return undefined;
    const name = path.slice(parent.path.length, -1);
    if (foreignFolders.has(name) || this.leavesOut(parent, path.slice(0, -1), name, true)) return undefined;
    return this.open(path, parent.scope, has);
  }

  /** A folder with its rules, given its entries; nothing if these show that it is left out. */
  open(path: string, above: IgnoreScope | undefined, has: HasEntry): Folder | undefined {
    if (path !== this.root && has(environmentMarker)) return undefined;
    return { path, name: path.slice(parentOf(path).length, -1), scope: this.source.scopeOf(path, above, has) };
  }

  /**
   * Whether a rule leaves out a file or folder in `parent`.
   * @param path its absolute path, without `/` at the end
   * @param name the path's last segment
   */
  leavesOut(parent: Folder, path: string, name: string, isFolder: boolean): boolean {
    if (isFolder && this.roots.has(path)) return true;
    if (parent.scope?.ignores(path, parent.name, name, isFolder)) return true;
    if (!this.#excludes) return false;
    return this.#excludes.matches(path, parent.name, name, isFolder, (sibling) =>
      this.source.exists(parent.path + sibling),
    );
  }
}

/** Whether the language of a file of that name is known. */
export function isSource(name: string): boolean {
  return languageOf(name) !== undefined;
}
