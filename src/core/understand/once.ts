/** Reads an answer once. While it is being read, `meanwhile` stands for it: what leads back to itself adds nothing. */
export function once<Key, Answer>(known: Map<Key, Answer>, key: Key, meanwhile: Answer, read: () => Answer): Answer {
  if (known.has(key)) return known.get(key) as Answer;
  known.set(key, meanwhile);
  const answer = read();
  known.set(key, answer);
  return answer;
}
