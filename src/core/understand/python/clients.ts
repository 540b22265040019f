import type { SyntaxNode } from '@lezer/common';
import { calleeRoute } from '../../find/route';
import type { Route } from '../../find/reference';
import { mostly, unanimous } from '../agreement';
import { first } from '../first';
import { unlessUnread, unreadOf, type ImportedClients } from '../imported-clients';
import { once } from '../once';
import { isPackage } from '../resolve';
import { besideRoute, clientOptions, isBaseUrl, undecided } from '../route';
import { addressAround, addressesOf, addressRoute } from './addresses';
import { parameterName } from './askers';
import { branchAround, setIn } from './branches';
import { lastName, maxNameLength, results } from './calls';
import { Defaults } from './defaults';
import { importedName } from './imports';
import { libraryAround } from './libraries';
import { attributeOf, blockAround, calleeOf, callParts, isPlain, items, listsAround, rootOf, spanOf } from './nodes';
import { Options } from './options';
import type { Scope } from './scopes';
import { isNone, type Value, type Values } from './values';

const requests = /^(?:post|put|get|request|stream|fetch|urlopen|Request)$/;
const sockets = /^(?:(?:ws_)?connect|create_connection|\w*SocketApp)$/;
/** Names in a type that are no client class: `Optional[…]`, `dict[str, …]`. */
const noClient = /^(?:\w+\.)*(?:Optional|Union|Literal|None|[a-z]\w*)$/;
const maxDepth = 20;

/** The clients and addresses that a branch sets, by where their statements begin, and what their routes have in common. */
interface BranchRoutes {
  readonly routes: ReadonlyMap<number, Route | undefined>;
  readonly common: Route | undefined;
}

const noRoutes: BranchRoutes = { routes: new Map(), common: undefined };

/** Says where requests go: from a model to the client that its call goes through, and from there to the client's address. */
export class Clients {
  private depth = 0;
  private readonly known = new Map<number, Route | undefined>();
  private readonly partsKnown = new Map<number, Route | undefined>();
  private readonly branches = new Map<number, BranchRoutes>();
  private readonly options: Options;
  private readonly defaults: Defaults;

  constructor(
    private readonly values: Values,
    private readonly imported: ImportedClients,
  ) {
    this.options = new Options(values, this);
    this.defaults = new Defaults(values, this.options, this);
  }

  /** Where the call or the configuration around an expression sends its model; nothing if the file does not say. */
  routeAround(node: SyntaxNode): Route | undefined {
    return (
      addressAround(node, this.values) ??
      first(listsAround(node), (list) =>
        list.name === 'DictionaryExpression'
          ? besideRoute(this.keyOf(node, list), this.dictionaryRoute(list))
          : unlessUnread(this.callRoute(list.parent!)),
      ) ??
      this.askedRoute(node)
    );
  }

  /** The key under which a dictionary holds an expression. */
  private keyOf(node: SyntaxNode, dictionary: SyntaxNode): string {
    let value: SyntaxNode | null = node;
    while (value?.parent && spanOf(value.parent) !== spanOf(dictionary)) value = value.parent;
    return this.values.literal(value?.prevSibling?.prevSibling ?? undefined)?.text ?? '';
  }

  /** Where the call sends its model that takes an expression as one of its own arguments. */
  routeOfCall(node: SyntaxNode): Route | undefined {
    const { parent } = node;
    return parent?.name === 'ArgList' && parent.parent ? unlessUnread(this.callRoute(parent.parent)) : undefined;
  }

  /** Where a function of another file asks the model that it is passed: `judge(answer, model)`. */
  askedRoute(node: SyntaxNode): Route | undefined {
    const { parent } = node;
    const given = parent?.name === 'ArgList' ? this.values.givenAs(node, parent) : undefined;
    const callee = calleeOf(parent ?? undefined);
    if (given === undefined || !callee) return undefined;
    const routes = this.some(callee).map((value) =>
      value.kind === 'import' && value.exported !== undefined
        ? this.importRoute({ ...value, exported: `${value.exported}.${parameterName(given)}` })
        : undefined,
    );
    return unlessUnread(unanimous(routes));
  }

  /** Where the library sends a model unless something else says so. */
  libraryAround(node: SyntaxNode): Route | undefined {
    const route = libraryAround(node, this.values, this.options);
    return route && (this.defaults.ofEnvironment() ?? route);
  }

  /** Where the client or address leads that the same branch sets as a model: `if x: client = OpenAI(); model = "gpt-4o"`. */
  branchRoute(node: SyntaxNode): Route | undefined {
    const place = branchAround(node);
    if (!place) return undefined;
    const { routes, common } = once(this.branches, spanOf(place.branch), noRoutes, () =>
      this.routesSetIn(place.branch),
    );
    const own = place.statement.from;
    return routes.has(own) ? unanimous([...routes].flatMap(([from, route]) => (from === own ? [] : [route]))) : common;
  }

