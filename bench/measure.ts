import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { cached, root } from './paths';

/** A program to run to its end. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that mean success, since linters and search programs use 1 for findings. Default: 0 and 1. */
  readonly codes?: readonly number[];
}

/** How long a program ran, and its processor time, in milliseconds. The latter is known only on Linux, else `NaN`. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

/** Processor time of this process's children that have ended, in milliseconds. The kernel counts in hundredths of a second. */
function spentOnChildren(): number {
  if (process.platform !== 'linux') return NaN;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const [user = NaN, system = NaN] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return (user + system) * 10;
}

/** Runs a program with its output in a file, much as if piped, and returns how long that took. */
export function timed({ file, args, folder = root, env, codes = [0, 1] }: Command): Promise<Took> {
  const output = openSync(path.join(cached(), 'output.txt'), 'w');
  return new Promise<Took>((resolve, reject) => {
    const spent = spentOnChildren();
    const started = performance.now();
    const child = spawn(file, args, {
      cwd: folder,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      const took = { wall: performance.now() - started, cpu: spentOnChildren() - spent };
      if (codes.includes(code ?? -1)) resolve(took);
      else reject(new Error(`${file} ${args.join(' ').slice(0, 200)} ended with ${code}; see bench/.cache/output.txt`));
    });
  }).finally(() => closeSync(output));
}

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/**
 * Runs programs in turn, round after round, so that whatever slows the machine slows all of them. Returns each one's median. An extra round at
 * the beginning is not counted: it fills the system's file cache.
 */
export async function alternate<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Promise<Record<Name, Took>> {
  const names = Object.keys(commands) as Name[];
  const times = new Map<Name, Took[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const took = await timed(commands[name]);
      if (round > 0) times.get(name)?.push(took);
    }
  }
  const middle = (all: readonly Took[]): Took => ({
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
  });
  return Object.fromEntries([...times].map(([name, all]) => [name, middle(all)])) as Record<Name, Took>;
}
