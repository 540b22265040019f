/** The first answer that an item of a list gives. */
export function first<T, R>(list: Iterable<T>, read: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const result = read(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
