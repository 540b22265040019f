import type { SyntaxNode } from '@lezer/common';
import { attributeOf, parts, textOf } from './nodes';
import type { Values } from './values';

/** Reads the addresses that requests are sent to. */
export class Addresses {
  constructor(private readonly values: Values) {}

  /** The addresses that an expression may hold; empty ones where they cannot be read. */
  of(node: SyntaxNode): readonly string[] {
    return this.values.of(node).map((value) => (value.kind === 'node' && this.address(value.node)) || '');
  }

  /** An address as far as it is written: what is added or filled in stands as `*`. */
  private address(node: SyntaxNode): string | undefined {
    const text = textOf(node, this.values.text)?.text;
    if (text?.startsWith('*')) return this.filledIn(node) + text.slice(1);
    if (text !== undefined) return text;
    if (node.name === 'BinaryExpression') {
      const [left, , right] = parts(node);
      const begin = left && (this.values.literal(left)?.text ?? this.address(left));
      return begin && begin + ((right && this.values.literal(right)?.text) ?? '*');
    }
    const [callee] = node.name === 'CallExpression' ? parts(node) : [];
    const format = callee && attributeOf(callee);
    if (!format || !/^(?:format|rstrip|strip|join)$/.test(this.values.source(format.property))) return undefined;
    return this.values.literal(format.object)?.text.replace(/\{[^}]{0,60}\}/g, '*');
  }

  /** What an f-string begins with, where that is filled in: `f"{BASE_URL}/chat/completions"`. */
  private filledIn(node: SyntaxNode): string {
    const replacement = node.getChild('FormatReplacement');
    const [value, ...more] = replacement ? parts(replacement) : [];
    return (more.length === 0 && value && this.values.literal(value)?.text) || '*';
  }
}
