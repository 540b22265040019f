import type { SyntaxNode } from '@lezer/common';
import type { Route } from '../../find/reference';
import { unanimous } from '../agreement';
import { libraryRoute, rememberLast } from '../libraries';
import { isProviderOption } from '../route';
import { lastName } from './calls';
import { calleeOf, listsAround, subscriptOf } from './nodes';
import type { Options } from './options';
import type { Values } from './values';

/** Calls that return their argument, or something that it is the fallback for: `os.getenv("MODEL", "gpt-4o")`. */
export const handsOn = /^(?:dumps|get|getenv)$/;

/** Names of AutoGen's configurations, which agents also take as plain dictionaries. */
const configuration = /(?:^|[._])(?:llm_config|config_list)$/;
const importsAutoGen = rememberLast((file) => /^[ \t]*(?:from|import)[ \t]+(?:autogen|ag2)\b/m.test(file));

/** Where a library sends the model in one of its calls or configurations, unless that names a provider or an address. */
export function libraryAround(node: SyntaxNode, values: Values, options: Options): Route | undefined {
  const isCalled = (list: SyntaxNode, name: RegExp) => {
    const callee = calleeOf(list);
    return callee !== undefined && name.test(lastName(values.source(callee)));
  };
  const [inner, outer] = listsAround(node).filter((list) => !isCalled(list, handsOn));
  if (!inner || options.isOpen(inner)) return undefined;
  if (options.in(inner).some(({ name }) => isProviderOption(name))) return undefined;
  if (inner.name === 'ArgList') return routeByCallee(inner, values);
  if (isConfiguration(inner, values)) return { kind: 'openai', evidence: receiverOf(inner, values) };
  return outer && isCalled(outer, /^LLMConfig$/) ? routeByCallee(outer, values) : undefined;
}

/** Whether a dictionary is one of AutoGen's configurations, whose model is asked even though no call is seen. */
export function isConfiguration(dictionary: SyntaxNode | undefined, values: Values): boolean {
  return (
    dictionary?.name === 'DictionaryExpression' &&
    configuration.test(receiverOf(dictionary, values)) &&
    importsAutoGen(values.text)
  );
}

function routeByCallee(list: SyntaxNode, values: Values): Route | undefined {
  const callee = calleeOf(list);
  // `Agent[Context](…)` makes an agent, too.
  const made = callee && subscriptOf(callee)?.object;
  return unanimous(
    values.of(made ?? callee).map((value) => {
      if (value.kind !== 'import' || value.made || value.exported === undefined) return undefined;
      return libraryRoute(value.specifier, lastName(value.exported), values.text);
    }),
  );
}

/** The key, the keyword or the variable that receives a dictionary, or the list that holds it. */
function receiverOf(dictionary: SyntaxNode, values: Values): string {
  let at = dictionary;
  while (at.parent?.name === 'ArrayExpression') at = at.parent;
  const { parent } = at;
  if (parent?.name === 'AssignStatement') return values.source(parent.firstChild as SyntaxNode);
  const holds = parent?.name === 'ArgList' || parent?.name === 'DictionaryExpression';
  return (holds ? values.fields(parent).nameAt.get(at.from) : undefined) ?? '';
}
