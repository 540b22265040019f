import { watch, type FSWatcher } from 'node:fs';
import { isBelow } from './reference-table';

/** How many folders are watched at most: starting a thousand watches takes some 15 ms, and all programs share the system's limit. */
const maxWatched = 1_000;

/**
 * Watches folders created while VS Code is watching. Where a watch covers a single folder only, as on Linux, VS Code misses folders that are
 * created in a new one before it watches that, and everything that happens in them from then on: `mkdir -p a/b`, a checkout
 * (https://github.com/microsoft/vscode/issues/142694). What VS Code has not missed is reported twice.
 */
export class NewFolders {
  readonly #watchers = new Map<string, FSWatcher>();

  /** @param hear receives absolute paths, and whether something was modified in place rather than coming or going */
  constructor(private readonly hear: (path: string, modified: boolean) => void) {}

  /**
   * Renews the watches after changes: a folder watched so far may have been replaced by another of the same name.
   * @param paths where something has changed
   * @param folders the folders that are now at or below these paths; absolute, ending in `/`
   */
  renew(paths: readonly string[], folders: readonly string[]): void {
    const places = new Set(paths);
    for (const folder of this.#watchers.keys()) if (isBelow(places, folder)) this.#forget(folder);
    for (const folder of folders) if (this.#watchers.size < maxWatched) this.#watch(folder);
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
      // It has gone again, or the system is out of watches, which VS Code reports itself.
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
