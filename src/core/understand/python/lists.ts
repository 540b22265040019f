import type { SyntaxNode } from '@lezer/common';
import { callParts, items, parts } from './nodes';
import { unknown, type Value, type Values } from './values';

/** Functions that return the elements of their argument. */
const sameElements = /^(?:list|tuple|set|sorted|reversed|tqdm|dict\.fromkeys)$/;
/** How many lists within lists, and copies of copies, are followed. */
const maxHops = 6;

/**
 * The elements that a loop takes from a list written in this file: also from copies, `sorted(MODELS)`, from lists that are joined,
 * `[own] + [m for m in MODELS if m != own]`, and from what is appended to it.
 */
export function elementsOf(node: SyntaxNode | undefined, values: Values, hops = 0): readonly Value[] {
  const written = values
    .of(node)
    .flatMap((value) => (value.kind === 'node' ? within(value.node, values, hops) : [unknown]));
  const found = [...written, ...values.members.added(node).flatMap((each) => values.of(each))];
  return found.length > 0 ? found : [unknown];
}

function within(node: SyntaxNode, values: Values, hops: number): readonly Value[] {
  // `models = list(models)` leads back here.
  const same = (list: SyntaxNode | undefined) => (hops < maxHops ? elementsOf(list, values, hops + 1) : [unknown]);
  switch (node.name) {
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return items(node).flatMap(({ value, spread }) => (spread ? same(value) : values.of(value)));
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
    case 'SetComprehensionExpression':
      return values.of(parts(node)[0]);
    case 'BinaryExpression': {
      const [left, operator, right] = parts(node);
      return operator && values.source(operator) === '+' ? [...same(left), ...same(right)] : [unknown];
    }
    default: {
      const [callee, list] = callParts(node);
      return callee && list && sameElements.test(values.source(callee))
        ? same(values.fields(list).positional[0])
        : [unknown];
    }
  }
}
