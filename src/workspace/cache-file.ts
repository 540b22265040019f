import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Listing } from './listing';
import type { FileReferences } from './scan-text';

/** What was found in one file. */
export type Found = readonly Omit<FileReferences, 'path'>[];

/** A folder as it was when it was listed. */
export interface KnownFolder {
  readonly listing: Listing;
  /** When it last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** The place of its first file in the columns; the others follow. */
  readonly first: number;
}

/** What earlier scans learned. Most files hold nothing, so no file has an object of its own. */
export interface Known {
  /** By the path, which ends in `/`. */
  readonly folders: ReadonlyMap<string, KnownFolder>;
  /** The files' sizes; negative for one that was not scanned. */
  readonly sizes: readonly number[];
  readonly times: readonly number[];
  /** What was found, by the file's place in the columns. */
  readonly found: ReadonlyMap<number, Found>;
}

/** The same as JSON. Of all forms tried, columns of numbers and of names joined into one text for each folder are parsed fastest. */
interface Columns {
  readonly version: string;
  readonly paths: readonly string[];
  readonly changed: readonly number[];
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly ruling: readonly string[];
  readonly sizes: readonly number[];
  readonly times: readonly number[];
  readonly found: readonly [place: number, found: Found][];
}

const nothing: Known = { folders: new Map(), sizes: [], times: [], found: new Map() };

/** Reads a cache. One that is missing, damaged or of another version knows nothing. */
export function readKnown(file: string, version: string): Known {
  try {
    const columns = JSON.parse(readFileSync(file, 'utf8')) as Columns;
    if (columns.version !== version) return nothing;
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
    if (sizes.length !== first || times.length !== first) return nothing;
    return { folders, sizes, times, found: new Map(columns.found) };
  } catch {
    return nothing;
  }
}

/** Writes a cache, if the disk lets it. */
export function writeKnown(file: string, version: string, { folders, sizes, times, found }: Known): void {
  const all = [...folders.values()];
  const columns: Columns = {
    version,
    paths: [...folders.keys()],
    changed: all.map(({ changed }) => changed),
    files: all.map(({ listing }) => listing.files.join('/')),
    folders: all.map(({ listing }) => listing.folders.join('/')),
    ruling: all.map(({ listing }) => listing.ruling.join('/')),
    sizes,
    times,
    found: [...found],
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Written beside and put in place at once, so that nobody ever reads half a cache.
    writeFileSync(`${file}.new`, JSON.stringify(columns));
    renameSync(`${file}.new`, file);
  } catch {
    // A full or read-only disk costs the next start its head start, nothing else.
  }
}

function split(names: string | undefined): string[] {
  return names ? names.split('/') : [];
}
