import type { SyntaxNode } from '@lezer/common';
import { calleeRoute } from '../../find/route';
import type { Route } from '../../find/reference';
import { mostly, unanimous } from '../agreement';
import { unlessUnread, unreadOf, type ImportedClients } from '../imported-clients';
import { once } from '../once';
import { isPackage } from '../resolve';
import { undecided } from '../route';
import { addressAround, addressesOf, addressRoute } from './addresses';
import { lastName, longestName, results } from './calls';
import { Defaults } from './defaults';
import { first } from './first';
import { importedName } from './imports';
import { libraryAround } from './libraries';
import { attributeOf, blockAround, callParts, isPlain, items, listsAround, rootOf, spanOf } from './nodes';
import { Options } from './options';
import type { Scope } from './scopes';
import { isNone, type Value, type Values } from './values';

const requests = /^(?:post|put|get|request|stream|fetch|urlopen|Request)$/;
const sockets = /^(?:(?:ws_)?connect|create_connection|\w*SocketApp)$/;
/** What types are put together with: `Optional[…]`, `dict[str, …]`. */
const noClient = /^(?:\w+\.)*(?:Optional|Union|Literal|None|[a-z]\w*)$/;
const maxDepth = 20;

/** Follows a model to the client that its call goes through, and the client to where it sends. */
export class Clients {
  private depth = 0;
  private readonly known = new Map<number, Route | undefined>();
  private readonly partsKnown = new Map<number, Route | undefined>();
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
        list.name === 'DictionaryExpression' ? this.dictionaryRoute(list) : unlessUnread(this.callRoute(list.parent!)),
      )
    );
  }

  /** Where the library sends a model that nobody says anything else of. */
  libraryAround(node: SyntaxNode): Route | undefined {
    const route = libraryAround(node, this.values, this.options);
    return route && (this.defaults.ofEnvironment() ?? route);
  }

  /** Where the client that an expression holds sends its requests. */
  clientRoute(node: SyntaxNode | undefined): Route | undefined {
    return unlessUnread(this.held(node));
  }

  /** What an expression may hold that is not `None`. */
  private some(node: SyntaxNode): readonly Value[] {
    return this.values.of(node).filter((value) => !isNone(value));
  }

  /** The same, or `unreadOf`. */
  private held(node: SyntaxNode | undefined): Route | undefined {
    if (!node || this.depth >= maxDepth) return undefined;
    this.depth++;
    const values = this.some(node);
    const routes = values.map((value) => this.valueRoute(value));
    // A name of another file may be no client at all.
    const held = routes.some(unlessUnread) ? unanimous(routes) : routes.find((route) => route);
    const own = (unlessUnread(held) && this.makerRoute(node, values)) ?? held;
    const route = unlessUnread(own) ?? first(this.values.annotations(node), (annotation) => this.typeRoute(annotation));
    const object = route ? undefined : attributeOf(node)?.object;
    const found = route ?? this.clientRoute(object) ?? own;
    this.depth--;
    return found;
  }

  /** What an object of another file's class is made with, an attribute's or a method's: `Llm(client=azure).complete`. */
  private makerRoute(node: SyntaxNode, values: readonly Value[]): Route | undefined {
    if (!values.some((value) => value.kind === 'import' && value.made)) return undefined;
    return first(this.values.of(attributeOf(node)?.object), (value) => this.madeWith(value));
  }

  /** Where an object's requests go by the client or the address that it is made with. */
  madeWith(value: Value): Route | undefined {
    const [, list] = callParts(value.kind === 'node' ? value.node : undefined);
    if (!list) return undefined;
    const isHanded = () => this.values.fields(list).positional.some((each) => !isPlain(each) && this.held(each));
    return this.givenRoute(list) ?? (isHanded() ? undecided : undefined);
  }

  /** What arguments say: options, or a client among those without name. */
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
   * Where the requests go of what a name stands for, for those who import it: a client, or a function that hands one out or sends requests
   * itself.
   */
  offered(values: readonly Value[]): Route | undefined {
    return unlessUnread(
      mostly(values.map((value) => (value.kind === 'import' ? unreadImport(value) : this.valueRoute(value)))),
    );
  }

  /** Where a function sends its requests, or the client that it hands out: by what it hands back, or what that is a part of. */
  private functionRoute(definition: SyntaxNode): Route | undefined {
    const read = () => results(definition)?.map((node) => node && this.partRoute(node));
    return this.once(definition, () => mostly(read() ?? []));
  }

  /** The same for an expression: `text.strip()`, where that was `completion.choices[0].message.content`. */
  private partRoute(node: SyntaxNode): Route | undefined {
    // A name that is set from itself in many places would be followed through each of them, and from there through each again.
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

  /** `client: AzureOpenAI`. One of several types says nothing, and neither does an `OpenAI`: any base URL is possible. */
  private typeRoute(annotation: SyntaxNode): Route | undefined {
    const end = this.values.source(annotation).slice(-longestName);
    const routes = (end.match(/[\w.]+/g) ?? []).flatMap((name) => {
      const route = calleeRoute(name);
      if (route) return [{ ...route, evidence: name }];
      return noClient.test(name) ? [] : [undefined];
    });
    const route = unanimous(routes);
    return route?.kind === 'azure' || route?.kind === 'gateway' ? route : undefined;
  }

  /** Where a call sends, or where the client sends that it makes. */
  private callRoute(call: SyntaxNode): Route | undefined {
    const [callee, list] = callParts(call);
    if (!callee || !list) return undefined;
    const isOurs = (value: Value) => value.kind === 'node' && spanOf(value.node) === spanOf(call);
    return this.once(call, () => this.defaults.afterwards(this.readCall(callee, list), isOurs, blockAround(call)));
  }

  /** Where a configuration says that its model is: `{"model": …, "api_type": "azure"}`. */
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

  /** What the callee's own name says, under whatever name it was imported. */
  private nameRoute(callee: SyntaxNode): Route | undefined {
    const routes = this.some(callee).map((value): Route | undefined => {
      if (value.kind === 'import' && value.made) return undefined;
      if (value.kind === 'import') return calleeRoute(importedName(value));
      if (value.kind === 'class') return this.classRoute(value.scope);
      return value.kind === 'unknown' ? calleeRoute(this.values.source(callee)) : undefined;
    });
    return unanimous(routes);
  }

  /** A class of the file goes where its bases go; what its own `__init__` gives to OpenAI's is not read. */
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
    // A method or a path may stand in their place.
    return first(urls, (url) =>
      addressesOf(url, this.values).some((address) => scheme.test(address))
        ? addressRoute(url, this.values)
        : undefined,
    );
  }
}

/** What stands for an imported client that is one of several values. */
function unreadImport({ specifier, exported }: Value & { kind: 'import' }): Route | undefined {
  return exported === undefined || isPackage(specifier) ? undefined : unreadOf({ specifier, exported });
}
