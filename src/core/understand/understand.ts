import type { Language, ModelReference } from '../find/reference';
import { isDeeperThan } from './depth';
import type { ImportedRoutes } from './imported-clients';
import { importedWords, importsClient } from './imports';
import { purposeOf } from './purpose';
import { limits, type Understanding } from './understanding';

/**
 * The second pass, each language's parser loaded when it is first needed.
 * Answers nothing where the text does not parse or is beyond `limits`: what the first pass says then stands.
 */
export async function understand(
  text: string,
  language: Language,
  references: readonly ModelReference[],
  routes?: ImportedRoutes,
): Promise<Understanding | undefined> {
  if (text.length > limits.characters) return undefined;
  if (language === 'python') {
    const { understandPython } = await import('./python');
    return understandPython(text, references, routes);
  }
  const { understandJavaScript } = await import('./javascript');
  return understandJavaScript(language)(text, references, routes);
}

/** Why a text has no second pass: it is beyond the limits, or its grammar is broken. Roughly read: for words to a person. */
export function refusalOf(text: string): 'long' | 'deep' | 'broken' {
  if (text.length > limits.characters) return 'long';
  return isDeeperThan(text, limits.depth) ? 'deep' : 'broken';
}

/**
 * Words without which no text sends its traffic anywhere but to OpenAI: clients and options of other hosts, and libraries whose plain model
 * strings go through a gateway. Where none stands, parsing tells nothing of routes.
 */
const elsewhere =
  /azure|base_?(?:url|path)|(?:api|server|proxy)_?url|api_?host|api_?base|api_?type|endpoint|openrouter|compatible|gateway|litellm|portkey|helicone|github|provider|vendor|with_?options|\bfrom ['"]ai['"]/i;

/** An address of OpenAI's that is written out: only a tree shows which calls go there. */
const written = /\bapi\.openai\.com\b/;

const client = /\b(?:Async)?OpenAI\s*\(|^[ \t]*import openai\b/m;
/** The endpoints of today's clients, then those of the module before 2024. */
const endpoint =
  /\b(?:chat|completions|responses|embeddings|images|speech|transcriptions|translations|moderations|assistants|runs|batches|jobs|evals|sessions|videos|clientSecrets|client_secrets)\.(?:\w+\.)?(?:create|parse|stream|generate|edit|run|runTools|connect|create_\w+)$|\bopenai\.(?:(?:ChatCompletion|Completion|Embedding|Image|Moderation|Edit|FineTune|FineTuningJob)\.a?create|Audio\.a?(?:transcribe|translate))$/;
/** Functions that are given a client and a model. */
const wrapper = /(?:^|\.)(?:from_openai|wrap_openai|wrapOpenAI|observeOpenAI)$/;

/**
 * What needs no tree to be said: in a text that knows no other host, the calls of OpenAI's endpoints go through the client it makes; and
 * what a call is for, its callee tells.
 */
export function withoutTree(text: string, references: readonly ModelReference[]): ModelReference[] {
  const only = !elsewhere.test(text) && client.test(text);
  const imported = only ? importedWords(text) : new Set<string>();
  return references.map((reference) => {
    const { route, role, callee = '' } = reference;
    const through =
      only &&
      route.kind === 'unknown' &&
      route.from === undefined &&
      role === 'use' &&
      (wrapper.test(callee) || (endpoint.test(callee) && !imported.has(callee.split('.', 1)[0] as string)));
    const purpose = purposeOf(callee);
    return {
      ...reference,
      ...(through && { route: { kind: 'openai', evidence: 'OpenAI(…)' } }),
      ...(purpose && { purpose }),
    };
  });
}

/** Whether parsing the text may change what the first pass said of a route. */
export function mayGoElsewhere(text: string, language: Language, references: readonly ModelReference[]): boolean {
  const open = references.some(({ role, route }) => role === 'use' && route.kind !== 'azure');
  return open && (elsewhere.test(text) || written.test(text) || importsClient(text, language));
}
