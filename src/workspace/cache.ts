import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileReferences } from './scan-text';

/** A file as it was when it was scanned: size, time of change, and what was found in it, if anything. */
type Entry = [size: number, mtimeMs: number, found?: Omit<FileReferences, 'path'>[]];

/** By folder, then by name, so that no folder's path is written twice. */
type Entries = Record<string, Record<string, Entry>>;

/** Clocks of file systems are up to two seconds coarse; what changed within them may have changed unnoticed. */
const coarsestClock = 2_000;

/**
 * What earlier scans found, so that the next one reads only what has changed since.
 * It is only ever a short cut: where it is missing, damaged or of another version, everything is scanned again.
 */
export class ScanCache {
  #known: Entries = {};

  /**
   * @param file where the cache lives
   * @param version of the finder and its data; what another version found does not count
   * @param started when the scan began that will fill it, in milliseconds since 1970
   */
  constructor(
    private readonly file: string,
    private readonly version: string,
    private readonly started = Date.now(),
  ) {
    try {
      const content = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown; files?: Entries };
      if (content.version === version && typeof content.files === 'object') this.#known = content.files;
    } catch {
      // No cache yet, or a damaged one: an empty cache says so already.
    }
  }

  /** What was found in the file, if it has not changed since. */
  recall(path: string): FileReferences[] | undefined {
    const cut = path.lastIndexOf('/') + 1;
    const entry = this.#known[path.slice(0, cut)]?.[path.slice(cut)];
    if (!Array.isArray(entry)) return undefined;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.size !== entry[0] || stat.mtimeMs !== entry[1]) return undefined;
    return (entry[2] ?? []).map((found) => ({ path, ...found }));
  }

  /**
   * Keeps what a scan found for the next one.
   * @param files all files that were scanned whole and without a note
   * @param found what was found in them
   */
  save(files: Iterable<string>, found: Iterable<FileReferences>): void {
    const byPath = new Map<string, Omit<FileReferences, 'path'>[]>();
    for (const { path, ...rest } of found) byPath.set(path, [...(byPath.get(path) ?? []), rest]);
    const entries: Entries = {};
    for (const path of files) {
      const stat = statSync(path, { throwIfNoEntry: false });
      // What may have changed since it was read is read again next time.
      if (!stat || Math.max(stat.mtimeMs, stat.ctimeMs) > this.started - coarsestClock) continue;
      const cut = path.lastIndexOf('/') + 1;
      const folder = (entries[path.slice(0, cut)] ??= {});
      const references = byPath.get(path);
      folder[path.slice(cut)] = references ? [stat.size, stat.mtimeMs, references] : [stat.size, stat.mtimeMs];
    }
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      // Written beside and put in place at once, so that nobody ever reads half a cache.
      writeFileSync(`${this.file}.new`, JSON.stringify({ version: this.version, files: entries }));
      renameSync(`${this.file}.new`, this.file);
    } catch {
      // A full or read-only disk costs the next start its head start, nothing else.
    }
  }
}

/** A version that changes whenever the bundle does that holds the finder and its data. */
export function bundleVersion(file: string): string {
  return createHash('sha1').update(readFileSync(file)).digest('hex');
}
