// Runs inside VS Code's extension host, measures what `TOKEN_ALLOWANCE_BENCH` asks for and writes the figures to a file.
import { readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { keystroke } from './keystroke';

/** What one start of VS Code is to measure. */
export interface HostTask {
  /** Where to put the figures. */
  readonly out: string;
  /** Whether the empty extension is activated first: the first one pays for what both need. */
  readonly emptyFirst: boolean;
  readonly scan?: boolean;
  /** Whether to measure memory, too: before the scan, and once the scanning thread and the parsing process have ended. */
  readonly memory?: boolean;
  /** The TypeScript module to compare a keystroke with. */
  readonly typescript?: string;
}

/** Milliseconds and megabytes. */
export interface HostFigures {
  /** From the request to its completion, and the processor time meanwhile. */
  readonly activation: {
    readonly ours: number;
    readonly empty: number;
    readonly oursCpu: number;
    readonly emptyCpu: number;
  };
  /** The scan command from start to end, and the processor time of all of the host's threads meanwhile. */
  readonly scan?: { readonly wall: number; readonly cpu: number };
  /** How much more memory the host has than before the scan, after garbage collection: heap and external memory, and resident set. */
  readonly memory?: { readonly heap: number; readonly resident: number };
  readonly keystroke?: { readonly ours: number; readonly createSourceFile: number };
}

const settling = 5_000;
/** Time for V8 to release memory, some seconds after a collection, and for idle threads to end; in milliseconds. */
const givingBack = 12_000;
/** The files that the scan and, later, the second pass store for the next start. */
const [scanFile, lastFile] = ['scan.json', 'refined.json'];
const longestWait = 180_000;

export async function run(): Promise<void> {
  const task = JSON.parse(process.env['TOKEN_ALLOWANCE_BENCH'] ?? '') as HostTask;
  // VS Code's own start keeps this process busy for a while.
  await pause(settling);
  const figures: { -readonly [Name in keyof HostFigures]: HostFigures[Name] } = {
    activation: await activation(task.emptyFirst),
  };
  if (task.scan) {
    const before = task.memory ? await memory() : undefined;
    const started = performance.now();
    const spent = process.cpuUsage();
    await vscode.commands.executeCommand('tokenAllowance.scanWorkspace');
    figures.scan = { wall: performance.now() - started, cpu: cpuSince(spent) };
    await stored(task, scanFile);
    if (before) {
      await stored(task, lastFile);
      const after = await memory();
      figures.memory = { heap: after.heap - before.heap, resident: after.resident - before.resident };
    }
  }
  if (task.typescript) figures.keystroke = await keystroke(task.typescript);
  writeFileSync(task.out, JSON.stringify(figures));
}

async function activation(emptyFirst: boolean): Promise<HostFigures['activation']> {
  const times = { ours: 0, empty: 0, oursCpu: 0, emptyCpu: 0 };
  const ids = { ours: 'token-allowance.token-allowance', empty: 'bench.empty' };
  for (const which of emptyFirst ? (['empty', 'ours'] as const) : (['ours', 'empty'] as const)) {
    const extension = vscode.extensions.getExtension(ids[which]);
    if (!extension || extension.isActive) throw new Error(`${ids[which]} is missing or active already`);
    const spent = process.cpuUsage();
    const started = performance.now();
    await extension.activate();
    times[which] = performance.now() - started;
    times[`${which}Cpu`] = cpuSince(spent);
  }
  return times;
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** The host's memory once it has released what it no longer needs, such as from its own start. */
async function memory(): Promise<{ heap: number; resident: number }> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let count = 0; count < 2; count++) {
    collect();
    await pause(givingBack);
  }
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: (heapUsed + external) / 1e6, resident: rss / 1e6 };
}

/** Waits until the extension has stored a file. */
async function stored({ out }: HostTask, name: string): Promise<void> {
  const until = performance.now() + longestWait;
  const files = () => readdirSync(path.dirname(out), { recursive: true, encoding: 'utf8' });
  while (!files().some((file) => path.basename(file) === name) && performance.now() < until) await pause(500);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
