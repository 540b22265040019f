import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { isModelName } from '../../find/receivers';
import { passedFor, takesObject, type Calls } from './callers';
import type { Clients } from './clients';
import { forEachCall } from './nodes';
import { few, type Definition } from './scopes';
import type { Values } from './values';

/**
 * The parameters that functions of a file pass to a client as the model to ask, themselves or through each other, with the client's route:
 * the second one of `def judge(answer, model): client.responses.create(model=model)`.
 */
export function askedParameters(values: Values, clients: Clients, calls: Calls): ReadonlyMap<Definition, Route> {
  const asked = new Map<Definition, Route>();
  const add = (value: SyntaxNode | undefined, routeOf: () => Route | undefined): void => {
    const definitions = value?.name === 'VariableName' ? (values.definitions(value) ?? []) : [];
    const parameters = definitions.filter((each) => each.kind === 'parameter' && !asked.has(each));
    const route = parameters.length > 0 ? routeOf() : undefined;
    if (route && route.kind !== 'unknown') for (const each of parameters) asked.set(each, route);
  };
  forEachCall(values.root, (_, list) => {
    for (const [name, { value }] of values.fields(list).named)
      if (isModelName(name)) add(value, () => clients.routeAround(value));
  });
  // Parameters that are found on the way are visited, too.
  for (const [definition, route] of asked)
    for (const list of (definition.of && few(calls(definition.of, false))) ?? [])
      add(passedFor(list, definition, values), () => route);
  return asked;
}

/** A parameter as a member of its function, by its keyword and by its position: `(model)`, `(1)`. */
export function namesOf({ of, name = '', index = 0 }: Definition, values: Values): readonly string[] {
  return [name, index - (of && takesObject(of, values) ? 1 : 0)].map(parameterName);
}

/** The same, as calls give it. */
export function parameterName(given: string | number): string {
  return `(${String(given)})`;
}
