import { matchesName, matchesPath, parseGlob, type Glob } from './glob';

/** Whether a rule matches a path, given also its last segment; from `base` on the path is relative to the rules' folder. */
export type PatternTest = (path: string, base: number, name: string) => boolean;

/** Characters with a special meaning in a pattern. */
export const special = /[*?[\\]/;

// Many rules are never tested with anything that they might match, so a pattern is parsed only when that happens.

/** The test for a pattern that matches names at any depth. */
export function nameTest(pattern: string): PatternTest {
  const mayMatch = plainParts(pattern);
  let glob: Glob | undefined;
  return (_path, _base, name) => mayMatch(name, 0) && matchesName((glob ??= parseGlob(pattern)), name);
}

/** The test for a pattern that matches whole paths; without its leading slash. */
export function pathTest(pattern: string): PatternTest {
  if (!special.test(pattern)) return (path, base) => path.slice(base) === pattern;
  const mayMatch = plainParts(pattern);
  let glob: Glob | undefined;
  return (path, base) => mayMatch(path, base) && matchesPath((glob ??= parseGlob(pattern)), path.slice(base));
}

/** Tests for a plain text that every match must contain, which rejects most names and paths cheaply. */
function plainParts(pattern: string): (text: string, from: number) => boolean {
  let at = pattern.length;
  while (at > 0 && !/[*?[\]\\]/.test(pattern.charAt(at - 1))) at--;
  // The slash of `**/a` may match nothing, so it is no part of the plain text.
  const end = pattern.slice(at).replace(/^\//, '');
  if (end || /[[\\]/.test(pattern)) return (text) => text.endsWith(end);
  const parts = pattern.split(/[*?]+/).map((part) => part.replace(/^\//, ''));
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  return (text, from) => text.includes(longest, from);
}

/** `*.py[co]` → `*.pyc`, `*.pyo`: replaces small classes by patterns without any, which are much faster to match. */
export function withoutClasses(pattern: string): string[] {
  const simple = pattern.length < maxSpelledOut && /^([^[\\]*)\[(\w{1,4})\]([^]*)$/.exec(pattern);
  if (!simple) return [pattern];
  const [, before = '', members = '', after = ''] = simple;
  const ends = withoutClasses(after);
  if (ends.length * members.length > maxVariants) return [pattern];
  return [...members].flatMap((member) => ends.map((end) => before + member + end));
}

const maxVariants = 16;
const maxSpelledOut = 100;

/** A line without trailing spaces, except one escaped by a backslash. */
export function withoutBlanks(line: string): string {
  if (!line.endsWith(' ')) return line;
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    const escapes = line[at] === '\\';
    if (escapes) at++;
    if (escapes || line[at] !== ' ') end = at + 1;
  }
  return line.slice(0, end);
}
