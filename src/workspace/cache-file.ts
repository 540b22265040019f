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
  /** When they last changed, in milliseconds since 1970. */
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

/** What a cache on the disk holds. */
export interface CacheFile {
  readonly found: readonly FileReferences[];
  readonly known: Known;
}

/** A cache's lines: its version, the columns, and what was found, by so many files. */
const partSize = 100;

/** What lies on the disk; empty if there is nothing. Between two readings another scan may have written it anew. */
export function cacheContent(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

/**
 * Reads a cache. One that is missing, damaged or of another version knows nothing; but `found` holds whatever `readFound` would tell, so
 * that what no longer holds of it can be taken back.
 */
export function readCache(content: Uint8Array, version: string): CacheFile {
  let found: FileReferences[] = [];
  try {
    const { columns, parts } = linesOf(content, version);
    found = parts.flatMap(foundIn);
    return { found, known: knownFrom(columns) };
  } catch {
    // It is made anew.
  }
  return { found, known: nothing };
}

/** Reads what was found and nothing else, as `readCache` does, but never keeps its thread busy for long. */
export async function readFound(content: Uint8Array, version: string): Promise<FileReferences[]> {
  const found: FileReferences[] = [];
  try {
    for (const part of linesOf(content, version).parts) {
      found.push(...foundIn(part));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return found;
  } catch {
    return [];
  }
}

/** A cache's lines behind the first; empty ones if it is another version's. */
function linesOf(content: Uint8Array, version: string): { columns: string; parts: string[] } {
  const [of, columns = '', ...parts] = new TextDecoder().decode(content).split('\n');
  return of === JSON.stringify(version) ? { columns, parts } : { columns: '', parts: [] };
}

function foundIn(part: string): FileReferences[] {
  return JSON.parse(part) as FileReferences[];
}

/** Throws where what it holds is no listing. */
function knownFrom(line: string): Known {
  const columns = JSON.parse(line) as Columns;
  const folders = new Map<string, KnownFolder>();
  let first = 0;
  columns.paths.forEach((path, index) => {
    const listing = {
      files: split(columns.files[index]!),
      folders: split(columns.folders[index]!),
      ruling: split(columns.ruling[index]!),
    };
    folders.set(path, { listing, changed: columns.changed[index] ?? 0, first });
    first += listing.files.length;
  });
  return { folders, sizes: columns.sizes, times: columns.times };
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
    const parts = Array.from({ length: Math.ceil(found.length / partSize) }, (_, part) =>
      found.slice(part * partSize, (part + 1) * partSize),
    );
    writeFileSync(`${file}.new`, [version, columns, ...parts].map((line) => JSON.stringify(line)).join('\n'));
    renameSync(`${file}.new`, file);
  } catch {
    // A full or read-only disk costs the next start its head start, nothing else.
  }
}

function split(names: string): string[] {
  return names === '' ? [] : names.split('/');
}
