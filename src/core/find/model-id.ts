import type { Route } from './reference';

/** A string that names a model. */
export interface ModelName {
  /** The id without provider prefix or suffix; a fine-tune's id stays whole. */
  readonly model: string;
  /** What the prefix or the spelling says about the route. */
  readonly route: Route;
  /** The id is an ordinary word or a label in other fields too (`o1`, `ada`): only its surroundings make it a model. */
  readonly ambiguous: boolean;
}

const unknownRoute: Route = { kind: 'unknown' };

/** For when no listing of a user's own names ids of other shapes; see `Program.extraIds`. */
export const noExtraIds: ReadonlySet<string> = new Set();

/**
 * Prefixes that libraries put before OpenAI's ids, longest first where one begins another. A closed list: `generation/direct/gpt-4` and
 * `urn:o1` name no model.
 */
const prefixes: readonly (readonly [prefix: string, kind: Route['kind']])[] = [
  ['any-llm/openrouter/openai/', 'gateway'],
  ['litellm/openrouter/openai/', 'gateway'],
  ['openrouter/openai/', 'gateway'],
  ['openrouter:openai/', 'gateway'],
  ['vercel_ai_gateway/openai/', 'gateway'],
  ['vercel/openai/', 'gateway'],
  ['litellm_proxy/openai/', 'gateway'],
  ['litellm_proxy/azure/', 'gateway'],
  ['litellm_proxy/', 'gateway'],
  ['gateway/openai-responses:', 'gateway'],
  ['gateway/openai-chat:', 'gateway'],
  ['gateway/responses:', 'gateway'],
  ['gateway/openai:', 'gateway'],
  ['gateway/chat:', 'gateway'],
  ['github_copilot/', 'gateway'],
  ['github/openai/', 'gateway'],
  ['github/', 'gateway'],
  ['github:openai/', 'gateway'],
  ['github:', 'gateway'],
  ['azure/openai/', 'azure'],
  // Inspect's: OpenAI's client, on Azure.
  ['openai/azure/', 'azure'],
  ['litellm/azure/', 'azure'],
  ['azure/responses/', 'azure'],
  ['azure-responses:', 'azure'],
  ['azure_openai:', 'azure'],
  ['azure_openai/', 'azure'],
  ['azure_ai/', 'azure'],
  ['azure/', 'azure'],
  ['azure:', 'azure'],
  ['litellm/openai/', 'openai'],
  ['openai/responses/', 'openai'],
  // A realtime session is told its model by its address alone.
  ['wss://api.openai.com/v1/realtime?model=', 'openai'],
  ['https://api.openai.com/v1/realtime?model=', 'openai'],
  ['openai-responses:', 'openai'],
  ['openai-chat:', 'openai'],
  ['openai::responses::', 'openai'],
  ['openai::', 'openai'],
  ['openai://', 'openai'],
  // MLflow's judges.
  ['openai:/', 'openai'],
  ['openai/', 'openai'],
  ['openai:', 'openai'],
  ['any-llm/openai/', 'openai'],
  ['text-completion-openai/', 'openai'],
  // A self-hosted gateway: what it calls a model is not its id unless it says so, but the traffic goes to OpenAI with the owner's key.
  ['tensorzero::model_name::openai::responses::', 'openai'],
  ['tensorzero::model_name::openai::', 'openai'],
  ['tensorzero::model_name::', 'unknown'],
  ['tensorzero::embedding_model_name::openai::', 'openai'],
  ['tensorzero::embedding_model_name::', 'unknown'],
  ['models/', 'unknown'],
];

const date = String.raw`\d{4}-\d{2}-\d{2}`;
const variant =
  'mini|nano|pro|turbo|instruct|preview|latest|chat|codex|max|vision|search|search-api|audio|realtime|transcribe|diarize|tts|16k|32k|deep-research|sol|terra|luna|astra|cyber|rosalind';

