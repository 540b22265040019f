import { emptyBatch, merge, type Batch } from './batch';
import type { Helper } from './helper';
import { FileScanner, scanChunk } from './scan-file';
import type { Share } from './share';

/** How long the thread works before it hands over results and handles messages, in milliseconds. */
const slice = 40;
/** How long it waits for helpers when there is nothing else to do, in milliseconds. */
const pause = 1;

/**
 * Scans the files of shares, together with helpers, until none is left. Hands over a batch every now and then, with what the helpers have
 * found, too. Stopping the shares ends it early.
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
    // Ask whether helpers have ended before receiving from them, so that nothing they sent is lost.
    const ended = helpers.every((helper) => helper.ended);
    for (const helper of helpers) for (let heard = helper.hear(); heard; heard = helper.hear()) merge(batch, heard);
    const worked = scanNext(ahead, scanner, batch);
    if (!worked && ended) break;
    if (!worked) await turn(() => new Promise((resolve) => setTimeout(resolve, pause)));
    else if (performance.now() >= until) await turn(() => new Promise((resolve) => setImmediate(resolve)));
  }
  emit(batch);
}

/** Scans the next chunk of the first share that has one left. Returns whether there was one. */
function scanNext(ahead: Share[], scanner: FileScanner, batch: Batch): boolean {
  for (let share = ahead[0]; share; share = ahead[0]) {
    if (scanChunk(share, scanner, batch)) return true;
    ahead.shift();
  }
  return false;
}
