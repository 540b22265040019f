import { watch, type FSWatcher } from 'node:fs';
import { isBelow } from './reference-table';

/** So many folders are watched at most: to begin with a thousand takes some 15 ms, and all programs share the system's watches. */
const most = 1_000;

/**
 * Watches folders that came while VS Code was watching. Where systems watch single folders only, as Linux does, VS Code misses those
 * that are made within a new one before it watches that, and whatever happens in them from then on: `mkdir -p a/b`, a checkout
 * (https://github.com/microsoft/vscode/issues/142694). Of those that it has not missed one hears twice.
 */
export class NewFolders {
  readonly #watchers = new Map<string, FSWatcher>();

  /** @param hear hears absolute paths, and whether there is still what was there or something has come or gone */
  constructor(private readonly hear: (path: string, modified: boolean) => void) {}

  /**
   * Something has happened at these paths, and these are the folders that are there or below now, by absolute paths ending in `/`.
   * What was watched there before may be another folder by now, though it is called the same.
   */
  renew(paths: readonly string[], folders: readonly string[]): void {
    const places = new Set(paths);
    for (const folder of this.#watchers.keys()) if (isBelow(places, folder)) this.#forget(folder);
    for (const folder of folders) if (this.#watchers.size < most) this.#watch(folder);
  }

  #watch(folder: string): void {
    this.#forget(folder);
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        if (name !== null) this.hear(folder + name, event === 'change');
      });
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      // It has gone again, or the system has no more watches to give: VS Code says so by itself.
    }
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  dispose(): void {
    for (const folder of this.#watchers.keys()) this.#forget(folder);
  }
}
