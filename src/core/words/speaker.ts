import { english, messages, type MessageKey, type Translate } from '../messages';
import type { Pool } from '../program/schema';
import type { Route } from '../find/reference';

/** The language that people read. */
export interface DisplayLanguage {
  readonly translate: Translate;
  /** For numbers, lists and days, BCP 47. */
  readonly locale: string;
}

/** Spanish counts millions as it counts dozens: `1.000.000 de tokens`. */
const wholeMillions = /\d(?:\.000){2}(?= tokens)/g;

let language: DisplayLanguage = { translate: english, locale: 'en-US' };

/** Sets the language of every speaker made from now on; English until then. A window has one, so it is not passed from call to call. */
export function setLanguage(wanted: DisplayLanguage): void {
  language = wanted;
}

/** Says messages in the language that was set when it was made; `quote` decides how ids are written (as code spans, or bare). */
export class Speaker {
  readonly #translate = language.translate;
  /** For numbers, lists and days, BCP 47. */
  readonly locale = language.locale;
  #numbers: Intl.NumberFormat | undefined;
  #plurals: Intl.PluralRules | undefined;

  constructor(readonly quote: (text: string) => string = (text) => text) {}

  /** A message with its placeholders filled. */
  say(key: MessageKey, ...args: string[]): string {
    const said = this.#translate(messages[key], ...args);
    return this.locale === 'es' ? said.replace(wholeMillions, '$& de') : said;
  }

  /** A remark from the program's data, which is in English. */
  remark(text: string): string {
    return this.#translate(text);
  }

  pool(pool: Pool): string {
    return this.say(pool === 'large' ? 'poolLarge' : 'poolSmall');
  }

  /** The host that a route other than OpenAI's own leads to. */
  host({ kind }: Route): string {
    return this.say(kind === 'azure' ? 'azure' : 'otherHost');
  }

  /** A message about a number of things, in the grammatical form for that number, which fills its `{0}`. */
  counted(value: number, one: MessageKey, many: MessageKey): string {
    this.#plurals ??= new Intl.PluralRules(this.locale);
    return this.say(this.#plurals.select(value) === 'one' ? one : many, this.number(value));
  }

  /** `250,000` */
  number(value: number): string {
    this.#numbers ??= new Intl.NumberFormat(this.locale);
    return this.#numbers.format(value);
  }

  /** `2.75M` */
  compact(value: number): string {
    return new Intl.NumberFormat(this.locale, { notation: 'compact', maximumFractionDigits: 2 }).format(value);
  }

  /** `$2,000` */
  dollars(value: number): string {
    return new Intl.NumberFormat(this.locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(value);
  }

  /** `50%`, of a share from 0 to 1. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent' }).format(share);
  }

  /** `in 19 days` */
  inDays(days: number): string {
    return new Intl.RelativeTimeFormat(this.locale).format(days, 'day');
  }

  /** `today`, `55 days ago` */
  ago(days: number): string {
    return new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }).format(-Math.max(0, days), 'day');
  }

  /** `a, b`: details of one thing, with the language's own comma. */
  list(items: readonly string[]): string {
    return items.join(this.say('comma'));
  }

  /** `a, b, and c` */
  and(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale).format(items);
  }

  /** `a, b, or c` */
  or(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'disjunction' }).format(items);
  }
}
