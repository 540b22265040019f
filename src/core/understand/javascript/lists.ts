import type { Call, Node } from './tree';
import { dotted, isCall, isFunction, memberName, methodCall } from './tree';

/** Calls that return the elements of the list they are given. */
const copies = /^(?:Set|Array\.from)$/;
/** Methods that return some or all of a list's own elements, or these with others. */
const chooses = /^(?:filter|slice|reverse|toReversed|sort|toSorted|concat)$/;
/** Methods that add something to a list. */
const adds = /^(?:push|unshift|add)$/;
/** Methods that call a function with each element of a list. */
const goesThrough = /^(?:map|forEach|flatMap)$/;

/**
 * What makes another list from a list's elements: `new Set(models)`, `Array.from(models)`, `models.filter(Boolean)`, `[own, ...models]`,
 * `[own].concat(models)`.
 */
export function sameList(list: Node): Node | undefined {
  const { parent } = list;
  if (parent?.type === 'SpreadElement') return parent.parent.type === 'ArrayExpression' ? parent.parent : undefined;
  if (!parent || !isCall(parent)) return methodCall(list, chooses);
  const isCopy = parent.arguments[0] === list && copies.test(dotted(parent.callee));
  return isCopy || isJoin(parent) ? parent : undefined;
}

/** The list to which a call adds what it is given: `models.push(model)`. */
export function addedTo({ callee }: Call): Node | undefined {
  return callee.type === 'MemberExpression' && adds.test(memberName(callee) ?? '') ? callee.object : undefined;
}

function isJoin({ callee }: Call): boolean {
  return callee.type === 'MemberExpression' && memberName(callee) === 'concat';
}

/** The variable or parameter that takes the elements of a list one by one: `for (const model of models)`, `models.map((model) => …)`. */
export function elementOf(list: Node): Node | undefined {
  const { parent } = list;
  if (parent?.type === 'ForOfStatement') {
    const { left } = parent;
    return left.type === 'VariableDeclaration' ? left.declarations[0].id : left;
  }
  const run = methodCall(list, goesThrough)?.arguments[0];
  return run && isFunction(run) ? run.params[0] : undefined;
}
