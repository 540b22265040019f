import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs';
import { normalizePath } from './system';

const quietly = { throwIfNoEntry: false } as const;

/** The status of a file or folder; nothing if there is none or it cannot be read. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, quietly);
  } catch {
    return undefined; // Reading the file will say why.
  }
}

/** The same without following a link. */
export function linkStatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, quietly);
  } catch {
    return undefined;
  }
}

/**
 * Where a path leads once all links are followed, as spelt on disk; nothing if it leads nowhere, in a circle, or cannot be followed.
 * The native function is tried first since it corrects the spelling, which Node's own does not; some disks support only the latter.
 */
export function realPathOf(path: string): string | undefined {
  for (const follow of [realpathSync.native, realpathSync]) {
    try {
      return normalizePath(follow(path));
    } catch {
      // Try the other; without a real path, callers treat the path as outside of everything.
    }
  }
  return undefined;
}

/** The later of the times at which content and metadata changed: programs that copy files set the former back. */
export function lastChange(stat: Stats | undefined): number | undefined {
  return stat && Math.max(stat.mtimeMs, stat.ctimeMs);
}
