/** Names of what only a table says beside a model: what its tokens cost, or what they have cost. */
const cost = /(?:^|_|[a-z])[cC]osts?(?![a-z])|per_?(?:1[kK]|[mM]illion)|^pricing$/;
/** A price by itself may be a plan's, which asks the model: `{ plan: "pro", model: "gpt-4o", price: 20 }`. */
const price = /^(?=.*pric).*(?:input|output|prompt|completion|token)/i;
/** Names of what bounds or watches the costs, `maxCost`. */
const bound = /max|limit|budget|track/i;
/** Names of what a request is made with. */
const request = /^(?:api_?key|base_?url|temperature|messages)$/i;

/** Strings, comments, names and the marks that matter. */
const token = /(["'`])((?:\\.|(?!\1)[^\\])*)\1|\/\*[^]*?\*\/|\/\/.*|#.*|[\w$]+|[[\](){}:\0]/g;
/** What the text must hold to be read. */
const hint = /pric|cost|per_?(?:1k|million)/i;

/**
 * Whether a model stands in a row of a table of models or of what they were asked, by the keys behind it: `{ model: "gpt-4o",
 * inputPrice: 2.5 }`. Such a table offers its models as a list does.
 * @param rest what stands behind the model's string
 */
export function isPriced(rest: string): boolean {
  if (!hint.test(rest)) return false;
  let found = false;
  for (const key of keysIn(rest)) {
    if (request.test(key)) return false;
    found ||= (cost.test(key) || price.test(key)) && !bound.test(key);
  }
  return found;
}

/** The keys up to the end of the object that the text begins in, without those of objects in it and what is only switched on or off. */
function* keysIn(rest: string): Iterable<string> {
  let depth = 0;
  let last = '';
  let key: string | undefined;
  for (const [mark, quote, quoted] of rest.matchAll(token)) {
    if (mark === '\0') return;
    if (key !== undefined && !/^(?:true|false)$/i.test(mark)) yield key;
    key = mark === ':' && depth === 0 ? last : undefined;
    if (mark === '{' || mark === '[' || mark === '(') depth++;
    if ((mark === '}' || mark === ']' || mark === ')') && depth-- === 0) return;
    last = quote ? (quoted ?? '') : mark;
  }
}
