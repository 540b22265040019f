// node index-scan.js SCAN-WORKER FOLDER [CACHE [first]]: scans a folder as the workspace index does, and prints each reference;
// with `first` it ends with the first ones, which are all that the cache remembers.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startHelpers } from '../../src/workspace/helper';
import type { ScanAnswer, ScanRequest } from '../../src/workspace/protocol';

const [workerFile = '', folder = '', cacheFile, end] = process.argv.slice(2);
const worker = new Worker(workerFile);
const helpers = cacheFile && existsSync(cacheFile) ? [] : startHelpers(join(dirname(workerFile), 'sieve-worker.js'), 1);
worker.on('message', (answer: ScanAnswer) => {
  if (answer.kind === 'batch') {
    let lines = '';
    for (const { path, references } of answer.batch.found)
      for (const { line, column, text } of references) lines += `${path}:${line + 1}:${column + 1}: ${text}\n`;
    process.stdout.write(lines);
    if (end === 'first' && lines) void worker.terminate();
  } else if (answer.kind === 'done') {
    if (answer.error) throw new Error(answer.error);
    // The cache is written behind the results; a second request is answered when that is done.
    if (answer.id === 1 && cacheFile)
      worker.postMessage({ kind: 'paths', id: 2, roots: [], paths: [] } satisfies ScanRequest);
    else void worker.terminate();
  }
});
const request: ScanRequest = {
  kind: 'scan',
  id: 1,
  roots: [{ path: folder }],
  ...(cacheFile && { cacheFile }),
  helpers,
};
worker.postMessage(request, helpers);
