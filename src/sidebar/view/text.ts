import type { Markup } from './markup';

/** Elements without a closing tag. */
const single = new Set(['input', 'br', 'hr', 'img', 'meta', 'wbr']);

/** Elements as HTML; every text in them is escaped, and actions are left to the page's script. */
export function toHtml(nodes: readonly Markup['children'][number][]): string {
  return nodes.map(one).join('');
}

function one(node: Markup['children'][number]): string {
  if (typeof node === 'string') return escape(node);
  if (!('tag' in node)) throw new TypeError('An element of a page is no text.');
  const { tag, attributes, children } = node;
  const start = `<${tag}${Object.entries(attributes).map(attribute).join('')}>`;
  return single.has(tag) ? start : `${start}${toHtml(children)}</${tag}>`;
}

function attribute([name, value]: [string, unknown]): string {
  if (value === true) return ` ${name}=""`;
  return typeof value === 'string' || typeof value === 'number' ? ` ${name}="${escape(String(value))}"` : '';
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
