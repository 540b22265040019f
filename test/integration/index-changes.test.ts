import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { TestIndex } from './index-support';

suite('workspace index, while files change', () => {
  const own = new TestIndex();
  const hit = 'model = "gpt-4o"\n';

  test('a scan right behind another finds what that one has found, though its cache is still being written', async () => {
    const names = Array.from({ length: 4_000 }, (_, index) => `${index % 40}/${index}.py`);
    for (const name of names) own.write(name, hit);
    // What has changed a moment before is not kept.
    await delay(2_500);
    for (let times = 1; times <= 3; times++) {
      await own.index.scan();
      assert.equal(own.found().length, names.length, `after scan ${times}`);
    }
  });
});
