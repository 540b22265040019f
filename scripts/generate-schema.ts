// Writes the JSON Schemas by which VS Code completes and checks listing files, one in each language, from the zod schema.
// Run: npm run generate
import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { parseModelName } from '../src/core/find/model-id';
import { isListedKind } from '../src/core/findings';
import { bundledProgram } from '../src/core/program/program';
import { takenIds } from '../src/core/program/listing-ids';
import { userListingSchema } from '../src/core/program/schema';
import translations from './listing-schema.l10n.json';

/** What people read of the schema, by its English, in each other language. The manifest names the file of the display language. */
export const schemaTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = translations;

/** The languages that there is a schema in; the first, which has no name, is English. */
export const schemaLanguages: readonly (string | undefined)[] = [undefined, ...Object.keys(schemaTexts)];

/** @param language one of `schemaLanguages` */
export const schemaPath = (language?: string): string => `schemas/listing.schema.${language ? `${language}.` : ''}json`;

/** The keywords whose strings people read. */
export const spoken: ReadonlySet<string> = new Set(['title', 'description', 'errorMessage', 'patternErrorMessage']);

type JsonSchema = z.core.JSONSchema.BaseSchema;

const pool = (name: string, limits: string): Partial<JsonSchema> => ({
  description: `Model ids in the ${name} pool (${limits} tokens a day), each exactly as the source names it: snapshots and aliases alike, no wildcards.`,
  uniqueItems: true,
});

const wholeId = 'Must be one whole model id: no wildcard, no prefix, no fine-tune.';

/** What VS Code shows instead of its own message if a value is invalid. */
const says = (errorMessage: string): JsonSchema => ({ errorMessage });

/** What the zod schema lacks, by path: explanations of the fields, and checks that zod does in code. */
const remarks: Readonly<Record<string, Partial<JsonSchema>>> = {
  '': { description: 'A dated statement of which OpenAI models draw on which pool of complimentary daily tokens.' },
  id: {
    description: 'Short name for the listing: in JSON reports, and for the command line’s `--listings`.',
    allOf: [
      {
        not: { enum: [...takenIds] },
        ...says(
          'This id is taken: it already has a meaning where listings are chosen. Use another, such as "my-list".',
        ),
      },
    ],
    examples: ['my-list'],
    patternErrorMessage: 'Only lowercase letters, digits and hyphens.',
  },
  title: { description: 'The name that hovers show.', examples: ['My list'] },
  publisher: { description: 'Who publishes it.' },
  url: {
    description: 'Where it is published; https only.',
    pattern: '^https://',
    patternErrorMessage: 'Must begin with https://.',
  },
  date: {
    description: 'The day it describes, YYYY-MM-DD.',
    patternErrorMessage: 'Must be a calendar date, YYYY-MM-DD.',
  },
  pools: { description: 'The models of both pools. No model may be in both.' },
  'pools.large': pool('large', '250,000 or 1,000,000'),
  'pools.small': pool('small', '2,500,000 or 10,000,000'),
  'pools.large[]': { examples: textModels(), patternErrorMessage: wholeId },
  'pools.small[]': { examples: textModels(), patternErrorMessage: wholeId },
  program: { description: 'The program as its source describes it.' },
  'program.upToUsd': { description: 'The highest value that its source states, in US dollars.' },
  'program.redeem': { description: 'Where to take part.' },
  bands: { description: 'What holds for some of the usage tiers only; the panel shows that of the bundled listings.' },
  'bands[].tiers': { description: 'Usage tiers, 1 to 5.' },
  'bands[].tokens': { description: 'Tokens a day in each pool, input and output together.' },
  resetUtc: { description: 'When both pools fill up again, UTC.' },
  rules: { description: 'How tokens are counted.' },
  conditions: { description: 'What must hold for any of it to be free.' },
  exclusions: { description: 'What is never free, whatever the model.' },
  settingsUrl: { description: 'Where sharing is turned on.' },
  optOut: { description: 'How to leave the program.' },
  noticeDays: { description: 'Days of notice before the program ends.' },
  faq: { description: 'Questions and answers of the source.' },
  notes: { description: 'Anything else worth knowing.' },
};

/** Models of the kinds that have been listed so far, newest first. */
function textModels(): string[] {
  return Array.from(bundledProgram().models.values())
    .filter(({ id, kind, shutdown }) => isListedKind(kind) && !shutdown && parseModelName(id))
    .map(({ id }) => id)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

function explain(schema: JsonSchema, path: string): JsonSchema {
  const { properties, items, ...rest } = schema;
  return {
    ...remarks[path],
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, field]) => [
          key,
          explain(field as JsonSchema, path ? `${path}.${key}` : key),
        ]),
      ),
    }),
    ...(items && { items: explain(items as JsonSchema, `${path}[]`) }),
  };
}

/** The text of a schema file, formatted as on disk. */
export function schemaText(language = ''): string {
  const texts = schemaTexts[language];
  const said = (key: string, value: unknown): unknown =>
    typeof value === 'string' && spoken.has(key) ? (texts?.[value] ?? value) : value;
  const { $schema, ...schema } = z.toJSONSchema(userListingSchema, { target: 'draft-7' });
  const comment = 'Generated by `npm run generate` from src/core/program/schema.ts; do not edit.';
  const listing = { $schema, $comment: comment, title: 'Token Allowance listing', ...explain(schema, '') };
  // Tells VS Code to allow trailing commas and comments in the file.
  return `${JSON.stringify({ ...listing, allowTrailingCommas: true, allowComments: true }, said, 2)}\n`;
}

/** Every path in `remarks`, for the test that none is out of date. */
export const remarkedPaths = Object.keys(remarks);

if (require.main === module)
  for (const language of schemaLanguages) writeFileSync(schemaPath(language), schemaText(language));
