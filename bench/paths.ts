import { mkdirSync } from 'node:fs';
import * as path from 'node:path';

/** The project's folder. */
export const root = path.resolve(__dirname, '..');

/** Where everything lies that a run downloads or makes; git does not see it. */
export const cache = path.join(__dirname, '.cache');

/** A folder in the cache, made if it is missing. */
export function cached(...names: readonly string[]): string {
  const folder = path.join(cache, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}
