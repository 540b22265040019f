import assert from 'node:assert/strict';
import { Coalescer } from '../../../src/workspace/coalescer';

suite('Gathering events into batches', () => {
  const { setTimeout: usual, clearTimeout: usualClear } = globalThis;
  const { now: usualNow } = Date;
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  setup(() => {
    [now, timers] = [1_000, []];
    Date.now = () => now;
    globalThis.setTimeout = ((run: () => void, delay: number) => {
      const timer = { at: now + delay, run };
      timers.push(timer);
      return timer;
    }) as never;
    globalThis.clearTimeout = ((timer: never) => void (timers = timers.filter((one) => one !== timer))) as never;
  });
  teardown(() => {
    Object.assign(globalThis, { setTimeout: usual, clearTimeout: usualClear });
    Date.now = usualNow;
  });

  /** Lets so many milliseconds pass, one by one. */
  async function pass(milliseconds: number): Promise<void> {
    for (const end = now + milliseconds; now < end; now++) {
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await new Promise(setImmediate);
    }
  }

  test('one batch for thousands of items, each key once with its last item', async () => {
    const batches: number[][] = [];
    const coalescer = new Coalescer<number>(async (items) => void batches.push(items), 20);
    for (let item = 0; item < 5_000; item++) coalescer.add(`key ${item % 1_000}`, item);
    await pass(30);
    assert.deepEqual(batches, [Array.from({ length: 1_000 }, (_, index) => 4_000 + index)]);
    await pass(300);
    assert.equal(batches.length, 1);
  });

  test('waits until things are quiet, but not for ever while items keep coming', async () => {
    const batches: string[] = [];
    const coalescer = new Coalescer<number>(async (items) => void batches.push(`${now}: ${items.join()}`), 40, 100);
    for (let item = 0; item < 16; item++) {
      coalescer.add(String(item), item);
      await pass(15);
    }
    await pass(100);
    assert.deepEqual(batches, ['1100: 0,1,2,3,4,5,6', '1205: 7,8,9,10,11,12,13', '1265: 14,15']);
  });

  test('no two batches are under way, and what comes meanwhile is not lost', async () => {
    const seen: string[] = [];
    const coalescer = new Coalescer<string>(async (items) => {
      seen.push(`${now}: ${items.join()}`);
      await new Promise<void>((resolve) => setTimeout(resolve, 30));
      seen.push(`${now}: done`);
    }, 5);
    coalescer.add('a', 'a');
    await pass(15);
    coalescer.add('b', 'b');
    coalescer.add('c', 'c');
    await pass(120);
    assert.deepEqual(seen, ['1005: a', '1035: done', '1040: b,c', '1070: done']);
  });

  test('is silent once disposed', async () => {
    const seen: string[] = [];
    const coalescer = new Coalescer<string>(async (items) => void seen.push(...items), 5);
    coalescer.add('a', 'a');
    coalescer.dispose();
    coalescer.add('b', 'b');
    await pass(20);
    assert.deepEqual([seen, timers.length], [[], 0]);
  });
});
