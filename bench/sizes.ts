import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { cached, root } from './paths';

/** The sizes of what ships, in kilobytes of 1,000 bytes. */
export interface Sizes {
  /** What activation loads: the main file with the pieces that it requires immediately. */
  readonly main: number;
  /** All pieces of the extension itself, without those of its threads, its webview and the command line. */
  readonly extension: number;
  readonly scanWorker: number;
  readonly vsix: number;
}

/** Packs the production build, and measures it. */
export function sizes(): Sizes {
  const vsix = path.join(cached(), 'bench.vsix');
  const script = path.join(root, 'scripts/package.js');
  execFileSync(process.execPath, [script, '--out', vsix], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const size = (file: string): number => statSync(file).size / 1e3;
  const main = [...loadedAtOnce(path.join(root, 'dist/extension.js'))].reduce((sum, file) => sum + size(file), 0);
  const pieces = readdirSync(path.join(root, 'dist')).filter((name) => /^(extension|features).*\.js$/.test(name));
  const extension = pieces.reduce((sum, name) => sum + size(path.join(root, 'dist', name)), 0);
  return { main, extension, scanWorker: size(path.join(root, 'dist/scan-worker.js')), vsix: size(vsix) };
}

/** A piece and everything that it requires at its top; a `require` inside a function was an `import()`, which comes later. */
function loadedAtOnce(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?<!\()require\("(\.\/[^"]+)"\)/g)) {
    loadedAtOnce(path.join(path.dirname(file), name), seen);
  }
  return seen;
}
