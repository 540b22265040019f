import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Coalescer } from '../../../src/workspace/coalescer';

suite('Gathering events into batches', () => {
  test('one batch for thousands of items, each key once with its last item', async () => {
    const batches: number[][] = [];
    const coalescer = new Coalescer<number>(async (items) => void batches.push(items), 20);
    for (let item = 0; item < 5_000; item++) coalescer.add(`key ${item % 1_000}`, item);
    await pause(60);
    assert.equal(batches.length, 1);
    assert.deepEqual(
      batches[0],
      Array.from({ length: 1_000 }, (_, index) => 4_000 + index),
    );
    coalescer.dispose();
  });

  test('does not wait for ever while items keep coming', async () => {
    const batches: number[][] = [];
    const coalescer = new Coalescer<number>(async (items) => void batches.push(items), 40, 100);
    for (let item = 0; item < 20; item++) {
      coalescer.add(String(item), item);
      await pause(15);
    }
    assert.ok(batches.length >= 1, 'a batch before things were quiet');
    coalescer.dispose();
  });

  test('no two batches are under way, and what comes meanwhile is not lost', async () => {
    let underway = 0;
    const seen: string[] = [];
    const coalescer = new Coalescer<string>(async (items) => {
      assert.equal(++underway, 1);
      await pause(30);
      seen.push(items.join());
      underway--;
    }, 5);
    coalescer.add('a', 'a');
    await pause(15);
    coalescer.add('b', 'b');
    coalescer.add('c', 'c');
    await pause(120);
    assert.deepEqual(seen, ['a', 'b,c']);
    coalescer.dispose();
  });

  test('is silent once disposed', async () => {
    const coalescer = new Coalescer<string>(async () => assert.fail('nothing may come'), 5);
    coalescer.add('a', 'a');
    coalescer.dispose();
    coalescer.add('b', 'b');
    await pause(20);
  });
});
