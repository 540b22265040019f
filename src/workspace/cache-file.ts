import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Listing } from './listing';
import type { FileReferences } from './scan-text';

/** A folder as it was when it was listed. */
export interface KnownFolder {
  readonly listing: Listing;
  /** When it last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** The index of its first file in the columns; the others follow. */
  readonly first: number;
}

/** What earlier scans learned about folders and files. Most files hold no references, so no file has an object of its own. */
export interface Known {
  /** By path, which ends in `/`. */
  readonly folders: ReadonlyMap<string, KnownFolder>;
  /** The files' sizes; negative for one that was not scanned. */
  readonly sizes: readonly number[];
  /** When they last changed, in milliseconds since 1970. */
  readonly times: readonly number[];
}

/** The same as JSON. Of all formats tried, this one is parsed fastest: columns of numbers, and of the names in each folder joined. */
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

/** The content of a cache. */
export interface CacheFile {
  readonly found: readonly FileReferences[];
  readonly known: Known;
}

/** How many entries each line of references holds. The lines of a cache are its version, the columns, and the references. */
const partSize = 100;

/** Reads a cache's bytes; empty if there is none. Another scan may rewrite the file between two reads. */
export function cacheContent(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

/**
 * Parses a cache. One that is missing, damaged or of another version knows nothing. Even then `found` has whatever `readFound` returns for it, so
 * that what no longer holds can be taken back.
 */
export function readCache(content: Uint8Array, version: string): CacheFile {
  let found: FileReferences[] = [];
  try {
    const { columns, parts } = linesOf(content, version);
    found = parts.flatMap(foundIn);
    return { found, known: knownFrom(columns) };
  } catch {
    // The cache will be written again.
  }
  return { found, known: nothing };
}

/** Parses only the references of a cache, without blocking the thread for long. */
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

/** The lines of a cache after the version; empty if that is another one. */
function linesOf(content: Uint8Array, version: string): { columns: string; parts: string[] } {
  const [of, columns = '', ...parts] = new TextDecoder().decode(content).split('\n');
  return of === JSON.stringify(version) ? { columns, parts } : { columns: '', parts: [] };
}

function foundIn(part: string): FileReferences[] {
  return JSON.parse(part) as FileReferences[];
}

/** Parses the columns. Throws if they are malformed. */
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

/** Writes a cache, if that is possible. */
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
    // Written beside the file and renamed, so that nobody ever reads half a cache.
    const parts = Array.from({ length: Math.ceil(found.length / partSize) }, (_, part) =>
      found.slice(part * partSize, (part + 1) * partSize),
    );
    writeFileSync(`${file}.new`, [version, columns, ...parts].map((line) => JSON.stringify(line)).join('\n'));
    renameSync(`${file}.new`, file);
  } catch {
    // On a full or read-only disk, the next start just has to scan everything.
  }
}

function split(names: string): string[] {
  return names === '' ? [] : names.split('/');
}
