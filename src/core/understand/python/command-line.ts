import type { SyntaxNode } from '@lezer/common';
import { append } from '../../group-by';
import { readFields } from './fields';
import { decoratorNames, decoratorsOf, forEachCall, textOf } from './nodes';
import type { Definition } from './scopes';
import type { Value, Values } from './values';

/** The defaults of command-line options (argparse's `add_argument`), by the attribute that holds the option. */
export function commandLineDefaults(root: SyntaxNode, text: string): ReadonlyMap<string, SyntaxNode[]> {
  const found = new Map<string, SyntaxNode[]>();
  if (!text.includes('add_argument(')) return found;
  forEachCall(root, (callee, list) => {
    if (!text.slice(callee.from, callee.to).endsWith('.add_argument')) return;
    const value = readFields(list, text).named.get('default')?.value;
    const destination = destinationOf(list, text);
    if (value && destination !== undefined) append(found, destination, value);
  });
  return found;
}

/** `dest=`, or else the first long option, or else the first name; hyphens become underscores. */
function destinationOf(list: SyntaxNode, text: string): string | undefined {
  const { named, positional } = readFields(list, text);
  const destination = named.get('dest');
  const given = destination && textOf(destination.value, text)?.text;
  if (given !== undefined) return given;
  const names = positional.map((value) => textOf(value, text)?.text ?? '');
  const name = names.find((each) => each.startsWith('--')) ?? names[0];
  return name?.replace(/^-+/, '').replaceAll('-', '_');
}

/** What a framework passes for a parameter without default: click's `@option("--name", default=…)`, or pytest's fixture of that name. */
export function outside(values: Values, { of, name }: Definition): readonly Value[] | undefined {
  if (!of || name === undefined) return undefined;
  const { text } = values;
  for (const decorator of decoratorsOf(of)) {
    const list = decorator.getChild('ArgList');
    if (!list || !/\.(?:option|argument)\(/.test(text.slice(decorator.from, list.from + 1))) continue;
    const value = destinationOf(list, text) === name ? values.keyword(list, 'default') : undefined;
    if (value) return values.of(value);
  }
  const fixture = values.scopes.all[0]?.names.get(name)?.find(({ kind }) => kind === 'function')?.node;
  const isFixture = fixture && decoratorNames(fixture, text).some((each) => /\bfixture$/.test(each));
  return isFixture ? values.returned(fixture) : undefined;
}
