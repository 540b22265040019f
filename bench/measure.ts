import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import * as path from 'node:path';
import { cached, root } from './paths';

/** A program to run to its end. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that mean success; linters and searchers have their own. Default: 0 and 1. */
  readonly codes?: readonly number[];
}

/** Runs a program, its output into a file as a user's pipe would take it, and answers how long that took, in milliseconds. */
export function timed({ file, args, folder = root, env, codes = [0, 1] }: Command): Promise<number> {
  const output = openSync(path.join(cached(), 'output.txt'), 'w');
  return new Promise<number>((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, args, {
      cwd: folder,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      const took = performance.now() - started;
      if (codes.includes(code ?? -1)) resolve(took);
      else reject(new Error(`${file} ${args.join(' ').slice(0, 200)} ended with ${code}; see bench/.cache/output.txt`));
    });
  }).finally(() => closeSync(output));
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/**
 * Runs programs one after the other, round after round, so that what slows the machine slows all of them. Answers each one's median;
 * one round before the first is not counted: it fills the system's file cache.
 */
export async function alternate<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(commands) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const took = await timed(commands[name]);
      if (round > 0) times.get(name)?.push(took);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}
