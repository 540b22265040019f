import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import type { Command } from './measure';
import { installVSCode } from '../scripts/lib/vscode-install.js';
import { cache, root } from './paths';

/** The Node that VS Code's extension host runs on, and with it the threads of the index. */
let hostNode = process.execPath;

/** Builds the extension as it ships and the programs that drive it here; installs VS Code for its Node. */
export async function build(): Promise<void> {
  hostNode = (await installVSCode()).node;
  execFileSync(process.execPath, [path.join(root, 'esbuild.js'), '--production'], { cwd: root, stdio: 'inherit' });
  buildSync({
    entryPoints: ['index-scan', 'in-host', 'one-file'].map((name) => path.join(__dirname, 'programs', `${name}.ts`)),
    outdir: cache,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'typescript'],
    logLevel: 'warning',
  });
}

/** Node's own start and end. */
export const nodeStart: Command = { file: process.execPath, args: ['-e', '0'] };

export function hostVersion(): string {
  return execFileSync(hostNode, ['--version'], { encoding: 'utf8' }).trim().slice(1);
}

/** The start and end of VS Code's Node. */
export function hostStart(): Command {
  return { file: hostNode, args: ['-e', '0'] };
}

const idle = `const { Worker } = require('node:worker_threads');
let waiting = 2;
const start = () => new Worker("require('node:worker_threads').parentPort.postMessage(0)", { eval: true });
const ready = () => --waiting || process.kill(process.pid, 'SIGKILL');
for (const thread of [start(), start()]) thread.on('message', ready);`;

/** The same with two idle threads, as many as the index starts. */
export function threadsStart(): Command {
  return { file: hostNode, args: ['-e', idle], codes: [-1] };
}

/** The command line, printing every finding. */
export function commandLine(folder: string, ...more: readonly string[]): Command {
  return { file: process.execPath, args: [path.join(root, 'dist/cli.js'), 'scan', ...more], folder, codes: [0, 1, 2] };
}

/** The scan of the workspace index in the threads that the extension host starts, printing every reference. */
export function indexScan(folder: string, ...more: readonly string[]): Command {
  const args = [path.join(cache, 'index-scan.js'), path.join(root, 'dist/scan-worker.js'), folder, ...more];
  // It ends itself by a signal.
  return { file: hostNode, args, codes: [-1] };
}
