/** An item of a text, moved by so many UTF-16 units. */
export function moved<T extends { readonly start: number; readonly end: number }>(item: T, by: number): T {
  return by ? { ...item, start: item.start + by, end: item.end + by } : item;
}
