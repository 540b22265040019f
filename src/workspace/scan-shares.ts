import { emptyBatch, merge, type Batch } from './batch';
import type { Helper } from './helper';
import { FileScanner, scanChunk } from './scan-file';
import type { Share } from './share';

/** How long the thread works before it hands over results and hears messages, in milliseconds. */
const slice = 40;
/** How long it waits for helpers when there is nothing else to do. */
const pause = 1;

/**
 * Scans what the shares hold until no file is left for this thread or for helpers, handing over a batch every now and then, with what
 * they have found. Stopping the shares ends it early.
 */
export async function scanShares(
  shares: readonly Share[],
  emit: (batch: Batch) => void,
  helpers: readonly Helper[] = [],
): Promise<void> {
  const scanner = new FileScanner(shares[0]?.extraIds);
  const ahead = [...shares];
  let batch = emptyBatch();
  let until = performance.now() + slice;
  const turn = async (wait: () => Promise<unknown>) => {
    if (batch.done) emit(batch);
    batch = emptyBatch();
    await wait();
    until = performance.now() + slice;
  };
  for (;;) {
    // Whether a helper has ended is asked first: what it said before can still be heard then.
    const ended = helpers.every((helper) => helper.ended);
    for (const helper of helpers) for (let heard = helper.hear(); heard; heard = helper.hear()) merge(batch, heard);
    const worked = scanNext(ahead, scanner, batch);
    if (!worked && ended) break;
    if (!worked) await turn(() => new Promise((resolve) => setTimeout(resolve, pause)));
    else if (performance.now() >= until) await turn(() => new Promise((resolve) => setImmediate(resolve)));
  }
  emit(batch);
}

/** Scans the next files that nobody has taken; answers whether there were any. */
function scanNext(ahead: Share[], scanner: FileScanner, batch: Batch): boolean {
  for (let share = ahead[0]; share; share = ahead[0]) {
    if (scanChunk(share, scanner, batch)) return true;
    ahead.shift();
  }
  return false;
}
