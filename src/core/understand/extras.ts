import { lastPart } from '../last-part';

/**
 * Tools that OpenAI hosts and bills by the call, the session or the image, by their type in the Responses API. Leaves out `mcp` and
 * `computer_use`, for which only tokens are known to be billed, and the caller's own functions.
 */
const hosted = new Set(['web_search', 'file_search', 'code_interpreter', 'image_generation']);

/** Libraries' other names for them. */
const aliases: Readonly<Record<string, string>> = {
  code_execution: 'code_interpreter',
  web_search_options: 'web_search',
  retrieval: 'file_search',
};

/**
 * The hosted tool that a name stands for, as the Responses API calls it. The name may be a `type` (`web_search_preview_2025_03_11`), a
 * factory (`webSearchTool`, `tools.webSearch`), a class (`WebSearchTool`) or an option (`web_search_options`).
 */
export function hostedTool(name: string): string | undefined {
  if (name.length > 60) return undefined;
  const plain = lastPart(name)
    .replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3_$2$4')
    .toLowerCase()
    .replace(/^(?:openai_|create_)?(?:hosted_|builtin_)?/, '')
    .replace(/_tools?(?:_param)?$/, '')
    .replace(/_(?:\d{4}_\d{2}_\d{2}|\d{8})$/, '')
    .replace(/_preview$/, '');
  const tool = aliases[plain] ?? plain;
  return hosted.has(tool) ? tool : undefined;
}

/** The option that chooses how a request is processed: `service_tier="flex"`. */
export const serviceTier = /^(?:openai_?)?service_?tier$/i;

/** The keys that tell a row of a batch file. Its id alone does not: Discord's components have one of that name, too. */
export const batchRow = { id: 'custom_id', request: 'body' };

const unclear = new Set(['batch', 'flex', 'priority']);

/** Whether OpenAI leaves open if complimentary tokens apply to this service tier. */
export function isUnclearTier(tier: string | undefined): tier is string {
  return tier !== undefined && unclear.has(tier);
}
