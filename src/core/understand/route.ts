import type { ModelReference, Route } from '../find/reference';

/**
 * What both languages go by to tell where traffic goes: hosts, clients' options, names of arguments that hold a client. A callee's own name
 * is judged by `calleeRoute` of the first pass.
 */

/** The route of a client whose destination cannot be read: its base URL comes from the environment, say. */
export const undecided: Route = { kind: 'unknown' };

/** A route, unless it is undecided. */
export function decided(route: Route | undefined): Route | undefined {
  return route?.kind === 'unknown' ? undefined : route;
}

const own = /^(?:[a-z]{2,3}\.)?api\.openai\.com$/;
const azure =
  /\.(?:openai|cognitiveservices)\.azure\.(?:com|us|cn)$|(?<!^models\.inference)\.ai\.azure\.com$|^(?:openai|cognitiveservices)\.azure\.com$/;
const address =
  /^(?:(?:https?|wss?):)?\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)|^((?:(?:[\w-]+|\*)\.)+[a-z]{2,}|localhost)(?=[:/]|$)/i;

/**
 * Where requests to a base URL go; `*` stands for what is filled in at run time (`https://*.openai.azure.com`). Answers `undecided` where the
 * host itself is filled in, nothing where the text is no address.
 */
export function hostRoute(url: string): Route | undefined {
  const match = address.exec(url.trim());
  const host = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (host === undefined) return url.startsWith('*') ? undecided : undefined;
  if (own.test(host)) return { kind: 'openai', evidence: host };
  if (azure.test(host)) return { kind: 'azure', evidence: host };
  return /^[*.]*$/.test(host) ? undecided : { kind: 'gateway', evidence: host };
}

const owner = /[\w-]*(?:azure|open_?router)[\w-]*/i;
/** Longer names are cut, because searching for `owner` takes time quadratic in their length. */
const maxNamesLength = 200;

/** The route of an address known only at run time, by the names of the variable or setting that holds it: `env.AZURE_OPENAI_ENDPOINT`. */
export function ownerRoute(names: string): Route | undefined {
  const [evidence] = owner.exec(names.slice(0, maxNamesLength)) ?? [];
  return evidence === undefined ? undefined : { kind: /azure/i.test(evidence) ? 'azure' : 'gateway', evidence };
}

/**
 * What is told of an entry by those beside it. Settings of several providers have a model for each, and neither OpenAI's address nor OpenAI as
 * the provider that is chosen says anything of `openrouterModel`.
 * @param key the entry's own
 */
export function besideRoute(key: string, told: Route | undefined): Route | undefined {
  return told?.kind === 'openai' && ownerRoute(key) ? undefined : told;
}

/** Hosts that run models of their own, or are paid for those of others; also by the names of variables and providers that speak of them. */
const sellers =
  /open_?router|github|(?:^|\.)(?:azure\.com|vercel\.sh|lovable\.dev|anthropic\.com|googleapis\.com|amazonaws\.com|groq\.com|together\.(?:ai|xyz)|fireworks\.ai|deepinfra\.com|mistral\.ai|deepseek\.com|x\.ai|perplexity\.ai|cohere\.(?:ai|com)|nvidia\.com|huggingface\.co|moonshot\.(?:ai|cn)|aliyuncs\.com|bigmodel\.cn|siliconflow\.(?:cn|com))$/i;
const host = /^(?:\[[\da-f:]+\]|[\w*-]+(?:\.[\w*-]+)*)$/;
const litellm = /litellm[-_]proxy|\blitellm$/i;

/**
 * Whether a route leads to a server that may pass requests on to OpenAI with the program's own key: a host that is not known to sell models,
 * such as `localhost`, or a proxy of the program's own by its name.
 */
export function mayPassOn({ kind, evidence = '' }: Route): boolean {
  return kind === 'gateway' && (litellm.test(evidence) || (host.test(evidence) && !sellers.test(evidence)));
}

const baseUrl =
  /^(?:(?:openai|azure|azure_?openai|llm|server|proxy|default)?_?(?:api)?_?(?:base|base_?url|base_?path|endpoint)|api_?(?:url|host)|server_?url|proxy_?url)$/i;
const azureOption = /^azure_?(?:open_?ai(?!$)|ad_?token|endpoint|deployment)|^api-version$/i;
const providerOption =
  /^(?:(?:model_?|custom_?llm_?|llm_?)?provider(?:_?(?:name|id))?|vendor|(?:openai_?)?api_?type)$/i;

