import { noExtraIds } from './model-id';

/**
 * A quick look that spares most files their lexing. All ids but a handful of bare words have a hyphen, which is rare in code, and
 * searching for one character is many times faster than matching an alternation: so each hyphen is found first, then judged by the
 * characters around it.
 */

/** The last three characters before the hyphen of every family's ids: gpt-, chatgpt-, dall-, sora-, whisper-, tts-, text-, code- … */
const stems = new Set([
  'gpt',
  'all',
  'ora',
  'per',
  'tts',
  'ext',
  'ode',
  'dex',
  'ter',
  'omn',
  'mni',
  'hat',
  'age',
  'nci',
  ':ft',
]);
/** What then must stand around the hyphen. */
const family =
  /gpt-[0-9a-z"']|dall-e-|sora-2|whisper-1|tts-1|chat-latest|codex-mini|computer-use|(?:text|omni)-(?:emb|mod)|(?:text|code)-(?:ada|bab|cur|dav|cus|sim|sea)|(?:davinci|babbage)-00|:ft-/;
/** Ids without a hyphen. Two expressions, because each alone is matched several times faster than their union. */
const bareReasoning = /["'`/:]o[13]["'`:]/g;
const bareWord = /["'`/:](?:(?:ada|babbage|curie|davinci)["'`:]|ft:)/g;
const hyphen = 45;

/** All that the prefilter looks for, as one expression for other search programs. */
export const prefilterPattern = [family, /o[134]-/, bareReasoning, bareWord].map(({ source }) => source).join('|');

/**
 * Whether the text can hold a reference at all. It may be decoded text or a file's bytes read as latin1, since all that is looked for is
 * ASCII. Answers yes a little too often, never no wrongly.
 * @param extraIds ids to look for besides; see `Program.extraIds`
 */
export function mayHoldModel(text: string, extraIds = noExtraIds): boolean {
  return nextHyphen(text, 0) < Infinity || new Candidates(text, extraIds).next(0) < Infinity;
}

/** Where in a text models may be named: every string that names one holds one of these places, and few others do. */
export class Candidates {
  /** Each answers the first place of its kind at or behind an offset. */
  readonly #searches: readonly ((from: number) => number)[];
  /** What each of them answered last. */
  readonly #places: number[];

  constructor(text: string, extraIds = noExtraIds) {
    this.#searches = [
      (from) => nextHyphen(text, from),
      (from) => nextMatch(bareReasoning, text, from),
      (from) => nextMatch(bareWord, text, from),
      ...[...extraIds].map((id) => (from: number) => orInfinity(text.indexOf(id, from))),
    ];
    this.#places = this.#searches.map(() => -1);
  }

  /** The first place at or behind `from`; `Infinity` where there is none. `from` must not become smaller from call to call. */
  next(from: number): number {
    let first = Infinity;
    this.#searches.forEach((search, index) => {
      const known = this.#places[index] as number;
      const place = known < from ? (this.#places[index] = search(from)) : known;
      if (place < first) first = place;
    });
    return first;
  }
}

/** The first hyphen at or behind `from` that may be an id's. */
function nextHyphen(text: string, from: number): number {
  for (let at = text.indexOf('-', Math.max(2, from)); at >= 0; at = text.indexOf('-', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === hyphen) continue;
    // o1-, o3-, o4-
    if ((before === 49 || before === 51 || before === 52) && text.charCodeAt(at - 2) === 111) return at;
    if (
      isStemEnd(before) &&
      stems.has(text.slice(at - 3, at)) &&
      family.test(text.slice(Math.max(0, at - 12), at + 10))
    )
      return at;
  }
  return Infinity;
}

/** The first id without a hyphen that begins at or behind `from`, told by a place in it; before it stands a quote or a separator. */
function nextMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = Math.max(0, from - 1);
  return pattern.test(text) ? pattern.lastIndex - 2 : Infinity;
}

function orInfinity(place: number): number {
  return place < 0 ? Infinity : place;
}

const endings = new Uint8Array(128);
for (const stem of stems) endings[stem.charCodeAt(2)] = 1;

function isStemEnd(code: number): boolean {
  return code < 128 && endings[code] === 1;
}
