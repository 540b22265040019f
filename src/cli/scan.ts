import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { languageOf, extensions } from '../core/find/languages';
import { isTestPath } from '../core/find/test-path';
import { assess, type Finding } from '../core/findings';
import type { Program } from '../core/program/program';
import type { LocatedReference } from '../workspace/locate';
import { reasonOf, type Note } from '../workspace/notes';
import { FileScanner } from '../workspace/scan-file';
import type { FileReferences } from '../workspace/scan-text';
import { Tree } from '../workspace/walk';
import type { ScanOptions } from './options';

/** A finding with its place. */
export interface Placed {
  /** Relative to the current folder, with `/`. */
  readonly path: string;
  readonly cell?: number;
  readonly test: boolean;
  readonly finding: Finding;
  readonly reference: LocatedReference;
}

/** What a scan brought to light. */
export interface ScanResult {
  readonly filesScanned: number;
  /** Sorted by path and place. */
  readonly placed: readonly Placed[];
  readonly notes: readonly Note[];
}

/** Scans the paths that the options name, relative to `folder`. */
export function scan(options: ScanOptions, program: Program, folder: string): ScanResult {
  const notes: Note[] = [];
  const files = filesOf(options.paths, folder, notes);
  const scanner = new FileScanner();
  const found: FileReferences[] = [];
  for (const [path, named] of files) {
    const { found: references, note } = scanner.scan(path, named);
    if (references) found.push(...references);
    if (note) notes.push(note);
  }
  const basis = { listings: options.listings, asOf: options.asOf };
  const placed = found.flatMap(({ path: absolute, cell, references }) => {
    const path = relativePath(folder, absolute);
    const test = isTestPath(path);
    return references.map((reference): Placed => {
      const { code, ...rest } = assess(program, reference, basis);
      // As in the editor: what stands in a test is told, not reported.
      const reported = code && (options.includeTests || !test);
      const finding = reported ? { ...rest, code } : rest;
      return { path, ...(cell === undefined ? {} : { cell }), test, finding, reference };
    });
  });
  return { filesScanned: files.size, placed: placed.sort(byPlace), notes };
}

/** The files to read; each with whether it was named itself, so that no rule leaves it out. */
function filesOf(paths: readonly string[], folder: string, notes: Note[]): Map<string, boolean> {
  const files = new Map<string, boolean>();
  for (const given of paths) {
    const path = resolve(folder, given);
    try {
      if (statSync(path).isDirectory()) {
        new Tree(slashed(path)).walk(
          (file) => files.has(file) || files.set(file, false),
          (note) => notes.push(note),
        );
      } else if (languageOf(path)) {
        files.set(slashed(path), true);
      } else {
        notes.push({
          severity: 'error',
          path,
          message: `Not read: it is none of ${extensions.map((e) => `.${e}`).join(' ')}.`,
        });
      }
    } catch (error) {
      notes.push({ severity: 'error', path, message: `Not read: ${reasonOf(error)}.` });
    }
  }
  return files;
}

/** A path relative to `folder`, with `/`. */
export function relativePath(folder: string, path: string): string {
  return slashed(relative(folder, path)) || '.';
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function byPlace(a: Placed, b: Placed): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.cell ?? 0) - (b.cell ?? 0) || a.reference.start - b.reference.start;
}
