import type { Call, Node } from './tree';
import { dotted, isCall, isFunction, methodCall } from './tree';

/** Calls that return the elements of the list they are given. */
const copies = /^(?:Set|Array\.from)$/;
/** Methods that return some or all of a list's own elements. */
const chooses = /^(?:filter|slice|reverse|toReversed|sort|toSorted)$/;
/** Methods that call a function with each element of a list. */
const goesThrough = /^(?:map|forEach|flatMap)$/;

/** The call that makes another list from a list's elements: `new Set(models)`, `Array.from(models)`, `models.filter(Boolean)`. */
export function sameList(list: Node): Call | undefined {
  const { parent } = list;
  if (parent && isCall(parent))
    return parent.arguments[0] === list && copies.test(dotted(parent.callee)) ? parent : undefined;
  return methodCall(list, chooses);
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
