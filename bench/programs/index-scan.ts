// node index-scan.js SCAN-WORKER FOLDER [CACHE]: scans a folder as the workspace index does, and prints each reference.
import { Worker } from 'node:worker_threads';
import type { ScanAnswer, ScanRequest } from '../../src/workspace/protocol';

const [workerFile = '', folder = '', cacheFile] = process.argv.slice(2);
const worker = new Worker(workerFile);
const lines: string[] = [];
worker.on('message', (answer: ScanAnswer) => {
  if (answer.kind === 'batch') {
    for (const { path, references } of answer.batch.found)
      for (const { line, column, text } of references) lines.push(`${path}:${line + 1}:${column + 1}: ${text}`);
  } else if (answer.kind === 'done') {
    if (answer.error) throw new Error(answer.error);
    if (answer.id === 1) process.stdout.write(`${lines.join('\n')}\n`);
    // The cache is written behind the results; a second request is answered when that is done.
    if (answer.id === 1 && cacheFile)
      worker.postMessage({ kind: 'paths', id: 2, roots: [], paths: [] } satisfies ScanRequest);
    else void worker.terminate();
  }
});
worker.postMessage({
  kind: 'scan',
  id: 1,
  roots: [{ path: folder }],
  ...(cacheFile && { cacheFile }),
} satisfies ScanRequest);
