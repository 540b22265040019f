import type { SyntaxNode } from '@lezer/common';
import { calleeRoute } from '../../find/route';
import type { Route } from '../../find/reference';
import { mostly, unanimous } from '../agreement';
import { seen, unreadOf, type ImportedClients } from '../imported-clients';
import { isPackage } from '../resolve';
import {
  azureRoute,
  clientOptions,
  hostRoute,
  isAzureOption,
  isBaseUrl,
  isProviderOption,
  nestedOptions,
  providerRoute,
  undecided,
} from '../route';
import { Addresses } from './addresses';
import { lastName, longestName, results, tuple } from './calls';
import { defaultClients, makesAgent } from './default-client';
import { fieldList } from './fields';
import { importedName } from './imports';
import { attributeOf, isPlain, items, parts, rootOf, spanOf, textOf } from './nodes';
import type { Value, Values } from './values';

/** An option as a keyword argument or a dictionary's key gives it. */
interface Option {
  readonly name: string;
  readonly value: SyntaxNode;
}

const requests = /^(?:post|put|get|request|stream|fetch|urlopen|Request)$/;
/** Keywords that hold the client itself, so that a call with one that cannot be read is undecided; an HTTP client says nothing. */
const client = /^(?!.*http)(?:(?:\w+_)?client|provider)$/i;
const environment = ['OPENAI_BASE_URL', 'OPENAI_API_BASE'];
const maxDepth = 20;

/** Follows a model to the client that its call goes through, and the client to where it sends. */
export class Clients {
  private depth = 0;
  private readonly known = new Map<number, Route | undefined>();
  private readonly options = new Map<number, readonly Option[]>();
  private readonly addresses: Addresses;
  private agents: { readonly route: Route | undefined } | undefined;

  constructor(
    private readonly values: Values,
    private readonly root: SyntaxNode,
    private readonly imported: ImportedClients,
  ) {
    this.addresses = new Addresses(values);
  }

  /** Where the call or the configuration around an expression sends its model; nothing if the file does not say. */
  routeAround(node: SyntaxNode): Route | undefined {
    for (let at: SyntaxNode | null = node.parent; at; at = at.parent) {
      if (at.type.is('Statement') || at.name === 'Body' || at.name === 'LambdaExpression') return undefined;
      const route =
        at.name === 'DictionaryExpression'
          ? this.dictionaryRoute(at)
          : at.name === 'ArgList' && at.parent?.name === 'CallExpression'
            ? seen(this.callRoute(at.parent))
            : undefined;
      if (route) return route;
    }
    return undefined;
  }

  /** Where the client that an expression holds sends its requests. */
  clientRoute(node: SyntaxNode | undefined): Route | undefined {
    return seen(this.held(node));
  }

  /** The same, or `unreadOf`. */
  private held(node: SyntaxNode | undefined): Route | undefined {
    if (!node || this.depth >= maxDepth) return undefined;
    this.depth++;
    const values = this.values.of(node);
    const held = unanimous(values.map((value) => this.valueRoute(value)));
    const own = (seen(held) && this.makerRoute(node, values)) ?? held;
    const route = seen(own) ?? first(this.values.annotations(node), (annotation) => this.typeRoute(annotation));
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
    const [, list] = value.kind === 'node' && value.node.name === 'CallExpression' ? parts(value.node) : [];
    if (!list) return undefined;
    const isHanded = () => this.values.fields(list).positional.some((each) => !isPlain(each) && this.held(each));
    return this.givenRoute(list) ?? (isHanded() ? undecided : undefined);
  }

