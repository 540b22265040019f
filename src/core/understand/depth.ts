/** What a string or a line comment hides, or one bracket; every alternative ends at the line's end, closed or not. */
const bracketOrString = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\/.*|[()[\]{}]/g;

/** How many levels a bracket counts as that a parser finds costly, and how far before it the reason may stand. */
const costlyWeight = 25;
const lookBack = 60;

/**
 * Whether a text's brackets nest deeper than `limit`, read roughly: quick, and without a parser, which deep nesting would stall or overflow.
 * Takes time linear in the text's length.
 * @param costly matches the text before a bracket that a parser takes far more time for than for others
 */
export function isDeeperThan(text: string, limit: number, costly?: RegExp): boolean {
  const open: number[] = [];
  let depth = 0;
  bracketOrString.lastIndex = 0;
  for (let match = bracketOrString.exec(text); match; match = bracketOrString.exec(text)) {
    const bracket = match[0];
    if (bracket === '(' || bracket === '[' || bracket === '{') {
      const weight = costly?.test(text.slice(Math.max(0, match.index - lookBack), match.index)) ? costlyWeight : 1;
      open.push(weight);
      depth += weight;
      if (depth > limit) return true;
    } else if (bracket === ')' || bracket === ']' || bracket === '}') {
      depth -= open.pop() ?? 0;
    }
  }
  return false;
}
