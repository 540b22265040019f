import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { calleeRoute } from '../../find/route';
import { lastPart } from '../../last-part';
import { agreed, mostly, unanimous } from '../agreement';
import { first } from '../first';
import { unlessUnread, type ImportedClients } from '../imported-clients';
import { once } from '../once';
import { isWorkspaceModule, mayBeWorkspaceModule } from '../resolve';
import { clientOptions, decided, undecided } from '../route';
import type { Follower, Source } from './follow';
import { addressRoute } from './addresses';
import { isClass, ownConstructor, superCall } from './classes';
import { isOpen, objectIn, optionsIn, optionsRoute } from './options';
import type { Call, ClassNode, FunctionNode, Node, Tree } from './tree';
import { blockAround, classAround, dotted, isCall, isFunction, isNothing, keyOf, memberName, unwrap } from './tree';
import { declaredRoute } from './types';

const maxDepth = 20;
/** Calls whose first argument is the address of the request. */
const addressed = /^(?:\$?fetch|[a-z]+-fetch|axios|post|request|OpenAIClient)$/;
/** Sockets and wrappers of `fetch`, whose first argument may be the address. Where it cannot be read, the rest of the call decides. */
const maybeAddressed = /Socket$|^(?:ws|WS|fetch[A-Z]\w*|\w+Fetch)$/;
/** Calls that may take the address among their options: `axios({ url, data })`, `this.helpers.httpRequest({ url, body })`. */
const requests = /^(?:axios|ajax|request(?:Url)?|\w+Request)$/;

/** Says where the requests of a client, provider or model object go, judging by how the file makes it. */
export class Clients {
  private readonly known = new Map<Node, Route | undefined>();

  constructor(
    private readonly tree: Tree,
    private readonly follower: Follower,
    private readonly imported: ImportedClients,
  ) {}

  /** Where an expression's requests go if it is a client, `unreadOf` included; nothing if it is none or cannot be followed. */
  private of(node: Node, depth = 0): Route | undefined {
    if (depth > maxDepth || !this.tree.spend()) return undefined;
    const route = agreed(this.follower.follow(node).map((source) => this.source(source, depth + 1)));
    return unlessUnread(route) ?? declaredRoute(node, this.tree) ?? route;
  }

  /** Where a call's requests go, by the client that it is called on, creates or is given. */
  through(call: Call): Route | undefined {
    return unlessUnread(this.call(call, 0));
  }

  private call(call: Call, depth: number): Route | undefined {
    const isOurs = ({ node }: Source) => node === call;
    return once(this.known, call, undefined, () => this.afterwards(this.read(call, depth), call, isOurs));
  }

  /**
   * Where a client's requests go once its address has been set: `client.baseURL = …`. If that happens only on a condition, the earlier route
   * still counts.
   */
  private afterwards(made: Route | undefined, at: Node, isOurs: (source: Source) => boolean): Route | undefined {
    if (!made) return undefined;
    const set = this.tree.addresses.filter(({ object }) => this.follower.follow(object).some(isOurs));
    const always = set.some(({ assignment }) => blockAround(assignment) === blockAround(at));
    const routes = set.map(({ assignment }) => addressRoute(assignment.right, this.follower));
    return unanimous(always ? routes : [made, ...routes]);
  }

  private source({ node, path, module }: Source, depth: number): Route | undefined {
    if (module !== undefined) {
      const name = path[0] === 'default' && node.type === 'Identifier' ? node.name : path[0];
      const outside = this.elsewhere(module, path);
      if (isWorkspaceModule(module)) return outside;
      return unlessUnread(outside) ?? (name === undefined ? undefined : calleeRoute(name));
    }
    if (isCall(node)) return this.call(node, depth);
    if (node.type === 'LogicalExpression') {
      return agreed([this.of(node.left, depth), this.of(node.right, depth)]);
    }
    if (node.type === 'ConditionalExpression') {
      return agreed([this.of(node.consequent, depth), this.of(node.alternate, depth)]);
    }
    if (node.type === 'ThisExpression') return this.self(node, depth);
    return node.type === 'Identifier' ? declaredRoute(node, this.tree) : undefined;
  }

