import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { unanimous } from '../agreement';
import { once } from '../once';
import { decided, hostRoute, ownerRoute, undecided } from '../route';
import { attributeOf, callParts, parts, spanOf, textOf } from './nodes';
import { isNone, type Value, type Values } from './values';

/** How many steps an address may be pieced together in. */
const maxDepth = 8;

/** Where an address leads; `undecided` where neither the file nor the name of what holds it says so. */
export function addressRoute(node: SyntaxNode, values: Values): Route | undefined {
  const routes = values
    .of(node)
    .map((value) => (isNone(value) ? undefined : (hostRoute(written(value, values)) ?? undecided)));
  const route = unanimous(routes);
  return route?.kind === 'unknown' ? (addressOwner(node, values) ?? route) : route;
}

/** Where an address leads that contains an expression: `f"wss://…?model={model}"`. */
export function addressAround(node: SyntaxNode, values: Values): Route | undefined {
  const filled = node.parent?.name === 'FormatReplacement' ? node.parent : undefined;
  const text = filled?.parent ? textOf(filled.parent, values.text) : undefined;
  if (!filled?.parent || !text || text.start === filled.from) return undefined;
  return /\s/.test(text.text) || !hostRoute(text.text) ? undefined : decided(addressRoute(filled.parent, values));
}

/** The addresses that an expression may hold, empty where they cannot be read. */
export function addressesOf(node: SyntaxNode, values: Values): readonly string[] {
  return values.of(node).map((value) => written(value, values));
}

function written(value: Value, values: Values): string {
  return (value.kind === 'node' && address(value.node, values)) || '';
}

/** The route of an address that is not written in the file, by the names that its expression begins with. */
function addressOwner(
  node: SyntaxNode,
  values: Values,
  known = new Map<number, Route | undefined>(),
  depth = 0,
): Route | undefined {
  if (depth > maxDepth) return known.get(spanOf(node));
  const read = (inner: SyntaxNode) => addressOwner(inner, values, known, depth + 1);
  return once(known, spanOf(node), undefined, () => ownerOf(node, values, read));
}

function ownerOf(node: SyntaxNode, values: Values, read: (inner: SyntaxNode) => Route | undefined): Route | undefined {
  const begin = node.name === 'BinaryExpression' ? parts(node)[0] : replaced(node);
  if (begin) return read(begin);
  if (!/^(?:VariableName|MemberExpression|CallExpression)$/.test(node.name)) return undefined;
  const [callee, list] = callParts(node);
  const [argument] = list ? values.fields(list).positional : [];
  const key = argument ? (textOf(argument, values.text)?.text ?? '') : '';
  const own = ownerRoute(`${values.source(callee ?? node)} ${key}`);
  if (own) return own;
  // `endpoint.rstrip("/")`
  const object = callee && attributeOf(callee)?.object;
  if (object) return read(object);
  return unanimous(values.of(node).map((value) => (value.kind === 'node' ? read(value.node) : undefined)));
}

/** The text of an address, with `*` for what is added or filled in. */
function address(node: SyntaxNode, values: Values): string | undefined {
  const text = textOf(node, values.text)?.text;
  if (text?.startsWith('*')) return filledIn(node, values) + text.slice(1);
  if (text !== undefined) return text;
  if (node.name === 'BinaryExpression') {
    const [left, , right] = parts(node);
    const begin = left && (values.literal(left)?.text ?? address(left, values));
    return begin && begin + ((right && values.literal(right)?.text) ?? '*');
  }
  const [callee] = callParts(node);
  const format = callee && attributeOf(callee);
  if (!format || values.source(format.property) !== 'format') return undefined;
  return values.literal(format.object)?.text.replace(/\{[^}]{0,60}\}/g, '*');
}

/** The beginning of an f-string, where that is filled in: `f"{BASE_URL}/chat/completions"`. */
function filledIn(node: SyntaxNode, values: Values): string {
  const value = replaced(node);
  return (value && values.literal(value)?.text) || '*';
}

/** The first expression in an f-string, if it has no format. */
function replaced(node: SyntaxNode): SyntaxNode | undefined {
  const replacement = node.getChild('FormatReplacement');
  const [value, ...more] = replacement ? parts(replacement) : [];
  return more.length === 0 ? value : undefined;
}
