import { readdirSync, readFileSync } from 'node:fs';
import { decode } from './decode';
import type { Workspace } from './modules';
import { largestModule } from './skip-rules';
import { withSlash } from './slashed';
import { realPathOf, statOf } from './stat';
import { written } from './system';

/** Imports are looked up in folders on disk: absolute paths with `/`. */
export function onDisk(roots: readonly string[]): Workspace {
  return { roots, read: (path) => readModule(path, roots), list: foldersIn };
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => written(name));
  } catch {
    return []; // There is none, or it may not be read.
  }
}

/** A module's text; nothing where there is none below the folders, once all links are followed, too, or it cannot be read. */
export function readModule(path: string, roots: readonly string[]): string | undefined {
  const stat = statOf(path);
  if (!stat?.isFile() || stat.size > largestModule || !staysBelow(roots, path)) return undefined;
  try {
    return decode(readFileSync(path)).text;
  } catch {
    return undefined; // It has gone since, or may not be read.
  }
}

/** Whether a path that lies below one of the folders by its name does so in truth. */
function staysBelow(roots: readonly string[], path: string): boolean {
  const real = realPathOf(path);
  // Hardly any path leads over a link, so that the folders need not be asked for theirs.
  return real === path || roots.some((root) => real?.startsWith(withSlash(realPathOf(root) ?? root)));
}
