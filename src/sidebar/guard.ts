// Checks of what the host sends to the page, written by hand: zod, which checks the other direction, would be half of the page's script. A
// test keeps them in step with the schema.
import { usageTiers } from '../core/program/allowance';
import type { Group, Place, Row, Snapshot, ToView, Usage } from './protocol';

type Check = (value: unknown) => boolean;
/** A check for every property, so that the compiler tells when one is missing. */
type Shape<T> = { readonly [Key in keyof T]-?: Check };

const text: Check = (value) => typeof value === 'string';
const truth: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => Number.isFinite(value);
const whole: Check = (value) => Number.isSafeInteger(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const object =
  <T>(shape: Shape<T>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Check>(shape).every(([key, check]) => check((value as Record<string, unknown>)[key]));
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

const link: Check = (value) => typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';
const tier = oneOf(...usageTiers);

const place = object<Place>({
  uri: text,
  path: text,
  line: whole,
  column: whole,
  length: whole,
  cell: maybe(whole),
  role: oneOf('use', 'mention'),
  inTest: truth,
});

const row = object<Row>({
  model: text,
  snapshot: maybe(text),
  uses: whole,
  mentions: whole,
  tests: whole,
  note: maybe(text),
  advice: maybe(text),
  shutdown: maybe(text),
  ignored: maybe(truth),
  endsSoon: truth,
  places: list(place),
});

const usage = object<Usage>({
  connected: truth,
  asking: truth,
  used: maybe(
    object<NonNullable<Usage['used']>>({
      large: whole,
      small: whole,
      basis: oneOf('counted', 'estimated'),
      billed: whole,
      unplaced: whole,
      at: whole,
    }),
  ),
  trouble: maybe(text),
  refused: maybe(truth),
});

type Scan<State> = Extract<Snapshot['scan'], { state: State }>;

const snapshot = object<Snapshot>({
  tier: object<Snapshot['tier']>({
    value: tier,
    decidedBy: oneOf('default', 'user', 'workspace', 'folder'),
    file: maybe(text),
  }),
  folders: list(object<Snapshot['folders'][number]>({ uri: text, name: text, tier, shown: truth })),
  allowance: object<Snapshot['allowance']>({ large: whole, small: whole, total: whole }),
  usage: maybe(usage),
  restricted: truth,
  scan: either(
    object<Scan<'no-folder' | 'idle'>>({ state: oneOf('no-folder', 'idle') }),
    object<Scan<'scanning'>>({ state: oneOf('scanning'), done: whole, total: maybe(whole) }),
    object<Scan<'ready'>>({ state: oneOf('ready'), files: whole, refining: maybe(truth) }),
    object<Scan<'error'>>({ state: oneOf('error'), message: text }),
  ),
  groups: list(
    object<Group>({
      group: oneOf('large', 'small', 'failing', 'billed', 'elsewhere', 'unknown'),
      rows: list(row),
    }),
  ),
  notes: list(text),
  checklist: list(
    object<Snapshot['checklist'][number]>({
      about: oneOf('condition', 'exclusion', 'rule'),
      text,
      link: maybe(object({ label: text, url: link })),
      ticked: truth,
    }),
  ),
  sources: list(
    object<Snapshot['sources'][number]>({ title: text, date: text, ageDays: whole, url: maybe(link), chosen: truth }),
  ),
  outdated: truth,
  bands: list(
    object<Snapshot['bands'][number]>({ tiers: list(whole), large: whole, small: whole, upToUsd: maybe(number) }),
  ),
  worth: maybe(object<NonNullable<Snapshot['worth']>>({ title: text, date: text, url: maybe(link) })),
  problems: list(text),
});

const message = object<ToView>({ type: oneOf('snapshot'), snapshot });

/** What the page keeps for the next time it is shown; not what it shows, since reading that would delay its first paint. */
export interface Saved {
  /** The keys of the parts that are unfolded. */
  open: string[];
  scroll: number;
  /** What the user plans with, by model. */
  plan: Record<string, { tokensPerCall: number; callsPerDay: number }>;
}

const planned = object<Saved['plan'][string]>({ tokensPerCall: whole, callsPerDay: whole });
const plan: Check = (value) => object({})(value) && Object.values(value as object).every(planned);
const saved = object<Saved>({ open: list(text), scroll: number, plan });

/** Whether this is a message from the host. */
export const isToView = (value: unknown): value is ToView => message(value);

/** Whether a page of this version saved this. */
export const isSaved = (value: unknown): value is Saved => saved(value);
