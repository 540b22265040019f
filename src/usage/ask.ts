// Asks OpenAI's organization usage API how many tokens a day has taken. Nothing but the key and the day goes out, and only to `api`.
import * as z from 'zod/mini';
import { nextReset } from '../core/program/allowance';
import type { UsageRow, UsageTrouble } from '../core/program/used';

const tokens = z.int().check(z.gte(0));

/** As much of an answer as is needed; openai/openai-openapi, `UsageResponse` and `UsageCompletionsResult`. */
const answer = z.object({
  data: z.array(
    z.object({
      /** In seconds since 1970. */
      start_time: z.number(),
      results: z.array(
        z.object({
          input_tokens: tokens,
          output_tokens: tokens,
          model: z.nullish(z.string()),
          service_tier: z.nullish(z.string()),
        }),
      ),
    }),
  ),
  has_more: z.optional(z.boolean()),
  next_page: z.nullish(z.string()),
});
type Answer = z.infer<typeof answer>;

/** Complimentary tokens come as `incentivized-tier`; that is documented nowhere, so other spellings of it count, too. */
const freeTier = /incentiv/i;

/** A day grouped by model and tier is one page; more than these do not answer what was asked. */
const maxPages = 20;

/** How long an answer may take, in milliseconds. */
const timeout = 20_000;

/** A day's answer is a few kilobytes; anything longer than this, in characters, comes from somebody else and must not fill the memory. */
const maxAnswer = 5_000_000;

/** OpenAI did not report the usage. Never holds the key, nor what the answer said about it. */
export class UsageError extends Error implements UsageTrouble {
  constructor(
    readonly kind: UsageTrouble['kind'],
    readonly detail: string,
    /** How long OpenAI wants to be left alone, in seconds. */
    readonly retryAfter?: number,
  ) {
    super(`OpenAI's usage API: ${kind} (${detail})`);
  }
}

/** What to ask, with what, and where. */
export interface UsageQuestion {
  /** An organization's admin key. */
  readonly key: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** `https://api.openai.com` */
  readonly api: string;
}

/**
 * The day's tokens by model, as far as OpenAI has counted them: its figures trail by minutes.
 * @throws {UsageError} whatever goes wrong
 */
export async function askUsage({ key, day, api }: UsageQuestion): Promise<UsageRow[]> {
  const rows: UsageRow[] = [];
  const url = new URL('/v1/organization/usage/completions', api);
  const start = new Date(day);
  const end = nextReset(start);
  url.searchParams.set('start_time', String(start.getTime() / 1000));
  url.searchParams.set('bucket_width', '1d');
  url.searchParams.set('limit', '1');
  for (const group of ['model', 'service_tier']) url.searchParams.append('group_by[]', group);
  for (let page = 0; page < maxPages; page++) {
    const { data, has_more, next_page } = await askPage(url, key);
    // If the local clock is slow, the answer holds days that have not begun by it.
    const today = data.filter(({ start_time }) => start_time * 1000 < end.getTime());
    for (const { model, service_tier, input_tokens, output_tokens } of today.flatMap(({ results }) => results))
      rows.push({ model: model ?? '', tokens: input_tokens + output_tokens, free: freeTier.test(service_tier ?? '') });
    if (!has_more || today.length < data.length) return grouped(rows);
    if (!next_page) break;
    url.searchParams.set('page', next_page);
  }
  // What is missing would pass for unused.
  throw new UsageError('malformed', 'has_more');
}

/** Rows that name no model were not grouped as asked: they would count in no pool, and both would pass for full. */
function grouped(rows: UsageRow[]): UsageRow[] {
  const used = rows.filter(({ tokens }) => tokens > 0);
  if (used.length && !used.some(({ model }) => model)) throw new UsageError('malformed', 'model');
  return rows;
}

async function askPage(url: URL, key: string): Promise<Answer> {
  const { status, retryAfter, type, body } = await fetchText(url, key);
  // Which of the two statuses a key without the permission gets depends on the kind of key.
  const isForbidden = status === 403 || (status === 401 && /missing scopes|insufficient permissions/i.test(body));
  if (isForbidden) throw new UsageError('forbidden', String(status));
  if (status === 401) throw new UsageError('refused', String(status));
  if (status === 429) throw new UsageError('limited', String(status), retryAfter);
  if (status !== 200) throw new UsageError('failed', String(status), retryAfter);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // OpenAI only answers in JSON: something in between has answered, such as a proxy that wants a login.
    throw new UsageError('unreachable', type);
  }
  const read = answer.safeParse(json);
  if (!read.success) throw new UsageError('malformed', read.error.issues[0]?.path.join('.') ?? '');
  return read.data;
}

/** A redirect is an error: the key is for one host alone. */
async function fetchText(url: URL, key: string) {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${key}` }, redirect: 'error', signal });
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    return {
      status: response.status,
      type: /^[\w.+/-]+/.exec(response.headers.get('content-type') ?? '')?.[0] ?? 'JSON',
      body: await textOf(response),
      ...(seconds >= 0 && { retryAfter: seconds }),
    };
  } catch (error) {
    throw new UsageError('unreachable', signal.aborted ? 'ETIMEDOUT' : codeOf(error).replaceAll(key, '…'));
  }
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxAnswer) throw new Error('> 5 MB');
  }
  return text + decoder.decode();
}

/** `ENOTFOUND`: what `fetch` hides behind “fetch failed”; some errors quote the request. */
function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown; message?: unknown } };
  return String(cause?.code ?? cause?.message ?? (error as Error).message);
}
