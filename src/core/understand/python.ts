import type { SyntaxNode, Tree } from '@lezer/common';
import type { ModelReference, Route } from '../find/reference';
import { callsIn, type Calls } from './py/callers';
import { Clients } from './py/clients';
import { exportsOf, reexportsOf } from './py/exports';
import { ReadFinder, type Read } from './py/reads';
import { readScopes } from './py/scope-reader';
import { parsePython } from './py/source';
import { Surroundings } from './py/surroundings';
import { Values } from './py/values';
import { ImportedClients, type ImportedRoutes } from './imported-clients';
import { isPrefixed, weigh } from './route';
import { standIns } from './stand-in';
import { byName, type ImportedName } from './imported-names';
import type { ModelBinding, ModelRead, Understand, Understanding } from './understanding';

/** The second pass for Python, on @lezer/python's tree. */
export const understandPython: Understand = (text, references, routes) => {
  const tree = parsePython(text);
  if (!tree) return undefined;
  try {
    return new Reader(text, tree, references, routes).understanding();
  } catch (error) {
    if (error instanceof RangeError) return undefined; // Operators nested beyond the stack.
    throw error;
  }
};

/** What a place says of the model that stands or is read there. */
type Place = Pick<ModelReference, 'route' | 'hostedTools' | 'purpose'>;

class Reader {
  private readonly values: Values;
  private readonly clients: Clients;
  private readonly offered: Clients;
  private readonly imported: ImportedClients;
  private readonly surroundings: Surroundings;
  private readonly finder: ReadFinder;

  constructor(
    private readonly text: string,
    private readonly tree: Tree,
    private readonly references: readonly ModelReference[],
    routes: ImportedRoutes | undefined,
  ) {
    const scopes = readScopes(tree, text);
    this.values = new Values(text, scopes, tree.topNode);
    this.imported = new ImportedClients(routes);
    const clients = (calls: Calls) => new Clients(new Values(text, scopes, tree.topNode, calls), this.imported);
    this.clients = clients(callsIn(this.values));
    // Those who import something call it themselves.
    this.offered = clients(() => []);
    this.surroundings = new Surroundings(this.values);
    this.finder = new ReadFinder(this.values, references);
  }

  understanding(): Understanding {
    const reads = this.finder.find(this.tree.topNode);
    // A dictionary's place is judged by the model in it.
    const plain = reads.filter(({ dictionary }) => !dictionary);
    const sites = standIns(
      this.text,
      'python',
      plain.map(({ node }) => node),
    );
    const like = new Map(plain.map((read, i) => [read, sites[i]]));
    const bindings: ModelBinding[] = [];
    const imports: [ImportedName, ModelRead][] = [];
    const through = new Map<number, Route[]>();
    reads.forEach((read) => {
      const { reference, imported, dictionary } = read;
      const place = this.readPlace(read, like.get(read));
      if (!place) return;
      for (const wanted of imported ?? []) imports.push([wanted, place]);
      if (reference) {
        const { text, model, start, end } = reference;
        if (dictionary !== 'whole') bindings.push({ ...place, text, model, origin: { start, end } });
        if (this.isTelling(read, place)) through.set(start, [...(through.get(start) ?? []), place.route]);
      }
    });
    const references = this.references.map((reference) => this.refine(reference, through.get(reference.start) ?? []));
    const { asked } = this.imported;
    return {
      references,
      bindings,
      imports: byName(imports),
      asked,
      ...exportsOf(this.values, this.finder, this.offered),
      reexports: reexportsOf(this.values),
    };
  }

  /** The place where a name is read, judged as the model itself would be there. */
  private readPlace(read: Read, like: ModelReference | undefined): ModelRead | undefined {
    const { node, name, reference, imported, dictionary } = read;
    const judged = dictionary ? reference : like;
    if (!judged || (imported && judged.role !== 'use' && judged.context !== 'comparison')) return undefined;
    const prefixed = reference !== undefined && isPrefixed(reference);
    const { role } = judged;
    const context = dictionary && judged.context !== 'deployment' ? 'model' : judged.context;
    const { from: start, to: end } = name;
    const own = prefixed ? reference.route : judged.route;
    return { start, end, name: this.values.source(name), context, role, ...this.place(node, own, prefixed) };
  }

  /** Whether a read is a call that takes the model, rather than a name that passes it on. */
  private isTelling({ node, dictionary }: Read, { role, context, route }: ModelRead): boolean {
    if (role !== 'use' || (!dictionary && (context === 'default' || context === 'fallback'))) return false;
    return (
      this.surroundings.isInCall(node) && (route.kind !== 'unknown' || context === 'model' || context === 'deployment')
    );
  }

  private place(node: SyntaxNode, first: Route, prefixed: boolean): Place {
    const hostedTools = this.surroundings.tools(node);
    const purpose = this.surroundings.purpose(node);
    return {
      route: weigh(first, prefixed, this.clients.routeAround(node)),
      ...(hostedTools.length > 0 && { hostedTools }),
      ...(purpose && { purpose }),
    };
  }

  private refine(reference: ModelReference, through: readonly Route[]): ModelReference {
    const node = this.literalAt(reference.start);
    if (!node) return reference;
    const place = this.place(node, reference.route, isPrefixed(reference));
    const refined = { ...reference, ...place };
    // A constant goes where the calls go that take it, if they all go the same way.
    const [route] = through;
    // The prefix `openai/` says less than the client: whoever resells OpenAI's models calls them so, too.
    const open = place.route.kind === 'unknown' || (place.route.kind === 'openai' && isPrefixed(refined));
    const decided = open && route && through.every(({ kind }) => kind === route.kind);
    return decided ? { ...refined, route } : refined;
  }

  private literalAt(start: number): SyntaxNode | undefined {
    let node: SyntaxNode | null = this.tree.resolveInner(start, -1);
    while (node && !/^(?:Format)?String$/.test(node.name)) node = node.parent;
    return node?.parent?.name === 'ContinuedString' ? node.parent : (node ?? undefined);
  }
}
