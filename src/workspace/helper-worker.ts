import { workerData, type MessagePort } from 'node:worker_threads';
import { emptyBatch } from './batch';
import type { HelperAnswer, HelperRequest } from './helper';
import { FileScanner, scanChunk } from './scan-file';
import type { Share } from './share';

// A helping thread; see `Helper`.

/** How long it works before it sends what it has found, in milliseconds. */
const slice = 5;

const port = workerData as MessagePort;
let scanner: FileScanner | undefined;

function say(answer: HelperAnswer): void {
  port.postMessage(answer);
}

port.on('message', (share: HelperRequest) => {
  if (share) return scan(share);
  say(undefined);
  port.close();
});

function scan(share: Share): void {
  scanner ??= new FileScanner(share.extraIds);
  for (let more = true; more;) {
    const batch = emptyBatch();
    for (const until = performance.now() + slice; more && performance.now() < until;)
      more = scanChunk(share, scanner, batch);
    say(batch);
  }
}
