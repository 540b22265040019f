/** The most classes that are collected, so that a huge hierarchy costs little. */
const maxClasses = 20;

/** A class, followed by all classes that `next` leads to, directly or through each other, nearest first. */
export function related<Class>(of: Class, next: (each: Class) => readonly Class[]): ReadonlySet<Class> {
  const found = new Set([of]);
  for (const each of found) for (const other of next(each)) if (found.size < maxClasses) found.add(other);
  return found;
}
