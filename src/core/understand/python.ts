import type { SyntaxNode, Tree } from '@lezer/common';
import type { ModelReference, Route } from '../find/reference';
import { append } from '../group-by';
import { callsIn, isHandedOn, type Calls } from './py/callers';
import { Clients } from './py/clients';
import { exportsOf, reexportsOf } from './py/exports';
import { ReadFinder, type Read } from './py/reads';
import { spanOf } from './py/nodes';
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
  private readonly calls: Calls;
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
    this.values = new Values(text, readScopes(tree, text), tree.topNode);
    this.imported = new ImportedClients(routes);
    this.calls = callsIn(this.values);
    const clients = (calls: Calls) => new Clients(this.values.with(calls), this.imported);
    this.clients = clients((of, needed) => (needed ? [] : this.calls(of, needed)));
    // Those who import something call it themselves.
    this.offered = clients(() => []);
    this.surroundings = new Surroundings(this.values);
    this.finder = new ReadFinder(this.values, references);
  }

  understanding(): Understanding {
    const bindings: ModelBinding[] = [];
    const imports: [ImportedName, ModelRead][] = [];
    const through = new Map<number, Route[]>();
    for (const [read, place] of this.placed(this.finder.find(this.tree.topNode))) {
      const { reference, imported, dictionary } = read;
      for (const wanted of imported ?? []) imports.push([wanted, place]);
      if (reference) {
        const { text, model, start, end } = reference;
        if (dictionary !== 'whole') bindings.push({ ...place, text, model, origin: { start, end } });
      }
      this.tell(through, read, place);
    }
    const decide = (reference: ModelReference) => decided(reference, through.get(reference.start) ?? []);
    let references = this.references.map((reference) => decide(this.refine(reference)));
    if (references.some(isOpen)) {
      const handed = new ReadFinder(this.values.with(this.calls), this.references).findAll(this.tree.topNode);
      for (const [read, place] of this.placed(handed)) this.tell(through, read, place);
      references = references.map((reference) => {
        const further = decide(reference);
        return further.route.kind === 'unknown' ? reference : further;
      });
    }
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

  /** The reads that models would be judged at, each with its place. */
  private placed(reads: readonly Read[]): [Read, ModelRead][] {
    // A dictionary's place is judged by the model in it.
    const plain = new Map(reads.filter(({ dictionary }) => !dictionary).map(({ node }) => [spanOf(node), node]));
    const sites = standIns(this.text, 'python', [...plain.values()]);
    const like = new Map([...plain.keys()].map((span, i) => [span, sites[i]]));
    return reads.flatMap((read): [Read, ModelRead][] => {
      const place = this.readPlace(read, like.get(spanOf(read.node)));
      return place ? [[read, place]] : [];
    });
  }

  /** Where the call sends its model that a read is in, for the model that it reads. */
  private tell(through: Map<number, Route[]>, read: Read, place: ModelRead): void {
    if (!read.reference || !this.isTelling(read, place)) return;
    append(through, read.reference.start, place.route);
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

  /** Whether a read is in a call that takes the model, rather than one that passes it on. */
  private isTelling({ node }: Read, { role, context, route }: ModelRead): boolean {
    if (role !== 'use' || !this.surroundings.isInCall(node)) return false;
    if (route.kind !== 'unknown') return true;
    return /^(?:model|deployment|fallback)$/.test(context) && !this.isHandedOn(node);
  }

  private isHandedOn(node: SyntaxNode): boolean {
    const { parent } = node;
    if (parent?.name !== 'ArgList' || !parent.parent) return false;
    const name = this.values.fields(parent).nameAt.get(node.from);
    return name !== undefined && isHandedOn(parent.parent, name, this.values);
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

  private refine(reference: ModelReference): ModelReference {
    const node = this.literalAt(reference.start);
    return node ? { ...reference, ...this.place(node, reference.route, isPrefixed(reference)) } : reference;
  }

  private literalAt(start: number): SyntaxNode | undefined {
    let node: SyntaxNode | null = this.tree.resolveInner(start, -1);
    while (node && !/^(?:Format)?String$/.test(node.name)) node = node.parent;
    return node?.parent?.name === 'ContinuedString' ? node.parent : (node ?? undefined);
  }
}

/** Whether a reference's own place does not say where it goes. The prefix `openai/` says less than the client: whoever resells OpenAI's models calls them so, too. */
function isOpen(reference: ModelReference): boolean {
  const { kind } = reference.route;
  return kind === 'unknown' || (kind === 'openai' && isPrefixed(reference));
}

/** A model goes where the calls go that take it, if they all go the same way. */
function decided(reference: ModelReference, through: readonly Route[]): ModelReference {
  const [route] = through;
  const agree = route && isOpen(reference) && through.every(({ kind }) => kind === route.kind);
  return agree ? { ...reference, route } : reference;
}