/** Whether a client's option holds the address of its requests: `baseURL`, `base_url`, `openai_api_base`, `azureOpenAIBasePath`. */
export function isBaseUrl(option: string): boolean {
  return baseUrl.test(option);
}

/**
 * Whether an option only makes sense for Azure, whatever its value: `azureOpenAIApiKey`, `azure_ad_token_provider`, the `api-version` of
 * `defaultQuery`. The provider's name by itself is an entry of several: `{ openai: "gpt-4o", azure_openai: "gpt-4o" }`.
 */
export function isAzureOption(option: string): boolean {
  return azureOption.test(option);
}

const azureEndpoint = /^azure_?(?:open_?ai_?)?endpoint$/i;
const azureKey = /^azure_?(?:open_?ai_?)?(?:api_?)?key$/i;
const otherKey = /^(?:open_?ai_?)?api_?key$/i;
const otherModel = /^open_?ai_?\w*model/i;

/**
 * Azure's route, if one of the options that are set is Azure's. `undecided` where another key or address stands beside Azure's (no client
 * takes two addresses), or OpenAI is named as the provider or with a model of its own, `openaiModel`: such settings serve several providers
 * and do not say which one is asked.
 */
export function azureRoute(options: readonly string[], provider?: Route): Route | undefined {
  const evidence = options.find(isAzureOption);
  if (evidence === undefined) return undefined;
  const some = (is: (name: string) => boolean): boolean => options.some((name) => is(name));
  const isOneOfSeveral =
    some((name) => otherModel.test(name)) ||
    (some((name) => azureKey.test(name)) && some((name) => otherKey.test(name))) ||
    (some((name) => azureEndpoint.test(name)) && some((name) => isBaseUrl(name) && !/^azure/i.test(name)));
  return isOneOfSeveral || provider?.kind === 'openai' ? undecided : { kind: 'azure', evidence };
}

/** Whether an option names a provider: `model_provider="azure_openai"`, `api_type: "azure"`. */
export function isProviderOption(option: string): boolean {
  return providerOption.test(option);
}

/** Where a provider named by an option sends requests. */
export function providerRoute(option: string, value: string): Route | undefined {
  const evidence = `${option}: ${value}`;
  if (/^azure/i.test(value)) return { kind: 'azure', evidence };
  if (/^open_?ai(?:[-_](?!compat)\w+)?$/i.test(value)) return { kind: 'openai', evidence };
  if (/^(?:openrouter|github|litellm|vercel|portkey|together|gateway|ollama)/i.test(value))
    return { kind: 'gateway', evidence };
  return undefined;
}

/** Options that hold further options of the client: `configuration: { baseURL }`, `client_args={"base_url": …}`, `default_query={"api-version": …}`. */
export const nestedOptions =
  /^(?:configuration|config|options|default_?query|(?:model_?|openai_?|default_?)*client_?(?:options|args|kwargs|config|configuration)|model_?kwargs|default_?(?:options|config))$/i;

/** Arguments and options that hold the client, provider or model object that the call goes through. */
export const clientOptions = /^(?:(?:\w+_)?client|\w*Client|provider|\w+Provider|openai|llm|model|sdk)$/;

/**
 * Chooses between the first pass's route, from the string and the calls around it, and the route of the client that the request goes through.
 * Azure or a gateway named in the string itself outweighs the client; anything else, the prefix `openai/` included, gives way to it. Azure or
 * a gateway named nearby still outweighs a client of which nothing can be read.
 * @param prefixed whether `first` comes from the string itself
 */
export function weigh(first: Route, prefixed: boolean, client: Route | undefined): Route {
  const elsewhere = first.kind === 'azure' || first.kind === 'gateway';
  return !client || (elsewhere && (prefixed || client.kind === 'unknown')) ? first : client;
}

/** Whether a reference's route comes from its own string (a prefix, a suffix, Azure's spelling) rather than from the code around it. */
export function isPrefixed({ text, route }: Pick<ModelReference, 'text' | 'route'>): boolean {
  return route.evidence !== undefined && text.includes(route.evidence);
}

/** Whether only a name such as `deployment` says that a model is asked on Azure: what OpenAI’s own clients are given may be called so, too. */
export function isNamedDeployment({ kind, evidence = '' }: Route): boolean {
  return kind === 'azure' && /^\w*deployment\w*$/i.test(evidence) && !/azure/i.test(evidence);
}
