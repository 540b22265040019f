/** A string, a line comment or one bracket; every alternative ends at the end of the line, closed or not. */
const bracketOrString = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\/.*|[()[\]{}]/g;

/** How many levels a bracket counts for where parsing it is costly, and how many characters before it are searched for the reason. */
const costlyWeight = 25;
const lookBack = 60;

/**
 * Whether a text's brackets nest deeper than `limit`. A rough count without a parser, which deep nesting would stall or overflow; takes time
 * linear in the text's length.
 * @param costly matches the text before a bracket that takes a parser far longer than others
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
