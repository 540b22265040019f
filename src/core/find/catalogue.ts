import type { Site } from './lexer/site';
import { parseModelName, spelledAsId } from './model-id';
import { snakeCase } from './snake-case';

/** Names of what only a table says about a model: what its tokens cost, or have cost. */
const cost = /(?:^|_)costs?(?:_|$)|per_?(?:1k|million)|^pricing$|token_rates?$/;
/** A price alone may be a plan's, which asks the model: `{ plan: "pro", model: "gpt-4o", price: 20 }`. */
const price = /pric/;
const priced = /input|output|prompt|completion|token/;
/** Names of limits on costs, or of what watches them: `maxCost`. */
const bound = /max|limit|budget|track/;
/** Names of a model's answer, and of its score. */
const answer = /^(?:response|(?:(?:avg|mean|overall|total)_)?scores?)$/;
/** Names of what an answer took, and of when it came. */
const spent =
  /^(?:finish_reason|timestamp|(?:avg|latency|duration|elapsed|response_time)_ms|(?:generation|processing|execution)_time(?:_ms)?)$/;
/** The tokens among that: no request carries these. */
const used = /^(?:llm_)?(?:(?:total|prompt|completion)_tokens|tokens?_(?:used|input|output))$/;
/** The author of a stored message. */
const author = /^(?:assistant|user|system)$/;
/** Names of how much a model can read, by which a table tells models apart. */
const limit =
  /^(?:max_(?:prompt_length|context(?:_length|_tokens)?|input_tokens)|context_(?:window|length|size)|token_limit)$/;
/** Names of what a row is displayed as. */
const shown = /^(?:name|title|label|(?:display|public)_?name)$/;
/** Names of what a request is made with. */
const request = /^(?:api_?key|base_?url|temperature|messages)$/;

