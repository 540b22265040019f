import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { once } from '../once';
import { isAzureOption, isBaseUrl, providerRoute } from '../route';
import { scopeAt, type Scope } from './scopes';
import { isNone, type Values } from './values';

/**
 * Where a default leads by those declared beside it, of its function's other parameters or its class's other fields:
 * `def ask(provider="openai", model="gpt-4o")`. Only OpenAI counts, and only if nothing there names another provider or address: settings
 * of several providers may keep a model of OpenAI's for the day when they choose it.
 */
export class Declarations {
  private readonly known = new Map<Scope, Route | undefined>();

  constructor(private readonly values: Values) {}

  routeOf(node: SyntaxNode): Route | undefined {
    const scope = this.scopeDeclaring(node);
    return scope && once(this.known, scope, undefined, () => this.read(scope));
  }

  /** The function or class that a default belongs to. */
  private scopeDeclaring({ parent, from }: SyntaxNode): Scope | undefined {
    const body = parent?.name === 'ParamList' ? parent.parent?.getChild('Body') : undefined;
    const scope = scopeAt(this.values.scopes, (body ?? { from }).from);
    return body || (parent?.name === 'AssignStatement' && scope.kind === 'class') ? scope : undefined;
  }

  private read({ names }: Scope): Route | undefined {
    let told: Route | undefined;
    for (const [name, [declared]] of names) {
      if (!declared?.of || !declared.node) continue;
      const value = declared.node;
      if (isBaseUrl(name) || isAzureOption(name)) {
        if (this.values.of(value).every(isNone) || this.values.literal(value)?.text === '') continue;
        return undefined;
      }
      if (!/provider|vendor/i.test(name)) continue;
      told = providerRoute(name, this.values.literal(value)?.text ?? '');
      if (told?.kind !== 'openai') return undefined;
    }
    return told;
  }
}
