import type { SyntaxNode } from '@lezer/common';
import { callParts, items, pairs, textOf } from './nodes';

/** The entries of an argument list or a dictionary. */
export interface Fields {
  /** The last value for each keyword or key, with its position. */
  readonly named: ReadonlyMap<string, { readonly value: SyntaxNode; readonly order: number }>;
  /** Positional arguments; none in a dictionary. */
  readonly positional: readonly SyntaxNode[];
  /** What `**` unpacks, with its position. */
  readonly spreads: readonly { readonly value: SyntaxNode; readonly order: number }[];
  /** The name of the value that begins at an offset. */
  readonly nameAt: ReadonlyMap<number, string>;
}

/** Reads an `ArgList` or a `DictionaryExpression`. */
export function readFields(list: SyntaxNode, text: string): Fields {
  const named = new Map<string, { value: SyntaxNode; order: number }>();
  const positional: SyntaxNode[] = [];
  const spreads: { value: SyntaxNode; order: number }[] = [];
  const nameAt = new Map<number, string>();
  entries(list, text).forEach(({ name, value, spread }, order) => {
    if (spread === '**') spreads.push({ value, order });
    else if (name === undefined) positional.push(value);
    else {
      named.set(name, { value, order });
      nameAt.set(value.from, name);
    }
  });
  return { named, positional, spreads, nameAt };
}

interface Entry {
  readonly name?: string;
  readonly value: SyntaxNode;
  readonly spread?: '**';
}

function entries(list: SyntaxNode, text: string): Entry[] {
  if (list.name === 'DictionaryExpression')
    return pairs(list).flatMap(({ key, value }): Entry[] => {
      if (!key) return [{ value, spread: '**' }];
      const name = textOf(key, text)?.text;
      return name === undefined ? [] : [{ name, value }];
    });
  return items(list).flatMap(({ name, value, spread }): Entry[] => {
    if (!value || spread === '*') return [];
    return [{ value, ...(name && { name: text.slice(name.from, name.to) }), ...(spread && { spread }) }];
  });
}

/** The node with a dictionary's fields: the display itself, the arguments of `dict(…)`, or those that `**kwargs` takes. */
export function fieldList(node: SyntaxNode, text: string): SyntaxNode | undefined {
  if (node.name === 'DictionaryExpression' || node.name === 'ArgList') return node;
  const [callee, list] = callParts(node);
  return callee && text.slice(callee.from, callee.to) === 'dict' ? list : undefined;
}
