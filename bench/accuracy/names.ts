import models from '../../src/core/program/models.json';

/** Words that are models in some files and something else in others: the other names in the file decide. */
export const bareIds: readonly string[] = ['o1', 'o3', 'ada', 'babbage', 'curie', 'davinci', 'chat-latest'];

/** Every id in the data except open-weight models, which OpenAI's API does not serve. The finder shares the data, but not this code. */
export const knownIds: readonly string[] = [
  ...new Set([
    ...models.families.flatMap((family) => family.models.map(({ id }) => id)),
    ...models.shutdowns.flatMap((shutdown) => Object.keys(shutdown.models)),
  ]),
].filter((id) => !bareIds.includes(id) && !id.startsWith('gpt-oss-'));

export type RouteKind = 'openai' | 'azure' | 'gateway';

/** The prefixes that libraries put before an id, with the route of the request (empty: it does not tell). */
export const prefixes: Readonly<Record<string, RouteKind | ''>> = {
  'openai/': 'openai',
  'openai:': 'openai',
  'openai::': 'openai',
  'openai://': 'openai',
  'openai:/': 'openai',
  'wss://api.openai.com/v1/realtime?model=': 'openai',
  'https://api.openai.com/v1/realtime?model=': 'openai',
  'openai::responses::': 'openai',
  'tensorzero::model_name::': '',
  'tensorzero::embedding_model_name::': '',
  'openai-chat:': 'openai',
  'openai-responses:': 'openai',
  'openai/responses/': 'openai',
  'litellm/openai/': 'openai',
  'litellm/azure/': 'azure',
  'any-llm/openai/': 'openai',
  'text-completion-openai/': 'openai',
  'azure/': 'azure',
  'azure:': 'azure',
  'azure_openai:': 'azure',
  'azure_openai/': 'azure',
  'azure-responses:': 'azure',
  'azure_ai/': 'azure',
  'openrouter/openai/': 'gateway',
  'openrouter:openai/': 'gateway',
  'any-llm/openrouter/openai/': 'gateway',
  'litellm/openrouter/openai/': 'gateway',
  'gateway/openai:': 'gateway',
  'gateway/chat:': 'gateway',
  'gateway/responses:': 'gateway',
  'gateway/openai-chat:': 'gateway',
  'gateway/openai-responses:': 'gateway',
  'vercel/openai/': 'gateway',
  'github/': 'gateway',
  'github:': 'gateway',
  'github:openai/': 'gateway',
  'github_copilot/': 'gateway',
  'litellm_proxy/openai/': 'gateway',
  'litellm_proxy/azure/': 'gateway',
  'litellm_proxy/': 'gateway',
  'models/': '',
};

/** The suffixes that OpenRouter adds to an id. */
export const variant = /:(?:online|free|nitro|floor|exacto|batch|thinking|extended)$/;

const known = new Set(knownIds);
const byLength = Object.entries(prefixes).sort(([a], [b]) => b.length - a.length);

/** A string's model, and the route that its spelling implies; nothing if it names no model in the data. */
export function nameOf(value: string): { model: string; route?: RouteKind } | undefined {
  if (known.has(value) || bareIds.includes(value) || /^ft:[\w.-]+(:[\w.-]*)+$/.test(value)) return { model: value };
  if (/^gpt-35-turbo(-16k|-instruct)?(-\d{4})?$/.test(value)) return { model: value, route: 'azure' };
  for (const [prefix, route] of byLength) {
    if (!value.startsWith(prefix)) continue;
    const inner = nameOf(value.slice(prefix.length).replace(variant, ''));
    return inner && { model: inner.model, ...(route && { route }), ...(inner.route && { route: inner.route }) };
  }
  return undefined;
}

/** What looks like a model to a generous eye; whatever the finder passes over of it is listed for review. */
export const alike =
  /^\S*(?<![a-z])(?:gpt-?[2-9]|gpt-(?:image|audio|real|live)|chatgpt-|o[134](?:-|$)|text-(?:embedding|davinci|curie|babbage|ada|moderation)|dall-?e|whisper-|tts-1|sora-|davinci|codex-|omni-)\S*$/;

/** Whether a string without spaces looks like a model. */
export function looksLikeModel(value: string): boolean {
  return value.length <= 100 && alike.test(value);
}

/** Where a literal address leads. */
export function hostRoute(url: string): RouteKind | undefined {
  const host = /^https?:\/\/([^/:]+)/.exec(url)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  if (/^(\w\w\.)?api\.openai\.com$/.test(host)) return 'openai';
  return host.endsWith('azure.com') ? 'azure' : 'gateway';
}
