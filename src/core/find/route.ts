import { remember } from '../remember';
import { callArgument, isField } from './callees';
import type { Site, Surrounding } from './lexer/site';
import { isDeployment } from './receivers';
import type { Route } from './reference';

/** `AIProjectClient` and `AgentsClient` are Azure's AI Foundry's. */
const azure = /(?:^|\.)(?:(?:Async)?Azure\w*|createAzure|azure|AIProjectClient|AgentsClient)(?:\.\w+)?$/;
/** Providers that sell others' models, by what libraries call them; `inference` is LiveKit's, `OrchestrationClient` SAP's. TensorZero is a gateway of one's own. */
const gateway =
  /(?:^|\.)(?:\w*(?:[oO]pen[rR]outer|(?<!TensorZero)[gG]ateway)\w*|createOpenAICompatible|\w*GitHubModel\w*|(?:Async)?Bedrock\w*|Orchestration(?:Embedding)?Client|inference\.(?:LLM|STT|TTS))(?:\.\w+)?$/;
/** A layer of the program's own in front of the models, which may ask OpenAI itself: `llmGateway.chat`. */
const ownLayer = /(?:^|\.)(?:llm|model|chat|embedding|openai)_?[gG]ateway\.\w+$/;
/** LiveKit sells the models that its sessions get by provider and name, as `llm`, `stt` or `tts`; an object passed there decides for itself. */
const session = /(?:^|\.)AgentSession$/;
const openai =
  /(?:^|\.)(?:(?:Async)?OpenAI|ChatOpenAI|OpenAIEmbeddings?|OpenAI(?!Like|Compat)\w*(?:Model|Client|Chat|ChatCompletion|TextCompletion|TextEmbedding|MultiModal|Responses|Generator|Embedder|Encoder|EmbeddingFunction|LLM)|text2vec_openai|createOpenAI|openai|openaiResponses)(?:\.\w+)?$/;
/** Pipecat's services, and LiveKit's speech model; settings objects (`OpenAILLMService.Settings(…)`) may be given to a service with another address. */
const voice = /(?:^|\.)OpenAI\w*(?:LLM|STT|TTS|ImageGen)Service$|(?:^|\bopenai\.)realtime\.RealtimeModel$/;

/** Longer names are cut at the beginning: those that repeat these over and over would take quadratic time. */
const maxCalleeLength = 200;

function evidenceOf(callee: string): string {
  return `${callee}(…)`;
}

/** Where the traffic of a client, a model or a provider with this name goes, as far as the name alone says. */
export const calleeRoute = remember((name): Route | undefined => {
  const callee = name.slice(-maxCalleeLength);
  const evidence = evidenceOf(callee);
  if (azure.test(callee)) return { kind: 'azure', evidence };
  if (gateway.test(callee) && !ownLayer.test(callee)) return { kind: 'gateway', evidence };
  return openai.test(callee) || voice.test(callee) ? { kind: 'openai', evidence } : undefined;
});

/**
 * Where a reference's traffic goes, as far as its own string and the calls around it say: a prefix, an Azure spelling, the callee's name,
 * the name that receives it. Variables are left to the second pass.
 * @param replaced the name that a default stands in for
 */
export function routeOf(site: Site, named: Route, replaced?: string): Route {
  if (named.kind === 'azure' || named.kind === 'gateway') return named;
  for (const { kind, callee } of site.around) {
    if (kind !== 'call' || callee === undefined) continue;
    const sold = named.kind === 'openai' && session.test(callee) && /^(?:llm|stt|tts)$/.test(site.name ?? '');
    const route: Route | undefined = sold ? { kind: 'gateway', evidence: evidenceOf(callee) } : calleeRoute(callee);
    if (route && (named.kind === 'unknown' || route.kind !== 'openai')) return route;
  }
  return receiverRoute(site) ?? nameRoute(replaced ?? '') ?? named;
}

const stoodInFor = /([\w$]+)["'`]?[\])]*!?\s*(?:\?\?|\|\||,|\bor)\s*$/;

/** The name that a default stands in for: `process.env.AZURE_DEPLOYMENT ?? "gpt-4o"`, `os.getenv("AZURE_DEPLOYMENT", "gpt-4o")`. */
export function replacedName(lead: string): string | undefined {
  return stoodInFor.exec(lead.slice(-maxCalleeLength))?.[1];
}

/** What the name that receives the model says, or those that receive the objects and lists around it: `azure: { model: "gpt-4o" }`. */
function receiverRoute({ name, around }: Site): Route | undefined {
  const [inner, outer] = around;
  // `OPENROUTER_MODEL = os.getenv("…", "openai/gpt-4o")`: the call passes its default on to the name.
  const hands = inner?.kind === 'call' && (name === undefined ? takesDefault(inner) : name === 'default');
  const told = nameRoute((hands ? outer?.name : name) ?? '');
  if (told) return told;
  for (const [index, { kind }] of around.entries()) {
    if (kind !== 'object' && kind !== 'list') return undefined;
    const owner = nameRoute(around[index + 1]?.name ?? '');
    if (owner) return owner;
  }
  return undefined;
}

/** `os.getenv("…", "gpt-4o")`, and the default of a schema's field: `z.string().default("gpt-4o")`. */
function takesDefault({ callee = '', index }: Surrounding): boolean {
  return callArgument(callee, index) === 'fallback' || callee === 'default' || (index === 0 && isField(callee));
}

/** Where the model is asked, by the name of a variable, a key or a parameter: `OPENROUTER_MODEL`, `azureModel`, a deployment. */
const nameRoute = remember((name): Route | undefined => {
  if (/open_?router|^github_models?(?:_name|_default\w*)?$/i.test(name)) return { kind: 'gateway', evidence: name };
  return isDeployment(name) || /azure/i.test(name) ? { kind: 'azure', evidence: name } : undefined;
});
