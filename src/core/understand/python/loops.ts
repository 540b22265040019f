import type { SyntaxNode } from '@lezer/common';
import { callParts, items } from './nodes';

/** A loop's list, and the name that takes its elements. */
export interface Loop {
  readonly element: SyntaxNode;
  readonly list: SyntaxNode;
}

/** The first `for` loop among the parts of a statement or a comprehension: `for model in MODELS`, `for i, model in enumerate(MODELS)`. */
export function loopIn(all: readonly SyntaxNode[], text: string): Loop | undefined {
  const start = all.findIndex(({ name }) => name === 'for') + 1;
  const end = all.findIndex(({ name }, i) => i > start && name === 'in');
  const [list, next] = all.slice(end + 1);
  const targets = all.slice(start, end);
  const element = targets.at(-1);
  const isEnd = !next || /^(?:Body|for|if|async)$/.test(next.name);
  if (end < 0 || !list || !isEnd || element?.name !== 'VariableName') return undefined;
  if (targets.length === 1) return { element, list };
  const [callee, given] = callParts(list);
  const isCounted = callee && text.slice(callee.from, callee.to) === 'enumerate' && targets.length === 2;
  const counted = isCounted && given && items(given)[0]?.value;
  return counted ? { element, list: counted } : undefined;
}
