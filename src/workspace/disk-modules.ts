import { readdirSync, readFileSync } from 'node:fs';
import { rootOf, withSlash } from '../core/paths';
import { decode } from './decode';
import { filesHolding } from './disk-search';
import type { Workspace } from './modules';
import { maxModuleSize } from './skip-rules';
import { realPathOf, statOf } from './stat';
import { normalizePath } from './system';

/** A workspace of folders on disk, by their absolute paths with `/`. */
export function onDisk(roots: readonly string[]): Workspace {
  const holding = (texts: readonly string[], path: string) => {
    // The command line looks imports up in the current folder, too, which may hold much more than what is scanned.
    const root = rootOf(path, roots);
    return root === undefined ? [] : filesHolding(texts, root);
  };
  return { roots, read: (path) => readModule(path, roots), list: foldersIn, holding };
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => normalizePath(name));
  } catch {
    return []; // It does not exist, or is not readable.
  }
}

/** A module's text; nothing if it cannot be read or does not lie below the folders once all links are followed. */
export function readModule(path: string, roots: readonly string[]): string | undefined {
  const stat = statOf(path);
  if (!stat?.isFile() || stat.size > maxModuleSize || !staysBelow(roots, path)) return undefined;
  try {
    return decode(readFileSync(path)).text;
  } catch {
    return undefined; // It has gone since, or is not readable.
  }
}

/** Whether a path that seems to lie below one of the folders still does once links are followed. */
function staysBelow(roots: readonly string[], path: string): boolean {
  const real = realPathOf(path);
  // Hardly any path leads over a link, so the folders' own real paths are rarely needed.
  return real === path || roots.some((root) => real?.startsWith(withSlash(realPathOf(root) ?? root)));
}
