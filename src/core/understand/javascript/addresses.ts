import type { Route } from '../../find/reference';
import { unanimous } from '../agreement';
import { once } from '../once';
import { hostRoute, ownerRoute, undecided } from '../route';
import type { Follower, Source } from './follow';
import type { Node } from './tree';
import { dotted, isCall, isNothing, stringValue, unwrap } from './tree';

/** How many steps an address may be pieced together in. */
const maxDepth = 8;

/** Where an address leads; `undecided` where neither the file nor the name of what holds it says so. */
export function addressRoute(node: Node, follower: Follower): Route | undefined {
  const route = unanimous(writtenRoutes(node, follower));
  return route?.kind === 'unknown' ? (addressOwner(node, follower) ?? route) : route;
}

/** The route of an address known only at run time, by the names that its expression begins with. */
function addressOwner(
  node: Node,
  follower: Follower,
  known = new Map<Node, Route | undefined>(),
  depth = 0,
): Route | undefined {
  if (depth > maxDepth) return known.get(node);
  const read = (inner: Node | undefined) => inner && addressOwner(inner, follower, known, depth + 1);
  const ownerOf = ({ node: value, path }: Source) => {
    if (value.type === 'TemplateLiteral') return value.quasis[0]?.value.raw ? undefined : read(value.expressions[0]);
    if (value.type === 'BinaryExpression') return read(value.left);
    const [argument] = isCall(value) ? value.arguments : [];
    const key = (argument && stringValue(argument)) ?? '';
    const own = ownerRoute([dotted(value), ...path, key].join('.'));
    // `endpoint.replace(/\/$/, '')`
    const callee = isCall(value) ? unwrap(value.callee) : undefined;
    return own ?? (callee?.type === 'MemberExpression' ? read(callee.object) : undefined);
  };
  return once(known, node, undefined, () => unanimous(follower.follow(node).map(ownerOf)));
}

/**
 * The routes of an address written as a literal, also behind `??`, `||` and names. `undefined` for one that is left out, `undecided` for one
 * known only at run time, unless a default stands in for it.
 */
function writtenRoutes(node: Node, follower: Follower, depth = 0): readonly (Route | undefined)[] {
  if (depth > maxDepth) return [undecided];
  const read = (inner: Node) => writtenRoutes(inner, follower, depth + 1);
  return follower.follow(node).flatMap(({ node: value, path }): readonly (Route | undefined)[] => {
    if (isNothing(value)) return [undefined];
    if (path.length > 0) return [undecided];
    if (value.type === 'LogicalExpression') {
      const right = read(value.right);
      if (value.operator === '&&') return [undefined, ...right];
      const left = read(value.left);
      return [...(right.some(isKnown) ? left.filter(isKnown) : left), ...right];
    }
    if (value.type === 'ConditionalExpression') return [...read(value.consequent), ...read(value.alternate)];
    const url = isCall(value) && value.callee.type === 'Identifier' && value.callee.name === 'URL';
    if (url && value.arguments.length > 0) return read(value.arguments.at(-1) as Node);
    // A literal that is no address (`/v1/chat`) says nothing; a value known only at run time may be any host.
    return [hostRoute(textOf(value, follower))];
  });
}

function isKnown(route: Route | undefined): boolean {
  return route !== undefined && route.kind !== 'unknown';
}

/** An expression's text, with `*` for the parts known only at run time. */
export function textOf(node: Node, follower: Follower, depth = 0): string {
  if (depth > maxDepth) return '*';
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
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression' && inner.type !== 'CallExpression') return '*';
  const [source, ...others] = follower.follow(inner);
  const single = source && others.length === 0 && source.path.length === 0 && source.node !== inner;
  return single ? textOf(source.node, follower, depth + 1) : '*';
}
