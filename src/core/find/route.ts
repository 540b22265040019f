import { remember } from '../remember';
import type { Site } from './lexer/site';
import { isDeployment } from './receivers';
import type { Route } from './reference';

const azure = /(?:^|\.)(?:(?:Async)?Azure\w*|createAzure|azure)(?:\.\w+)?$/;
const gateway =
  /(?:^|\.)(?:\w*OpenRouter\w*|openrouter|createOpenAICompatible|createGateway|gateway|\w*GitHubModels?\w*|(?:Async)?Bedrock\w*)(?:\.\w+)?$/;
const openai =
  /(?:^|\.)(?:(?:Async)?OpenAI|ChatOpenAI|OpenAIEmbeddings?|OpenAI(?!Like|Compat)\w*(?:Model|Client|Chat|ChatCompletion|Responses|Generator|Embedder)|createOpenAI|openai|openaiResponses)(?:\.\w+)?$/;

/** Where the traffic of a client, a model or a provider of this name goes, as far as the name alone says. */
export const calleeRoute = remember((callee): Route | undefined => {
  const evidence = `${callee}(…)`;
  if (azure.test(callee)) return { kind: 'azure', evidence };
  if (gateway.test(callee)) return { kind: 'gateway', evidence };
  return openai.test(callee) ? { kind: 'openai', evidence } : undefined;
});

/**
 * Where a reference's traffic goes, as far as its own string and the calls around it say: a prefix, an Azure spelling, the callee's name,
 * a deployment argument. What variables say is for the second pass.
 */
export function routeOf(site: Site, named: Route): Route {
  if (named.kind === 'azure' || named.kind === 'gateway') return named;
  for (const { kind, callee } of site.around) {
    if (kind !== 'call' || callee === undefined) continue;
    const route = calleeRoute(callee);
    if (route && (named.kind === 'unknown' || route.kind !== 'openai')) return route;
  }
  if (named.kind === 'unknown' && isDeployment(site.name ?? '')) return { kind: 'azure', evidence: site.name ?? '' };
  return named;
}
