/**
 * Tools that run on OpenAI's side and that are billed by the call, the session or the image, by the type they have in the Responses API.
 * Not `mcp` and `computer_use`, of which only the tokens are known to count, and not the caller's own functions.
 */
const hosted = new Set(['web_search', 'file_search', 'code_interpreter', 'image_generation']);

/** Other names that libraries give them. */
const aliases: Readonly<Record<string, string>> = {
  code_execution: 'code_interpreter',
  web_search_options: 'web_search',
  retrieval: 'file_search',
};

/**
 * The hosted tool that a name stands for, as the Responses API calls it: a `type` (`web_search_preview_2025_03_11`), a factory
 * (`webSearchTool`, `tools.webSearch`), a class (`WebSearchTool`) or an option (`web_search_options`). Answers nothing for
 * function tools and everything else.
 */
export function hostedTool(name: string): string | undefined {
  if (name.length > 60) return undefined;
  const plain = name
    .slice(name.lastIndexOf('.') + 1)
    .replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3_$2$4')
    .toLowerCase()
    .replace(/^(?:openai_|create_)?(?:hosted_|builtin_)?/, '')
    .replace(/_tools?(?:_param)?$/, '')
    .replace(/_(?:\d{4}_\d{2}_\d{2}|\d{8})$/, '')
    .replace(/_preview$/, '');
  const tool = aliases[plain] ?? plain;
  return hosted.has(tool) ? tool : undefined;
}

/** The option that asks for a way of processing: `service_tier="flex"`. */
export const serviceTier = /^(?:openai_?)?service_?tier$/i;

/** What a row of a batch file has, its request among it; Discord's components have an id of that name alone. */
export const batchRow = { id: 'custom_id', request: 'body' };

const unclear = new Set(['batch', 'flex', 'priority']);

/** Whether OpenAI does not say that complimentary tokens are for such a way of processing. */
export function isUnclearTier(tier: string | undefined): tier is string {
  return tier !== undefined && unclear.has(tier);
}
