import { readdirSync, type Dirent } from 'node:fs';
import { environmentMarker, foreignFolders, isSource } from './rules';
import { linkStatOf } from './stat';
import { normalizePath } from './system';

/** The names of a folder's entries that matter to a walk. Symbolic links are left out, to avoid loops and files outside the folder. */
export interface Listing {
  /** Files of a known language. */
  readonly files: readonly string[];
  /** Folders that may hold some. */
  readonly folders: readonly string[];
  /** Files and folders that decide which rules apply. */
  readonly ruling: readonly string[];
}

/** A listing under construction. */
type Filling = Record<keyof Listing, string[]>;

/**
 * Reads a folder's entries. Throws the operating system's error.
 * @param folder ending in `/`
 */
export function listFolder(folder: string, write = normalizePath): Listing {
  const listing: Filling = { files: [], folders: [], ruling: [] };
  for (const entry of readdirSync(folder, { withFileTypes: true })) addEntry(listing, folder, entry, write);
  return listing;
}

/** A function of its own for the same reason as `#visitFolder` in `walk.ts`. */
function addEntry(listing: Filling, folder: string, entry: Dirent, write: typeof normalizePath): void {
  const name = write(entry.name);
  if (isRuling(name)) listing.ruling.push(name);
  // Windows also reports files as links that it stores in a special way: deduplicated, or left in a cloud.
  const kind = entry.isSymbolicLink() ? linkStatOf(folder + name) : entry;
  if (kind?.isDirectory()) {
    if (!foreignFolders.has(name)) listing.folders.push(name);
  } else if (isSource(name) && kind?.isFile()) listing.files.push(name);
}

/** Whether an entry of that name decides which rules apply. */
function isRuling(name: string): boolean {
  return name === '.gitignore' || name === '.git' || name === environmentMarker;
}
