import type { Route } from '../find/reference';
import { undecided } from './route';

/** The route of an expression that may have several values: what those with a route agree on, `undecided` where they differ. */
export function agreed(routes: readonly (Route | undefined)[]): Route | undefined {
  return unanimous(routes.filter((route) => route !== undefined));
}

/** Like `agreed`, for the several ways that a value can go; nothing where fewer than half of them have a route. */
export function mostly(routes: readonly (Route | undefined)[]): Route | undefined {
  const said = routes.filter((route) => route !== undefined);
  return said.length * 2 >= routes.length ? unanimous(said) : undefined;
}

/** Like `agreed`, but a value without a route differs from one that has any. */
export function unanimous(routes: readonly (Route | undefined)[]): Route | undefined {
  const [first] = routes;
  return routes.every((route) => route?.kind === first?.kind) ? first : undecided;
}
