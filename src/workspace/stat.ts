import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs';
import { written } from './system';

const quietly = { throwIfNoEntry: false } as const;

/** What the system says of a file or folder; nothing if there is none or it cannot be asked. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, quietly);
  } catch {
    return undefined; // Whoever reads it next hears why.
  }
}

/** The same of a link itself, should it be one. */
export function linkStatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, quietly);
  } catch {
    return undefined;
  }
}

/**
 * Where a path leads once all links are followed, as the disk spells it; nothing where it leads nowhere, round in a ring, or cannot be followed.
 * The system finds a file by other spellings, too, and Node's own way of following would leave these as they are; some disks know no other way.
 */
export function realPathOf(path: string): string | undefined {
  for (const follow of [realpathSync.native, realpathSync]) {
    try {
      return written(follow(path));
    } catch {
      // Whoever asks takes it for no part of anything.
    }
  }
  return undefined;
}

/** The later of the times at which content and entry changed: programs that copy set the first one back. */
export function lastChange(stat: Stats | undefined): number | undefined {
  return stat && Math.max(stat.mtimeMs, stat.ctimeMs);
}
