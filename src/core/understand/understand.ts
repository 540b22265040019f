import type { Language, ModelReference } from '../find/reference';
import { isDeeperThan } from './depth';
import type { ImportedRoutes } from './imported-clients';
import { purposeOf } from './purpose';
import { undecided } from './route';
import { limits, type Understanding } from './understanding';

/**
 * The second pass: reads a text's syntax tree to refine what the first pass found. Each language's parser is loaded when it is first needed.
 * Answers nothing where the text does not parse or is beyond `limits`: the caller then keeps its last good answer.
 * @param routes of clients that the text imports; see `Understanding.asked`
 * @param isProgram whether the text is run rather than imported, so that its own calls tell what its functions are given
 */
export async function understand(
  text: string,
  language: Language,
  references: readonly ModelReference[],
  routes?: ImportedRoutes,
  isProgram = false,
): Promise<Understanding | undefined> {
  if (text.length > limits.characters) return undefined;
  const first = withoutPrefixes(text, language, references);
  if (language === 'python') {
    const { understandPython } = await import('./python');
    return understandPython(text, first, routes, isProgram);
  }
  const { understandJavaScript } = await import('./javascript');
  return understandJavaScript(text, language, first, routes);
}

/** Those that sell OpenAI's models under the prefix that libraries say OpenAI by. */
const sellers = /open[-_ ]?router|ai[-_ ]?gateway|ai-sdk\/gateway/i;

/**
 * What asks OpenAI itself for a model with that prefix in JavaScript, and whose key it needs. All other code there mostly hands it on to
 * OpenRouter or the AI SDK, which asks Vercel’s gateway, in another file; Python’s libraries ask OpenAI.
 */
const askers = /mastra|stagehand|mirascope|litellm|openai_?api_?key/i;

/** Where others take the prefix `openai/`, too, it does not say whom the model is asked of. */
function withoutPrefixes(
  text: string,
  language: Language,
  references: readonly ModelReference[],
): readonly ModelReference[] {
  const isByPrefix = ({ route }: ModelReference) => route.evidence === 'openai/';
  // Most files have none, and need not be read to their end for it.
  if (!references.some(isByPrefix)) return references;
  if (!sellers.test(text) && (language === 'python' || askers.test(text))) return references;
  return references.map((each) => (isByPrefix(each) ? { ...each, route: undecided } : each));
}

/** Why a text has no second pass: it is beyond the limits, or its grammar is broken. Roughly read: for words to a person. */
export function refusalOf(text: string): 'long' | 'deep' | 'broken' {
  if (text.length > limits.characters) return 'long';
  return isDeeperThan(text, limits.depth) ? 'deep' : 'broken';
}

/**
 * Whether parsing a text may tell more of what stands in it: what a list offers may be asked in a loop, other mentions go nowhere, and what
 * goes to Azure by its own name goes nowhere else.
 */
export function needsTree(references: readonly ModelReference[]): boolean {
  return references.some(
    ({ context, role, route }) => (role === 'use' && route.kind !== 'azure') || context === 'list',
  );
}

/** What of a reference can be said without a tree: what its call is for, by the callee. */
export function withoutTree(reference: ModelReference): ModelReference {
  const purpose = purposeOf(reference.callee ?? '');
  return purpose ? { ...reference, purpose } : reference;
}
