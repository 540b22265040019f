/** Groups items by a key, the keys in the order of their first items: `Map.groupBy`, which Node 20 does not have yet. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to its group. */
export function append<Item, Key>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** A group of named values, begun where it is missing. */
export function group<Key, Value>(groups: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const named = groups.get(key) ?? new Map<string, Value>();
  groups.set(key, named);
  return named;
}
