import type { Language, ModelReference, Route } from '../find/reference';
import { isDeeperThan } from './depth';
import type { ImportedRoutes } from './imported-clients';
import { purposeOf } from './purpose';
import { isNamedDeployment, undecided } from './route';
import { mayBeTried } from './tree-fields';
import { limits, type Understanding } from './understanding';

/**
 * The second pass: reads a text's syntax tree to refine what the first pass found. Each language's parser is loaded when it is first needed.
 * Answers nothing where the text does not parse or is beyond `limits`: the caller then keeps its last good answer.
 * @param routes of clients that the text imports; see `Understanding.asked`
 * @param isProgram whether the text is run rather than imported, so that its own calls decide what its functions are passed
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

/** Resellers, and Stanford's CRFM, that use the prefix by which libraries mean OpenAI itself. */
const sellers = /open[-_ ]?router|ai[-_ ]?gateway|ai-sdk\/gateway|crfm/i;

/**
 * JavaScript libraries that ask OpenAI itself for a model with that prefix, or OpenAI's key. Other JavaScript code mostly passes such a name
 * to OpenRouter or to the AI SDK, which asks Vercel’s gateway, in another file; Python’s libraries ask OpenAI.
 */
const askers = /mastra|stagehand|mirascope|litellm|openai_?api_?key/i;

/** Leaves the route of the prefix `openai/` undecided in files where it may just as well be a reseller's. */
function withoutPrefixes(
  text: string,
  language: Language,
  references: readonly ModelReference[],
): readonly ModelReference[] {
  const isByPrefix = ({ route }: ModelReference) => route.evidence === 'openai/';
  // Most files have none and need not be searched.
  if (!references.some(isByPrefix)) return references;
  if (!sellers.test(text) && (language === 'python' || askers.test(text))) return references;
  return references.map((each) => (isByPrefix(each) ? { ...each, route: undecided } : each));
}

/** Why a text has no second pass: it is beyond the limits, or its grammar is broken. A rough answer, for a message to the user. */
export function refusalOf(text: string): 'long' | 'deep' | 'broken' {
  if (text.length > limits.characters) return 'long';
  return isDeeperThan(text, limits.depth) ? 'deep' : 'broken';
}

/**
 * Whether parsing a text may say more about its references. A list's model may be asked in a loop, but other mentions are never sent, and
 * what is Azure's by its own name goes nowhere else, unless that only speaks of a deployment.
 */
export function needsTree(references: readonly ModelReference[]): boolean {
  const mayGoElsewhere = (route: Route) => route.kind !== 'azure' || isNamedDeployment(route);
  return references.some(
    (reference) => (reference.role === 'use' && mayGoElsewhere(reference.route)) || mayBeTried(reference),
  );
}

/** Adds what can be said without a tree: what the call is for, by its callee. */
export function withoutTree(reference: ModelReference): ModelReference {
  const purpose = purposeOf(reference.callee ?? '');
  return purpose ? { ...reference, purpose } : reference;
}
