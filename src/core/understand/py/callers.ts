import type { SyntaxNode } from '@lezer/common';
import { append } from '../../group-by';
import { decorators, items, parts, spanOf } from './nodes';
import { scopeAt, type Definition } from './scopes';
import { unknown, type Value, type Values } from './values';

/**
 * The argument lists that count for a parameter of a function or a lambda: with which it is called, or the class whose `__init__` it is;
 * those of a class without one count for its fields.
 * @param needed whether the parameter can not be left out, so that other files' calls are sure to give it
 */
export type Calls = (of: SyntaxNode, needed: boolean) => readonly SyntaxNode[];

/** Of a function that is called more often than this nobody reads what is given: each parameter would be looked for in each call. */
const mostCalls = 200;

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
    for (const { from } of values.of(callee).flatMap((value) => functionOf(value, values))) append(found, from, list);
  });
  return found;
}

function functionOf(value: Value, values: Values): readonly SyntaxNode[] {
  if (value.kind === 'function' || (value.kind === 'node' && value.node.name === 'LambdaExpression'))
    return [value.node];
  if (value.kind !== 'class') return [];
  const made = values.members
    .classAttribute(value.scope, '__init__')
    .flatMap((each) => (each.kind === 'function' ? [each.node] : []));
  return made.length > 0 ? made : [value.scope.node];
}

/** Whether a call gives what it gives by a name to a parameter of that name, or to a field, of this file. */
export function isHandedOn(call: SyntaxNode, name: string, values: Values): boolean {
  const run = values.of(parts(call)[0]).flatMap((value) => functionOf(value, values));
  const takes = (of: SyntaxNode): boolean => {
    const { names } = scopeAt(values.scopes, (of.getChild('Body') ?? of).from);
    return names.get(name)?.[0]?.of?.from === of.from; // Parameters come first.
  };
  return run.length > 0 && run.every(takes);
}

/** What a parameter holds: what calls give, and its default where one leaves it out or none is seen. */
export function given(definition: Definition, calls: readonly SyntaxNode[], values: Values): readonly Value[] {
  if (calls.length > mostCalls) return [unknown];
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
export function takesObject(definition: SyntaxNode, { scopes, text }: Values): boolean {
  const isMethod = definition.name === 'FunctionDefinition' && scopeAt(scopes, definition.from).kind === 'class';
  return isMethod && !decorators(definition, text).includes('staticmethod');
}
