// node index-scan.js SCAN-WORKER FOLDER [CACHE [first]]: scans a folder as the workspace index does, and prints each reference;
// with `first` it ends after those that the cache remembers.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundleVersion } from '../../src/workspace/cache';
import { cacheContent, readFound } from '../../src/workspace/cache-file';
import { startHelpers } from '../../src/workspace/helper';
import type { ScanAnswer, ScanRequest } from '../../src/workspace/protocol';
import type { FileReferences } from '../../src/workspace/scan-text';

const [workerFile = '', folder = '', cacheFile, until] = process.argv.slice(2);
const worker = new Worker(workerFile);
const cache =
  cacheFile === undefined
    ? undefined
    : { file: cacheFile, version: bundleVersion(workerFile), content: cacheContent(cacheFile) };
const helpers = cache && existsSync(cache.file) ? [] : startHelpers(join(dirname(workerFile), 'helper-worker.js'), 1);
worker.on('message', (answer: ScanAnswer) => {
  if (answer.kind === 'batch') {
    print(answer.batch.found);
  } else if (answer.kind === 'done') {
    if (answer.error) throw new Error(answer.error);
    // The cache is written after the results; a second request is answered only when that is done.
    if (answer.id === 1 && cache)
      worker.postMessage({ kind: 'paths', id: 2, roots: [], paths: [] } satisfies ScanRequest);
    else end();
  }
});
void start();

async function start(): Promise<void> {
  if (cache) print(await readFound(cache.content, cache.version));
  if (until === 'first') return end();
  worker.postMessage({ kind: 'scan', id: 1, roots: [{ path: folder }], cache, helpers } satisfies ScanRequest, helpers);
}

/** Ends with the last result without waiting for threads to end: nor does VS Code, which keeps the scanning thread. */
function end(): void {
  // Piped output is written asynchronously.
  process.stdout.write('', () => process.kill(process.pid, 'SIGKILL'));
}

function print(found: readonly FileReferences[]): void {
  let lines = '';
  for (const { path, references } of found)
    for (const { line, column, text } of references) lines += `${path}:${line + 1}:${column + 1}: ${text}\n`;
  process.stdout.write(lines);
}
