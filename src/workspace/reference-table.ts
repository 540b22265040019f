import type { Uri } from 'vscode';
import { groupBy } from '../core/group-by';
import { pathsFor } from './lack';
import type { IndexedFile } from './scanner';
import { pathOf } from './slashed';

/** What was found on disk, file by file. Files without references take no room. */
export class ReferenceTable {
  readonly #files = new Map<string, readonly IndexedFile[]>();
  /** What the first pass said of those of which the second has said something else. */
  readonly #firstPass = new WeakMap<readonly IndexedFile[], readonly IndexedFile[]>();

  /** The entries of all files: one each, for notebooks one a cell. */
  values(): Iterable<readonly IndexedFile[]> {
    return this.#files.values();
  }

  get(uri: Uri): readonly IndexedFile[] | undefined {
    return this.#files.get(uri.toString());
  }

  has(uri: Uri): boolean {
    return this.#files.has(uri.toString());
  }

  /** The files whose routes rest on one of these, would if it were there, or rest on something in it where it is a folder. */
  readersOf(uris: readonly Uri[]): Uri[] {
    const paths = new Set(uris.map(pathOf));
    const isAmong = (path: string) => paths.has(path) || isBelow(paths, path);
    const isReader = ({ reads = [], lacks = [] }: IndexedFile) =>
      reads.some(isAmong) || lacks.some((lack) => pathsFor(lack).some(isAmong));
    return [...this.#files.values()].flatMap(([first]) => (first && isReader(first) ? [first.uri] : []));
  }

  /** Enters files with all that was found in them; what was known of them is replaced. Answers their keys. */
  enter(found: readonly IndexedFile[]): Iterable<string> {
    const byFile = groupBy(found, ({ uri }) => uri.toString());
    for (const [key, files] of byFile) this.#files.set(key, files);
    return byFile.keys();
  }

  /**
   * Enters what was found in these files and folders instead of what was known of them; answers whether that differs.
   * Where it does not, what the second pass has said stays until that says something else.
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

  /** What the first pass said of a file's entries. */
  firstPass(entries: readonly IndexedFile[]): readonly IndexedFile[] {
    return this.#firstPass.get(entries) ?? entries;
  }

  /** Enters what the second pass says of a file, should the first still say just `before`; answers whether it says something new. */
  refine(before: readonly IndexedFile[], after: readonly IndexedFile[]): boolean {
    const key = before[0]?.uri.toString() ?? '';
    const known = this.#files.get(key);
    if (!known || this.firstPass(known) !== before || isSame(known, after)) return false;
    this.#files.set(key, after);
    this.#firstPass.set(after, before);
    return true;
  }

  /** Forgets files, and folders with all they held; answers what that was. */
  forget(uris: readonly Uri[]): Map<string, readonly IndexedFile[]> {
    const keys = new Set(uris.map(String));
    // Whatever it is called, it may be a folder: some are called `next.js`.
    const forgotten = new Map([...this.#files].filter(([key]) => keys.has(key) || isBelow(keys, key)));
    for (const key of forgotten.keys()) this.#files.delete(key);
    return forgotten;
  }

  /** Forgets all files but these. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#files.keys()) if (!keys.has(key)) this.#files.delete(key);
  }
}

/** Whether entries of one file say the same. */
export function isSame(some: readonly IndexedFile[], others: readonly IndexedFile[]): boolean {
  const [one, other] = [some, others].map((files) => JSON.stringify(files.map(({ uri: _, ...rest }) => rest)));
  return one === other;
}

/** Whether an address lies below one of the folders. Its own parents are looked up among these: there can be thousands of both. */
export function isBelow(folders: ReadonlySet<string>, key: string): boolean {
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
    if (folders.has(key.slice(0, end))) return true;
  return false;
}

/** Those that lie in none of the others. */
export function outermost(uris: readonly Uri[]): Uri[] {
  const keys = new Set(uris.map(String));
  return uris.filter((uri) => !isBelow(keys, uri.toString()));
}
