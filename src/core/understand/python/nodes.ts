import type { SyntaxNode } from '@lezer/common';

/** Nodes that do not matter to an expression's meaning. */
const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '.', ';', 'Comment', '⚠']);

/** A node's children without punctuation, comments and errors; operators and keywords stay. */
export function parts(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!punctuation.has(child.name)) found.push(child);
  return found;
}

/** Whether it marks what takes or gives any number of values: `first, *rest`. */
export function isStar({ name }: SyntaxNode): boolean {
  return name === '*';
}

/** The elements of a list or a tuple in brackets; nothing for any other node, nor where any number of elements is spread in it. */
export function fixedElements(node: SyntaxNode | undefined): SyntaxNode[] | undefined {
  const found = node && /^(?:Tuple|Array)Expression$/.test(node.name) ? parts(node) : undefined;
  return found?.some(isStar) ? undefined : found;
}

/** Whether a node is a call or a decorator, which may be called: `@openai.call(client=azure)`. */
function isCall(node: SyntaxNode | null | undefined): node is SyntaxNode {
  return node?.name === 'CallExpression' || node?.name === 'Decorator';
}

/** A call's callee and its argument list; nothing for other nodes. In a decorator only the first name of a dotted callee. */
export function callParts(node: SyntaxNode | null | undefined): readonly [SyntaxNode, SyntaxNode] | readonly [] {
  if (!isCall(node)) return [];
  const [callee] = parts(node);
  const list = node.getChild('ArgList');
  return callee && list ? [callee, list] : [];
}

/** The callee whose arguments a list is. */
export function calleeOf(list: SyntaxNode | undefined): SyntaxNode | undefined {
  return list?.name === 'ArgList' ? callParts(list.parent)[0] : undefined;
}

/** Visits all calls in a tree. */
export function forEachCall(root: SyntaxNode, visit: (callee: SyntaxNode, list: SyntaxNode) => void): void {
  root.cursor().iterate((at) => {
    const [callee, list] = at.name === 'CallExpression' ? callParts(at.node) : [];
    if (callee && list) visit(callee, list);
  });
}

/** One argument of a call, one parameter of a function or one element of a list. */
export interface Item {
  readonly value: SyntaxNode | undefined;
  /** The keyword or parameter's name. */
  readonly name?: SyntaxNode;
  readonly annotation?: SyntaxNode;
  /** `*` or `**` before it. */
  readonly spread?: '*' | '**';
}

/** The items between the commas of an argument list, a parameter list, a list, a tuple or a set. */
export function items(list: SyntaxNode): Item[] {
  const found: Item[] = [];
  let group: SyntaxNode[] = [];
  const end = (): void => {
    const item = itemOf(group);
    if (item) found.push(item);
    group = [];
  };
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (child.name === ',') end();
    else if (!punctuation.has(child.name)) group.push(child);
  }
  end();
  return found;
}

function itemOf(group: readonly SyntaxNode[]): Item | undefined {
  const [first, ...rest] = group;
  if (!first) return undefined;
  if (first.name === '*' || first.name === '**') {
    const annotation = rest.find(({ name }) => name === 'TypeDef');
    return { value: rest[0], spread: first.name, ...(annotation && { annotation }) };
  }
  const annotation = group.find(({ name }) => name === 'TypeDef');
  const assigned = group.findIndex(({ name }) => name === 'AssignOp');
  if (assigned < 0) return { value: first, ...(annotation && { annotation }) };
  return { name: first, value: group[assigned + 1], ...(annotation && { annotation }) };
}

/** The key and value nodes of a dictionary display; a value without key is a `**` spread. */
export function pairs(dictionary: SyntaxNode): { key?: SyntaxNode; value: SyntaxNode }[] {
  const found: { key?: SyntaxNode; value: SyntaxNode }[] = [];
  let key: SyntaxNode | undefined;
  let state: 'key' | 'value' | 'spread' = 'key';
  for (let child = dictionary.firstChild; child; child = child.nextSibling) {
    if (child.name === ':') state = 'value';
    else if (child.name === '**') state = 'spread';
    else if (child.name === ',') {
      state = 'key';
      key = undefined;
    } else if (punctuation.has(child.name)) continue;
    else if (state === 'key') key = child;
    else if (state === 'spread') found.push({ value: child });
    else if (key) found.push({ key, value: child });
  }
  return found;
}

