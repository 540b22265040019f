import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { languageOf, extensions } from '../core/find/languages';
import { isTestPath } from '../core/find/test-path';
import { assess, type Finding } from '../core/findings';
import type { Program } from '../core/program/program';
import type { LocatedReference } from '../core/find/reference';
import { reasonOf, type Note } from '../workspace/notes';
import type { FileReferences } from '../workspace/scan-text';
import { scanTree, type Root } from '../workspace/scan-tree';
import type { Batch } from '../workspace/batch';
import { skipReasons } from '../workspace/skip-rules';
import { normalizePath } from '../workspace/system';
import type { ScanOptions } from './options';
import { secondPass } from './second-pass';

/** A finding with its place. */
export interface Placed {
  /** Relative to the current folder, with `/`. */
  readonly path: string;
  readonly cell?: number;
  readonly test: boolean;
  readonly finding: Finding;
  readonly reference: LocatedReference;
}

/** Bundles that run in other threads: absolute paths. Without them everything runs in one. */
export interface Bundles {
  /** For threads that help with large scans. */
  readonly helperFile?: string;
  /** For threads that parse. */
  readonly parserFile?: string;
}

/** What a scan found. */
export interface ScanResult {
  readonly filesScanned: number;
  /** Sorted by path and place. */
  readonly placed: readonly Placed[];
  readonly notes: readonly Note[];
}

/** Scans the paths that the options name, relative to `folder`. */
export async function scan(
  options: ScanOptions,
  program: Program,
  folder: string,
  { helperFile, parserFile }: Bundles = {},
): Promise<ScanResult> {
  const notes: Note[] = [];
  const { roots, named } = inputs(options.paths, folder, notes);
  const found: FileReferences[] = [];
  const skipped: Batch['skipped'] = [];
  let read = 0;
  await scanTree({
    roots,
    named,
    ...(helperFile && { helperFile }),
    extraIds: program.extraIds,
    onBatch: (batch) => {
      found.push(...batch.found);
      notes.push(...batch.notes);
      skipped.push(...batch.skipped);
      // Each error is about one file that could not be read.
      read += batch.done - batch.notes.filter(({ severity }) => severity === 'error').length;
    },
    onNote: (note) => notes.push(note),
  });
  const refined = options.understand
    ? await secondPass(
        found,
        [normalizePath(folder), ...roots.map(({ path }) => path)],
        (note) => notes.push(note),
        parserFile,
      )
    : found;
  return {
    filesScanned: read - skipped.length,
    // Within a file references are already in order.
    placed: place(refined, options, program, folder).sort((a, b) => compare(a.path, b.path)),
    // Threads finish in any order.
    notes: [...notes.sort((a, b) => compare(a.path ?? '', b.path ?? '')), ...skipNotes(skipped, folder)],
  };
}

/** The folders to walk, and the files named explicitly, which no rule leaves out. */
function inputs(paths: readonly string[], folder: string, notes: Note[]): { roots: Root[]; named: string[] } {
  const roots: Root[] = [];
  const named: string[] = [];
  for (const given of paths) {
    const path = normalizePath(resolve(folder, given));
    try {
      const stat = statSync(path);
      const isSource = languageOf(path) !== undefined;
      if (stat.isDirectory()) roots.push({ path });
      else if (stat.isFile() && isSource) named.push(path);
      else {
        const known = extensions.map((extension) => `.${extension}`).join(' ');
        const reason = isSource ? 'neither a file nor a folder' : `none of ${known}`;
        notes.push({ severity: 'error', path, message: `Not read: it is ${reason}.` });
      }
    } catch (error) {
      notes.push({ severity: 'error', path, message: `Not read: ${reasonOf(error)}.` });
    }
  }
  return { roots, named };
}

/** Judges what was found, each with its place. */
function place(found: readonly FileReferences[], options: ScanOptions, program: Program, folder: string): Placed[] {
  const basis = { listings: options.listings, asOf: options.asOf };
  return found.flatMap(({ path: absolute, cell, references }) => {
    const path = relativePath(folder, absolute);
    const test = isTestPath(path);
    return references.map((reference): Placed => {
      const { code, ...rest } = assess(program, reference, basis);
      // As in the editor: what is in a test is listed, but not reported.
      const reported = code && (options.includeTests || !test);
      const finding = reported ? { ...rest, code } : rest;
      return { path, ...(cell === undefined ? {} : { cell }), test, finding, reference };
    });
  });
}

/** How many of the files left out for one reason are named as examples. */
const namedExamples = 3;

/** One note for each reason for which files were left out. */
function skipNotes(skipped: Batch['skipped'], folder: string): Note[] {
  return Object.entries(skipReasons).flatMap(([reason, meaning]): Note[] => {
    const paths = skipped
      .flatMap((file) => (file.reason === reason ? [relativePath(folder, file.path)] : []))
      .sort(compare);
    if (!paths.length) return [];
    const examples = `${paths.slice(0, namedExamples).join(', ')}${paths.length > namedExamples ? ', …' : ''}`;
    const count = paths.length === 1 ? '1 file' : `${paths.length} files`;
    const message = `${count} left out as ${meaning}: ${examples}. Name a file to have it read.`;
    return [{ severity: 'info', message }];
  });
}

/** A path relative to `folder`, with `/`. */
export function relativePath(folder: string, path: string): string {
  return normalizePath(relative(folder, path)) || '.';
}

/** Orders by UTF-16 code units, which is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