  private routesSetIn(branch: SyntaxNode): BranchRoutes {
    const routes = new Map<number, Route | undefined>();
    for (const { statement, target, value } of setIn(branch)) {
      const name = lastName(this.values.source(target)).replace(/^_+/, '');
      if (isBaseUrl(name)) routes.set(statement.from, addressRoute(value, this.values));
      else if (clientOptions.test(name) && !isPlain(value)) routes.set(statement.from, this.clientRoute(value));
    }
    return { routes, common: unanimous([...routes.values()]) };
  }

  /** Where the client that an expression holds sends its requests. */
  clientRoute(node: SyntaxNode | undefined): Route | undefined {
    return unlessUnread(this.held(node));
  }

  /** The values of an expression other than `None`. */
  private some(node: SyntaxNode): readonly Value[] {
    return this.values.of(node).filter((value) => !isNone(value));
  }

  /** Like `clientRoute`, but may answer `unreadOf`. */
  private held(node: SyntaxNode | undefined): Route | undefined {
    if (!node || this.depth >= maxDepth) return undefined;
    this.depth++;
    const values = this.some(node);
    const routes = values.map((value) => this.valueRoute(value));
    // A name from another file may be no client at all.
    const held = routes.some(unlessUnread) ? unanimous(routes) : routes.find((route) => route);
    const own = (unlessUnread(held) && this.makerRoute(node, values)) ?? held;
    const route = unlessUnread(own) ?? first(this.values.annotations(node), (annotation) => this.typeRoute(annotation));
    const object = route ? undefined : attributeOf(node)?.object;
    const found = route ?? this.clientRoute(object) ?? own;
    this.depth--;
    return found;
  }

  /** The route by what an instance of another file's class is made with, for its attributes and methods: `Llm(client=azure).complete`. */
  private makerRoute(node: SyntaxNode, values: readonly Value[]): Route | undefined {
    if (!values.some((value) => value.kind === 'import' && value.made)) return undefined;
    return first(this.values.of(attributeOf(node)?.object), (value) => this.madeWith(value));
  }

  /** Where an object's requests go, by the client or address that it is made with. */
  madeWith(value: Value): Route | undefined {
    const [, list] = callParts(value.kind === 'node' ? value.node : undefined);
    if (!list) return undefined;
    const isHanded = () => this.values.fields(list).positional.some((each) => !isPlain(each) && this.held(each));
    return this.givenRoute(list) ?? (isHanded() ? undecided : undefined);
  }

  /** The route by a call's arguments: by its options, or by a client among the positional ones. */
  private givenRoute(list: SyntaxNode): Route | undefined {
    const { positional } = this.values.fields(list);
    return (
      this.options.route(this.options.in(list)) ??
      first(positional, (value) => (isPlain(value) ? undefined : this.clientRoute(value)))
    );
  }

  private valueRoute(value: Value): Route | undefined {
    if (value.kind === 'import') return this.importRoute(value);
    if (value.kind === 'function') return this.functionRoute(value.node);
    if (value.kind === 'unknown' && value.annotation) return this.typeRoute(value.annotation);
    if (value.kind !== 'node') return undefined;
    const { node } = value;
    if (node.name === 'DictionaryExpression') return this.dictionaryRoute(node);
    return node.name === 'CallExpression' ? this.callRoute(node) : undefined;
  }

  private importRoute({ specifier, exported }: Value & { kind: 'import' }): Route | undefined {
    if (exported === undefined) return this.defaults.ofModule(specifier);
    return isPackage(specifier) ? undefined : this.imported.route({ specifier, exported });
  }

  /**
   * Where the requests of an export go, for the files that import it. It may be a client, or a function that returns one or sends requests
   * itself.
   */
  offered(values: readonly Value[]): Route | undefined {
    return unlessUnread(
      mostly(values.map((value) => (value.kind === 'import' ? unreadImport(value) : this.valueRoute(value)))),
    );
  }

  /** Where a function, or the client that it returns, sends requests: by what it returns, or what that is a part of. */
  private functionRoute(definition: SyntaxNode): Route | undefined {
    const read = () => results(definition)?.map((node) => node && this.partRoute(node));
    return this.once(definition, () => mostly(read() ?? []));
  }

  /** The same for an expression: `text.strip()`, where that was `completion.choices[0].message.content`. */
  private partRoute(node: SyntaxNode): Route | undefined {
    // Remembered, because a name that is set from itself in many places would be followed through all of them again and again.
    return this.once(node, () => this.readPart(node), this.partsKnown);
  }