/** A string's text with its place between the quotes. */
export interface Text {
  readonly start: number;
  readonly end: number;
  /** As written, with escapes undecoded and `*` for what is filled in. */
  readonly text: string;
  /** Nothing is filled in. */
  readonly whole: boolean;
}

/** The text of a string, an f-string or a run of them; nothing for bytes and for other nodes. */
export function textOf(node: SyntaxNode, source: string): Text | undefined {
  if (node.name === 'ContinuedString') {
    const texts = parts(node).map((part) => textOf(part, source));
    if (texts.length === 0 || texts.some((text) => !text)) return undefined;
    const known = texts as Text[];
    return {
      start: (known[0] as Text).start,
      end: (known.at(-1) as Text).end,
      text: known.map(({ text }) => text).join(''),
      whole: known.every(({ whole }) => whole),
    };
  }
  if (node.name !== 'String' && node.name !== 'FormatString') return undefined;
  const [opening = '', prefix = '', quotes = ''] =
    /^([a-zA-Z]*)("""|'''|"|')/.exec(source.slice(node.from, node.from + 6)) ?? [];
  if (/b/i.test(prefix)) return undefined;
  const start = node.from + opening.length;
  const end = node.to - quotes.length;
  let text = '';
  let at = start;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'FormatReplacement') continue;
    text += `${source.slice(at, child.from)}*`;
    at = child.to;
  }
  return { start, end, text: text + source.slice(at, end), whole: at === start };
}

/** The innermost block of statements around a node; nothing at the top of a file. */
export function blockAround(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | null = node;
  while (at && at.name !== 'Body') at = at.parent;
  return at ?? undefined;
}

/** The argument lists of calls, decorators’ too, and the dictionaries around an expression, innermost first. */
export function listsAround(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at = node.parent; at; at = at.parent) {
    if (at.type.is('Statement') || at.name === 'LambdaExpression') break;
    if (at.name === 'DictionaryExpression' || (at.name === 'ArgList' && isCall(at.parent))) found.push(at);
  }
  return found;
}

/** Object and property of `object.property`; nothing for a subscript or another node. */
export function attributeOf(node: SyntaxNode): { object: SyntaxNode; property: SyntaxNode } | undefined {
  if (node.name !== 'MemberExpression') return undefined;
  const [object, property] = parts(node);
  return object && property?.name === 'PropertyName' ? { object, property } : undefined;
}

/** Object and index of `object[index]`; nothing for an attribute, a slice or another node. */
export function subscriptOf(node: SyntaxNode): { object: SyntaxNode; index: SyntaxNode } | undefined {
  if (node.name !== 'MemberExpression') return undefined;
  const [object, index, more] = parts(node);
  return object && index && !more && index.name !== 'PropertyName' ? { object, index } : undefined;
}

/** A number unique to a node's place in the text. */
export function spanOf({ from, to }: { readonly from: number; readonly to: number }): number {
  return from * 2 ** 24 + to;
}

/** The decorators of a function or class. Without any, its parent holds all that is beside it, which is not searched. */
export function decoratorsOf({ parent }: SyntaxNode): readonly SyntaxNode[] {
  return parent?.name === 'DecoratedStatement' ? parent.getChildren('Decorator') : [];
}

/** The names of the decorators of a function or class, as written: `app.command` of `@app.command("ask")`. */
export function decoratorNames(definition: SyntaxNode, source: string): string[] {
  return decoratorsOf(definition).map(
    ({ from, to }) =>
      source
        .slice(from + 1, to)
        .split('(', 1)[0]
        ?.trim() ?? '',
  );
}

/** The expression whose members and items are taken: the call, in `(await ask()).choices[0].text`. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  for (let at = node; ;) {
    const inner = at.name === 'AwaitExpression' ? parts(at)[1] : at.firstChild;
    if (!inner || !/^(?:Member|Await|Parenthesized)Expression$/.test(at.name)) return at;
    at = at.name === 'ParenthesizedExpression' ? (parts(at)[0] ?? inner) : inner;
  }
}

/** An expression that can hold no client. */
export function isPlain({ name }: SyntaxNode): boolean {
  return /String$|^(?:Number|Boolean|None|Tuple|Array|Set|Dictionary)/.test(name);
}
