import type { SyntaxNode } from '@lezer/common';
import { decorators, items, parts, spanOf } from './nodes';
import { scopeAt, type Definition } from './scopes';
import { unknown, type Value, type Values } from './values';

/** The argument lists with which a function or a lambda is called, or the class whose `__init__` it is. */
export type Calls = (of: SyntaxNode) => readonly SyntaxNode[];

/** The calls in one file, read when they are first asked for. */
export function callsIn(values: Values): Calls {
  let lists: ReadonlyMap<number, readonly SyntaxNode[]> | undefined;
  return ({ from }) => (lists ??= readCalls(values)).get(from) ?? [];
}

function readCalls(values: Values): ReadonlyMap<number, readonly SyntaxNode[]> {
  const found = new Map<number, SyntaxNode[]>();
  values.root.cursor().iterate((at) => {
    if (at.name !== 'CallExpression') return;
    const [callee, list] = parts(at.node);
    if (!callee || !list) return;
    for (const { from } of values.of(callee).flatMap((value) => functionOf(value, values))) {
      const lists = found.get(from);
      if (lists) lists.push(list);
      else found.set(from, [list]);
    }
  });
  return found;
}

function functionOf(value: Value, values: Values): readonly SyntaxNode[] {
  if (value.kind === 'function' || (value.kind === 'node' && value.node.name === 'LambdaExpression'))
    return [value.node];
  const made = value.kind === 'class' ? values.members.classAttribute(value.scope, '__init__') : [];
  return made.flatMap((each) => (each.kind === 'function' ? [each.node] : []));
}

/** What a parameter with a default holds: what calls give, and the default where one leaves it out or none is seen. */
export function given(definition: Definition, calls: readonly SyntaxNode[], values: Values): readonly Value[] {
  const nodes = calls.map((list) => argument(list, definition, values));
  if (nodes.length === 0) return values.of(definition.node);
  const distinct = new Map(nodes.map((node) => [node && spanOf(node), node]));
  return [...distinct.values()].flatMap((node) => (node ? values.of(node) : [unknown]));
}

/** What one call gives for a parameter, or else its default; nothing where it may be among arguments taken apart. */
function argument(list: SyntaxNode, definition: Definition, values: Values): SyntaxNode | undefined {
  const { of, name = '', index = 0, node } = definition;
  const { named, positional } = values.fields(list);
  const value = named.get(name)?.value ?? positional[index - (of && takesObject(of, values) ? 1 : 0)];
  return value ?? (items(list).some(({ spread }) => spread) ? undefined : node);
}

/** Whether a function's first parameter is the object or the class that it is called on. */
function takesObject(definition: SyntaxNode, { scopes, text }: Values): boolean {
  const isMethod = definition.name !== 'LambdaExpression' && scopeAt(scopes, definition.from).kind === 'class';
  return isMethod && !decorators(definition, text).includes('staticmethod');
}
