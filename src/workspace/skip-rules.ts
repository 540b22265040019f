import { languageOf } from '../core/find/languages';

/** Why a rule leaves out a file that a walk found. Naming a file explicitly overrides all of these. */
export type SkipReason = 'minified' | 'generated' | 'large' | 'binary';

/** The reasons in words, for the notes that count them. */
export const skipReasons: Readonly<Record<SkipReason, string>> = {
  minified: 'minified (`*.min.js` and the like, or more than 1,000 characters per line on average)',
  generated:
    'generated (`@generated`, `Code generated … DO NOT EDIT`, `GENERATED/BUNDLED FILE` or a bundler’s code at the top)',
  large: 'larger than 5 MB, or 20 MB for a notebook',
  binary: 'binary',
};

const megabyte = 1024 * 1024;

/** In bytes. Handwritten code is far smaller; larger files are data or bundles, and would delay everything else. */
export const maxFileSize = 5 * megabyte;

/** The same for a file of this path: a notebook also holds its results, and those that make pictures are large. */
export function maxSizeOf(path: string): number {
  return languageOf(path) === 'notebook' ? 20 * megabyte : maxFileSize;
}

/** In bytes. A larger module holds data rather than constants or clients for others to import. */
export const maxModuleSize = 1_000_000;

/** The names that bundlers give to files that nobody edits; looked for in the last characters of a path. */
const minifiedName = /(?:[.-]min|\.bundle)\.[cm]?js$/i;
const minifiedEnding = 11;

/** Judged by the name alone, before a file is opened. */
export function isMinifiedName(path: string): boolean {
  // Checking the last letter first saves running the expression on most names.
  return (path.charCodeAt(path.length - 1) | 32) === 115 && minifiedName.test(path.slice(-minifiedEnding));
}

/** Below this size, in characters, long lines are taken for handwritten: a one-line table, a prompt. */
const smallestMinified = 20_000;
const maxAverageLine = 1_000;

/**
 * The markers of linguist, Meta's tools, Go and Obsidian's plugin template, and the beginnings of bundles by esbuild and webpack. All of them
 * stand in the first lines.
 */
const generatedMarker =
  /@generated\b|\bcode generated\b.{0,200}\bdo not edit\b|\bgenerated\/bundled file\b|^var __(?:create|defProp) = Object\.|\/\/ webpackBootstrap\b/im;
const headLength = 1_000;

/** Text contains no NUL character, and binary files have one near the beginning. */
const binaryHeadLength = 8_000;

/**
 * Judged by the content, decoded or in any encoding that extends ASCII; only asked for files that may name a model.
 * @param anyLineLength whether the format may have everything on one line, as notebooks do
 */
export function skipReason(content: string | Buffer, anyLineLength: boolean): SkipReason | undefined {
  const head =
    typeof content === 'string' ? content.slice(0, binaryHeadLength) : content.toString('latin1', 0, binaryHeadLength);
  if (head.includes('\0')) return 'binary';
  if (anyLineLength) return undefined;
  if (generatedMarker.test(head.slice(0, headLength))) return 'generated';
  return content.length > smallestMinified && averageLine(content) > maxAverageLine ? 'minified' : undefined;
}

function averageLine(content: string | Buffer): number {
  const enough = content.length / maxAverageLine;
  let lines = 1;
  for (let at = content.indexOf('\n'); at >= 0 && lines <= enough; at = content.indexOf('\n', at + 1)) lines++;
  return content.length / lines;
}
