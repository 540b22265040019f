import { emptyBatch, enter, type Batch } from './batch';
import type { Helper, Sifting } from './helper';
import { FileScanner } from './scan-file';
import { takeFrom, type Share } from './share';

/** How long the thread works before it hands over results and hears messages, in milliseconds. */
const slice = 40;
/** How long it waits for helpers when there is nothing else to do. */
const pause = 1;

/**
 * Scans what the shares hold until no file is left, handing over a batch every now and then: what helpers have sifted first, else the
 * next files that nobody has taken.
 * @param signal ends it early; the shares are to be stopped, too
 */
export async function workOff(
  shares: readonly Share[],
  emit: (batch: Batch) => void,
  helpers: readonly Helper[] = [],
  signal?: AbortSignal,
): Promise<void> {
  const scanner = new FileScanner(shares[0]?.extraIds);
  const ahead = [...shares];
  const sifted: Sifting['closer'][number][] = [];
  let batch = emptyBatch();
  let until = performance.now() + slice;
  const turn = async (wait: () => Promise<unknown>) => {
    emit(batch);
    batch = emptyBatch();
    await wait();
    until = performance.now() + slice;
  };
  for (;;) {
    // Whether a helper has ended is asked first: what it said before can still be heard then.
    const ended = helpers.every((helper) => helper.ended);
    for (const helper of helpers) hear(helper, batch, sifted);
    if (signal?.aborted) sifted.length = 0;
    const worked = scanSifted(sifted, scanner, batch) || scanNext(ahead, scanner, batch);
    if (!worked && ended) break;
    if (!worked) await turn(() => new Promise((resolve) => setTimeout(resolve, pause)));
    else if (performance.now() >= until) await turn(() => new Promise((resolve) => setImmediate(resolve)));
  }
  emit(batch);
}

/** Takes in what a helper has sifted. */
function hear(helper: Helper, batch: Batch, sifted: Sifting['closer'][number][]): void {
  for (let sifting = helper.hear(); sifting; sifting = helper.hear()) {
    batch.done += sifting.batch.done;
    batch.notes.push(...sifting.batch.notes);
    batch.skipped.push(...sifting.batch.skipped);
    sifted.push(...sifting.closer);
  }
}

/** Scans one of the files that helpers have sifted; answers whether there was any. */
function scanSifted(sifted: Sifting['closer'][number][], scanner: FileScanner, batch: Batch): boolean {
  const next = sifted.pop();
  if (next) scanOne(next.path, next.named, scanner, batch);
  return next !== undefined;
}

/** Scans the next files that nobody has taken; answers whether there were any. */
function scanNext(ahead: Share[], scanner: FileScanner, batch: Batch): boolean {
  for (let share = ahead[0]; share; share = ahead[0]) {
    const taken = takeFrom(share);
    if (taken) {
      for (let index = taken[0]; index < taken[1]; index++)
        scanOne(share.files[index] as string, index < share.named, scanner, batch);
      return true;
    }
    ahead.shift();
  }
  return false;
}

function scanOne(path: string, named: boolean, scanner: FileScanner, batch: Batch): void {
  enter(batch, path, scanner.scan(path, named));
}
