import { withoutSlash, withSlash } from '../core/paths';
import type { Batch } from './batch';
import { listFolder } from './listing';
import type { Note } from './notes';
import type { PathsAnswer } from './protocol';
import { pathsOf, type Root } from './scan-tree';
import { createShare } from './share';
import { folderPath } from './paths';
import { realPathOf, statOf } from './stat';
import { Tree } from './walk';
import { scanShares } from './scan-shares';

/** Scans files and folders that have changed by the rules of a full scan, which are read afresh. */
export async function scanPaths(
  roots: readonly Root[],
  paths: readonly string[],
  onBatch: (batch: Batch, total: number) => void,
  onNote: (note: Note) => void,
  extraIds?: ReadonlySet<string>,
): Promise<PathsAnswer> {
  const apart = pathsOf(roots);
  const folders = new Set<string>();
  const list = (folder: string) => {
    const listing = listFolder(folder);
    folders.add(folder);
    return listing;
  };
  const trees = roots.map(({ path, excludes }) => ({
    tree: new Tree(path, excludes, list, apart),
    path: withoutSlash(path),
    real: realPathOf(path),
  }));
  const files = new Set<string>();
  const outside: string[] = [];
  for (const path of paths) {
    const stat = statOf(path);
    const real = stat && realPathOf(path);
    let isPart = false;
    const add = (file: string) => {
      isPart = true;
      files.add(file);
    };
    for (const { tree, ...root } of trees) {
      if (root.real === undefined) continue;
      // Nor does a walk follow links, which keeps loops and files outside the folder out.
      const holdsRoot = withSlash(root.path).startsWith(folderPath(path));
      if (!holdsRoot && real !== withoutSlash(root.real) + path.slice(root.path.length)) continue;
      if (stat?.isDirectory()) tree.walk(add, onNote, folderPath(path));
      else if (stat?.isFile() && tree.admits(path)) add(path);
    }
    if (!isPart) outside.push(path);
  }
  await scanShares([createShare([...files], 0, extraIds)], (batch) => {
    outside.push(...batch.skipped.map(({ path }) => path));
    onBatch(batch, files.size);
  });
  return { outside, folders: [...folders] };
}
