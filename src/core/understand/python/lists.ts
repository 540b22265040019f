import type { SyntaxNode } from '@lezer/common';
import { callParts, items, parts } from './nodes';
import { maxValues, unknown, type Value, type Values } from './values';

/** Functions that return the elements of their argument. */
const sameElements = /^(?:list|tuple|set|sorted|reversed|tqdm|dict\.fromkeys)$/;
/** How many lists within lists, and copies of copies, are followed. */
const maxHops = 6;

/**
 * The elements that a loop takes from a list written in this file: also from copies, `sorted(MODELS)`, from lists that are joined,
 * `[own] + [m for m in MODELS if m != own]`, and from what is appended to it. Where there are more than a name may hold, not all of them.
 */
export function elementsOf(list: SyntaxNode | undefined, values: Values): readonly Value[] {
  const found: Value[] = [];
  collect(list, values, found, 0);
  return found;
}

/** Adds at least one value, so that no list that holds itself is followed for long. */
function collect(list: SyntaxNode | undefined, values: Values, found: Value[], hops: number): void {
  const before = found.length;
  if (hops <= maxHops && before <= maxValues) {
    const add = (more: SyntaxNode | undefined) => collect(more, values, found, hops + 1);
    for (const value of values.of(list))
      if (value.kind === 'node') elementsIn(value.node, values, found, add);
      else found.push(unknown);
    found.push(...values.members.added(list).flatMap((each) => values.of(each)));
  }
  if (found.length === before) found.push(unknown);
}

/** @param add takes the elements of another list */
function elementsIn(
  node: SyntaxNode,
  values: Values,
  found: Value[],
  add: (list: SyntaxNode | undefined) => void,
): void {
  switch (node.name) {
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      for (const { value, spread } of items(node))
        if (spread) add(value);
        else found.push(...values.of(value));
      return;
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
    case 'SetComprehensionExpression':
      found.push(...values.of(parts(node)[0]));
      return;
    case 'BinaryExpression': {
      const [left, operator, right] = parts(node);
      if (operator && values.source(operator) === '+') [left, right].forEach(add);
      else found.push(unknown);
      return;
    }
    default: {
      const [callee, list] = callParts(node);
      if (callee && list && sameElements.test(values.source(callee))) add(values.fields(list).positional[0]);
      else found.push(unknown);
    }
  }
}