  /** What arguments say: options, or a client among those without name. */
  private givenRoute(list: SyntaxNode): Route | undefined {
    const { positional } = this.values.fields(list);
    return (
      this.optionsRoute(this.optionsIn(list)) ??
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
    if (exported === undefined) return this.moduleRoute(specifier);
    return isPackage(specifier) ? undefined : this.imported.route({ specifier, exported });
  }

  /**
   * Where the requests go of what a name stands for, for those who import it: a client, or a function that hands one out or sends requests
   * itself.
   */
  offered(values: readonly Value[]): Route | undefined {
    return seen(
      mostly(values.map((value) => (value.kind === 'import' ? unreadImport(value) : this.valueRoute(value)))),
    );
  }

  /** Where a function sends its requests, or the client that it hands out: by what it hands back, or what that is a part of. */
  private functionRoute(definition: SyntaxNode): Route | undefined {
    const route = (node: SyntaxNode) => this.clientRoute(node) ?? this.held(rootOf(node));
    const read = () => results(definition, this.values.text)?.map((node) => (node === tuple ? undefined : route(node)));
    return this.once(definition, () => mostly(read() ?? []));
  }

  /** `client: AzureOpenAI`. That a name holds an `OpenAI` says nothing: any base URL is possible. */
  private typeRoute(annotation: SyntaxNode): Route | undefined {
    const end = this.values.source(annotation).slice(-longestName);
    const [, name = ''] = /([\w.]+)\W*$/.exec(end.replace(/\s*\|\s*None\b/, '')) ?? [];
    const route = calleeRoute(name);
    return route && route.kind !== 'openai' ? { ...route, evidence: name } : undefined;
  }

  /** Where a call sends, or where the client sends that it makes. */
  private callRoute(call: SyntaxNode): Route | undefined {
    const [callee, list] = parts(call);
    return callee && list && this.once(call, () => this.readCall(callee, list));
  }

  /** Where a configuration says that its model is: `{"model": …, "api_type": "azure"}`. */
  private dictionaryRoute(dictionary: SyntaxNode): Route | undefined {
    return this.once(dictionary, () => this.optionsRoute(this.optionsIn(dictionary)));
  }

  private once(node: SyntaxNode, read: () => Route | undefined): Route | undefined {
    const span = spanOf(node);
    if (this.known.has(span)) return this.known.get(span);
    if (this.depth >= maxDepth) return undefined;
    this.known.set(span, undefined); // What leads back here says nothing new.
    this.depth++;
    const route = read();
    this.depth--;
    this.known.set(span, route);
    return route;
  }

  private readCall(callee: SyntaxNode, list: SyntaxNode): Route | undefined {
    const named = this.nameRoute(callee);
    if (named && named.kind !== 'openai') return named;
    if (this.isTorn(list)) return undecided;
    return (
      this.givenRoute(list) ??
      this.requestRoute(callee, list) ??
      (named ? (this.environmentRoute() ?? named) : this.held(callee)) ??
      (makesAgent(callee, this.values) ? this.defaultRoute() : undefined)
    );
  }

  /** Where OpenAI's Agents SDK sends by default, if the file sets that. */
  private defaultRoute(): Route | undefined {
    this.agents ??= {
      route: unanimous(defaultClients(this.root, this.values).map((each) => this.clientRoute(each))),
    };
    return this.agents.route;
  }

  /** What the callee's own name says, under whatever name it was imported. */
  private nameRoute(callee: SyntaxNode): Route | undefined {
    const values = this.values.of(callee);
    const routes = values.map((value): Route | undefined => {
      if (value.kind === 'import' && value.made) return undefined;
      if (value.kind === 'import') return calleeRoute(importedName(value));
      if (value.kind === 'class') return this.baseRoute(value.scope.node);
      return value.kind === 'unknown' ? calleeRoute(this.values.source(callee)) : undefined;
    });
    return unanimous(routes);
  }

  private baseRoute(definition: SyntaxNode): Route | undefined {
    const bases = definition.getChild('ArgList');
    return bases
      ? first(items(bases), ({ name, value }) => (name || !value ? undefined : this.nameRoute(value)))
      : undefined;
  }

  /** The options in an argument list or a dictionary; those given by name win over those taken apart. */
  private optionsIn(list: SyntaxNode): readonly Option[] {
    const span = spanOf(list);
    const known = this.options.get(span);
    if (known) return known;
    this.options.set(span, []); // What leads back here adds nothing.
    const { named, spreads } = this.values.fields(list);
    const found = new Map<string, SyntaxNode>();
    for (const { value } of spreads)
      for (const { name, value: held } of [...this.spreadOptions(value), ...this.values.members.set(value)])
        found.set(name, held);
    for (const [name, { value }] of named) found.set(name, value);
    const options = [...found].map(([name, value]) => ({ name, value }));
    this.options.set(span, options);
    return options;
  }

  private spreadOptions(node: SyntaxNode): readonly Option[] {
    return this.spread(node).flat();
  }

  /** The options of each dictionary that an expression may be. */
  private spread(node: SyntaxNode): (readonly Option[])[] {
    return this.values.of(node).flatMap((value) => {
      const list = value.kind === 'node' ? fieldList(value.node, this.values.text) : undefined;
      return list ? [this.optionsIn(list)] : [];
    });
  }

  /** Whether options are one of several dictionaries, which lead to different places: `OpenAI(**options_of(connection))`. */
  private isTorn(list: SyntaxNode): boolean {
    return this.values.fields(list).spreads.some(({ value }) => {
      const kinds = this.spread(value).map((options) => this.optionsRoute(options)?.kind);
      return new Set(kinds).size > 1;
    });
  }

  /** What a call's or a client's options say: Azure's own, a provider, a base URL, a client handed over. */
  private optionsRoute(options: readonly Option[]): Route | undefined {
    const nested = first(options, ({ name, value }) =>
      nestedOptions.test(name) ? this.optionsRoute(this.spreadOptions(value)) : undefined,
    );
    return (
      first(options, ({ name, value }) => (isProviderOption(name) ? this.providerRoute(name, value) : undefined)) ??
      azureRoute(options.flatMap(({ name, value }) => (this.isUnset(value) ? [] : [name]))) ??
      (nested?.kind === 'azure' ? nested : undefined) ??
      first(options, ({ name, value }) => (isBaseUrl(name) ? this.urlRoute(value) : undefined)) ??
      nested ??
      first(options, ({ name, value }) =>
        clientOptions.test(name) && !isPlain(value) ? this.handedRoute(name, value) : undefined,
      )
    );
  }

  /** Settings name Azure's options and leave them empty; a dictionary by such a name is an entry of its own. */
  private isUnset(value: SyntaxNode): boolean {
    return /^(?:None|DictionaryExpression)$/.test(value.name) || textOf(value, this.values.text)?.text === '';
  }

  private providerRoute(name: string, value: SyntaxNode): Route | undefined {
    const text = this.values.literal(value);
    return text && providerRoute(name, text.text);
  }

  private handedRoute(name: string, value: SyntaxNode): Route | undefined {
    const route = this.clientRoute(value);
    if (route || !client.test(name)) return route;
    // An object that is made right here, without saying more, goes where its kind goes.
    const held = this.values.of(value);
    return held.length > 0 && held.every(({ kind }) => kind === 'unknown' || kind === 'import') ? undecided : undefined;
  }

  /** Where an address leads; undecided where it is not written in the file. */
  private urlRoute(value: SyntaxNode): Route | undefined {
    return unanimous(this.addresses.of(value).map((address) => hostRoute(address) ?? undecided));
  }

  /** `requests.post("https://…", json={"model": …})`. */
  private requestRoute(callee: SyntaxNode, list: SyntaxNode): Route | undefined {
    if (!requests.test(lastName(this.values.source(callee)))) return undefined;
    const named = this.optionsIn(list).flatMap(({ name, value }) => (name === 'url' ? [value] : []));
    const urls = [...this.values.fields(list).positional.slice(0, 2), ...named];
    // A method or a path may stand in their place.
    return first(urls, (url) =>
      this.addresses.of(url).some((address) => /^(?:https?:|\*)/.test(address)) ? this.urlRoute(url) : undefined,
    );
  }

  /** Where a module used as a client sends: `openai.api_base = …`, `litellm.api_base = …`. */
  private moduleRoute(specifier: string): Route | undefined {
    const routes: (Route | undefined)[] = [];
    for (const [name, members] of this.values.scopes.attributes) {
      if (!isBaseUrl(name) && !isProviderOption(name) && !isAzureOption(name)) continue;
      for (const { object, value } of members) {
        const ours = this.values
          .of(object)
          .some((held) => held.kind === 'import' && held.specifier === specifier && held.exported === undefined);
        if (ours && value && value.name !== 'None') routes.push(this.optionsRoute([{ name, value }]));
      }
    }
    const azure = routes.find((route) => route?.kind === 'azure');
    if (azure || routes.length > 0) return azure ?? unanimous(routes);
    return specifier === 'openai' ? (this.environmentRoute() ?? { kind: 'openai', evidence: specifier }) : undefined;
  }

  /** `os.environ["OPENAI_BASE_URL"] = "…"` holds for every client that names no other. */
  private environmentRoute(): Route | undefined {
    const set = environment.flatMap((name) => this.values.scopes.subscripts.get(name) ?? []);
    const ours = set.filter(({ object, value }) => value && /\benviron$/.test(this.values.source(object)));
    return unanimous(ours.map(({ value }) => this.urlRoute(value as SyntaxNode)));
  }
}

/** What stands for an imported client that is one of several values. */
function unreadImport({ specifier, exported }: Value & { kind: 'import' }): Route | undefined {
  return exported === undefined || isPackage(specifier) ? undefined : unreadOf({ specifier, exported });
}

function first<T, R>(list: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const result = read(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
