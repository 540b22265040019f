/** Something at a place in a text, the same so many UTF-16 units further on. */
export function moved<T extends { readonly start: number; readonly end: number }>(item: T, by: number): T {
  return by ? { ...item, start: item.start + by, end: item.end + by } : item;
}
