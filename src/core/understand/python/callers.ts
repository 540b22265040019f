import type { SyntaxNode } from '@lezer/common';
import { append } from '../../group-by';
import { attributeOf, calleeOf, decoratorNames, forEachCall, items } from './nodes';
import { few, scopeAt, type Definition } from './scopes';
import { functionNode, unknown, type Value, type Values } from './values';

/**
 * The argument lists that count for the parameters of a function or a lambda: those of its calls, or of its class's if it is `__init__`. For
 * a class without `__init__` they count for its fields.
 * @param needed whether the parameter is required, so that calls in other files must give it, too
 */
export type Calls = (of: SyntaxNode, needed: boolean) => readonly SyntaxNode[];

/** The calls in one file, read when first needed. */
export function callsIn(values: Values): Calls {
  let lists: ReadonlyMap<number, readonly SyntaxNode[]> | undefined;
  return ({ from }) => (lists ??= readCalls(values)).get(from) ?? [];
}

function readCalls(values: Values): ReadonlyMap<number, readonly SyntaxNode[]> {
  const found = new Map<number, SyntaxNode[]>();
  forEachCall(values.root, (callee, list) => {
    for (const { from } of values.of(callee).flatMap((value) => runBy(value, values))) append(found, from, list);
  });
  return found;
}

/** The functions that calling a value may run; a class without `__init__`, and those it extends, stand for themselves. */
function runBy(value: Value, values: Values): readonly SyntaxNode[] {
  const own = functionNode(value);
  if (own) return [own];
  if (value.kind !== 'class') return [];
  const made = values.members
    .classAttribute(value.scope, '__init__')
    .flatMap((each) => (each.kind === 'function' ? [each.node] : []));
  return made.length > 0 ? made : [...values.classes.lineage(value.scope)].map(({ node }) => node);
}

/** Whether a parameter or a field of this file takes the argument with this keyword or at this position. */
export function isHandedOn(list: SyntaxNode, given: string | number, values: Values): boolean {
  const run = values.of(calleeOf(list)).map((value) => runBy(value, values));
  const takes = (of: SyntaxNode): boolean => {
    const { names } = scopeAt(values.scopes, (of.getChild('Body') ?? of).from);
    const isOurs = (definition: Definition | undefined) => definition?.of?.from === of.from;
    if (typeof given === 'string' && isOurs(names.get(given)?.[0])) return true; // Parameters come first.
    const place = typeof given === 'number' ? given + skipped(list, of, values) : undefined;
    return [...names.values()].some(([first]) =>
      place === undefined ? first?.kind === 'keywords' : first?.index === place,
    );
  };
  return run.length > 0 && run.every((each) => each.some(takes));
}

/** The values of a parameter: what calls pass, and its default where one passes nothing or there is none. */
export function given(definition: Definition, calls: readonly SyntaxNode[], values: Values): readonly Value[] {
  if (!few(calls)) return [unknown];
  if (calls.length === 0) return values.of(definition.node);
  return [...new Set(calls.flatMap((list) => argument(list, definition, values)))];
}

/** The argument with which a call passes a parameter. */
export function passedFor(list: SyntaxNode, definition: Definition, values: Values): SyntaxNode | undefined {
  const { of, name = '', index = 0 } = definition;
  const { named, positional } = values.fields(list);
  return named.get(name)?.value ?? positional[index - (of ? skipped(list, of, values) : 0)];
}

/** What one call passes for a parameter, or else its default; unknown where an unpacked argument that cannot be read may hold it. */
function argument(list: SyntaxNode, definition: Definition, values: Values): readonly Value[] {
  const { name = '', node } = definition;
  const value = passedFor(list, definition, values);
  if (value) return values.of(value);
  const { spreads } = values.fields(list);
  const held = spreads.map((spread) => values.members.item(spread.value, name));
  const known = held.find((each) => each.every(({ kind }) => kind !== 'unknown'));
  return known ?? (items(list).some(({ spread }) => spread) || !node ? [unknown] : values.of(node));
}

/** How many of a function's first parameters the object before the dot provides: none in `Base.__init__(self, …)`. */
function skipped(list: SyntaxNode, of: SyntaxNode, values: Values): 0 | 1 {
  if (!takesObject(of, values)) return 0;
  const callee = calleeOf(list);
  const [object] = values.of(callee && attributeOf(callee)?.object);
  const isGiven = object?.kind === 'class' && values.of(values.fields(list).positional[0])[0]?.kind === 'self';
  return isGiven ? 0 : 1;
}

/** Whether a function's first parameter is the object or the class that it is called on. */
export function takesObject(definition: SyntaxNode, { scopes, text }: Values): boolean {
  const isMethod = definition.name === 'FunctionDefinition' && scopeAt(scopes, definition.from).kind === 'class';
  return isMethod && !decoratorNames(definition, text).includes('staticmethod');
}
