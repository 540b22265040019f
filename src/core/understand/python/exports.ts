import type { ExportedModel, ExportedClient, Reexport } from '../understanding';
import type { Clients } from './clients';
import { callParts } from './nodes';
import type { ReadFinder } from './reads';
import { maxValues, type Value, type Values } from './values';

/**
 * The names by which other files can import models and clients: `MODEL`, `Config.MODEL`, `settings.model`, `get_client`.
 * @param asked the parameters that functions ask as models, by the function's offset
 */
export function exportsOf(
  values: Values,
  finder: ReadFinder,
  clients: Clients,
  asked: ReadonlyMap<number, readonly ExportedClient[]>,
): { readonly exports: ExportedModel[]; readonly clients: ExportedClient[] } {
  const [module] = values.scopes.all;
  const found: ExportedModel[] = [];
  const offered: ExportedClient[] = [];
  const add = (name: string, held: readonly Value[], of?: Value): void => {
    const reference = finder.reference(held);
    const route = reference ? undefined : clients.offered(held);
    if (route) offered.push({ name, route: (of && clients.madeWith(of)) ?? route });
    for (const value of held)
      for (const each of (value.kind === 'function' && asked.get(value.node.from)) || [])
        offered.push({ ...each, name: `${name}.${each.name}` });
    if (!reference) return;
    const { start, end, text, model } = reference;
    found.push({ name, start, end, text, model });
  };
  for (const [name, definitions] of module?.names ?? []) {
    if (definitions.length > maxValues) continue;
    // A name that is only imported is another file's export.
    if (definitions.every(({ kind }) => kind === 'import')) continue;
    const held = definitions.flatMap((definition) => values.defined(definition));
    add(name, held);
    for (const value of held)
      for (const member of membersOf(values, value))
        add(`${name}.${member}`, values.members.attributeOfValue(value, member), value);
  }
  return { exports: found, clients: offered };
}

/** The names that this file imports and thereby re-exports: `from .config import MODEL` in a package's `__init__.py`. */
export function reexportsOf(values: Values): Reexport[] {
  const found: Reexport[] = [];
  const [module] = values.scopes.all;
  for (const [name, definitions] of module?.names ?? []) {
    const imported = definitions.length === 1 ? definitions[0]?.imported : undefined;
    if (imported) found.push({ name, ...imported });
  }
  // The file's own names win, even above such an import, since that may not have them.
  const except = [...(module?.names.keys() ?? [])];
  return [...found, ...values.scopes.stars.map((specifier) => ({ specifier, except }))];
}

/** The attributes of a class, or of the class that a call instantiates, from its body and its methods' `self`. */
function membersOf(values: Values, value: Value): Iterable<string> {
  if (value.kind === 'class') return value.scope.names.keys();
  const [callee] = callParts(value.kind === 'node' ? value.node : undefined);
  const [made] = values.of(callee);
  if (made?.kind !== 'class') return [];
  const { from, to } = made.scope;
  const own = [...values.scopes.attributes].flatMap(([name, places]) =>
    places.some(({ object }) => object.from > from && object.to < to && values.source(object) === 'self') ? [name] : [],
  );
  return new Set([...made.scope.names.keys(), ...own]);
}
