/** So many classes are looked at that one class extends, or that extend it. */
const most = 20;

/** A class, and behind it those that `next` leads to from it and from each other, the nearest first. */
export function related<Class>(of: Class, next: (each: Class) => readonly Class[]): ReadonlySet<Class> {
  const found = new Set([of]);
  for (const each of found) for (const other of next(each)) if (found.size < most) found.add(other);
  return found;
}
