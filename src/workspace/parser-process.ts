// The parsing process: passes requests on to a thread, since only a thread can be given a stack for deeply nested code on every system.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parserLimits } from './parser-limits';
import type { ParserAnswer } from './question';

const worker = new Worker(join(__dirname, 'understand-worker.js'), { resourceLimits: parserLimits });
process.on('message', (request) => worker.postMessage(request));
worker.on('message', (answer) => process.send?.(answer));
// The asking side notices that this process ends, and starts another one if need be.
worker.on('error', ({ message }) =>
  process.send?.({ id: 0, error: message } satisfies ParserAnswer, () => process.exit(1)),
);
worker.on('exit', () => process.exit(1));
process.on('disconnect', () => process.exit());
