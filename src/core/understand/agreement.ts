import type { Route } from '../find/reference';
import { undecided } from './route';

/** What several values say together that one may be: the route of those that say any, `undecided` where they differ. */
export function agreed(routes: readonly (Route | undefined)[]): Route | undefined {
  return unanimous(routes.filter((route) => route !== undefined));
}

/** The same of several ways that a value can go: where most of them are not seen, the few that are say nothing. */
export function mostly(routes: readonly (Route | undefined)[]): Route | undefined {
  const said = routes.filter((route) => route !== undefined);
  return said.length * 2 >= routes.length ? unanimous(said) : undefined;
}

/** The same where one that says nothing differs from those that do. */
export function unanimous(routes: readonly (Route | undefined)[]): Route | undefined {
  const [first] = routes;
  return routes.every((route) => route?.kind === first?.kind) ? first : undecided;
}
