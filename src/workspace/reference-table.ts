import type { Uri } from 'vscode';
import { languageOf } from '../core/find/languages';
import type { IndexedFile } from './scanner';

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

  /** Enters files with all that was found in them; what was known of them is replaced. Answers their keys. */
  enter(found: readonly IndexedFile[]): Iterable<string> {
    const byFile = new Map<string, IndexedFile[]>();
    for (const file of found) {
      const key = file.uri.toString();
      const cells = byFile.get(key);
      if (cells) cells.push(file);
      else byFile.set(key, [file]);
    }
    for (const [key, files] of byFile) this.#files.set(key, files);
    return byFile.keys();
  }

  /** Forgets a file, or a folder with all it held. */
  forget(uri: Uri): void {
    const key = uri.toString();
    this.#files.delete(key);
    // What ends like a file of a language is one; anything else may have been a folder.
    if (languageOf(uri.path)) return;
    for (const other of this.#files.keys()) if (other.startsWith(`${key}/`)) this.#files.delete(other);
  }

  /** Forgets all files but these. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#files.keys()) if (!keys.has(key)) this.#files.delete(key);
  }
}
