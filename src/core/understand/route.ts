import type { ModelReference, Route } from '../find/reference';

/**
 * The evidence for where traffic goes that both languages share: hosts, options of clients, names of arguments that hold a client. What a
 * callee's own name says is `calleeRoute` of the first pass.
 */

/** A client was found, but nothing readable says where it sends: its base URL comes from the environment, say. */
export const undecided: Route = { kind: 'unknown' };

const own = /^(?:[a-z]{2,3}\.)?api\.openai\.com$/;
const azure =
  /\.(?:openai|cognitiveservices)\.azure\.(?:com|us|cn)$|(?<!^models\.inference)\.ai\.azure\.com$|^(?:openai|cognitiveservices)\.azure\.com$/;
const address =
  /^(?:(?:https?|wss?):)?\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)|^((?:(?:[\w-]+|\*)\.)+[a-z]{2,}|localhost)(?=[:/]|$)/i;

/**
 * Where requests to a literal base URL go. Parts that the code fills in may stand as `*` (`https://*.openai.azure.com`). Answers `undecided`
 * where the host itself is filled in, nothing where the text is no address at all.
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
/** Longer names are cut: looking for `owner` takes the square of their length. */
const longestNames = 200;

/** Whose address the names say that a variable or a setting holds which is only known at run time: `env.AZURE_OPENAI_ENDPOINT`. */
export function ownerRoute(names: string): Route | undefined {
  const [evidence] = owner.exec(names.slice(0, longestNames)) ?? [];
  return evidence === undefined ? undefined : { kind: /azure/i.test(evidence) ? 'azure' : 'gateway', evidence };
}

/** What runs beside the code: `host.docker.internal` is the machine that a container runs on. */
const local = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0|host\.docker\.internal)$/;

/** Whether a route leads to a server on the own machine: maybe a proxy that passes requests on to OpenAI, maybe a model. */
export function isLocal({ kind, evidence = '' }: Route): boolean {
  return kind === 'gateway' && local.test(evidence);
}

const baseUrl =
  /^(?:(?:openai|azure|azure_?openai|llm|server|proxy|default)?_?(?:api)?_?(?:base|base_?url|base_?path|endpoint)|api_?(?:url|host)|server_?url|proxy_?url)$/i;
const azureOption = /^azure_?(?:open_?ai|ad_?token|endpoint|deployment)|^api-version$/i;
const providerOption =
  /^(?:(?:model_?|custom_?llm_?|llm_?)?provider(?:_?(?:name|id))?|vendor|(?:openai_?)?api_?type)$/i;

/** Whether an option of a client holds the address that its requests go to: `baseURL`, `base_url`, `openai_api_base`, `azureOpenAIBasePath`. */
export function isBaseUrl(option: string): boolean {
  return baseUrl.test(option);
}

/**
 * Whether an option exists only where the traffic goes to Azure, whatever its value: `azureOpenAIApiKey`, `azure_ad_token_provider`, the
 * `api-version` of `defaultQuery`.
 */
export function isAzureOption(option: string): boolean {
  return azureOption.test(option);
}

const azureKey = /^azure_?(?:open_?ai_?)?(?:api_?)?key$/i;
const otherKey = /^(?:open_?ai_?)?api_?key$/i;

/**
 * What the options that are set say of Azure. `undecided` where its key stands beside another one, or OpenAI is named as the provider: such
 * settings are several providers', and do not say which of them is asked.
 */
export function azureRoute(options: readonly string[], provider?: Route): Route | undefined {
  const evidence = options.find(isAzureOption);
  if (evidence === undefined) return undefined;
  const isOneOfSeveral = options.some((name) => azureKey.test(name)) && options.some((name) => otherKey.test(name));
  return isOneOfSeveral || provider?.kind === 'openai' ? undecided : { kind: 'azure', evidence };
}

/** Whether an option names a provider: `model_provider="azure_openai"`, `api_type: "azure"`. */
export function isProviderOption(option: string): boolean {
  return providerOption.test(option);
}

/** What the value of a provider option says. */
export function providerRoute(option: string, value: string): Route | undefined {
  const evidence = `${option}: ${value}`;
  if (/^azure/i.test(value)) return { kind: 'azure', evidence };
  if (/^open_?ai(?:[-_](?!compat)\w+)?$/i.test(value)) return { kind: 'openai', evidence };
  if (/^(?:openrouter|github|litellm|vercel|portkey|together|gateway|ollama)/i.test(value))
    return { kind: 'gateway', evidence };
  return undefined;
}

/** Options that hold a client's own options: `configuration: { baseURL }`, `client_args={"base_url": …}`, `default_query={"api-version": …}`. */
export const nestedOptions =
  /^(?:configuration|config|options|default_?query|(?:model_?|openai_?|default_?)*client_?(?:options|args|kwargs|config|configuration)|model_?kwargs|default_?(?:options|config))$/i;

/** Names of arguments and options that hold the client, provider or model which the call goes through. */
export const clientOptions = /^(?:(?:\w+_)?client|\w*Client|provider|\w+Provider|openai|llm|model|sdk)$/;

/**
 * What stands after weighing a reference's own route, from its string and the calls around it, against the client it is seen to go through.
 * A string that itself names Azure or a gateway says more than its client; everything else, the prefix `openai/` too, says less. But what
 * says Azure or a gateway says more than a client of which nothing can be read.
 * @param prefixed whether `first` comes from the string itself
 */
export function weigh(first: Route, prefixed: boolean, client: Route | undefined): Route {
  const elsewhere = first.kind === 'azure' || first.kind === 'gateway';
  return !client || (elsewhere && (prefixed || client.kind === 'unknown')) ? first : client;
}

/** Whether a reference's route comes from its own string (a prefix, a suffix, Azure's spelling) and not from the code around it. */
export function isPrefixed({ text, route }: Pick<ModelReference, 'text' | 'route'>): boolean {
  return route.evidence !== undefined && text.includes(route.evidence);
}