  /** Where a class goes that extends one of OpenAI's own package, with what its constructor passes on: `this.responses.create(…)`. */
  private self(node: Node, depth: number): Route | undefined {
    const owner = classAround(node);
    const made = owner && ownConstructor(owner);
    const given = made && superCall(made);
    if (!given || !owner.superClass) return undefined;
    const isOpenAIs = ({ module }: Source) => module === 'openai';
    return this.follower.follow(owner.superClass).every(isOpenAIs) ? this.inherited(owner, given, depth) : undefined;
  }

  /** Where another file says that the requests of one of its exports go. */
  private elsewhere(specifier: string, path: readonly string[]): Route | undefined {
    if (!mayBeWorkspaceModule(specifier)) return undefined;
    return this.imported.route({ specifier, exported: path.join('.') });
  }

  /**
   * Where the requests of an export go, for the files that import it. It may be a client, or a function that returns one or sends requests
   * itself.
   */
  offered(node: Node, path: readonly string[]): Route | undefined {
    const routes = this.follower.follow(node, path).map((source) => {
      if (isFunction(source.node)) return this.returned(source.node);
      return source.path.length > 0 ? undefined : this.source(source, 0);
    });
    return unlessUnread(agreed(routes));
  }

  private read(call: Call, depth: number): Route | undefined {
    const callee = unwrap(call.callee);
    // With `new`, the class decides rather than the module it is a member of: `new openai.AzureOpenAI()`.
    if (callee.type === 'MemberExpression' && call.type === 'CallExpression') {
      const owner = this.isOwnMethod(callee) ? undefined : unlessUnread(this.of(callee.object, depth + 1));
      if (owner) return memberName(callee) === 'withOptions' ? (this.options(call) ?? owner) : owner;
    }
    const sources = this.follower.follow(callee);
    const made = agreed(sources.map((source) => this.made(call, source, depth)));
    return unlessUnread(made) ?? this.given(call, depth) ?? made;
  }

  /** Whether a class calls a method of its own, which may ask anybody: `this.ask(…)`. */
  private isOwnMethod(callee: TSESTree.MemberExpression): boolean {
    return callee.object.type === 'ThisExpression' && this.follower.follow(callee).some(({ node }) => isFunction(node));
  }

  /** The route of what a function returns. `null` does not count: no request goes through it. */
  private returned(node: FunctionNode, depth?: number): Route | undefined {
    const values = this.tree.returns(node).filter((value) => !isNothing(unwrap(value)));
    return mostly(values.map((value) => this.of(value, depth)));
  }

  /** The route by the callee itself: a client class, a factory, a provider function, or a function of this file. */
  private made(call: Call, source: Source, depth: number): Route | undefined {
    const { node, path, module } = source;
    if (isFunction(node)) return this.returned(node, depth + 1);
    if (isClass(node)) return this.inherited(node, call, depth);
    if (isCall(node) && module === undefined) return this.call(node, depth + 1);
    const own = this.tree.variableOf(node) && module === undefined;
    // A parameter, whose name promises nothing; the address that it is called with may: `http.post("https://…")`.
    if (own) return decided(this.address(dotted(call.callee), call));
    const [exported, ...rest] = path;
    const named = module === undefined ? path : exported === 'default' ? rest : path;
    const root = node.type === 'Identifier' && (module === undefined || exported === 'default') ? [node.name] : [];
    const name = [...root, ...named].join('.') || dotted(call.callee);
    const outside = module === undefined ? undefined : this.elsewhere(module, path);
    const told = unlessUnread(outside);
    if (module === undefined || (!told && !isWorkspaceModule(module))) {
      return this.built(call, name, module ?? '', depth);
    }
    // A client passed as an argument outweighs the callee's own.
    return this.built(call, name, '', depth, told && (this.given(call, depth) ?? told)) ?? outside;
  }

