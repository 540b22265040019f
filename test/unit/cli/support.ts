import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../src/cli/main';

/** What `--format json` prints. */
export interface Report {
  asOf: string;
  usageTier: number;
  listings: string;
  filesScanned: number;
  findings: Record<string, unknown>[];
  notes: { path?: string; severity: string; message: string }[];
}

/** The current folder of the test that runs. */
export let folder: string;
let own: string;

/** Makes a folder below the current one the current one. */
export function enter(below: string): void {
  folder = join(folder, below);
}

/** Writes files into the folder: path → content. */
export function write(files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs the command line in the folder, on 2026-11-22. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return runIn({ colours: false }, ...args);
}

/** The same in a terminal that has colours, or has none. */
export async function runIn({ colours }: { readonly colours: boolean }, ...args: string[]) {
  const result = { out: '', err: '' };
  const code = await main(args, {
    folder,
    now: new Date('2026-11-22T12:00:00Z'),
    colours,
    out: (text) => (result.out += text),
    err: (text) => (result.err += text),
  });
  return { code, ...result };
}

/** The report of a scan. */
export async function json(...args: string[]): Promise<Report> {
  return JSON.parse((await run('scan', '--format', 'json', ...args)).out) as Report;
}

/** Gives each test of a suite a folder of its own. */
export function useFolder(): void {
  setup(() => {
    own = folder = mkdtempSync(join(tmpdir(), 'token-allowance-'));
  });
  teardown(() => rmSync(own, { recursive: true, force: true }));
}
