/** More different texts than this are not kept; no source has as many. */
const maxKnown = 2_000;
/** Longer texts are no names, and would be costly to keep. */
const maxLength = 200;

/** Memoizes a function of a text, since code repeats the same names again and again. */
export function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > maxLength) return answer(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    if (known.size >= maxKnown) known.clear();
    const now = answer(text);
    known.set(text, now);
    return now;
  };
}
