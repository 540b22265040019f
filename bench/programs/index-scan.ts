// node index-scan.js SCAN-WORKER FOLDER [CACHE [first]]: scans a folder as the workspace index does, and prints each reference;
// with `first` it ends with the first ones, which are all that the cache remembers.
import { Worker } from 'node:worker_threads';
import type { ScanAnswer, ScanRequest } from '../../src/workspace/protocol';

const [workerFile = '', folder = '', cacheFile, end] = process.argv.slice(2);
const worker = new Worker(workerFile);
const lines: string[] = [];
const print = () => process.stdout.write(`${lines.join('\n')}\n`);
worker.on('message', (answer: ScanAnswer) => {
  if (answer.kind === 'batch') {
    for (const { path, references } of answer.batch.found)
      for (const { line, column, text } of references) lines.push(`${path}:${line + 1}:${column + 1}: ${text}`);
    if (end === 'first' && lines.length) {
      print();
      void worker.terminate();
    }
  } else if (answer.kind === 'done') {
    if (answer.error) throw new Error(answer.error);
    if (answer.id === 1) print();
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
