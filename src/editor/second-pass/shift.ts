import { moved } from '../../core/moved';
import type { ModelBinding } from '../../core/understand/understanding';

/** A change of a text: `rangeLength` characters at `rangeOffset` were replaced by `text`. UTF-16, as VS Code's events have it. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Moves the items after a change along with it, and drops those that it touches. */
export function shift<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
  { rangeOffset, rangeLength, text }: Change,
): T[] {
  const by = text.length - rangeLength;
  return items.flatMap((item) => {
    if (item.end < rangeOffset) return [item];
    if (item.start > rangeOffset + rangeLength) return [moved(item, by)];
    return [];
  });
}

/** The same for names and for the values they hold in the same text: a name whose value the change touches is dropped. */
export function shiftBindings(bindings: readonly ModelBinding[], change: Change): ModelBinding[] {
  return shift(bindings, change).flatMap((binding) => {
    const { origin } = binding;
    if ('path' in origin || origin.cell !== undefined) return [binding];
    return shift([origin], change).map((moved) => ({ ...binding, origin: moved }));
  });
}
