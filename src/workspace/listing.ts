import { readdirSync, type Dirent } from 'node:fs';
import { environmentMarker, foreignFolders, isSource } from './rules';
import { linkStatOf } from './stat';
import { written } from './system';

/** What of a folder's entries can matter to a walk, by name. Symbolic links do not: loops and files outside the folder stay out. */
export interface Listing {
  /** Files of a known language. */
  readonly files: readonly string[];
  /** Folders that may hold some. */
  readonly folders: readonly string[];
  /** Files and folders that say which rules hold. */
  readonly ruling: readonly string[];
}

/** A listing that is being made. */
type Filling = Record<keyof Listing, string[]>;

/**
 * Reads a folder's entries. Throws what the operating system says.
 * @param folder ending in `/`
 */
export function listFolder(folder: string, write = written): Listing {
  const listing: Filling = { files: [], folders: [], ruling: [] };
  for (const entry of readdirSync(folder, { withFileTypes: true })) enter(listing, folder, entry, write);
  return listing;
}

/** A function of its own for the same reason as in `walk.ts`. */
function enter(listing: Filling, folder: string, entry: Dirent, write: typeof written): void {
  const name = write(entry.name);
  if (isRuling(name)) listing.ruling.push(name);
  // Windows calls a link what it keeps in a special way, too: files it has deduplicated or left in a cloud.
  const kind = entry.isSymbolicLink() ? linkStatOf(folder + name) : entry;
  if (kind?.isDirectory()) {
    if (!foreignFolders.has(name)) listing.folders.push(name);
  } else if (isSource(name) && kind?.isFile()) listing.files.push(name);
}

/** Whether what has that name says which rules hold. */
function isRuling(name: string): boolean {
  return name === '.gitignore' || name === '.git' || name === environmentMarker;
}
