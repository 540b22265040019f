import { snakeCase } from './snake-case';

/** Names of what only a table says beside a model: what its tokens cost, or what they have cost. */
const cost = /(?:^|_)costs?(?:_|$)|per_?(?:1k|million)|^pricing$|token_rates?$/;
/** A price by itself may be a plan's, which asks the model: `{ plan: "pro", model: "gpt-4o", price: 20 }`. */
const price = /pric/;
const priced = /input|output|prompt|completion|token/;
/** Names of what bounds or watches the costs, `maxCost`. */
const bound = /max|limit|budget|track/;
/** Names of what a model has answered, how long that took, and what it was worth. */
const answer =
  /^(?:response|(?:(?:avg|mean|overall|total)_)?scores?|finish_reason|(?:total|prompt|completion)_tokens|tokens?_used|(?:avg|latency|duration|elapsed|response_time|processing_time)_ms)$/;
/** Names of what a request is made with. */
const request = /^(?:api_?key|base_?url|temperature|messages)$/;

/** Strings, comments, names and the marks that matter. */
const token = /(["'`])((?:\\.|(?!\1)[^\\])*)\1|\/\*[^]*?\*\/|\/\/.*|#.*|\w+|[[\](){}:,\0]/g;
/** Pieces of these names: a text that holds none is not read. */
const hints = [
  'rice',
  'ricing',
  'PRIC',
  'ost',
  'er1',
  'er_1',
  'illion',
  'oken',
  'esponse',
  'inish',
  '_ms',
  'Ms',
  'core',
];

/**
 * Whether a model stands in a row of a table of models or of what they were asked, by the keys beside it: `{ model: "gpt-4o",
 * inputPrice: 2.5 }`. Such a row offers its model as a list does, or tells what it has answered.
 * @param lead what stands before the model's string
 * @param rest what stands behind it
 */
export function isInCatalogue(lead: string, rest: string): boolean {
  const keys = [...(mayTell(lead) ? keysIn(rowIn(lead)) : []), ...(mayTell(rest) ? keysIn(rest) : [])].map(snakeCase);
  return keys.some(tells) && !keys.some((key) => request.test(key));
}

function mayTell(text: string): boolean {
  return hints.some((hint) => text.includes(hint));
}

function tells(key: string): boolean {
  return ((cost.test(key) || (price.test(key) && priced.test(key))) && !bound.test(key)) || answer.test(key);
}

/** What stands before in the same object; nothing where that begins too far away. */
function rowIn(lead: string): string {
  let depth = 0;
  for (let at = lead.length - 1; at >= 0; at--) {
    if (lead[at] === '}') depth++;
    else if (lead[at] === '{' && depth-- === 0) return lead.slice(at + 1);
  }
  return '';
}

/** The keys up to the end of the object that the text is a part of, without those of objects in it and what is only switched on or off. */
function* keysIn(text: string): Iterable<string> {
  let depth = 0;
  let [last, before] = [',', ''];
  let key: string | undefined;
  for (const [mark, , quoted] of text.matchAll(token)) {
    if (mark === '\0') return;
    if (key !== undefined && !/^(?:true|false)$/i.test(mark)) yield key;
    key = mark === ':' && depth === 0 ? last : undefined;
    // `{ model: "gpt-4o", cost }`
    if ((mark === ',' || mark === '}') && depth === 0 && before === ',') yield last;
    if (mark === '{' || mark === '[' || mark === '(') depth++;
    if ((mark === '}' || mark === ']' || mark === ')') && depth-- === 0) return;
    if (mark.startsWith('/')) continue; // A comment.
    before = last;
    last = quoted ?? mark;
  }
}
