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
      course: [
        { hour: 0, tokens: 0 },
        { hour: 24, tokens: 200_000 },
      ],
    });
    assert.deepEqual(plan.small, {
      allowance: 2_500_000,
      tokens: 0,
      calls: 0,
      freeTokens: 0,
      freeCalls: 0,
      fits: true,
      course: [
        { hour: 0, tokens: 0 },
        { hour: 24, tokens: 0 },
      ],
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

  test('a smaller call may fit where a larger one was billed', () => {
    // By 06:00 UTC 80,000 are used; at 18:00 the second large call would cross, while the small ones go on.
    const day = planDay([large(80_000, 2), large(1_000, 24)], { large: 100_000, small: 1 }).large;
    assert.deepEqual([day.dryAt, day.closedAt, day.freeCalls, day.freeTokens], [18, 20.5, 21, 100_000]);
  });

  test('a pool that is used up is closed at once, whatever is asked next', () => {
    const day = planDay([large(1_000, 100), large(1_000, 90)], { large: 50_000, small: 1 }).large;
    assert.equal(day.closedAt, day.dryAt);
  });

  test('one that fits exactly into what is left is free, though others were refused before', () => {
    const day = planDay([large(30, 10), large(10, 1)], { large: 100, small: 1 }).large;
    assert.deepEqual([day.freeCalls, day.freeTokens], [4, 100]);
  });

  test('a single call leaves room for as many as the pool holds', () => {
    assert.equal(planDay([large(1_000, 1)], pools).large.room, 250);
  });

  test('where small calls fit all day, the pool is never closed', () => {
    const day = planDay([large(80_000, 2), large(10, 24)], { large: 100_000, small: 1 }).large;
    assert.deepEqual([day.dryAt, day.closedAt, day.freeCalls, day.freeTokens], [18, undefined, 25, 80_240]);
    assert.deepEqual(day.course, [
      { hour: 0, tokens: 0 },
      { hour: 18, tokens: 80_180 },
      { hour: 24, tokens: 80_240 },
    ]);
  });

  test('days of a hundred million calls are planned in a moment', () => {
    const started = Date.now();
    const { freeCalls } = planDay([large(1, 1e8), large(3, 1e8)], pools).large;
    assert.ok(Math.abs(freeCalls - 125_000) < 3, String(freeCalls));
    planDay(
      Array.from({ length: 50 }, (_, index) => large(500 + 50 * index, 1e6 + index)),
      pools,
    );
    assert.ok(Date.now() - started < 1000);
  });

  /** The same, call by call. */
  function played(workloads: readonly Workload[], allowance: number) {
    const calls = workloads.flatMap(({ callsPerDay, tokensPerCall }, order) =>
      Array.from({ length: callsPerDay }, (_, index) => ({ time: callTime(index, callsPerDay), order, tokensPerCall })),
    );
    calls.sort((a, b) => a.time - b.time || a.order - b.order);
    let freeTokens = 0;
    let freeCalls = 0;
    let dryAt: number | undefined;
    let closedAt: number | undefined;
    const out = new Set<number>();
    for (const { time, order, tokensPerCall } of calls) {
      const hour = time * 24;
      if (freeTokens + tokensPerCall > allowance) {
        dryAt ??= hour;
        // What has not fit once never fits again, nor does what is larger than the rest.
        if (!out.has(order)) {
          for (const [index, other] of workloads.entries())
            if (freeTokens + other.tokensPerCall > allowance) out.add(index);
          if (!calls.some((call) => call.time > time && !out.has(call.order))) closedAt ??= hour;
        }
        continue;
      }
      freeTokens += tokensPerCall;
      freeCalls++;
    }
    return { freeTokens, freeCalls, dryAt, closedAt };
  }

  test('a refusal of what has been refused before says nothing of other sizes, though they come at the same moment', () => {
    const day = [large(72, 39), large(14, 25), large(215, 19), large(7, 13)];
    const { freeTokens, freeCalls, dryAt, closedAt } = planDay(day, { large: 3_534, small: 1 }).large;
    assert.deepEqual({ freeTokens, freeCalls, dryAt, closedAt }, played(day, 3_534));
    assert.equal(closedAt, 12.96);
  });

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

  test('a call is free if and only if it fits: it comes out as playing the day call by call', () => {
    fc.assert(
      fc.property(workloads, allowances, (day, allowance) => {
        const plan = planDay(day, allowance);
        for (const pool of ['large', 'small'] as const) {
          const { freeTokens, freeCalls, dryAt, closedAt } = plan[pool];
          const expected = played(
            day.filter((each) => each.pool === pool),
            allowance[pool],
          );
          assert.deepEqual({ freeTokens, freeCalls, dryAt, closedAt }, expected);
        }
      }),
    );
  });

  test('never more is free than the pool holds, and a larger pool never gives fewer tokens or runs dry earlier', () => {
    fc.assert(
      fc.property(workloads, allowances, fc.integer({ min: 0, max: 5_000 }), (day, allowance, more) => {
        const { large } = planDay(day, allowance);
        const wider = planDay(day, { ...allowance, large: allowance.large + more }).large;
        assert.ok(large.freeTokens <= allowance.large && large.freeTokens <= large.tokens);
        assert.equal(large.fits, large.dryAt === undefined);
        assert.equal(large.fits, large.freeTokens === large.tokens);
        // What is left over holds no call that was billed.
        const sizes = day.filter(({ pool, callsPerDay }) => pool === 'large' && callsPerDay > 0);
        const left = allowance.large - large.freeTokens;
        if (large.closedAt !== undefined) assert.ok(sizes.some(({ tokensPerCall }) => tokensPerCall > left));
        assert.deepEqual(large.course.at(-1), { hour: 24, tokens: large.freeTokens });
        for (const [index, { hour, tokens }] of large.course.entries()) {
          const before = large.course[index - 1];
          assert.ok(!before || (hour > before.hour && tokens >= before.tokens));
        }
        assert.ok(wider.freeTokens >= large.freeTokens && (wider.dryAt ?? 24) >= (large.dryAt ?? 24));
      }),
    );
  });
});