  /** A class of this file goes where its superclass goes, with the options passed to `super(…)` or to itself. */
  private inherited(node: ClassNode, call: Call, depth: number): Route | undefined {
    if (!node.superClass || depth > maxDepth) return undefined;
    const [source] = this.follower.follow(node.superClass);
    const base = source && source.node !== node ? this.made(call, source, depth + 1) : undefined;
    const isThis = ({ node: object }: Source) => object.type === 'ThisExpression' && classAround(object) === node;
    const own = this.afterwards(base, node, isThis);
    if (!own) return undefined;
    const made = ownConstructor(node);
    const given = made && superCall(made);
    return (given && this.options(given)) ?? own;
  }

  /**
   * The route by the callee's name and package, and by the options and clients among the arguments.
   * @param from the package that exports the callee, empty where none does
   * @param told the callee's route, where another file says it
   */
  private built(call: Call, name: string, from: string, depth: number, told?: Route): Route | undefined {
    const azure = /azure/i.test(from);
    // A class or factory of a library's package for OpenAI: `OpenAIEmbedding` of `@llamaindex/openai`.
    const ofOpenAI: Route = { kind: 'openai', evidence: `${name}(…)` };
    const byName = calleeRoute(name) ?? (/openai/i.test(from) && /openai/i.test(name) ? ofOpenAI : undefined);
    const base: Route | undefined =
      told ?? (azure && byName?.kind !== 'azure' ? { kind: 'azure', evidence: from } : byName);
    // Compiled code calls `node-fetch` as `(0, node_fetch_1.default)(…)`.
    const options = this.options(call) ?? this.address(name.endsWith('.default') ? from : name, call);
    if (base?.kind === 'azure' && !(azure && options?.kind === 'openai')) return base;
    if (options && !(options.kind === 'unknown' && base?.kind === 'gateway')) return options;
    if (!base || told) return base;
    return this.given(call, depth) ?? (base.kind === 'openai' && this.isOpen(call, name) ? undecided : base);
  }

  /** The route of a client among the arguments: `wrapOpenAI(client)`, `Instructor({ client })`, `new OpenAIResponsesModel(client, "gpt-4o")`. */
  private given(call: Call, depth: number): Route | undefined {
    const candidates: Node[] = [];
    for (const argument of call.arguments) {
      if (argument.type === 'SpreadElement') continue;
      const object = objectIn(argument, this.follower);
      if (!object) candidates.push(argument);
      for (const entry of object?.properties ?? []) {
        if (entry.type === 'Property' && clientOptions.test(keyOf(entry) ?? '')) candidates.push(entry.value);
      }
    }
    return agreed(
      candidates
        .filter((node) => this.follower.follow(node).every((source) => source.node.parent?.type !== 'AwaitExpression'))
        .map((node) => unlessUnread(this.of(node, depth + 1))),
    );
  }

  /** Whether a call that makes a client passes options that cannot be read. Other calls do not count: their arguments may be model names. */
  private isOpen(call: Call, name: string): boolean {
    const makes = call.type === 'NewExpression' || call.callee.type === 'Super' || /(?:^|\.)create[A-Z]\w*$/.test(name);
    return makes && call.arguments.some((argument) => isOpen(argument, this.follower));
  }

  private options(call: Call): Route | undefined {
    return first(call.arguments, (argument) =>
      argument.type === 'SpreadElement' ? undefined : optionsRoute(argument, this.follower),
    );
  }

  private address(name: string, { arguments: [argument] }: Call): Route | undefined {
    if (!argument || argument.type === 'SpreadElement') return undefined;
    const last = lastPart(name);
    const isUrl = ({ name: option = '' }) => /^(?:ur[il]|host(?:name)?)$/.test(option);
    const url = requests.test(last) ? optionsIn(argument, this.follower).find(isUrl) : undefined;
    if (url) return addressRoute(url.value, this.follower);
    if (addressed.test(last)) return addressRoute(argument, this.follower);
    return maybeAddressed.test(last) ? decided(addressRoute(argument, this.follower)) : undefined;
  }
}
