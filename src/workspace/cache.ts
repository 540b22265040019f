import { statSync, type Stats } from 'node:fs';
import { groupBy } from '../core/group-by';
import { folderOf, withSlash } from '../core/paths';
import { cacheContent, readCache, writeCache, type Known, type KnownFolder } from './cache-file';
import { listFolder, type Listing } from './listing';
import type { FileReferences } from './scan-text';
import { lastChange, statOf } from './stat';
import { keepsFolderTimes } from './system';

/**
 * What earlier scans learned, so that the next one lists and reads only what has changed since.
 * It is never more than a shortcut: if it is missing, damaged or of another version, everything is scanned.
 */
export class ScanCache {
  /** Everything that was found at the time, whether or not it still holds; see `readFound`. */
  readonly remembered: readonly FileReferences[];
  readonly #known: Known;
  /** 1 for each file found to be unchanged, by its index in the columns. */
  readonly #unchanged: Uint8Array;
  /** What was found, by path. */
  readonly #found: ReadonlyMap<string, FileReferences[]>;
  /** The folder of the last file looked up, and which of its files comes next. */
  #current: { path: string; files: readonly string[]; first: number; next: number } = none;
  /** The folders listed in this scan, with the time of their last change if they are unchanged. */
  readonly #listed = new Map<string, { readonly listing: Listing; readonly changed?: number }>();

  /**
   * @param file where the cache is stored
   * @param version of the finder and its data; results of another version do not count
   * @param started when the scan began, in milliseconds since 1970
   * @param content the content of the file, if that has already been read
   */
  constructor(
    private readonly file: string,
    private readonly version: string,
    private readonly started = Date.now(),
    content = cacheContent(file),
  ) {
    const { found, known } = readCache(content, version);
    this.remembered = found;
    this.#known = known;
    this.#unchanged = new Uint8Array(known.sizes.length);
    this.#found = groupBy(found, ({ path }) => path);
  }

  /** A folder's entries, read only if they have changed. Throws the operating system's error. */
  list(folder: string): Listing {
    const known = this.#known.folders.get(folder);
    const unchanged = known && known.changed > 0 && known.changed === lastChange(statOf(folder));
    const now = unchanged ? known : { listing: listFolder(folder) };
    this.#listed.set(folder, now);
    return now.listing;
  }

  /** What was found in the file, if it has not changed since. */
  recall(path: string): FileReferences[] | undefined {
    const place = this.#placeOf(path);
    const size = this.#known.sizes[place] ?? -1;
    if (size < 0) return undefined;
    const stat = statOf(path);
    if (stat?.size !== size || lastChange(stat) !== this.#known.times[place]) return undefined;
    this.#unchanged[place] = 1;
    return this.#found.get(path) ?? [];
  }

  /** A file's index in the columns; -1 if it has none. */
  #placeOf(path: string): number {
    const { path: parent, next } = this.#current;
    // Nearly always it is the one after the last.
    if (path.startsWith(parent) && this.#current.files[next] === path.slice(parent.length)) {
      return this.#current.first + this.#current.next++;
    }
    const folder = withSlash(folderOf(path));
    const known = this.#known.folders.get(folder);
    const index = known?.listing.files.indexOf(path.slice(folder.length)) ?? -1;
    if (!known || index < 0) return -1;
    this.#current = { path: folder, files: known.listing.files, first: known.first, next: index + 1 };
    return known.first + index;
  }

  /** Whether folders had to be listed that the cache could hold for next time. */
  get hasNewListings(): boolean {
    return [...this.#listed].some(([path, { changed }]) => changed === undefined && this.#changeOf(path) > 0);
  }

  /**
   * Stores what a scan learned for the next one: the folders that it listed, the files that it recalled, and what is passed here.
   * @param files all files that were scanned completely and without a note
   * @param found what was found in them
   */
  save(files: Iterable<string>, found: Iterable<FileReferences>): void {
    const scanned = groupBy(files, (file) => withSlash(folderOf(file)));
    const now = groupBy(found, ({ path }) => path);

    const folders = new Map<string, KnownFolder>();
    const [sizes, times]: [number[], number[]] = [[], []];
    const kept: FileReferences[] = [];
    for (const folder of new Set([...this.#listed.keys(), ...scanned.keys()])) {
      const paths = new Set(scanned.get(folder));
      const listed = this.#listed.get(folder);
      const names = [...paths].map((path) => path.slice(folder.length));
      const listing = listed?.listing ?? { files: names, folders: [], ruling: [] };
      const changed = listed ? (listed.changed ?? this.#changeOf(folder)) : 0;
      folders.set(folder, { listing, changed, first: sizes.length });
      for (const name of listing.files) {
        const path = folder + name;
        const place = this.#placeOf(path);
        const recalled = this.#unchanged[place] === 1;
        const stat = !recalled && paths.has(path) ? this.#settled(path) : undefined;
        if (recalled || stat) kept.push(...(now.get(path) ?? (recalled ? this.#found.get(path) : undefined) ?? []));
        sizes.push((recalled ? this.#known.sizes[place] : stat?.size) ?? -1);
        times.push((recalled ? this.#known.times[place] : lastChange(stat)) ?? 0);
      }
    }
    writeCache(this.file, this.version, kept, { folders, sizes, times });
  }

  /** When a folder last changed; 0 if it may have changed since it was listed, or if the time is unknown. */
  #changeOf(folder: string): number {
    const changed = keepsFolderTimes ? (lastChange(this.#settled(folder)) ?? 0) : 0;
    return changed > firstFolderTime ? changed : 0;
  }

  /** The status of a file or folder, unless it may have changed since the scan began. */
  #settled(path: string): Stats | undefined {
    const stat = statOf(path);
    return (lastChange(stat) ?? Infinity) > this.started - coarsestClock ? undefined : stat;
  }
}

const none = { path: '', files: [], first: 0, next: 0 };

/** File systems round times to up to two seconds, in milliseconds; two changes within that may look like one. */
const coarsestClock = 2_000;

/** Earlier times mean none: FAT keeps none for its root. */
const firstFolderTime = Date.UTC(1981);

/** A version that changes whenever the bundle does: each installed version has its own folder, and a new build a new time. */
export function bundleVersion(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}
