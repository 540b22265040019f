import { linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { Tree } from '../src/workspace/walk';
import { cached } from './paths';

/** The files of a folder that a scan would read, relative to it. */
export function filesOf(folder: string): string[] {
  const files: string[] = [];
  new Tree(folder).walk(
    (file) => files.push(path.relative(folder, file)),
    ({ path: where, message }) => console.error(`${where}: ${message}`),
  );
  return files.sort();
}

/** Makes a folder with several copies of some files of another, as hard links, which take no space. Remove it with `removeCopy`. */
export function copyOf(folder: string, files: readonly string[], times = 1): string {
  const home = mkdtempSync(path.join(cached(), 'copy-'));
  mkdirSync(path.join(home, '.git'));
  for (let copy = 0; copy < times; copy++) {
    for (const file of files) {
      const target = path.join(home, `copy-${copy}`, file);
      mkdirSync(path.dirname(target), { recursive: true });
      linkSync(path.join(folder, file), target);
    }
  }
  return home;
}

export function removeCopy(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Every n-th file, so that at most `most` are left: a fair sample for programs that would take minutes for all. */
export function sampleOf(files: readonly string[], most: number): string[] {
  const step = Math.ceil(files.length / most);
  return files.filter((_, index) => index % step === 0);
}
