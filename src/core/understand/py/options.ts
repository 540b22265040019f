import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import {
  azureRoute,
  clientOptions,
  isBaseUrl,
  isProviderOption,
  nestedOptions,
  providerRoute,
  undecided,
} from '../route';
import { addressRoute } from './addresses';
import type { Clients } from './clients';
import { first } from './first';
import { isPlain, spanOf, textOf } from './nodes';
import type { Values } from './values';

/** An option as a keyword argument or a dictionary's key gives it. */
export interface Option {
  readonly name: string;
  readonly value: SyntaxNode;
}

/** Keywords that hold the client itself, so that a call with one that cannot be read is undecided; an HTTP client says nothing. */
const client = /^(?!.*http)(?:(?:\w+_)?client|provider)$/i;

/** Reads the options of calls, clients and configurations, and where they say that requests go. */
export class Options {
  private readonly known = new Map<number, readonly Option[]>();

  constructor(
    private readonly values: Values,
    private readonly clients: Clients,
  ) {}

  /** The options in an argument list or a dictionary; those given by name win over those taken apart. */
  in(list: SyntaxNode): readonly Option[] {
    const span = spanOf(list);
    const known = this.known.get(span);
    if (known) return known;
    this.known.set(span, []); // What leads back here adds nothing.
    const { named, spreads } = this.values.fields(list);
    const found = new Map<string, SyntaxNode>();
    for (const { value } of spreads)
      for (const { name, value: held } of [...this.spread(value).flat(), ...this.values.members.set(value)])
        found.set(name, held);
    for (const [name, { value }] of named) found.set(name, value);
    const options = [...found].map(([name, value]) => ({ name, value }));
    this.known.set(span, options);
    return options;
  }

  /** The options of each dictionary that an expression may be. */
  private spread(node: SyntaxNode): (readonly Option[])[] {
    return this.values.of(node).flatMap((value) => {
      const list = this.values.fieldList(value);
      return list ? [this.in(list)] : [];
    });
  }

  /** Whether options are one of several dictionaries, which lead to different places: `OpenAI(**options_of(connection))`. */
  isTorn(list: SyntaxNode): boolean {
    return this.values.fields(list).spreads.some(({ value }) => {
      const kinds = this.spread(value).map((options) => this.route(options)?.kind);
      return new Set(kinds).size > 1;
    });
  }

  /** Whether options are taken apart that another file holds, which may have a base URL: `OpenAI(**KWARGS)`. */
  isImported(list: SyntaxNode, seen = new Set<number>()): boolean {
    if (seen.size === seen.add(spanOf(list)).size) return false; // What leads back here adds nothing.
    return this.values.fields(list).spreads.some(({ value }) =>
      this.values.of(value).some((held) => {
        const inner = this.values.fieldList(held);
        return held.kind === 'import' || (inner !== undefined && this.isImported(inner, seen));
      }),
    );
  }

  /** What options say: another provider, Azure's own, a base URL, which says more than OpenAI's name as provider, a client handed over. */
  route(options: readonly Option[]): Route | undefined {
    const nested = first(options, ({ name, value }) =>
      nestedOptions.test(name) ? this.route(this.spread(value).flat()) : undefined,
    );
    const provider = first(options, ({ name, value }) =>
      isProviderOption(name) ? this.providerRoute(name, value) : undefined,
    );
    return (
      (provider?.kind === 'openai' ? undefined : provider) ??
      azureRoute(options.flatMap(({ name, value }) => (this.isUnset(value) ? [] : [name]))) ??
      (nested?.kind === 'azure' ? nested : undefined) ??
      first(options, ({ name, value }) => (isBaseUrl(name) ? addressRoute(value, this.values) : undefined)) ??
      nested ??
      provider ??
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
    const route = this.clients.clientRoute(value);
    if (route || !client.test(name)) return route;
    // An object that is made right here, without saying more, goes where its kind goes.
    const held = this.values.of(value);
    return held.length > 0 && held.every(({ kind }) => kind === 'unknown' || kind === 'import') ? undecided : undefined;
  }
}
