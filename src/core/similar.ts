/** The Levenshtein distance of two texts; `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] as number;
}

/** Those of `words` that a slip of one or two letters could have turned into `text`, nearest first. */
export function similarTo(text: string, words: Iterable<string>): string[] {
  const limit = text.length < 5 ? 1 : 2;
  return Array.from(words, (word) => ({ word, far: distance(text, word, limit) }))
    .filter(({ far }) => far > 0 && far <= limit)
    .sort((a, b) => a.far - b.far)
    .map(({ word }) => word);
}
