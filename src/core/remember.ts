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

/** What is under a key, or is loaded for it now. A failure is not kept: what could not be loaded now may load the next time. */
export function onceLoaded<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  load: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key);
  if (before) return before;
  const now = load();
  known.set(key, now);
  now.catch(() => known.get(key) === now && known.delete(key));
  return now;
}