/** Strings, comments, names and the marks that matter: `//` divides in Python, `#` marks a private name in JavaScript. */
const tokens = {
  javascript: /(["'`])((?:\\.|(?!\1)[^\\])*)\1|\/\*[^]*?\*\/|\/\/.*|\w+|[[\](){}:=,\0]/g,
  python: /(["'])((?:\\.|(?!\1)[^\\])*)\1|#.*|\w+|[[\](){}:=,\0]/g,
};

/** The values of mere switches. */
const switched = /^(?:true|false)$/i;

/** What stands beside a model in its row. */
interface Beside {
  readonly language: Site['language'];
  /** The text before it in the row. */
  readonly lead: string;
  /** The text after it, also what follows the row. */
  readonly rest: string;
}

/** A key and, where that is a string, its value. */
type Entry = readonly [key: string, value: string | undefined];

/**
 * Whether a model is in a row of a table of models or of their answers, by the keys beside it: `{ model: "gpt-4o", inputPrice: 2.5 }`,
 * `{ title: "GPT-4o", model: "gpt-4o" }`, `{ model: "gpt-4o", contextWindow: 128000 }`. Such a row offers its model as a list does, or
 * tells what it has answered.
 * @param model the model's string
 * @param rowKey the row's own key in the table, which may be the name that it is shown by: `{ "GPT-4o": { model: "gpt-4o" } }`
 */
export function isInCatalogue(model: string, beside: Beside, rowKey?: string): boolean {
  const entries = entriesAround(beside);
  if (isRequest(entries)) return false;
  return (
    isShownAs(model, rowKey) ||
    tells(entries, model) ||
    (entries.length > 0 && entries.every(([key]) => limit.test(key)))
  );
}

/**
 * Whether a row that is called by its model says how that is asked, `{ name: "gpt-4o", provider: "openai", temperature: 0 }`, and nothing of
 * what it costs, how it is shown, how much it can read or what it has answered.
 */
export function isSet(model: string, beside: Beside): boolean {
  const entries = entriesAround(beside);
  const isAsked = entries.some(([key, value]) => key === 'temperature' && value === undefined);
  return isAsked && !tells(entries, model) && !entries.some(([key]) => limit.test(key));
}

/** Whether a row tells of its model or of an answer. */
function tells(entries: readonly Entry[], model: string): boolean {
  const isTold = (entry: Entry) => describes(entry, model) || answer.test(entry[0]) || isUsage(...entry);
  return entries.some(isTold) || isAnswer(entries);
}

/**
 * Whether a model is the name under which a call is given a row about it, `define("gpt-4o", provider, { inputPrice: 2.5 })`, or is followed
 * by the name that it is shown by: `LanguageModel("gpt-4o", "GPT-4o")`.
 */
export function isEntry(model: string, { language, rest }: Omit<Beside, 'lead'>): boolean {
  const [, , next] = /^,\s*(["'])([^"'\n]*)\1/.exec(rest) ?? [];
  if (isShownAs(model, next)) return true;
  const [before] = /^(?:,\s*["'`]?[\w.]+["'`]?)*,\s*\{/.exec(rest) ?? [];
  if (before === undefined) return false;
  return entriesIn(language, rest.slice(before.length)).some((entry) => describes(entry, model));
}

/**
 * Whether a call is given a model together with its answer, in an object or by keywords: `log({ model: "gpt-4o", total_tokens: 3 })`,
 * `Usage(model="gpt-4o", prompt_tokens=3)`. Other rows do not count: an object made with a price may be asked.
 * @param makes whether the call makes an object of a class, which may hold other parts of an answer, too
 */
export function isKeptAnswer(kind: 'object' | 'call', makes: boolean, beside: Beside): boolean {
  const entries = entriesAround(beside, kind);
  return !isRequest(entries) && (makes ? isAnswer(entries) : entries.some(([key]) => used.test(key)));
}

/** Whether a list of models is in a request that tries one after the other: `{ models: ["openai/gpt-4o", …], messages }`. */
export function isAskedInTurn(beside: Beside): boolean {
  const { rest } = beside;
  const entries = entriesAround({ ...beside, rest: rest.slice(rest.indexOf(']') + 1) });
  return entries.some(([key]) => key === 'messages');
}

/** Whether a row is a request to a model, whatever else it tells. A log may have the request beside what the answer took. */
function isRequest(entries: readonly Entry[]): boolean {
  if (entries.filter(([key]) => key === 'finish_reason' || used.test(key)).length > 1) return false;
  // In a record the endpoint is a path: `{ endpoint: "POST /chat", model: "gpt-4o", avg_ms: 2100 }`.
  return entries.some(([key, value = '']) => request.test(key) || (key === 'endpoint' && /^https?:/.test(value)));
}

/** Whether a row is a model's answer, or what that took; an error's text is one, too. What no error has happened to yet may be asked. */
function isAnswer(entries: readonly Entry[]): boolean {
  const isResult = ([key, value]: Entry) => spent.test(key) || used.test(key) || (key === 'error' && value);
  return entries.some(isResult) || isMessage(entries);
}

/** Whether a row is a message in a conversation: `{ role: "assistant", content: "…", model: "gpt-4o" }`. */
function isMessage(entries: readonly Entry[]): boolean {
  return (
    entries.some(([key, value = '']) => key === 'role' && author.test(value)) &&
    entries.some(([key]) => key === 'content')
  );
}

/** Whether a text is a model's name as people write it, `OpenAI GPT-4 Turbo (fast)`; a word such as `o3` only names the model itself or its snapshot. */
function isName(text = '', model: string): boolean {
  const id = spelledAsId(text.replace(/ *\(.*\)$/, ''));
  if (id === model) return true;
  const named = parseModelName(id);
  return named !== undefined && (!named.ambiguous || model.startsWith(`${id}-20`));
}

/** Whether a text is a name that only people write: what stands under a model's id may be asked, and a call may be given two models. */
function isShownAs(model: string, text = ''): boolean {
  return isName(text, model) && !parseModelName(text);
}

/** Whether an entry tells what a model's tokens cost or how it is displayed. */
function describes([key, value]: Entry, model: string): boolean {
  const costs = cost.test(key) || (price.test(key) && priced.test(key));
  return (costs && !bound.test(key)) || (shown.test(key) && isName(value, model));
}

/** Whether an entry holds an answer's usage, `{ text, usage, model: "gpt-4o" }`; a string there says what a model is for. */
function isUsage(key: string, value: string | undefined): boolean {
  return key === 'usage' && value === undefined;
}

/** The entries of the object or call that contains a model, those before it and those after it. */
function entriesAround({ language, lead, rest }: Beside, kind: 'object' | 'call' = 'object'): Entry[] {
  const assigns = kind === 'object' ? ':' : '=';
  return [...entriesIn(language, lead, assigns), ...entriesIn(language, rest, assigns)];
}

/** The entries up to the end of the object or call that the text is in, without those of nested objects and mere switches. */
function entriesIn(language: Site['language'], text: string, assigns = ':'): Entry[] {
  const entries: Entry[] = [];
  let depth = 0;
  let [last, before] = [',', ''];
  let key: string | undefined;
  const token = tokens[language];
  // `matchAll` would make another expression for each text.
  token.lastIndex = 0;
  for (let found = token.exec(text); found && found[0] !== '\0'; found = token.exec(text)) {
    const [mark, , quoted] = found;
    if (mark.startsWith('#') || mark.startsWith('/')) continue; // A comment.
    if (key !== undefined && !switched.test(mark)) entries.push([snakeCase(key), quoted]);
    key = mark === assigns && depth === 0 ? last : undefined;
    // `{ model: "gpt-4o", cost }`
    if ((mark === ',' || mark === '}') && depth === 0 && before === ',') entries.push([snakeCase(last), undefined]);
    if (mark === '{' || mark === '[' || mark === '(') depth++;
    if ((mark === '}' || mark === ']' || mark === ')') && depth-- === 0) break;
    before = last;
    last = quoted ?? mark;
  }
  return entries;
}
