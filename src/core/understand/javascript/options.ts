import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { azureRoute, hostRoute, isBaseUrl, isProviderOption, nestedOptions, providerRoute, undecided } from '../route';
import type { Follower } from './follow';
import { isNothing } from './models';
import type { Node } from './tree';
import { isCall, keyOf, stringValue, unwrap } from './tree';

/** How deep addresses may be put together. */
const deepest = 8;
/** So many objects are looked into for one call's options. */
const mostObjects = 30;

/**
 * What a client's options say of where its requests go: an option that only Azure has, the base URL, a provider's name. Answers `undecided`
 * where a base URL is given that cannot be read or only on a condition, nothing where the options say nothing.
 */
export function optionsRoute(node: Node, follower: Follower, seen = new Set<Node>()): Route | undefined {
  let address: Route | undefined;
  let provider: Route | undefined;
  const holder = follower.follow(node)[0]?.node ?? node;
  if (seen.has(holder) || seen.size > mostObjects) return undefined; // what leads back here adds nothing
  seen.add(holder);
  const read = (inner: Node) => optionsRoute(inner, follower, seen);
  const arms = armsOf(node, follower);
  if (arms) {
    const routes = arms.map(read);
    return routes.includes(undefined) && routes.some((route) => route) ? undecided : agreed(routes);
  }
  const options = optionsIn(node, follower);
  const azure = azureRoute(options.flatMap(({ name, value }) => (name === undefined || isUnset(value) ? [] : [name])));
  if (azure) return azure;
  for (const { name, value } of options) {
    if (name === undefined || nestedOptions.test(name)) {
      const route = read(value);
      if (route?.kind === 'azure') return route;
      address = route ?? address;
    } else if (isBaseUrl(name)) address = addressRoute(value, follower) ?? address;
    else if (isProviderOption(name)) provider = providerRoute(name, textOf(value, follower)) ?? provider;
  }
  return address ?? provider;
}

/** An option by its name; what is spread has none. */
interface Option {
  readonly name?: string;
  readonly value: Node;
}

/** The options that an expression holds: those of the object it stands for, and those set on the name afterwards. */
export function optionsIn(node: Node, follower: Follower): Option[] {
  const own = (objectIn(node, follower)?.properties ?? []).flatMap((entry): Option[] => {
    if (entry.type === 'SpreadElement') return [{ value: entry.argument }];
    const name = keyOf(entry);
    return name === undefined ? [] : [{ name, value: entry.value }];
  });
  return [...own, ...follower.assignedTo(node)];
}

/** What an expression may be that depends on a condition: `a ? b : c`, `a && b`; nothing of any other. */
export function armsOf(node: Node, follower: Follower): Node[] | undefined {
  const [source, ...others] = follower.follow(node);
  if (!source || others.length > 0 || source.path.length > 0) return undefined;
  if (source.node.type === 'ConditionalExpression') return [source.node.consequent, source.node.alternate];
  return source.node.type === 'LogicalExpression' ? [source.node.left, source.node.right] : undefined;
}

/** Settings name Azure's options and leave them empty; an object by such a name is an entry of its own. */
function isUnset(node: Node): boolean {
  return isNothing(node) || stringValue(node) === '' || node.type === 'ObjectExpression';
}

/** The object literal that an expression stands for, where there is exactly one. */
export function objectIn(node: Node, follower: Follower): TSESTree.ObjectExpression | undefined {
  const [source, ...others] = follower.follow(node);
  if (!source || others.length > 0 || source.path.length > 0) return undefined;
  return source.node.type === 'ObjectExpression' ? source.node : undefined;
}

/** Where an address leads: a literal, also behind `??`, `||` and names; `undecided` where it only exists at run time. */
export function addressRoute(node: Node, follower: Follower, depth = 0): Route | undefined {
  if (depth > deepest) return undecided;
  const read = (inner: Node) => addressRoute(inner, follower, depth + 1);
  const routes = follower.follow(node).map(({ node: value, path }) => {
    if (isNothing(value)) return undefined;
    if (path.length > 0) return undecided;
    if (value.type === 'LogicalExpression') {
      const [left, right] = [read(value.left), read(value.right)];
      return value.operator !== '&&' && left && left.kind !== 'unknown' ? left : (right ?? left);
    }
    if (value.type === 'ConditionalExpression') return agreed([read(value.consequent), read(value.alternate)]);
    const url = isCall(value) && value.callee.type === 'Identifier' && value.callee.name === 'URL';
    if (url && value.arguments.length > 0) return read(value.arguments.at(-1) as Node);
    // A literal that is no address (`/v1/chat`) says nothing; what only exists at run time may be any host.
    const text = textOf(value, follower);
    return hostRoute(text) ?? (text.startsWith('*') ? undecided : undefined);
  });
  return agreed(routes);
}

/** What several values say together: the one answer that all give, `undecided` where they differ. */
export function agreed(routes: readonly (Route | undefined)[]): Route | undefined {
  const said = routes.filter((route) => route !== undefined);
  const kinds = new Set(said.map(({ kind }) => kind));
  return kinds.size > 1 ? undecided : said[0];
}

/** The same of several ways that a value can go: where most of them are not seen, the few that are say nothing. */
export function mostly(routes: readonly (Route | undefined)[]): Route | undefined {
  const said = routes.filter((route) => route !== undefined);
  return said.length * 2 >= routes.length ? agreed(said) : undefined;
}

/** An expression's text, with `*` for the parts that only exist at run time. */
function textOf(node: Node, follower: Follower, depth = 0): string {
  if (depth > deepest) return '*';
  const inner = unwrap(node);
  const known = stringValue(inner);
  if (known !== undefined) return known;
  if (inner.type === 'TemplateLiteral') {
    const parts = inner.quasis.map(({ value }, index) => {
      const expression = inner.expressions[index];
      return (value.cooked ?? '') + (expression ? textOf(expression, follower, depth + 1) : '');
    });
    return parts.join('');
  }
  if (inner.type === 'BinaryExpression' && inner.operator === '+') {
    return textOf(inner.left, follower, depth + 1) + textOf(inner.right, follower, depth + 1);
  }
  if (inner.type === 'LogicalExpression' && inner.operator !== '&&') {
    const left = textOf(inner.left, follower, depth + 1);
    return left === '*' ? textOf(inner.right, follower, depth + 1) : left;
  }
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return '*';
  const [source, ...others] = follower.follow(inner);
  const single = source && others.length === 0 && source.path.length === 0 && source.node !== inner;
  return single ? textOf(source.node, follower, depth + 1) : '*';
}
