import { matchesName, matchesPath, parseGlob, type Glob } from './glob';

/** Whether a rule matches a path, which is relative to the rules' folder from `base` on, and its last segment. */
export type PatternTest = (path: string, base: number, name: string) => boolean;

/** What stands for more than itself in a pattern. */
export const special = /[*?[\\]/;

// Many rules are never asked about anything that they may match, so their patterns are read when one is.

/** The test for a pattern that holds for names at any depth. */
export function nameTest(pattern: string): PatternTest {
  const mayMatch = plainParts(pattern);
  let glob: Glob | undefined;
  return (_path, _base, name) => mayMatch(name, 0) && matchesName((glob ??= parseGlob(pattern)), name);
}

/** The test for a pattern of whole paths, without a slash in front. */
export function pathTest(pattern: string): PatternTest {
  if (!special.test(pattern)) return (path, base) => path.slice(base) === pattern;
  const mayMatch = plainParts(pattern);
  let glob: Glob | undefined;
  return (path, base) => mayMatch(path, base) && matchesPath((glob ??= parseGlob(pattern)), path.slice(base));
}

/** Looks for what every match must hold, which turns away most names and paths at little cost. */
function plainParts(pattern: string): (text: string, from: number) => boolean {
  let at = pattern.length;
  while (at > 0 && !/[*?[\]\\]/.test(pattern.charAt(at - 1))) at--;
  // A slash in front of a part may stand for no character at all, in `**/a`.
  const end = pattern.slice(at).replace(/^\//, '');
  if (end || /[[\\]/.test(pattern)) return (text) => text.endsWith(end);
  const parts = pattern.split(/[*?]+/).map((part) => part.replace(/^\//, ''));
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  return (text, from) => text.includes(longest, from);
}

/** `*.py[co]` → `*.pyc`, `*.pyo`: what small classes say, in patterns without them, which are much less work. */
export function withoutClasses(pattern: string): string[] {
  const simple = pattern.length < longestSpelledOut && /^([^[\\]*)\[(\w{1,4})\]([^]*)$/.exec(pattern);
  if (!simple) return [pattern];
  const [, before = '', members = '', after = ''] = simple;
  const ends = withoutClasses(after);
  if (ends.length * members.length > mostVariants) return [pattern];
  return [...members].flatMap((member) => ends.map((end) => before + member + end));
}

const mostVariants = 16;
const longestSpelledOut = 100;

/** A line without the blanks at its end, save one that a backslash keeps. */
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
