import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { isAzureOption, isBaseUrl, providerRoute } from '../route';
import { scopeAt } from './scopes';
import { isNone, type Values } from './values';

/**
 * Where a default leads by those declared beside it, of its function's other parameters or its class's other fields:
 * `def ask(provider="openai", model="gpt-4o")`. Only OpenAI counts, and only if nothing there names another provider or address: settings
 * of several providers may keep a model of OpenAI's for the day when they choose it.
 */
export function declaredRoute(node: SyntaxNode, values: Values): Route | undefined {
  let told: Route | undefined;
  for (const [name, value] of declaredBeside(node, values)) {
    if (isBaseUrl(name) || isAzureOption(name)) {
      if (values.of(value).every(isNone) || values.literal(value)?.text === '') continue;
      return undefined;
    }
    if (!/provider|vendor/i.test(name)) continue;
    told = providerRoute(name, values.literal(value)?.text ?? '');
    if (told?.kind !== 'openai') return undefined;
  }
  return told;
}

function* declaredBeside(
  { parent, from }: SyntaxNode,
  { scopes }: Values,
): Iterable<[name: string, value: SyntaxNode]> {
  const body = parent?.name === 'ParamList' ? parent.parent?.getChild('Body') : undefined;
  const scope = scopeAt(scopes, (body ?? { from }).from);
  if (!body && !(parent?.name === 'AssignStatement' && scope.kind === 'class')) return;
  for (const [name, [declared]] of scope.names) if (declared?.of && declared.node) yield [name, declared.node];
}
