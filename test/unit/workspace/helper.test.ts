import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { emptyBatch, merge, type Batch } from '../../../src/workspace/batch';
import { Helper, startHelpers } from '../../../src/workspace/helper';
import { createShare } from '../../../src/workspace/share';
import { scanBundles } from './bundle';
import { folderWith, removeFolders } from './temporary';

suite('A helping thread', () => {
  let file = '';
  suiteSetup(() => {
    file = scanBundles().helper;
  });
  suiteTeardown(removeFolders);

  const started = (bundle = file) => startHelpers(bundle, 1)[0] as MessagePort;

  /** All that a helper says until it ends. */
  async function hearOut(helper: Helper): Promise<Batch> {
    const all = emptyBatch();
    while (!helper.ended) {
      for (let batch = helper.hear(); batch; batch = helper.hear()) merge(all, batch);
      await delay(1);
    }
    return all;
  }

  const modelsIn = ({ found }: Batch) =>
    found.map(({ path, references }) => [path, ...references.map(({ model }) => model)]);

  test('scans a share, and ends when it is dismissed', async () => {
    const root = folderWith({ 'a.py': 'model="gpt-4o"', 'b.py': 'print(1)', 'c.min.js': '', 'd.py/e': '' });
    const helper = new Helper(started());
    helper.take(createShare(['a.py', 'b.py', 'c.min.js', 'd.py'].map((name) => `${root}/${name}`)));
    helper.dismiss();
    const heard = await hearOut(helper);
    assert.equal(helper.brokeOff, false);
    assert.equal(heard.done, 4);
    assert.deepEqual(modelsIn(heard), [[`${root}/a.py`, 'gpt-4o']]);
    assert.deepEqual(heard.skipped, [{ path: `${root}/c.min.js`, reason: 'minified' }]);
    assert.deepEqual(
      heard.notes.map(({ path }) => path),
      [`${root}/d.py`],
    );
  });

  test('finds ids that a listing of the user’s names', async () => {
    const root = folderWith({ 'a.py': 'model="house-model"', 'b.py': 'print(1)' });
    const helper = new Helper(started());
    helper.take(createShare([`${root}/a.py`, `${root}/b.py`], 0, new Set(['house-model'])));
    helper.dismiss();
    assert.deepEqual(modelsIn(await hearOut(helper)), [[`${root}/a.py`, 'house-model']]);
  });

  test('that cannot start is known to have broken off', async () => {
    const port = started(join(folderWith({}), 'missing.js'));
    const helper = new Helper(port);
    const closed = once(port, 'close');
    assert.deepEqual(await hearOut(helper), emptyBatch());
    await closed;
    assert.equal(helper.brokeOff, true);
  });

  test('that nobody needs lets its process end', () => {
    const outfile = join(folderWith({}), 'helper.js');
    const entry = join(__dirname, '../../../src/workspace/helper.ts');
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', logLevel: 'error' });
    const script = 'const [port] = require(process.argv[1]).startHelpers(process.argv[2], 1); port.close();';
    execFileSync(process.execPath, ['-e', script, outfile, file], { timeout: 60_000, stdio: 'pipe' });
  });
});
