import { mkdirSync } from 'node:fs';
import * as path from 'node:path';

/** The project's folder. */
export const root = path.resolve(__dirname, '..');

/** Where a run puts everything that it downloads or makes; ignored by git. */
export const cache = path.join(__dirname, '.cache');

/** A folder in the cache, created if it is missing. */
export function cached(...names: readonly string[]): string {
  const folder = path.join(cache, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}
