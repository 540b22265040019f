/** Why a file that a walk found is left out by rule. Naming a file in so many words overrides all of these. */
export type SkipReason = 'minified' | 'generated' | 'large' | 'binary';

/** What the reasons are called where they are counted. */
export const skipReasons: Readonly<Record<SkipReason, string>> = {
  minified: 'minified (`*.min.js` and its kin, or lines of more than 1,000 characters on average)',
  generated:
    'generated (`@generated`, `Code generated … DO NOT EDIT`, `GENERATED/BUNDLED FILE` or a bundler’s code at the top)',
  large: 'larger than 5 MB',
  binary: 'binary',
};

/** Hand-written code stays far below; what is larger is data or a bundle, and would hold up everything else. */
export const largestFile = 5 * 1024 * 1024;

/** A module that is larger holds data, no constants or clients that others import; in bytes. */
export const largestModule = 1_000_000;

/** Bundlers' names for what people do not edit; looked for in so many last characters. */
const minifiedName = /(?:[.-]min|\.bundle)\.[cm]?js$/i;
const minifiedEnding = 11;

/** Told by name alone, before a file is opened. */
export function isMinifiedName(path: string): boolean {
  // The last letter first: it spares most names the expression.
  return (path.charCodeAt(path.length - 1) | 32) === 115 && minifiedName.test(path.slice(-minifiedEnding));
}

/** Below this size a long line is somebody's own: a one-line table, a prompt. */
const smallestMinified = 20_000;
const longestAverageLine = 1_000;

/**
 * The markers of linguist, Meta's tools, Go's convention and Obsidian's template for plugins, and what esbuild and webpack begin a bundle with;
 * generators put them into the first lines.
 */
const generatedMarker =
  /@generated\b|\bcode generated\b.{0,200}\bdo not edit\b|\bgenerated\/bundled file\b|^var __(?:create|defProp) = Object\.|\/\/ webpackBootstrap\b/im;
const headLength = 1_000;

/** Text holds no NUL character, and what is not text has one near its beginning. */
const binaryHeadLength = 8_000;

/**
 * Told by content, decoded or in any encoding that ASCII is a part of; asked only of files that can hold a model.
 * @param anyLineLength whether the format may keep everything on one line, as notebooks do
 */
export function skipReason(content: string | Buffer, anyLineLength: boolean): SkipReason | undefined {
  const head =
    typeof content === 'string' ? content.slice(0, binaryHeadLength) : content.toString('latin1', 0, binaryHeadLength);
  if (head.includes('\0')) return 'binary';
  if (anyLineLength) return undefined;
  if (generatedMarker.test(head.slice(0, headLength))) return 'generated';
  return content.length > smallestMinified && averageLine(content) > longestAverageLine ? 'minified' : undefined;
}

function averageLine(content: string | Buffer): number {
  const enough = content.length / longestAverageLine;
  let lines = 1;
  for (let at = content.indexOf('\n'); at >= 0 && lines <= enough; at = content.indexOf('\n', at + 1)) lines++;
  return content.length / lines;
}
