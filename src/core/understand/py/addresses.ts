import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { unanimous } from '../agreement';
import { hostRoute, undecided } from '../route';
import { attributeOf, parts, textOf } from './nodes';
import type { Values } from './values';

/** Where an address leads; `undecided` where it is not written in the file. */
export function addressRoute(node: SyntaxNode, values: Values): Route | undefined {
  return unanimous(addressesOf(node, values).map((address) => hostRoute(address) ?? undecided));
}

/** The addresses that an expression may hold; empty ones where they cannot be read. */
export function addressesOf(node: SyntaxNode, values: Values): readonly string[] {
  return values.of(node).map((value) => (value.kind === 'node' && address(value.node, values)) || '');
}

/** An address as far as it is written: what is added or filled in stands as `*`. */
function address(node: SyntaxNode, values: Values): string | undefined {
  const text = textOf(node, values.text)?.text;
  if (text?.startsWith('*')) return filledIn(node, values) + text.slice(1);
  if (text !== undefined) return text;
  if (node.name === 'BinaryExpression') {
    const [left, , right] = parts(node);
    const begin = left && (values.literal(left)?.text ?? address(left, values));
    return begin && begin + ((right && values.literal(right)?.text) ?? '*');
  }
  const [callee] = node.name === 'CallExpression' ? parts(node) : [];
  const format = callee && attributeOf(callee);
  if (!format || !/^(?:format|rstrip|strip)$/.test(values.source(format.property))) return undefined;
  return values.literal(format.object)?.text.replace(/\{[^}]{0,60}\}/g, '*');
}

/** What an f-string begins with, where that is filled in: `f"{BASE_URL}/chat/completions"`. */
function filledIn(node: SyntaxNode, values: Values): string {
  const replacement = node.getChild('FormatReplacement');
  const [value, ...more] = replacement ? parts(replacement) : [];
  return (more.length === 0 && value && values.literal(value)?.text) || '*';
}
