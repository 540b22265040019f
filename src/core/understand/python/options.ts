import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { unanimous } from '../agreement';
import { first } from '../first';
import { once } from '../once';
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
import { blockAround, isPlain, spanOf, textOf } from './nodes';
import { isNone, type Values } from './values';

/** An option, given as a keyword argument or in a dictionary. */
export interface Option {
  readonly name: string;
  readonly value: SyntaxNode;
  /** It is set on a condition, or in another block. */
  readonly sometimes?: boolean;
}

/** Keywords that hold the client itself: a call is undecided if that cannot be read. An HTTP client says nothing. */
const client = /^(?!.*http)(?:(?:\w+_)?client|provider)$/i;

/** Reads the options of calls, clients and configurations, and the routes that these give. */
export class Options {
  private readonly known = new Map<number, readonly Option[]>();

  constructor(
    private readonly values: Values,
    private readonly clients: Clients,
  ) {}

  /** The options in an argument list or a dictionary; those given by name win over unpacked ones. */
  in(list: SyntaxNode): readonly Option[] {
    return once(this.known, spanOf(list), [], () => {
      const { named, spreads } = this.values.fields(list);
      const found = new Map<string, Option>();
      for (const { value } of spreads) for (const option of this.spread(value).flat()) found.set(option.name, option);
      for (const [name, { value }] of named) found.set(name, { name, value });
      return [...found.values()];
    });
  }

  /** The options of each dictionary that an expression may hold, with those set on it afterwards. */
  private spread(node: SyntaxNode): (readonly Option[])[] {
    const dictionaries = this.values.of(node).flatMap((value) => {
      const list = this.values.fieldList(value);
      return list ? [[...this.in(list), ...this.setOn(node, list)]] : [];
    });
    return dictionaries.length > 0 ? dictionaries : [this.values.members.itemsSetOn(node)];
  }

  /** Options set on a dictionary afterwards, by the name that is unpacked or the name that it was first assigned to. */
  private setOn(node: SyntaxNode, list: SyntaxNode): Option[] {
    const given = list.name === 'ArgList' ? list.parent : list;
    const assigned = given?.parent?.name === 'AssignStatement' ? [given.parent.firstChild as SyntaxNode] : [];
    const block = blockAround(list)?.from;
    return [...assigned, node]
      .flatMap((each) => this.values.members.itemsSetOn(each))
      .map((option) => ({ ...option, sometimes: blockAround(option.value)?.from !== block }));
  }

  /** Whether the options may be one of several dictionaries with different routes: `OpenAI(**options_of(connection))`. */
  isTorn(list: SyntaxNode): boolean {
    return this.values.fields(list).spreads.some(({ value }) => {
      const kinds = this.spread(value).map((options) => this.route(options)?.kind);
      return new Set(kinds).size > 1;
    });
  }

  /** Whether options that cannot be read are unpacked, which may have a base URL: `OpenAI(**KWARGS)`, `OpenAI(**load())`. */
  isOpen(list: SyntaxNode, seen = new Set<number>()): boolean {
    if (seen.size === seen.add(spanOf(list)).size) return false; // What leads back here adds nothing.
    const isUnread = (node: SyntaxNode): boolean =>
      this.values.of(node).some((held) => {
        const inner = this.values.fieldList(held);
        return inner ? this.isOpen(inner, seen) : !isNone(held);
      }) || this.values.members.itemsSetOn(node).some(({ name, value }) => name === '**' && isUnread(value));
    return this.values.fields(list).spreads.some(({ value }) => isUnread(value));
  }

  /** The route by the options. In this order: another provider, Azure's own options, a base URL, OpenAI as the provider, a client. */
  route(options: readonly Option[]): Route | undefined {
    const nested = first(options, ({ name, value }) =>
      nestedOptions.test(name) ? this.route(this.spread(value).flat()) : undefined,
    );
    const provider = first(options, ({ name, value }) =>
      isProviderOption(name) ? this.providerRoute(name, value) : undefined,
    );
    return (
      (provider?.kind === 'openai' ? undefined : provider) ??
      azureRoute(
        options.flatMap(({ name, value }) => (this.isUnset(value) ? [] : [name])),
        provider,
      ) ??
      (nested?.kind === 'azure' ? nested : undefined) ??
      first(options, ({ name, value, sometimes }) => {
        const route = isBaseUrl(name) ? addressRoute(value, this.values) : undefined;
        return sometimes ? unanimous([route, undefined]) : route;
      }) ??
      nested ??
      provider ??
      first(options, ({ name, value }) =>
        clientOptions.test(name) && !isPlain(value) ? this.handedRoute(name, value) : undefined,
      )
    );
  }

  /** Whether an option is left empty, as settings leave Azure's; a dictionary of such a name is an entry of its own. */
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
    // An object made right here goes where its class goes.
    const held = this.values.of(value);
    return held.length > 0 && held.every(({ kind }) => kind === 'unknown' || kind === 'import') ? undecided : undefined;
  }
}
