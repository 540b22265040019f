import * as z from 'zod/mini';
import { defaultHorizonDays, defaultSeverities as defaults } from '../core/findings';
import { usageTiers } from '../core/program/allowance';
import type { Program } from '../core/program/program';
import { bundledIds, groupChoices } from '../core/program/listing-ids';
import { Speaker } from '../core/words/speaker';
import { section } from './ids';

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/** Two years, in days. */
const maxHorizon = 730;

/**
 * Every setting of the extension, by its name after `tokenAllowance.`: the one declaration of types, limits and defaults. A test proves
 * that package.json says the same.
 */
export const schema = z.object({
  usageTier: z._default(z.literal(usageTiers), 1),
  listings: z._default(z.enum([...groupChoices, ...bundledIds]), 'all'),
  listingFile: z._default(z.string(), ''),
  'diagnostics.enabled': z._default(z.boolean(), true),
  'diagnostics.inTests': z._default(z.boolean(), false),
  'severity.not-listed': z._default(severity, defaults['not-listed']),
  'severity.notListedOtherKinds': z._default(severity, defaults['not-listed-other-kinds']),
  'severity.fine-tuned': z._default(severity, defaults['fine-tuned']),
  'severity.other-route': z._default(severity, defaults['other-route']),
  'severity.unknown-model': z._default(severity, defaults['unknown-model']),
  'severity.shut-down': z._default(severity, defaults['shut-down']),
  'severity.shutting-down': z._default(severity, defaults['shutting-down']),
  ignoreModels: z._default(z.array(z.string()), []),
  shutdownHorizonDays: z._default(z.int().check(z.gte(0), z.lte(maxHorizon)), defaultHorizonDays),
  'inlayHints.enabled': z._default(z.boolean(), false),
  'scan.exclude': z._default(z.array(z.string()), []),
});

type Values = z.infer<typeof schema>;
export type SettingName = keyof Values;
export type SeveritySetting = Extract<SettingName, `severity.${string}`>;

/** One folder's settings, all valid, and the program with the user's own listings. */
export interface Settings extends Values {
  /** Absent where there are only the bundled listings; see `programOf`. */
  readonly program?: Program;
}

/**
 * Reads all settings by their names through `get`, as `WorkspaceConfiguration.get` does. Never fails: a wrong value falls back to its
 * default, and a problem says in a sentence or two which setting it is, what it may be and what is used instead.
 */
export function readSettings(get: (name: SettingName) => unknown): { settings: Values; problems: string[] } {
  const problems: string[] = [];
  const values = Object.entries(schema.shape).map(([key, type]) => {
    const name = key as SettingName;
    const result = z.safeParse(type, get(name));
    if (result.success) return [name, result.data];
    const fallback = z.parse(type, undefined);
    const expected = expectation(result.error.issues[0]!);
    const [given, used] = [JSON.stringify(get(name)), JSON.stringify(fallback)];
    problems.push(new Speaker().say('settingWrong', `${section}.${name}`, given, expected, used));
    return [name, fallback];
  });
  return { settings: Object.fromEntries(values) as Values, problems };
}

/** What a setting accepts, in words. */
function expectation(issue: z.core.$ZodIssue): string {
  const speaker = new Speaker();
  if (issue.code === 'invalid_value') return speaker.or(issue.values.map((value) => JSON.stringify(value)));
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return speaker.say('settingTruth');
  if (issue.code === 'invalid_type' && issue.expected === 'string' && !issue.path.length)
    return speaker.say('settingText');
  if (issue.path.length > 0 || (issue.code === 'invalid_type' && issue.expected === 'array'))
    return speaker.say('settingTexts');
  return speaker.say('settingDays', String(maxHorizon));
}