  private readPart(node: SyntaxNode): Route | undefined {
    const root = rootOf(node);
    const route = this.clientRoute(node) ?? this.held(root);
    if (route) return route;
    const [callee] = callParts(root);
    const object = callee && attributeOf(callee)?.object;
    const assigned = root.name === 'VariableName' ? (this.values.definitions(root) ?? []) : [];
    const wholes = object
      ? [object]
      : assigned.flatMap(({ kind, node: value }) => (value && kind === 'value' ? [value] : []));
    return unanimous(wholes.map((whole) => this.partRoute(whole)));
  }

  /** `client: AzureOpenAI`. One of several types says nothing, and neither does `OpenAI`, since its base URL may be any. */
  private typeRoute(annotation: SyntaxNode): Route | undefined {
    const end = this.values.source(annotation).slice(-maxNameLength);
    const routes = (end.match(/[\w.]+/g) ?? []).flatMap((name) => {
      const route = calleeRoute(name);
      if (route) return [{ ...route, evidence: name }];
      return noClient.test(name) ? [] : [undefined];
    });
    const route = unanimous(routes);
    return route?.kind === 'azure' || route?.kind === 'gateway' ? route : undefined;
  }

  /** Where a call, or the client that it makes, sends requests. */
  private callRoute(call: SyntaxNode): Route | undefined {
    const [callee, list] = callParts(call);
    if (!callee || !list) return undefined;
    const isOurs = (value: Value) => value.kind === 'node' && spanOf(value.node) === spanOf(call);
    return this.once(call, () => this.defaults.afterwards(this.readCall(callee, list), isOurs, blockAround(call)));
  }

  /** Where a configuration says that its model is asked: `{"model": …, "api_type": "azure"}`. */
  private dictionaryRoute(dictionary: SyntaxNode): Route | undefined {
    return this.once(dictionary, () => this.options.route(this.options.in(dictionary)));
  }

  private once(node: SyntaxNode, read: () => Route | undefined, known = this.known): Route | undefined {
    const span = spanOf(node);
    if (known.has(span)) return known.get(span);
    if (this.depth >= maxDepth) return undefined;
    this.depth++;
    const route = once(known, span, undefined, read);
    this.depth--;
    return route;
  }

  private readCall(callee: SyntaxNode, list: SyntaxNode): Route | undefined {
    const named = this.nameRoute(callee);
    if (named && named.kind !== 'openai') return named;
    if (this.options.isTorn(list)) return undecided;
    const given = this.givenRoute(list) ?? this.requestRoute(callee, list);
    if (given) return given;
    if (!named) return this.held(callee) ?? this.defaults.ofAgent(callee);
    return this.options.isOpen(list) ? undecided : (this.defaults.ofEnvironment() ?? named);
  }

  /** The route by the callee's original name, under whatever name it was imported. */
  private nameRoute(callee: SyntaxNode): Route | undefined {
    const routes = this.some(callee).map((value): Route | undefined => {
      if (value.kind === 'import' && value.made) return undefined;
      if (value.kind === 'import') return calleeRoute(importedName(value));
      if (value.kind === 'class') return this.classRoute(value.scope);
      return value.kind === 'unknown' ? calleeRoute(this.values.source(callee)) : undefined;
    });
    return unanimous(routes);
  }

  /** A class of this file goes where its bases go. What its own `__init__` passes to OpenAI's is not read. */
  private classRoute(scope: Scope): Route | undefined {
    const bases = scope.node.getChild('ArgList');
    const route = bases
      ? first(items(bases), ({ name, value }) => (name || !value ? undefined : this.nameRoute(value)))
      : undefined;
    return route?.kind === 'openai' && scope.names.has('__init__') ? undecided : route;
  }

  /** `requests.post("https://…", json={"model": …})`, `websockets.connect("wss://…")`. */
  private requestRoute(callee: SyntaxNode, list: SyntaxNode): Route | undefined {
    const name = lastName(this.values.source(callee));
    const scheme = requests.test(name) ? /^(?:https?:|\*)/ : sockets.test(name) ? /^wss?:/ : undefined;
    if (!scheme) return undefined;
    const named = this.options.in(list).flatMap(({ name, value }) => (name === 'url' ? [value] : []));
    const urls = [...this.values.fields(list).positional.slice(0, 2), ...named];
    // These arguments may also be a method or a path.
    return first(urls, (url) =>
      addressesOf(url, this.values).some((address) => scheme.test(address))
        ? addressRoute(url, this.values)
        : undefined,
    );
  }
}

/** Stands for an imported client that is one of several values. */
function unreadImport({ specifier, exported }: Value & { kind: 'import' }): Route | undefined {
  return exported === undefined || isPackage(specifier) ? undefined : unreadOf({ specifier, exported });
}
