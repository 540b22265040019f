import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { copyOf, filesOf, removeCopy, sampleOf } from './copies';
import type { Corpus } from './corpora';
import { alternate, timed, type Took } from './measure';
import { cache, cached } from './paths';
import { astGrep, eslint, ripgrep } from './peers';
import { commandLine, hostStart, indexScan, nodeStart, threadsStart } from './subjects';

type Subject = 'node' | 'host' | 'threads' | 'ripgrep' | 'index' | 'commandLine' | 'remembered' | 'warm';

/** A corpus with its size and how long programs take to search it: whole processes, in milliseconds. */
export interface ScanFigures {
  readonly name: string;
  readonly files: number;
  readonly megabytes: number;
  /** Files with a line that ripgrep prints. */
  readonly matching: number;
  readonly references: number;
  readonly times: Readonly<Record<Subject, Took>>;
}

const outputLines = (): number =>
  readFileSync(path.join(cache, 'output.txt'), 'utf8')
    .split('\n')
    .filter((line) => line).length;

/** Cold and warm scans of a corpus, compared with ripgrep. */
export async function scanCorpus(home: string, { name, folder }: Corpus, rounds: number): Promise<ScanFigures> {
  const files = filesOf(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  await timed(ripgrep(home, folder, '--files-with-matches'));
  const matching = outputLines();
  const storage = mkdtempSync(path.join(cached(), 'storage-'));
  const cacheFile = path.join(storage, 'scan.json');
  try {
    await timed(indexScan(folder, cacheFile));
    const references = outputLines();
    const commands = {
      node: nodeStart,
      host: hostStart(),
      threads: threadsStart(),
      ripgrep: ripgrep(home, folder),
      index: indexScan(folder),
      commandLine: commandLine(folder, '--first-pass'),
      remembered: indexScan(folder, cacheFile, 'first'),
      warm: indexScan(folder, cacheFile),
    };
    const times = await alternate(commands, rounds);
    return { name, files: files.length, megabytes: bytes / 1e6, matching, references, times };
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

/** How long the index and parsers take: whole processes, in milliseconds. */
export interface ParserFigures {
  readonly name: string;
  readonly files: number;
  /** For all files. */
  readonly times: Readonly<Record<'host' | 'index' | 'ast-grep', Took>>;
  /** For a sample; absent where ESLint has nothing to read. */
  readonly sample?: {
    readonly files: number;
    readonly times: Readonly<Record<'node' | 'host' | 'index' | 'ESLint', Took>>;
  };
}

/** How many files ESLint can read in about ten seconds. */
const sampleSize = 500;

export async function scanWithParsers(home: string, { name, folder }: Corpus, rounds: number): Promise<ParserFigures> {
  const files = filesOf(folder);
  const all = { host: hostStart(), index: indexScan(folder), 'ast-grep': astGrep(home, folder) };
  const times = await alternate(all, rounds);
  const part = sampleOf(files, sampleSize);
  const scripts = part.filter((file) => /\.[cm]?[jt]sx?$/.test(file)).length > part.length / 2;
  if (!scripts) return { name, files: files.length, times };
  const copy = copyOf(folder, part);
  try {
    const commands = { node: nodeStart, host: hostStart(), index: indexScan(copy), ESLint: eslint(home, copy) };
    const sample = { files: part.length, times: await alternate(commands, rounds) };
    return { name, files: files.length, times, sample };
  } finally {
    removeCopy(copy);
  }
}

/** One corpus once, twice, four and eight times: milliseconds without Node's own start. */
export interface GrowthFigures {
  readonly name: string;
  readonly points: readonly { readonly files: number; readonly index: number; readonly ripgrep: number }[];
}

const growthFiles = 1_500;

export async function growth(home: string, { name, folder }: Corpus, rounds: number): Promise<GrowthFigures> {
  const files = sampleOf(filesOf(folder), growthFiles);
  const points: { files: number; index: number; ripgrep: number }[] = [];
  for (const times of [1, 2, 4, 8]) {
    const copy = copyOf(folder, files, times);
    try {
      const commands = { host: hostStart(), index: indexScan(copy), ripgrep: ripgrep(home, copy) };
      const took = await alternate(commands, rounds);
      points.push({ files: files.length * times, index: took.index.wall - took.host.wall, ripgrep: took.ripgrep.wall });
    } finally {
      removeCopy(copy);
    }
  }
  return { name, points };
}