/** The shapes of the ids of OpenAI's API so far: new dates and sizes of a known family are recognised before any list has them. */
const unambiguous = new RegExp(
  '^(?:' +
    [
      `gpt-(?:3\\.5|[4-9](?:\\.\\d{1,2}|o)?|1\\d(?:\\.\\d{1,2})?)(?:-(?:${variant}))*(?:-(?:${date}|\\d{4})(?:-(?:preview|vision-preview))?)?`,
      `gpt-(?:image|audio|realtime|live)(?:-\\d(?:\\.\\d)?)?(?:-(?:mini|flare|sunburst|translate|whisper|transcribe))?(?:-${date})?`,
      'gpt-transcribe|gpt-rosalind-research|gpt-daybreak-(?:blue|red)-latest',
      `chatgpt-4o-latest|chatgpt-image-latest|codex-mini-latest|computer-use-preview(?:-${date})?`,
      `o[134]-(?:mini|pro|preview|deep-research|mini-deep-research)(?:-${date})?|o[134]-${date}`,
      `(?:dall-e-[23]|sora-2(?:-pro)?(?:-${date})?|whisper-1|tts-1(?:-hd)?(?:-1106)?)`,
      'text-embedding-(?:3-(?:small|large)|ada-002(?:-v2)?)',
      `omni-moderation-(?:latest|${date})|text-moderation-(?:latest|stable|\\d{3})`,
      '(?:babbage|davinci)-002|(?:text|code)-(?:ada|babbage|curie|davinci|cushman)(?:-edit)?-\\d{3}',
      '(?:text-similarity|text-search|code-search)-(?:ada|babbage|curie|davinci)(?:-(?:doc|query|code|text))?-\\d{3}',
    ].join('|') +
    ')$',
);
const ambiguous = /^(?:o1|o3|ada|babbage|curie|davinci|chat-latest)$/;
/** `ft:base:organization:name:id`, and the older `base:ft-organization-date`. */
const fineTune = /^(?:ft:[a-z0-9][\w.-]*(?::[\w.-]*){1,4}|(?:ada|babbage|curie|davinci):ft-[\w:.-]+)$/;
/** How such ids begin, whatever follows. */
const fineTuneStart = /^(?:ft:([^:]*)|(ada|babbage|curie|davinci):ft-)/;
/** Azure's deployments spell GPT-3.5 without the dot; no OpenAI id does. */
const azureSpelling = /^gpt-35-turbo(?:-(?:16k|instruct))?(?:-\d{4})?$/;
/** OpenRouter's variants follow the id. https://openrouter.ai/docs/guides/routing/model-variants/overview */
const suffix = /:(?:online|free|nitro|floor|exacto|batch|thinking|extended)$/;

/** No id with its prefix is longer; longer strings are not looked at. */
const maxLength = 160;
const shortest = 2;

/**
 * Reads a whole string value as the name of a model; undefined if it is none. Case counts; nothing is decided by prefix.
 * @param extraIds ids to be read as models whatever their shape
 */
export function parseModelName(value: string, extraIds = noExtraIds): ModelName | undefined {
  if (value.length < shortest || value.length > maxLength) return undefined;
  const first = value.charCodeAt(0);
  if ((first < 97 || first > 122) && !extraIds.has(value)) return undefined;
  const own = parseId(value, unknownRoute, extraIds);
  if (own) return own;
  const { prefix, route } = prefixOf(value);
  const bare = value.replace(suffix, '');
  if (!prefix && bare === value) return undefined;
  // Only OpenRouter knows the suffixes, and it takes the prefix `openai/` as well.
  const routed: Route = bare === value ? route : { kind: 'gateway', evidence: value.slice(bare.length) };
  const parsed = parseId(bare.slice(prefix.length), routed, extraIds);
  return parsed && (prefix ? { ...parsed, ambiguous: false } : parsed);
}

/** A name as people write it, `GPT-4 Turbo`, `OpenAI - GPT4 Turbo`, spelled like an id. */
export function spelledAsId(name: string): string {
  const own = name.toLowerCase().replace(/^openai(?::| -)? /, '');
  return own.replace(/^gpt(?=\d)/, 'gpt-').replaceAll(' ', '-');
}

/** The base that a fine-tune's id names, empty if it names none; undefined for every other id. */
export function baseOfFineTune(model: string): string | undefined {
  const start = fineTuneStart.exec(model);
  return start ? (start[1] ?? start[2]) : undefined;
}

/** OpenAI's id for a model in Azure's spelling (`gpt-35-turbo-16k`); undefined for every other id. */
export function openaiSpelling(model: string): string | undefined {
  return azureSpelling.test(model) ? model.replace('gpt-35', 'gpt-3.5') : undefined;
}

/** The provider prefix of a value, empty if there is none, and what it says about the route. */
export function prefixOf(value: string): { readonly prefix: string; readonly route: Route } {
  const known = prefixes.find(([prefix]) => value.startsWith(prefix));
  if (!known) return { prefix: '', route: unknownRoute };
  const [prefix, kind] = known;
  return { prefix, route: kind === 'unknown' ? unknownRoute : { kind, evidence: prefix } };
}

function parseId(id: string, route: Route, extraIds: ReadonlySet<string>): ModelName | undefined {
  if (unambiguous.test(id)) return { model: id, route, ambiguous: false };
  if (ambiguous.test(id)) return { model: id, route, ambiguous: true };
  if (fineTune.test(id)) return { model: id, route, ambiguous: false };
  if (azureSpelling.test(id))
    return { model: id, route: { kind: 'azure', evidence: 'gpt-35-turbo' }, ambiguous: false };
  // A single word may be anything, whoever lists it.
  if (extraIds.has(id)) return { model: id, route, ambiguous: !/[-.]/.test(id) };
  return undefined;
}
