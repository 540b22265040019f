import { parseArgs } from 'node:util';
import { diagnosticCodes, type DiagnosticCode } from '../core/codes';
import type { ListingChoice } from '../core/program/coverage';
import { usageTiers, utcDay } from '../core/program/allowance';
import { groupChoices } from '../core/program/listing-ids';
import type { UsageTier } from '../core/program/schema';

const formats = ['text', 'json', 'sarif'] as const;

/** What one run of `token-allowance scan` is asked for. */
export interface ScanOptions {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly usageTier: UsageTier;
  readonly listings: ListingChoice;
  /** The user's own listing files, as written. */
  readonly listingFiles: readonly string[];
  /** The day that shutdown dates are compared with, `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
  readonly failOn: readonly DiagnosticCode[];
  readonly includeTests: boolean;
  /** Whether files with uses are parsed to find out where their requests go. */
  readonly understand: boolean;
}

/** Wrong usage; the message names the argument and the remedy. */
export class UsageError extends Error {}

export type Command = { readonly kind: 'help' | 'version' } | { readonly kind: 'scan'; readonly options: ScanOptions };

const flags = {
  format: { type: 'string', default: 'text' },
  'usage-tier': { type: 'string', default: '1' },
  listings: { type: 'string', default: 'all' },
  listing: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'fail-on': { type: 'string', multiple: true },
  'include-tests': { type: 'boolean', default: false },
  'first-pass': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/**
 * Parses the arguments after `token-allowance`. `--listings` is checked later, by `checkListings`.
 * @throws UsageError
 */
export function parseCommand(args: readonly string[], now: Date): Command {
  const { values, positionals } = parse(args);
  const [command, ...paths] = positionals;
  if (values.help || args.length === 0 || command === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (command === undefined) throw new UsageError('A command is missing: the only one is "scan".');
  if (command !== 'scan') throw new UsageError(`Unknown command "${command}": the only command is "scan".`);
  // An empty variable in a script would have the whole folder scanned.
  if (paths.includes('')) throw new UsageError('A path is empty; the current folder is ".".');
  if (values.listing?.includes('')) throw new UsageError('--listing is ""; it takes a file.');
  return {
    kind: 'scan',
    options: {
      paths: paths.length ? paths : ['.'],
      format: oneOf('--format', values.format, formats),
      usageTier: Number(oneOf('--usage-tier', values['usage-tier'], usageTiers.map(String))) as UsageTier,
      listings: values.listings,
      listingFiles: values.listing ?? [],
      asOf: values['as-of'] === undefined ? utcDay(now) : day(values['as-of']),
      failOn: (values['fail-on'] ?? [])
        .flatMap((list) => list.split(','))
        .map((code) => oneOf('--fail-on', code.trim(), diagnosticCodes)),
      includeTests: values['include-tests'],
      understand: !values['first-pass'],
    },
  };
}

/**
 * Makes sure that `--listings` names a listing that exists.
 * @param ids of all listings
 * @throws UsageError
 */
export function checkListings({ listings, listingFiles }: ScanOptions, ids: readonly string[]): void {
  oneOf('--listings', listings, [...groupChoices, ...ids]);
  // Nothing would count as covered.
  if (listings === 'own' && !listingFiles.length) throw new UsageError('--listings is "own"; add --listing FILE.');
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    // Node's message goes on to explain values and files that begin with a hyphen.
    const [problem] = (error as Error).message.split(/\.\s|\.?$/m);
    throw new UsageError(`${problem}.`);
  }
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${flag} is "${value}"; it takes ${allowed.join(', ')}.`);
  return found;
}

function day(value: string): string {
  // Without the pattern a year of six digits (`+010000-01`) would pass.
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime()) || utcDay(date) !== value) {
    throw new UsageError(`--as-of is "${value}"; it takes a day as YYYY-MM-DD.`);
  }
  return value;
}

/** What `--help` prints. */
export const help = `Finds OpenAI models in code and says which are covered by the complimentary daily tokens.

Usage: token-allowance scan [paths] [options]

Paths are files and folders (default: the current folder). In folders, what git ignores, installed packages, and minified and generated
files are left out; a file named here is always read.

Options
  --format NAME          text: a report to read (default); json: for programs; sarif: for code scanning
  --usage-tier 1…5       your organization's usage tier (default 1)
  --listings NAME        all (default), own, makerperks, openai-help, or the id of a listing of your own
  --listing FILE         a listing of your own besides the bundled ones; may be given several times
  --as-of YYYY-MM-DD     the day that shutdown dates are compared with (default: today, UTC)
  --fail-on CODE,…       exit with 1 if one of these is found: ${diagnosticCodes.join(', ')}
  --include-tests        also report models in tests
  --first-pass           skip parsing: faster, but finds out less often where requests go
  -h, --help
  -v, --version

Exit code: 0; 1 when --fail-on matches; 2 on wrong usage or an input that cannot be read.
`;
