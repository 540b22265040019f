import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { normalizePath } from '../../../src/workspace/system';

/** Writes the files (by relative path) into a new temporary folder and returns its path, normalized as everywhere in the extension. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = normalizePath(realpathSync.native(mkdtempSync(join(tmpdir(), 'token-allowance-'))));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/**
 * Runs something as if ten seconds had passed, but for the times of files: what is
 * remembered for less is forgotten, and a cache keeps what has just been written, which is too new otherwise.
 */
export async function inTenSeconds<Value>(run: () => Value | Promise<Value>): Promise<Value> {
  const { now } = Date;
  Date.now = () => now() + 10_000;
  try {
    return await run();
  } finally {
    Date.now = now;
  }
}

/** Makes a link. Windows lets few people make one to a file; where it does not, there is none, which tests take for one that is not followed. */
export function link(target: string, path: string): void {
  try {
    symlinkSync(target, path, statSync(target, { throwIfNoEntry: false })?.isDirectory() ? 'junction' : 'file');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

/** Makes a pipe. Whoever waits at it reads `text` a second later, so that a test fails rather than waits for ever. */
export function pipe(path: string, text: string): void {
  execFileSync('mkfifo', [path]);
  writers.push(spawn('sh', ['-c', 'while sleep 1; do printf %s "$1" > "$0"; done', path, text], { stdio: 'ignore' }));
}

const made: string[] = [];
const writers: ChildProcess[] = [];

/** Removes every folder made; for a suite's teardown. */
export function removeFolders(): void {
  for (const writer of writers.splice(0)) writer.kill();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
