import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { agreed } from '../agreement';
import { azureRoute, isBaseUrl, isProviderOption, nestedOptions, providerRoute, undecided } from '../route';
import { addressRoute, textOf } from './addresses';
import type { Follower } from './follow';
import type { Node } from './tree';
import { isNothing, keyOf, stringValue } from './tree';

/** So many objects are looked into for one call's options. */
const mostObjects = 30;

/**
 * What a client's options say of where its requests go: an option that only Azure has, the base URL, a provider's name. Answers `undecided`
 * where a base URL is given that cannot be read or only on a condition, nothing where the options say nothing.
 */
export function optionsRoute(node: Node, follower: Follower, seen = new Set<Node>()): Route | undefined {
  let address: Route | undefined;
  let provider: Route | undefined;
  if (seen.size > mostObjects || !isFresh(node, follower, seen)) return undefined;
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

/** Whether options are another file's, which may hold a base URL: `new OpenAI(options)`, `new OpenAI({ ...options })`. */
export function isImported(node: Node, follower: Follower, seen = new Set<Node>()): boolean {
  return follower.follow(node).some(({ node: value, module }) => {
    if (module !== undefined) return true;
    if (value.type !== 'ObjectExpression' || seen.size === seen.add(value).size) return false;
    return value.properties.some(
      (entry) => entry.type === 'SpreadElement' && isImported(entry.argument, follower, seen),
    );
  });
}

/** Whether nobody has looked at what an expression stands for, or at itself where that is several: what leads back adds nothing. */
export function isFresh(node: Node, follower: Follower, seen: Set<Node>): boolean {
  const [source, ...others] = follower.follow(node);
  return seen.size < seen.add(source && others.length === 0 ? source.node : node).size;
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

/** What an expression may be that depends on a condition: `a ? b : c`, `a && b`, a name that is set twice; nothing of any other. */
export function armsOf(node: Node, follower: Follower): Node[] | undefined {
  const sources = follower.follow(node);
  const [source] = sources;
  if (!source || sources.some(({ path }) => path.length > 0)) return undefined;
  if (sources.length > 1) return sources.map((each) => each.node);
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
