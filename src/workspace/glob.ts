import { parseClass } from './glob-class';

/** One character of a pattern: a code unit, or a test for the one in its place (`?`, `[a-z]`). */
type Unit = number | ((code: number) => boolean);
/** The pieces between the stars of a segment; each star matches any characters. */
type Segment = readonly (readonly Unit[])[];

/** A gitignore pattern, split into segments. */
export type Glob = readonly Segment[];

const asterisk = '*'.charCodeAt(0);
const slash = '/'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const questionMark = '?'.charCodeAt(0);
const bracket = '['.charCodeAt(0);

/**
 * Parses a pattern: `*`, `?`, `[…]` and `\` within segments, `**` for any number of whole ones. One that can match nothing has no segments.
 * Patterns are not turned into regular expressions: compiling these took longer than all matching, and some take exponential time.
 */
export function parseGlob(pattern: string): Glob {
  let piece: Unit[] = [];
  let segment = [piece];
  const glob = [segment];
  for (let at = 0; at < pattern.length; at++) {
    let code = pattern.charCodeAt(at);
    if (code === asterisk) segment.push((piece = []));
    else if (code === questionMark) piece.push(() => true);
    else if (code === bracket) {
      const found = parseClass(pattern, at + 1);
      if (!found) return [];
      piece.push(found.test);
      at = found.end;
    } else {
      if (code === backslash) code = pattern.charCodeAt(++at);
      if (Number.isNaN(code)) return [];
      if (code === slash) glob.push((segment = [(piece = [])]));
      else piece.push(code);
    }
  }
  return glob.map((made) => (made.length > 2 && made.every(({ length }) => !length) ? anyDepth : made));
}

/** A segment of two or more stars: matches any number of segments, but at the end of a pattern at least one. */
const anyDepth: Segment = [];

/** Whether a pattern without slashes matches a name. */
export function matchesName(glob: Glob, name: string): boolean {
  const segment = glob[0];
  return segment !== undefined && matchesSegment(segment, name);
}

/** Whether a pattern matches a whole path; neither begins with a slash. */
export function matchesPath(glob: Glob, path: string): boolean {
  const names = path.split('/');
  // The position of the last `**`, and the name at which matching resumes after it: each name is tried once.
  let star = -1;
  let resume = 0;
  let at = 0;
  for (let name = 0; name < names.length;) {
    const segment = glob[at];
    if (segment === anyDepth) {
      star = at++;
      resume = name;
      if (at === glob.length) return true;
    } else if (segment && matchesSegment(segment, names[name] ?? '')) {
      at++;
      name++;
    } else {
      if (star < 0) return false;
      at = star + 1;
      name = ++resume;
    }
  }
  return at === glob.length;
}

function matchesSegment(pieces: Segment, name: string): boolean {
  const first = pieces[0] ?? none;
  if (pieces.length === 1) return name.length === first.length && stands(first, name, 0);
  const last = pieces[pieces.length - 1] ?? none;
  const end = name.length - last.length;
  // The end first, since most names differ there.
  if (end < first.length || !stands(last, name, end) || !stands(first, name, 0)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    while (at + piece.length <= end && !stands(piece, name, at)) at++;
    at += piece.length;
    if (at > end) return false;
  }
  return true;
}

const none: readonly Unit[] = [];

function stands(piece: readonly Unit[], name: string, at: number): boolean {
  for (let index = 0; index < piece.length; index++) {
    const unit = piece[index];
    const code = name.charCodeAt(at + index);
    if (typeof unit === 'number' ? unit !== code : !unit?.(code)) return false;
  }
  return true;
}
