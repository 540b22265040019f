import type { SyntaxNode, Tree } from '@lezer/common';
import type { ModelReference, Route } from '../find/reference';
import { append } from '../group-by';
import { addressAround } from './python/addresses';
import { askedParameters } from './python/askers';
import { assignmentAround } from './python/branches';
import { callsIn, isHandedOn, type Calls } from './python/callers';
import { Clients } from './python/clients';
import { Declarations } from './python/declarations';
import { exportsOf, reexportsOf } from './python/exports';
import { ReadFinder, type Read } from './python/reads';
import { isConfiguration } from './python/libraries';
import { listsAround, spanOf } from './python/nodes';
import { readScopes } from './python/scope-reader';
import { parsePython } from './python/parse';
import { Surroundings } from './python/surroundings';
import { Values } from './python/values';
import { ImportedClients, type ImportedRoutes } from './imported-clients';
import { decided, isNamedDeployment, isPrefixed, undecided, weigh } from './route';
import { standIns } from './stand-in';
import { asTried, mayBeTried } from './tree-fields';
import { byName, type ImportedName } from './imported-names';
import type { ModelBinding, ModelRead, Understanding } from './understanding';

/** The second pass for Python, on @lezer/python's tree. */
export function understandPython(
  text: string,
  references: readonly ModelReference[],
  routes?: ImportedRoutes,
  isProgram = false,
): Understanding | undefined {
  const tree = parsePython(text);
  if (!tree) return undefined;
  try {
    return new Reader(text, tree, references, routes, isProgram || runsItself.test(text)).understanding();
  } catch (error) {
    if (error instanceof RangeError) return undefined; // Operators nested deeper than the stack.
    throw error;
  }
}

