import { workerData, type MessagePort } from 'node:worker_threads';
import { emptyBatch, enter } from './batch';
import type { HelperAnswer, HelperRequest, Sifting } from './helper';
import { takeFrom, type Share } from './share';
import { Sieve } from './sieve';

// A helping thread; see `Helper`.

/** How long it works before it says what it has sifted, in milliseconds. */
const slice = 5;

const port = workerData as MessagePort;
let sieve: Sieve | undefined;

function say(answer: HelperAnswer): void {
  port.postMessage(answer);
}

port.on('message', (share: HelperRequest) => {
  if (share) return sift(share);
  say(undefined);
  port.close();
});

function sift(share: Share): void {
  sieve ??= new Sieve(share.extraIds);
  for (let taken = takeFrom(share); taken; ) {
    const batch = emptyBatch();
    const closer: Sifting['closer'][number][] = [];
    for (const until = performance.now() + slice; taken && performance.now() < until; taken = takeFrom(share)) {
      for (let index = taken[0]; index < taken[1]; index++) {
        const path = share.files[index] as string;
        const named = index < share.named;
        const sifted = sieve.sift(path, named);
        if (sifted.candidate) closer.push({ path, named });
        else enter(batch, path, sifted);
      }
    }
    say({ batch, closer });
  }
}
