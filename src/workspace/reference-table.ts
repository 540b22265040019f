import type { Uri } from 'vscode';
import { groupBy } from '../core/group-by';
import { pathsFor } from './lack';
import type { IndexedFile } from './scanner';
import { pathOf } from './slashed';

/** What was found on disk, file by file. Files without references take no room. */
export class ReferenceTable {
  readonly #files = new Map<string, readonly IndexedFile[]>();

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

  /** Forgets files, and folders with all they held. */
  forget(uris: readonly Uri[]): void {
    // Whatever was no file may have been a folder, whatever its name: some are called `next.js`.
    const folders = new Set(uris.map(String).filter((key) => !this.#files.delete(key)));
    if (folders.size) for (const key of this.#files.keys()) if (isBelow(folders, key)) this.#files.delete(key);
  }

  /** Forgets all files but these. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#files.keys()) if (!keys.has(key)) this.#files.delete(key);
  }
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
