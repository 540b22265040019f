import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callTime, planDay, type Workload } from '../../../src/core/planner';

const pools = { large: 250_000, small: 2_500_000 };
const large = (tokensPerCall: number, callsPerDay: number): Workload => ({ pool: 'large', tokensPerCall, callsPerDay });

suite('planning a day', () => {
  test('a day within the pool is free', () => {
    const plan = planDay([large(2_000, 100)], pools);
    assert.deepEqual(plan.large, {
      allowance: 250_000,
      tokens: 200_000,
      calls: 100,
      freeTokens: 200_000,
      freeCalls: 100,
      fits: true,
      room: 125,
    });
    assert.deepEqual(plan.small, {
      allowance: 2_500_000,
      tokens: 0,
      calls: 0,
      freeTokens: 0,
      freeCalls: 0,
      fits: true,
    });
  });

  test('twice the pool lasts half the day', () => {
    const { fits, freeCalls, dryAt } = planDay([large(2_000, 250)], pools).large;
    assert.deepEqual([fits, freeCalls], [false, 125]);
    assert.ok(Math.abs(dryAt! - 12) < 0.1, String(dryAt));
  });

  test('a call that reaches the limit is free, one that would cross it is billed whole', () => {
    assert.equal(planDay([large(125_000, 2)], pools).large.fits, true);
    const { freeCalls, freeTokens } = planDay([large(150_000, 2)], pools).large;
    assert.deepEqual([freeCalls, freeTokens], [1, 150_000]);
  });

  test('OpenAI’s own example: with 975,000 of 1,000,000 used, all of 30,000 are billed', () => {
    const day = planDay([large(975_000, 1), large(30_000, 1)], { large: 1_000_000, small: 10_000_000 }).large;
    assert.equal(day.freeTokens, 975_000);
  });

  test('a call larger than the pool is never free', () => {
    const { freeCalls, dryAt } = planDay([large(250_001, 4)], pools).large;
    assert.deepEqual([freeCalls, dryAt], [0, 3]);
  });

  test('a day of a hundred million calls is planned in a moment', () => {
    const started = Date.now();
    const { freeCalls } = planDay([large(1, 1e8), large(3, 1e8)], pools).large;
    assert.ok(Date.now() - started < 100);
    assert.ok(Math.abs(freeCalls - 125_000) < 3, String(freeCalls));
  });

  /** The same, call by call. */
  function played(workloads: readonly Workload[], allowance: number) {
    const calls = workloads.flatMap(({ callsPerDay, tokensPerCall }, order) =>
      Array.from({ length: callsPerDay }, (_, index) => ({ time: callTime(index, callsPerDay), order, tokensPerCall })),
    );
    calls.sort((a, b) => a.time - b.time || a.order - b.order);
    let freeTokens = 0;
    for (const [freeCalls, { time, tokensPerCall }] of calls.entries()) {
      if (freeTokens + tokensPerCall > allowance) return { freeTokens, freeCalls, fits: false, dryAt: time * 24 };
      freeTokens += tokensPerCall;
    }
    return { freeTokens, freeCalls: calls.length, fits: true, dryAt: undefined };
  }

  const workload = fc.record({
    pool: fc.constantFrom('large' as const, 'small' as const),
    tokensPerCall: fc.integer({ min: 1, max: 500 }),
    callsPerDay: fc.integer({ min: 0, max: 40 }),
  });
  const workloads = fc.array(workload, { maxLength: 5 });
  const allowances = fc.record({
    large: fc.integer({ min: 1, max: 20_000 }),
    small: fc.integer({ min: 1, max: 20_000 }),
  });

  test('it comes out as playing the day call by call', () => {
    fc.assert(
      fc.property(workloads, allowances, (day, allowance) => {
        const plan = planDay(day, allowance);
        for (const pool of ['large', 'small'] as const) {
          const { freeTokens, freeCalls, fits, dryAt } = plan[pool];
          const expected = played(
            day.filter((each) => each.pool === pool),
            allowance[pool],
          );
          assert.deepEqual({ freeTokens, freeCalls, fits, dryAt }, expected);
        }
      }),
    );
  });

  test('never more is free than the pool holds, and a larger pool never gives less', () => {
    fc.assert(
      fc.property(workloads, allowances, fc.integer({ min: 0, max: 5_000 }), (day, allowance, more) => {
        const { large } = planDay(day, allowance);
        const wider = planDay(day, { ...allowance, large: allowance.large + more }).large;
        assert.ok(large.freeTokens <= allowance.large && large.freeTokens <= large.tokens);
        assert.equal(large.fits, large.dryAt === undefined);
        assert.ok(wider.freeCalls >= large.freeCalls && (wider.dryAt ?? 24) >= (large.dryAt ?? 24));
      }),
    );
  });
});
