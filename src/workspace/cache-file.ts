import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Listing } from './listing';
import type { FileReferences } from './scan-text';

/** A folder as it was when it was listed. */
export interface KnownFolder {
  readonly listing: Listing;
  /** When it last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** The place of its first file in the columns; the others follow. */
  readonly first: number;
}

/** What earlier scans learned of folders and files. Most files hold nothing, so no file has an object of its own. */
export interface Known {
  /** By the path, which ends in `/`. */
  readonly folders: ReadonlyMap<string, KnownFolder>;
  /** The files' sizes; negative for one that was not scanned. */
  readonly sizes: readonly number[];
  readonly times: readonly number[];
}

/** The same as JSON. Of all forms tried, columns of numbers and of names joined into one text for each folder are parsed fastest. */
interface Columns {
  readonly paths: readonly string[];
  readonly changed: readonly number[];
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly ruling: readonly string[];
  readonly sizes: readonly number[];
  readonly times: readonly number[];
}

const nothing: Known = { folders: new Map(), sizes: [], times: [] };

/** A cache as it lies on the disk. What was found has a line of its own, so that it can be told before the rest is parsed. */
export interface CacheFile {
  readonly found: readonly FileReferences[];
  readonly known: () => Known;
}

/** Reads a cache. One that is missing, damaged or of another version knows nothing. */
export function readCache(file: string, version: string): CacheFile {
  try {
    const [of, found = '', columns = ''] = readFileSync(file, 'utf8').split('\n');
    if (of === JSON.stringify(version)) {
      return { found: JSON.parse(found) as FileReferences[], known: () => knownFrom(columns) };
    }
  } catch {
    // It is made anew.
  }
  return { found: [], known: () => nothing };
}

function knownFrom(line: string): Known {
  try {
    const columns = JSON.parse(line) as Columns;
    const folders = new Map<string, KnownFolder>();
    let first = 0;
    columns.paths.forEach((path, index) => {
      const listing = {
        files: split(columns.files[index]),
        folders: split(columns.folders[index]),
        ruling: split(columns.ruling[index]),
      };
      folders.set(path, { listing, changed: columns.changed[index] ?? 0, first });
      first += listing.files.length;
    });
    const { sizes, times } = columns;
    return sizes.length === first && times.length === first ? { folders, sizes, times } : nothing;
  } catch {
    return nothing;
  }
}

/** Writes a cache, if the disk lets it. */
export function writeCache(
  file: string,
  version: string,
  found: readonly FileReferences[],
  { folders, sizes, times }: Known,
): void {
  const all = [...folders.values()];
  const columns: Columns = {
    paths: [...folders.keys()],
    changed: all.map(({ changed }) => changed),
    files: all.map(({ listing }) => listing.files.join('/')),
    folders: all.map(({ listing }) => listing.folders.join('/')),
    ruling: all.map(({ listing }) => listing.ruling.join('/')),
    sizes,
    times,
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Written beside and put in place at once, so that nobody ever reads half a cache.
    writeFileSync(`${file}.new`, [version, found, columns].map((line) => JSON.stringify(line)).join('\n'));
    renameSync(`${file}.new`, file);
  } catch {
    // A full or read-only disk costs the next start its head start, nothing else.
  }
}

function split(names: string | undefined): string[] {
  return names ? names.split('/') : [];
}
