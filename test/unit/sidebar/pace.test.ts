import * as assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Pace } from '../../../src/sidebar/pace';

suite('pace', () => {
  let now = 0;
  setup(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    mock.method(performance, 'now', () => now);
  });
  teardown(() => mock.reset());

  /** How long something that is asked for waits once work has taken so long. */
  async function waitAfter(took: number): Promise<number> {
    const pace = new Pace(250);
    await pace.measured(async () => void (now += took));
    let done = false;
    pace.soon(() => (done = true));
    for (let waited = 0; ; waited += 10, mock.timers.tick(10)) if (done) return waited;
  }

  for (const [took, wait] of [
    [0, 250],
    [60, 250],
    [100, 400],
    [500, 2_000],
    [5_000, 3_000],
  ] as const)
    test(`after ${took} ms of work the next waits ${wait}`, async () => assert.equal(await waitAfter(took), wait));

  test('all that ask meanwhile are served at once, and later ones again', () => {
    const pace = new Pace(250);
    let times = 0;
    const act = () => times++;
    pace.soon(act);
    mock.timers.tick(200);
    pace.soon(act);
    mock.timers.tick(50);
    assert.equal(times, 1);
    pace.soon(act);
    mock.timers.tick(250);
    assert.equal(times, 2);
  });

  test('work that fails is measured, too, and its error is told', async () => {
    const pace = new Pace(250);
    const work = async () => {
      now += 100;
      throw new Error('no');
    };
    await assert.rejects(pace.measured(work), /no/);
    let done = false;
    pace.soon(() => (done = true));
    mock.timers.tick(390);
    assert.equal(done, false);
    mock.timers.tick(10);
    assert.equal(done, true);
  });

  test('what is disposed of does nothing more', () => {
    const pace = new Pace(250);
    pace.soon(() => assert.fail());
    pace.dispose();
    mock.timers.tick(1_000);
  });
});
