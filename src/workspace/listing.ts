import { readdirSync } from 'node:fs';
import { environmentMarker, foreignFolders } from './ignore-rules';
import { reasonOf, type Note } from './notes';
import { isSource } from './rules';

/** What of a folder's entries can matter to a walk, by name. Symbolic links do not: loops and files outside the folder stay out. */
export interface Listing {
  /** Files of a known language. */
  readonly files: readonly string[];
  /** Folders that may hold some. */
  readonly folders: readonly string[];
  /** Files and folders that say which rules hold. */
  readonly ruling: readonly string[];
}

/** Reads a folder's entries. One that cannot be read has none, and a note says why. */
export function listFolder(folder: string, complain: (note: Note) => void): Listing {
  const files: string[] = [];
  const folders: string[] = [];
  const ruling: string[] = [];
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const { name } = entry;
      if (isRuling(name)) ruling.push(name);
      if (entry.isDirectory()) {
        if (!foreignFolders.has(name)) folders.push(name);
      } else if (isSource(name) && entry.isFile()) files.push(name);
    }
  } catch (error) {
    complain({ severity: 'error', path: folder, message: `Folder not read: ${reasonOf(error)}.` });
  }
  return { files, folders, ruling };
}

/** Whether what has that name says which rules hold. */
function isRuling(name: string): boolean {
  return name === '.gitignore' || name === '.git' || name === environmentMarker;
}