/** Marks a file as a program, though others may import it, too. */
const runsItself = /^if __name__ == ['"]__main__['"]/m;

/** What is known of a model from where it is written or read. */
type Place = Pick<ModelReference, 'route' | 'extras' | 'purpose'>;

/** A read, and the place where it stands. */
type Judged = readonly [read: Read, place: ModelRead];

class Reader {
  private readonly values: Values;
  private readonly calls: Calls;
  private readonly clients: Clients;
  private readonly offered: Clients;
  private readonly imported: ImportedClients;
  private readonly surroundings: Surroundings;
  private readonly finder: ReadFinder;
  private readonly declarations: Declarations;

  constructor(
    text: string,
    private readonly tree: Tree,
    private readonly references: readonly ModelReference[],
    routes: ImportedRoutes | undefined,
    isProgram: boolean,
  ) {
    this.values = new Values(text, readScopes(tree, text), tree.topNode);
    this.imported = new ImportedClients(routes);
    this.calls = callsIn(this.values);
    const clients = (calls: Calls) => new Clients(this.values.with(calls), this.imported);
    this.clients = clients((of, needed) => (needed && !isProgram ? [] : this.calls(of, needed)));
    // Parameters count as unknown, since the importing file makes the calls.
    this.offered = clients(() => []);
    this.surroundings = new Surroundings(this.values);
    this.finder = new ReadFinder(this.values, references);
    this.declarations = new Declarations(this.values);
  }

  understanding(): Understanding {
    const reads = this.placed(this.finder.find());
    const telling = this.telling(reads);
    const through = routesBy(telling, modelOf);
    const refined = this.references.map((reference) => agreed(this.refine(reference), through.get(reference.start)));
    const further = this.further(reads, refined);
    const all = [...telling, ...further];
    const throughAll = routesBy(all, modelOf);
    const onwards = routesBy(further, ({ from }) => from && spanOf(from));
    const tried = new Set(all.filter((each) => this.isAsking(...each)).flatMap(([read]) => modelOf(read) ?? []));
    const placed = reads.map(([read, place]): Judged => {
      const route = common(onwards.get(spanOf(read.node)));
      return [read, route ? { ...place, route } : place];
    });
    return {
      references: refined.map((reference, at) => {
        const better = agreed(reference, throughAll.get(reference.start));
        const beside = better.route.kind === 'unknown' ? this.beside(reference) : better;
        const named = this.references[at]!.route;
        const chosen =
          beside.route.kind === 'unknown' && isNamedDeployment(named) ? { ...beside, route: named } : beside;
        return tried.has(chosen.start) ? { ...chosen, ...asTried(chosen) } : chosen;
      }),
      bindings: placed.flatMap(bindingOf),
      imports: byName(placed.flatMap(importsOf)),
      asked: this.imported.asked,
      ...exportsOf(this.values, this.finder, this.offered, askedParameters(this.values, this.offered, this.calls)),
      reexports: reexportsOf(this.values),
    };
  }

  /** Reads that tell where an open model goes once the arguments of all calls in this file count. */
  private further(reads: readonly Judged[], references: readonly ModelReference[]): readonly Judged[] {
    const open = new Set(reads.filter((each) => this.isOpen(...each)).map(([{ node }]) => spanOf(node)));
    if (open.size === 0 && !references.some((each) => isOpen(each) || mayBeTried(each))) return [];
    return this.telling(this.placed(new ReadFinder(this.values.with(this.calls, open), this.references).findAll()));
  }

  /** The reads at which a model would be judged, each with its place. */
  private placed(reads: readonly Read[]): Judged[] {
    // A dictionary's place is judged by the model in it.
    const plain = new Map(reads.filter(({ dictionary }) => !dictionary).map(({ node }) => [spanOf(node), node]));
    const sites = standIns(this.values.text, 'python', [...plain.values()]);
    const like = new Map([...plain.keys()].map((span, i) => [span, sites[i]]));
    return reads.flatMap((read): Judged[] => {
      const place = this.readPlace(read, like.get(spanOf(read.node)));
      return place ? [[read, place]] : [];
    });
  }

  /** The reads in calls that take the model. */
  private telling(reads: readonly Judged[]): readonly Judged[] {
    return reads.filter((each) => this.isTelling(...each));
  }

  /** Where a name is read, judged as the model itself would be there. */
  private readPlace(read: Read, like: ModelReference | undefined): ModelRead | undefined {
    const { node, name, reference, imported, dictionary } = read;
    const judged = dictionary ? reference : like;
    if (!judged || (imported && judged.role !== 'use' && judged.context !== 'comparison')) return undefined;
    const prefixed = reference !== undefined && isPrefixed(reference);
    const isAsked = dictionary ? mayBeTried(judged) : this.clients.askedRoute(node) !== undefined;
    const role = isAsked ? 'use' : judged.role;
    const context = (dictionary || isAsked) && judged.context !== 'deployment' ? 'model' : judged.context;
    const { from: start, to: end } = name;
    const holder = dictionary ? this.literalAt(judged.start) : node;
    const own = prefixed ? reference.route : this.beyondName(judged.route, holder);
    return { start, end, name: this.values.source(name), context, role, ...this.place(node, own, prefixed) };
  }

  /** Whether a read is in a call that takes the model, rather than one that passes it on. */
  private isTelling(read: Read, { role, context, route }: ModelRead): boolean {
    if (addressAround(read.node, this.values)) return true;
    if (role !== 'use') return false;
    const isKnown = route.kind !== 'unknown';
    if (!this.surroundings.isInCall(read.node))
      return isKnown && isConfiguration(listsAround(read.node)[0], this.values);
    return isKnown || (/^(?:model|deployment|fallback)$/.test(context) && !this.isHandedOn(read));
  }

  /** Whether a client's call takes a model through a name, so that a loop may try one after the other. */
  private isAsking({ node }: Read, { context, route }: ModelRead): boolean {
    if (context === 'argument') return this.clients.routeOfCall(node) !== undefined;
    return /^(?:model|deployment)$/.test(context) && route.kind !== 'unknown';
  }

  private isHandedOn({ node, key }: Read): boolean {
    const { parent } = node;
    if (parent?.name !== 'ArgList') return false;
    const isSpread = this.values.fields(parent).spreads.some(({ value }) => value.from === node.from);
    const given = isSpread ? key : this.values.givenAs(node, parent);
    return given !== undefined && isHandedOn(parent, given, this.values);
  }

  /** Whether a read uses its model without saying where that goes. */
  private isOpen({ node, dictionary }: Read, { role, route }: ModelRead): boolean {
    return dictionary !== 'whole' && role === 'use' && route.kind === 'unknown' && this.surroundings.isInCall(node);
  }

  /** A route, unless only a variable's name tells it, `deployment = "gpt-4o"`: what takes the variable tells better. */
  private beyondName(route: Route, node: SyntaxNode | undefined): Route {
    if (!node || !isNamedDeployment(route)) return route;
    return node.parent?.name === 'ParamList' || assignmentAround(node) ? undecided : route;
  }

  private place(node: SyntaxNode, first: Route, prefixed: boolean): Place {
    const extras = this.surroundings.extras(node);
    const purpose = this.surroundings.purpose(node);
    const told = this.clients.routeAround(node);
    return {
      route: weigh(first, prefixed, told ?? (first.kind === 'unknown' ? this.clients.libraryAround(node) : undefined)),
      ...(extras.length > 0 && { extras }),
      ...(purpose && { purpose }),
    };
  }

  private refine(reference: ModelReference): ModelReference {
    const node = this.literalAt(reference.start);
    if (!node) return reference;
    const own = this.beyondName(reference.route, node);
    return { ...reference, ...this.place(node, own, isPrefixed(reference)) };
  }

  /** A model whose calls leave open where it goes, by what its branch sets beside it or what is declared beside a default. */
  private beside(reference: ModelReference): ModelReference {
    const node = reference.role === 'use' ? this.literalAt(reference.start) : undefined;
    const declared = () => (reference.route.kind === 'unknown' && node ? this.declarations.routeOf(node) : undefined);
    const route = decided((node && this.clients.branchRoute(node)) ?? declared());
    return route ? { ...reference, route } : reference;
  }

  private literalAt(start: number): SyntaxNode | undefined {
    let node: SyntaxNode | null = this.tree.resolveInner(start, -1);
    while (node && !/^(?:Format)?String$/.test(node.name)) node = node.parent;
    return node?.parent?.name === 'ContinuedString' ? node.parent : (node ?? undefined);
  }
}

/** Whether a reference's own place leaves open where it goes. The prefix `openai/` does not settle it: resellers use it, too. */
function isOpen(reference: ModelReference): boolean {
  const { kind } = reference.route;
  return kind === 'unknown' || (kind === 'openai' && isPrefixed(reference));
}

/** A model goes where all calls that take it go, if they agree. */
function agreed(reference: ModelReference, through: readonly Route[] | undefined): ModelReference {
  const route = isOpen(reference) ? common(through) : undefined;
  return route ? { ...reference, route } : reference;
}

function common(through: readonly Route[] = []): Route | undefined {
  const [route] = through;
  return through.every(({ kind }) => kind === route?.kind) ? route : undefined;
}

/** The routes of reads, grouped by a key of the read. */
function routesBy(telling: readonly Judged[], keyOf: (read: Read) => number | undefined): Map<number, Route[]> {
  const routes = new Map<number, Route[]>();
  for (const [read, { route }] of telling) {
    const key = keyOf(read);
    if (key !== undefined) append(routes, key, route);
  }
  return routes;
}

/** The offset where the model of a read is written. */
function modelOf({ reference }: Read): number | undefined {
  return reference?.start;
}

/** A read as a name that holds a model of this file. */
function bindingOf([{ reference, dictionary }, place]: Judged): ModelBinding[] {
  if (!reference || dictionary === 'whole') return [];
  const { text, model, start, end } = reference;
  return [{ ...place, text, model, origin: { start, end } }];
}

/** A read as a name that may hold one of another file. */
function importsOf([{ imported = [] }, place]: Judged): [ImportedName, ModelRead][] {
  return imported.map((wanted) => [wanted, place]);
}
