import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { agreed, unanimous } from '../agreement';
import { azureRoute, isBaseUrl, isProviderOption, nestedOptions, providerRoute, undecided } from '../route';
import { addressRoute, textOf } from './addresses';
import type { Follower } from './follow';
import type { Node } from './tree';
import { blockAround, isNothing, keyOf, stringValue } from './tree';

/** At most this many objects are searched for one call's options. */
const maxObjects = 30;

/**
 * Where a client's options say that its requests go: by an option that only Azure has, the base URL, or a provider's name. Answers
 * `undecided` where a base URL cannot be read or is set only on a condition, nothing where the options do not say.
 */
export function optionsRoute(node: Node, follower: Follower, seen = new Set<Node>()): Route | undefined {
  let address: Route | undefined;
  if (seen.size > maxObjects || !isFresh(node, follower, seen)) return undefined;
  const read = (inner: Node) => optionsRoute(inner, follower, seen);
  const arms = armsOf(node, follower);
  if (arms) {
    const routes = arms.map(read);
    return routes.includes(undefined) && routes.some((route) => route) ? undecided : agreed(routes);
  }
  const options = optionsIn(node, follower);
  const named = options.map(({ name = '', value }) =>
    isProviderOption(name) ? providerRoute(name, textOf(value, follower)) : undefined,
  );
  const provider = named.findLast((route) => route);
  const azure = azureRoute(
    options.flatMap(({ name, value }) => (name === undefined || isUnset(value) ? [] : [name])),
    provider,
  );
  if (azure) return azure;
  for (const { name, value, sometimes } of options) {
    if (name === undefined || nestedOptions.test(name)) {
      const route = read(value);
      if (route?.kind === 'azure') return route;
      // A spread behind an address may replace it.
      address = route ?? (address && name === undefined && isOpen(value, follower) ? undecided : address);
    } else if (isBaseUrl(name)) {
      const route = addressRoute(value, follower);
      address = sometimes ? unanimous([address, route]) : (route ?? address);
    }
  }
  return address ?? provider;
}

/** Expressions that may hold options, unlike a flag, a model's name or `new Configuration(…)`. */
const unread = /^(?:Identifier|SpreadElement|(?:Member|Call|This|Import)Expression)$/;

/** Whether options may hold a base URL that cannot be read: `new OpenAI(options)`, `new OpenAI({ ...load() })`. */
export function isOpen(node: Node, follower: Follower, seen = new Set<Node>()): boolean {
  if (seen.size > maxObjects || !isFresh(node, follower, seen)) return false;
  const read = (inner: Node) => isOpen(inner, follower, seen);
  const [source, ...others] = follower.follow(node);
  const value = others.length === 0 ? source?.node : undefined;
  if (value?.type === 'LogicalExpression' && value.operator === '&&') return read(value.right);
  const arms = armsOf(node, follower);
  if (arms) return arms.some(read);
  if (!value || source?.module !== undefined || source?.path.length) return true;
  if (value.type !== 'ObjectExpression') return unread.test(value.type) && !isNothing(value);
  return value.properties.some((entry) =>
    entry.type === 'SpreadElement' ? read(entry.argument) : nestedOptions.test(keyOf(entry) ?? '') && read(entry.value),
  );
}

/** Marks what an expression stands for as seen, or the expression itself if that is several things; answers whether it was new. */
export function isFresh(node: Node, follower: Follower, seen: Set<Node>): boolean {
  const [source, ...others] = follower.follow(node);
  return seen.size < seen.add(source && others.length === 0 ? source.node : node).size;
}

/** An option; one that is spread has no name. */
interface Option {
  readonly name?: string;
  readonly value: Node;
  /** It is set on a condition, or in another block. */
  readonly sometimes?: boolean;
}

/** The options that an expression holds: those of its object literal, and those set on the name afterwards. */
export function optionsIn(node: Node, follower: Follower): Option[] {
  const object = objectIn(node, follower);
  const own = (object?.properties ?? []).flatMap((entry): Option[] => {
    if (entry.type === 'SpreadElement') return [{ value: entry.argument }];
    const name = keyOf(entry);
    return name === undefined ? [] : [{ name, value: entry.value }];
  });
  const block = object && blockAround(object);
  const set = follower.assignedTo(node).map((each) => ({ ...each, sometimes: blockAround(each.value) !== block }));
  return [...own, ...set];
}

/** The alternatives of an expression that depends on a condition: `a ? b : c`, `a && b`, a name that is set twice; nothing for any other. */
export function armsOf(node: Node, follower: Follower): Node[] | undefined {
  const sources = follower.follow(node);
  const [source] = sources;
  if (!source || sources.some(({ path }) => path.length > 0)) return undefined;
  if (sources.length > 1) return sources.map((each) => each.node);
  if (source.node.type === 'ConditionalExpression') return [source.node.consequent, source.node.alternate];
  return source.node.type === 'LogicalExpression' ? [source.node.left, source.node.right] : undefined;
}

/** Whether an option is left empty, as settings leave Azure's; an object of such a name is an entry of its own. */
function isUnset(node: Node): boolean {
  return isNothing(node) || stringValue(node) === '' || node.type === 'ObjectExpression';
}

/** The object literal that an expression stands for, where there is exactly one. */
export function objectIn(node: Node, follower: Follower): TSESTree.ObjectExpression | undefined {
  const [source, ...others] = follower.follow(node);
  if (!source || others.length > 0 || source.path.length > 0) return undefined;
  return source.node.type === 'ObjectExpression' ? source.node : undefined;
}
