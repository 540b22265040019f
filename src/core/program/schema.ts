import * as z from 'zod/mini';
import { takenIds } from './listing-ids';

/** OpenAI's usage tiers, by the amount an organization has paid. */
const usageTierSchema = z.literal([1, 2, 3, 4, 5]);

/** What a model is made for; decides how loudly an uncovered one is reported. */
const modelKindSchema = z.enum(['chat', 'reasoning', 'audio', 'realtime', 'image', 'embedding', 'moderation', 'other']);

/** What the schemas' own checks say; `user-listing.ts` tells people the same with place and remedy. */
export const modelTwice = 'stands twice in its pool';
export const modelInBoth = 'stands in both pools';
export const bundledId = 'is the name of a bundled listing';

const text = z.string().check(z.minLength(1));
/** A real calendar day, `YYYY-MM-DD`. */
const day = z.iso.date();
const httpsUrl = z.url({ protocol: /^https$/ });
const tokens = z.int().check(z.positive());
const usd = z.int().check(z.positive());
/** A whole id; no wildcard, so that nothing is ever matched by prefix. */
const modelId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be one whole model id'));
/** Lists are checked whatever else is wrong with them, so that an author hears everything at once. */
const areLists = (...values: unknown[]): boolean => values.every((value) => Array.isArray(value));
/** Reports every id that the list has already. */
const modelIds = z.array(modelId).check(
  z.superRefine(
    (ids, { addIssue }) => {
      const seen = new Set<string>();
      ids.forEach((id, place) => {
        if (seen.has(id)) addIssue({ code: 'custom', path: [place], message: modelTwice });
        seen.add(id);
      });
    },
    { when: ({ value }) => areLists(value) },
  ),
);

const poolsSchema = z.strictObject({ large: modelIds, small: modelIds }).check(
  z.superRefine(
    ({ large, small }, { addIssue }) => {
      const seen = new Set(large);
      small.forEach((id, place) => {
        if (seen.has(id)) addIssue({ code: 'custom', path: ['small', place], message: modelInBoth });
      });
    },
    { when: ({ value }) => areLists(Object(value).large, Object(value).small) },
  ),
);

const linkSchema = z.strictObject({ label: text, url: httpsUrl });

/** What a listing says for some of the usage tiers. */
const bandSchema = z.strictObject({
  title: text,
  tiers: z.array(usageTierSchema).check(z.minLength(1)),
  /** Tokens a day in each pool, input and output together. */
  tokens: z.strictObject({ large: tokens, small: tokens }),
  upToUsd: z.exactOptional(usd),
  about: z.exactOptional(text),
  /** Models as the band's own text names them, which may be aliases. */
  named: z.exactOptional(poolsSchema),
  benefits: z.exactOptional(z.array(text)),
  eligibility: z.exactOptional(z.array(text)),
  effort: z.exactOptional(text),
  steps: z.exactOptional(z.array(z.strictObject({ title: text, text, link: z.exactOptional(linkSchema) }))),
});

const listingShape = {
  /** Short name for settings and answers. */
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')),
  title: text,
  publisher: z.exactOptional(text),
  url: z.exactOptional(httpsUrl),
  /** The day for which the statement holds. */
  date: day,
  /** Model ids exactly as the source names them, snapshots and aliases alike. */
  pools: poolsSchema,
  program: z.exactOptional(
    z.strictObject({
      name: text,
      provider: z.exactOptional(text),
      summary: z.exactOptional(text),
      upToUsd: z.exactOptional(usd),
      verified: z.exactOptional(z.boolean()),
      about: z.exactOptional(text),
      redeem: z.exactOptional(linkSchema),
    }),
  ),
  bands: z.exactOptional(z.array(bandSchema)),
  /** When both pools fill up again, UTC. */
  resetUtc: z.exactOptional(z.literal('00:00')),
  rules: z.exactOptional(z.array(text)),
  /** What must hold for any of it to be free, and what no editor can see. */
  conditions: z.exactOptional(z.array(z.strictObject({ text, link: z.exactOptional(linkSchema) }))),
  /** What is never free, whatever the model. */
  exclusions: z.exactOptional(z.array(text)),
  settingsUrl: z.exactOptional(httpsUrl),
  optOut: z.exactOptional(text),
  /** Days of notice before the program ends. */
  noticeDays: z.exactOptional(z.int()),
  faq: z.exactOptional(z.array(z.strictObject({ question: text, answer: text }))),
  notes: z.exactOptional(z.array(text)),
};

/** One dated, sourced statement of which models are in which pool. */
export const listingSchema = z.strictObject(listingShape);

/** A listing file of a user's own: the same shape, under an id that is not taken. */
export const userListingSchema = z.strictObject({
  ...listingShape,
  $schema: z.exactOptional(z.string()),
  id: listingShape.id.check(z.refine((id) => !takenIds.includes(id), bundledId)),
});

/** Keys into `sources`, separated by blanks. */
const sourceKeys = z.string().check(z.regex(/^[a-z0-9.-]+( [a-z0-9.-]+)*$/));

/** The models file: compact, since it ships inside the bundle; `createModels` unfolds it. */
export const modelsFileSchema = z.strictObject({
  compiled: day,
  sources: z.record(z.string(), text),
  families: z.array(
    z.strictObject({
      family: text,
      kind: modelKindSchema,
      /** Holds for each model that names no source of its own. */
      source: sourceKeys,
      models: z.array(
        z.strictObject({
          id: modelId,
          aliasOf: z.exactOptional(modelId),
          aliasSource: z.exactOptional(sourceKeys),
          /** An alias that may not be billed as its target, so that coverage does not follow from it. */
          billedApart: z.exactOptional(z.literal(true)),
          source: z.exactOptional(sourceKeys),
          notes: z.exactOptional(text),
        }),
      ),
    }),
  ),
  /** Model → replacement named by OpenAI, or null, for each date and source. */
  shutdowns: z.array(
    z.strictObject({
      date: day,
      announced: z.exactOptional(day),
      source: sourceKeys,
      models: z.record(modelId, z.nullable(modelId)),
    }),
  ),
});

/** The two daily allowances. `large` holds fewer tokens and serves the larger models; `small` serves the smaller ones. */
export type Pool = keyof z.infer<typeof poolsSchema>;
export type UsageTier = z.infer<typeof usageTierSchema>;
export type ModelKind = z.infer<typeof modelKindSchema>;
export type Listing = z.infer<typeof listingSchema>;
export type ModelsFile = z.infer<typeof modelsFileSchema>;

/** One OpenAI model id and what is known about it; dates are ISO days, UTC. */
export interface Model {
  readonly id: string;
  readonly kind: ModelKind;
  readonly family: string;
  /** The snapshot this id stands for. */
  readonly aliasOf?: string;
  /** Who says so; begins with `inferred` where no OpenAI source states it. */
  readonly aliasSource?: string;
  /** True where an alias may not be billed as its target, so that coverage does not follow from it. */
  readonly billedApart?: true;
  /** The day OpenAI announced the shutdown. */
  readonly deprecated?: string;
  readonly shutdown?: string;
  readonly replacement?: string;
  readonly source: string;
  readonly notes?: string;
}
