import * as z from 'zod/mini';

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/** How loudly a finding is said; `off` says nothing. */
export type Severity = z.infer<typeof severity>;

const globs = z.array(z.string());

/**
 * Every setting of the extension, by its name behind `tokenAllowance.`: the one declaration of types, limits and defaults.
 * A test proves that package.json says the same.
 */
export const schema = z.object({
  usageTier: z._default(z.literal([1, 2, 3, 4, 5]), 1),
  listings: z._default(z.enum(['all', 'makerperks', 'openai-help']), 'all'),
  'diagnostics.enabled': z._default(z.boolean(), true),
  'diagnostics.inTests': z._default(z.boolean(), false),
  'severity.not-listed': z._default(severity, 'warning'),
  'severity.notListedOtherKinds': z._default(severity, 'information'),
  'severity.fine-tuned': z._default(severity, 'information'),
  'severity.other-route': z._default(severity, 'information'),
  'severity.unknown-model': z._default(severity, 'information'),
  'severity.shut-down': z._default(severity, 'warning'),
  'severity.shutting-down': z._default(severity, 'information'),
  shutdownHorizonDays: z._default(z.int().check(z.gte(0), z.lte(730)), 90),
  'scan.exclude': z._default(globs, []),
});

/** The settings that hold for one folder, all valid. */
export type Settings = z.infer<typeof schema>;
export type SettingName = keyof Settings;

/** The section all settings live in. */
export const section = 'tokenAllowance';

/** A value in some settings file that no setting can take. */
export interface SettingProblem {
  readonly name: SettingName;
  /** Which setting, which value, what it may be and what is used instead; one English sentence or two. */
  readonly message: string;
}

/**
 * Reads all settings by their names through `get`, as `WorkspaceConfiguration.get` does.
 * Never fails: a wrong value falls back to its default and is reported.
 */
export function readSettings(get: (name: SettingName) => unknown): {
  settings: Settings;
  problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const values = Object.entries(schema.shape).map(([key, type]) => {
    const name = key as SettingName;
    const result = z.safeParse(type, get(name));
    if (result.success) return [name, result.data];
    const fallback = z.parse(type, undefined);
    problems.push({ name, message: complaint(name, get(name), fallback) });
    return [name, fallback];
  });
  return { settings: Object.fromEntries(values) as Settings, problems };
}

function complaint(name: SettingName, value: unknown, fallback: unknown): string {
  return `${section}.${name} is ${JSON.stringify(value)}, but can only be ${expectation(name)}. ${JSON.stringify(fallback)} is used instead; correct it in the settings.`;
}

/** What a setting accepts, in words. */
function expectation(name: SettingName): string {
  const json = z.toJSONSchema(schema.shape[name]);
  if (json.enum) return json.enum.map((value) => JSON.stringify(value)).join(', ');
  if (json.type === 'array') return 'a list of glob patterns';
  if (json.type === 'boolean') return 'true or false';
  return `a whole number from ${json.minimum} to ${json.maximum}`;
}
