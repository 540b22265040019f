import type { SyntaxNode } from '@lezer/common';
import { attributeOf, callParts, parts } from './nodes';
import { functionNode, unknown, type Value, type Values } from './values';

/** Calls whose second argument or `default=` stands in for a missing value. */
const withFallback = /^(?:get|getenv|pop|setdefault|getattr|env|config|get_env)$/;
/** Calls that declare a field or an option, with its default as first argument or `default=`. */
const declaration =
  /^(?:Field|field|Option|Argument|Query|Form|Body|Header|Cookie|Param|mapped_column|attrib|ib|PrivateAttr)$/;
/** Calls that return their argument, if only as text (`json.dumps`). */
const passing = /^(?:str|dumps|copy|deepcopy|cast|Depends|enter_context|enter_async_context)$/;
/** Methods that return their own text, at most trimmed, in lower case or as bytes. */
const trimming = /^(?:[lr]?strip|lower|encode)$/;

/** What a call may return: a default, the result of a function of this file, or a new object. */
export function called(values: Values, call: SyntaxNode): readonly Value[] {
  const [callee, list] = callParts(call);
  if (!callee || !list) return [unknown];
  const name = lastName(values.source(callee));
  const self: Value = { kind: 'node', node: call };
  const above = name === 'super' ? values.classes.superAt(call) : [];
  if (above.length > 0) return above.map((scope) => ({ kind: 'class', scope }));
  if (withFallback.test(name)) return fallback(values, callee, list) ?? [self];
  if (declaration.test(name)) return declared(values, list) ?? [self];
  const [first, second] = values.fields(list).positional;
  if (name === 'copy' && !first && values.fields(list).named.size === 0) return values.of(attributeOf(callee)?.object);
  const object = trimming.test(name) ? attributeOf(callee)?.object : undefined;
  if (object || passing.test(name)) {
    const inner = values.of(object ?? (name === 'cast' ? second : first));
    const made = inner.flatMap((value) => (value.kind === 'function' ? values.returned(value.node) : [value]));
    return made.every(({ kind }) => kind === 'unknown') ? [self] : made;
  }
  return returnedBy(values, callee, self);
}

/** What this file's functions return that a callee may be; `otherwise` for any other callee. */
function returnedBy(values: Values, callee: SyntaxNode, otherwise: Value): readonly Value[] {
  return values.of(callee).flatMap((value) => {
    const run = functionNode(value);
    return run ? values.returned(run) : [otherwise];
  });
}

/** Names are searched for in this many characters only, because the search takes time quadratic in the length. */
export const maxNameLength = 200;

/** The last name of a callee as written: `create` of `client.chat.completions.create`. */
export function lastName(callee: string): string {
  return /\w*$/.exec(callee.slice(-maxNameLength))?.[0] ?? '';
}

function fallback(values: Values, callee: SyntaxNode, list: SyntaxNode): readonly Value[] | undefined {
  const { positional } = values.fields(list);
  const isGetattr = values.source(callee) === 'getattr';
  const otherwise = values.keyword(list, 'default') ?? positional[isGetattr ? 2 : 1];
  const object = attributeOf(callee)?.object;
  const key = object && values.literal(positional[0]);
  const held = key ? values.members.item(object, key.text).filter(({ kind }) => kind !== 'unknown') : [];
  if (held.length > 0) return held;
  return otherwise ? values.of(otherwise) : undefined;
}

function declared(values: Values, list: SyntaxNode): readonly Value[] | undefined {
  const factory = values.keyword(list, 'default_factory') ?? values.keyword(list, 'factory');
  if (factory) return returnedBy(values, factory, unknown);
  const value = values.keyword(list, 'default') ?? values.fields(list).positional[0];
  return value && values.of(value);
}

/** The expressions that a function or a lambda returns or yields, `undefined` for several at once; nothing where it has no such statement. */
export function results(of: SyntaxNode): readonly (SyntaxNode | undefined)[] | undefined {
  const all = statements(of);
  if (all.length === 0) return undefined;
  return all.flatMap((each) => (each.length === 0 ? [] : [each.length > 1 ? undefined : each[0]]));
}

/** What each statement of a function or a lambda returns or yields: one expression, or several at once. */
export function statements(of: SyntaxNode): SyntaxNode[][] {
  if (of.name === 'LambdaExpression') return [parts(of).slice(-1)];
  const found: SyntaxNode[][] = [];
  const body = of.getChild('Body');
  body?.cursor().iterate((at) => {
    const { name } = at;
    if (name === 'FunctionDefinition') return false;
    if (name !== 'ReturnStatement' && name !== 'YieldStatement') return true;
    found.push(parts(at.node).slice(1));
    return false;
  });
  return found;
}
