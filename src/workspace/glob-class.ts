/** The characters of POSIX classes, `[[:name:]]`, as ranges. */
const namedClasses: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['blank', ' \t'],
  ['cntrl', '\0-\x1f\x7f'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-/:-@[-`{-~'],
  ['space', ' \t\n\r'],
  ['upper', 'A-Z'],
  ['xdigit', '0-9A-Fa-f'],
]);

/**
 * Parses the class (`[…]`) whose content begins at `start`, as git does: a `]` that comes first is one of its characters.
 * Returns nothing if it is not closed.
 */
export function parseClass(
  pattern: string,
  start: number,
): { test: (code: number) => boolean; end: number } | undefined {
  const negated = pattern[start] === '!' || pattern[start] === '^';
  const ranges: [from: string, to: string][] = [];
  let before = '';
  for (let at = start + (negated ? 1 : 0), first = at; ; at++) {
    const close = pattern.startsWith('[:', at) ? pattern.indexOf(']', at + 2) : -1;
    let char = pattern[at];
    if (char === ']' && at > first) {
      const holds = (code: string) => ranges.some(([from, to]) => from <= code && code <= to);
      return { test: (code) => holds(String.fromCharCode(code)) !== negated, end: at };
    }
    if (close > at + 2 && pattern[close - 1] === ':') {
      const members = namedClasses.get(pattern.slice(at + 2, close - 1));
      if (!members) return undefined;
      for (const [range] of members.matchAll(/.-.|[^]/g)) ranges.push([range[0] ?? '', range.at(-1) ?? '']);
      at = close;
      before = '';
      continue;
    }
    const range = char === '-' && before && (pattern[at + 1] ?? ']') !== ']';
    if (range) char = pattern[++at];
    if (char === '\\') char = pattern[++at];
    if (char === undefined) return undefined;
    ranges.push([range ? before : char, char]);
    before = range ? '' : char;
  }
}
