import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { isModelName } from '../../find/receivers';
import { append } from '../../group-by';
import { decided } from '../route';
import type { ExportedClient } from '../understanding';
import { passedFor, takesObject, type Calls } from './callers';
import type { Clients } from './clients';
import { forEachCall } from './nodes';
import { few, type Definition } from './scopes';
import type { Values } from './values';

/**
 * The parameters that functions of a file pass to a client as the model to ask, themselves or through each other, by the function's offset:
 * the second one of `def judge(answer, model): client.responses.create(model=model)`. Each as a member of its function, by its keyword and
 * by its position: `(model)`, `(1)`.
 */
export function askedParameters(values: Values, clients: Clients, calls: Calls): ReadonlyMap<number, ExportedClient[]> {
  const asked = new Map<Definition, Route>();
  const add = (value: SyntaxNode | undefined, routeOf: () => Route | undefined): void => {
    const definitions = value?.name === 'VariableName' ? (values.definitions(value) ?? []) : [];
    const parameters = definitions.filter((each) => each.kind === 'parameter' && !asked.has(each));
    const route = parameters.length > 0 ? decided(routeOf()) : undefined;
    if (route) for (const each of parameters) asked.set(each, route);
  };
  forEachCall(values.root, (_, list) => {
    for (const [name, { value }] of values.fields(list).named)
      if (isModelName(name)) add(value, () => clients.routeAround(value));
  });
  const found = new Map<number, ExportedClient[]>();
  // Parameters that are added on the way are visited, too.
  for (const [definition, route] of asked) {
    const { of, name = '', index = 0 } = definition;
    if (!of) continue;
    for (const list of few(calls(of, false)) ?? []) add(passedFor(list, definition, values), () => route);
    for (const given of [name, index - (takesObject(of, values) ? 1 : 0)])
      append(found, of.from, { name: parameterName(given), route });
  }
  return found;
}

/** A parameter as a member of its function, as calls give it. */
export function parameterName(given: string | number): string {
  return `(${String(given)})`;
}
