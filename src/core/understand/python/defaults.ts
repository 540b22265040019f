import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { unanimous } from '../agreement';
import { once } from '../once';
import { isAzureOption, isBaseUrl, isProviderOption } from '../route';
import { addressRoute } from './addresses';
import { lastName } from './calls';
import type { Clients } from './clients';
import { blockAround, forEachCall } from './nodes';
import type { Options } from './options';
import { few, type Member } from './scopes';
import type { Value, Values } from './values';

const variables = ['OPENAI_BASE_URL', 'OPENAI_API_BASE'];
const setter = 'set_default_openai_client';

/** Settings that a file makes once for all calls that name no client or address of their own. */
export class Defaults {
  /** Assignments to members that hold an address; absent where each client would have to look through too many. */
  private readonly addresses: readonly Member[] | undefined;
  /** What has been read: the environment, the clients of agents, modules by name. */
  private readonly known = new Map<string, Route | undefined>();

  constructor(
    private readonly values: Values,
    private readonly options: Options,
    private readonly clients: Clients,
  ) {
    this.addresses = few([...values.scopes.attributes].flatMap(([name, members]) => (isBaseUrl(name) ? members : [])));
  }

  /** Where a module used as a client sends: `openai.api_base = …`, `litellm.api_base = …`. */
  ofModule(specifier: string): Route | undefined {
    return once(this.known, `module ${specifier}`, undefined, () => this.readModule(specifier));
  }

  private readModule(specifier: string): Route | undefined {
    const routes: (Route | undefined)[] = [];
    for (const [name, members] of this.values.scopes.attributes) {
      if (!isBaseUrl(name) && !isProviderOption(name) && !isAzureOption(name)) continue;
      for (const { object, value } of members) {
        const ours = this.values
          .of(object)
          .some((held) => held.kind === 'import' && held.specifier === specifier && held.exported === undefined);
        if (ours && value && value.name !== 'None') routes.push(this.options.route([{ name, value }]));
      }
    }
    if (routes.length > 0) return routes.find((route) => route?.kind === 'azure') ?? unanimous(routes);
    return specifier === 'openai' ? (this.ofEnvironment() ?? { kind: 'openai', evidence: specifier }) : undefined;
  }

  /**
   * Where a client's requests go once its address has been set: `client.base_url = …`. If that happens only on a condition, the earlier route
   * still counts.
   */
  afterwards(
    made: Route | undefined,
    isOurs: (value: Value) => boolean,
    block: SyntaxNode | undefined,
  ): Route | undefined {
    if (!this.addresses) return undefined;
    const set = this.addresses.filter(({ object }) => made && this.values.of(object).some(isOurs));
    const always = set.some(({ object }) => blockAround(object)?.from === block?.from);
    const routes = set.map(({ value }) => value && addressRoute(value, this.values));
    return unanimous(always ? routes : [made, ...routes]);
  }

  /** `os.environ["OPENAI_BASE_URL"] = "…"` applies to every client that names no other address. */
  ofEnvironment(): Route | undefined {
    return once(this.known, 'environment', undefined, () => this.readEnvironment());
  }

  private readEnvironment(): Route | undefined {
    const set = variables.flatMap((name) => this.values.scopes.subscripts.get(name) ?? []);
    const ours = set.filter(({ object, value }) => value && /\benviron$/.test(this.values.source(object)));
    return unanimous(ours.map(({ value }) => addressRoute(value as SyntaxNode, this.values)));
  }

  /** Where an agent of OpenAI's Agents SDK sends requests, if the file sets a default client for the SDK. */
  ofAgent(callee: SyntaxNode): Route | undefined {
    const isAgent = this.values
      .of(callee)
      .some((value) => value.kind === 'import' && value.specifier === 'agents' && value.exported === 'Agent');
    const read = () => unanimous(this.agentClients().map((each) => this.clients.clientRoute(each)));
    return isAgent ? once(this.known, 'agents', undefined, read) : undefined;
  }

  private agentClients(): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    if (!this.values.text.includes(`${setter}(`)) return found;
    forEachCall(this.values.root, (callee, list) => {
      if (lastName(this.values.source(callee)) !== setter) return;
      const client = this.values.keyword(list, 'client') ?? this.values.fields(list).positional[0];
      if (client) found.push(client);
    });
    return found;
  }
}
