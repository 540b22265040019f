import assert from 'node:assert/strict';
import { onceLoaded, remember } from '../../../src/core/remember';

suite('remember', () => {
  test('asks once for each text, whatever the answer', () => {
    const asked: string[] = [];
    const length = remember((text) => {
      asked.push(text);
      return text.length || undefined;
    });
    assert.deepEqual(['ab', '', 'ab', '', 'c'].map(length), [2, undefined, 2, undefined, 1]);
    assert.deepEqual(asked, ['ab', '', 'c']);
  });

  test('keeps no long texts', () => {
    let asked = 0;
    const same = remember((text) => (asked++, text));
    const long = 'x'.repeat(1_000);
    assert.deepEqual([same(long), same(long), asked], [long, long, 2]);
  });

  test('keeps a bounded number of answers', () => {
    let asked = 0;
    const same = remember((text) => (asked++, text));
    for (let round = 0; round < 2; round++) for (let i = 0; i < 10_000; i++) assert.equal(same(`${i}`), `${i}`);
    assert.ok(asked > 10_000);
    same('x');
    const before = asked;
    assert.equal(same('x'), 'x');
    assert.equal(asked, before);
  });
});

suite('what is loaded once', () => {
  const known = new Map<string, Promise<string>>();
  let loads = 0;
  const load = (fails: boolean) =>
    onceLoaded(known, 'piece', async () => {
      loads++;
      if (fails) throw new Error('locked');
      return 'loaded';
    });

  test('is loaded again where that has failed, and only there', async () => {
    await Promise.all([assert.rejects(load(true), /locked/), assert.rejects(load(true), /locked/)]);
    assert.equal(loads, 1);
    assert.deepEqual([await load(false), await load(true), loads], ['loaded', 'loaded', 2]);
  });

  test('stays where it was forgotten meanwhile, and another load has begun', async () => {
    known.clear();
    const failing = load(true);
    known.clear();
    const [before, now] = [loads, load(false)];
    await assert.rejects(failing, /locked/);
    assert.deepEqual([await now, await load(true), loads], ['loaded', 'loaded', before + 1]);
  });
});
