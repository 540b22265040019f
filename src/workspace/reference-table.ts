import type { Uri } from 'vscode';
import { groupBy } from '../core/group-by';
import { mayMean, pathsFor, wordsFor } from './lack';
import type { IndexedFile } from './scanner';
import { pathOf } from './paths';

/** What was found on disk, by file. Files without references have no entry. */
export class ReferenceTable {
  readonly #files = new Map<string, readonly IndexedFile[]>();
  /** The first pass's entries, where those of the second pass have replaced them. */
  readonly #firstPass = new WeakMap<readonly IndexedFile[], readonly IndexedFile[]>();

  /** The entries of all files: one per file, or one per cell of a notebook. */
  values(): Iterable<readonly IndexedFile[]> {
    return this.#files.values();
  }

  get(uri: Uri): readonly IndexedFile[] | undefined {
    return this.#files.get(uri.toString());
  }

  has(uri: Uri): boolean {
    return this.#files.has(uri.toString());
  }

  /**
   * The files whose routes depend on one of these files, or on something in it if it is a folder, or would if it existed. Files inside such
   * a folder need not be among them, as they are part of the change.
   */
  readersOf(uris: readonly Uri[]): Uri[] {
    const paths = new Set(uris.map(pathOf));
    const words = new Set([...paths].flatMap(wordsFor));
    const isAmong = (path: string) => paths.has(path) || isBelow(paths, path);
    const isReader = ({ reads = [], lacks = [] }: IndexedFile) =>
      reads.some(isAmong) || lacks.some((lack) => mayMean(lack, words) && pathsFor(lack).some(isAmong));
    return [...this.#files.values()].flatMap(([first]) => (first && isReader(first) ? [first.uri] : []));
  }

  /** Adds files with everything found in them, in place of what was known about them. Returns their keys. */
  add(found: readonly IndexedFile[]): Iterable<string> {
    const byFile = groupBy(found, ({ uri }) => uri.toString());
    for (const [key, files] of byFile) this.#files.set(key, files);
    return byFile.keys();
  }

  /**
   * Replaces everything known about these files and folders by what was found in them. Returns whether that differs.
   * For a file that has not changed, the second pass's answer stays until there is another.
   */
  exchange(uris: readonly Uri[], found: readonly IndexedFile[]): boolean {
    const before = this.forget(uris);
    const byFile = groupBy(found, ({ uri }) => uri.toString());
    let differs = before.size !== byFile.size;
    for (const [key, files] of byFile) {
      const known = before.get(key);
      const same = known && isSame(this.firstPass(known), files);
      this.#files.set(key, same ? known : files);
      differs ||= !same;
    }
    return differs;
  }

  /** The first pass's version of a file's entries. */
  firstPass(entries: readonly IndexedFile[]): readonly IndexedFile[] {
    return this.#firstPass.get(entries) ?? entries;
  }

  /** Enters the second pass's answer for a file unless it has been scanned again since. Returns whether it differs from what is known. */
  refine(before: readonly IndexedFile[], after: readonly IndexedFile[]): boolean {
    const key = before[0]?.uri.toString() ?? '';
    const known = this.#files.get(key);
    if (!known || this.firstPass(known) !== before || isSame(known, after)) return false;
    this.#files.set(key, after);
    this.#firstPass.set(after, before);
    return true;
  }

  /** Forgets files, and folders with everything in them. Returns the entries. */
  forget(uris: readonly Uri[]): Map<string, readonly IndexedFile[]> {
    const keys = new Set(uris.map(String));
    // Anything may be a folder, whatever its name: some are called `next.js`.
    const forgotten = new Map([...this.#files].filter(([key]) => keys.has(key) || isBelow(keys, key)));
    for (const key of forgotten.keys()) this.#files.delete(key);
    return forgotten;
  }

  /** Forgets all files but these. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#files.keys()) if (!keys.has(key)) this.#files.delete(key);
  }
}

/** Whether two lists of entries for the same file are equal. */
export function isSame(some: readonly IndexedFile[], others: readonly IndexedFile[]): boolean {
  const [one, other] = [some, others].map((files) => JSON.stringify(files.map(({ uri: _, ...rest }) => rest)));
  return one === other;
}

/** Whether a path or URI lies below one of the folders. Looks up its parents among them, as there can be thousands of both. */
export function isBelow(folders: ReadonlySet<string>, key: string): boolean {
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
    if (folders.has(key.slice(0, end))) return true;
  return false;
}

/** The URIs that lie in none of the others. */
export function outermost(uris: readonly Uri[]): Uri[] {
  const keys = new Set(uris.map(String));
  return uris.filter((uri) => !isBelow(keys, uri.toString()));
}
