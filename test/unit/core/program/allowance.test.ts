import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allowanceFor, nextReset, resetClock, timeToReset, utcDay } from '../../../../src/core/program/allowance';
import { bundledProgram } from '../../../../src/core/program/program';
import type { UsageTier } from '../../../../src/core/program/schema';

suite('allowance', () => {
  test('both bundled listings agree on it, for every usage tier', () => {
    for (const tier of [1, 2, 3, 4, 5] as const) {
      const { large, small, total } = allowanceFor(tier);
      assert.equal(large + small, total);
      for (const { bands } of bundledProgram().listings)
        assert.deepEqual(bands?.find(({ tiers }) => tiers.includes(tier))?.tokens, { large, small });
    }
  });

  test('there is no tier but 1 to 5', () => {
    for (const tier of [0, 6, 1.5, NaN]) assert.throws(() => allowanceFor(tier as UsageTier), RangeError);
  });
});

suite('next reset', () => {
  const cases: [string, string, { hours: number; minutes: number }][] = [
    ['2026-11-22T18:48:00Z', '2026-11-23T00:00:00.000Z', { hours: 5, minutes: 12 }],
    ['2026-11-22T18:48:00.001Z', '2026-11-23T00:00:00.000Z', { hours: 5, minutes: 12 }],
    ['2026-11-22T00:00:00Z', '2026-11-23T00:00:00.000Z', { hours: 24, minutes: 0 }],
    ['2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00.000Z', { hours: 0, minutes: 1 }],
    ['2026-12-31T12:00:00Z', '2027-01-01T00:00:00.000Z', { hours: 12, minutes: 0 }],
    ['2028-02-28T23:00:00Z', '2028-02-29T00:00:00.000Z', { hours: 1, minutes: 0 }],
  ];
  for (const [now, reset, left] of cases)
    test(`after ${now}`, () => {
      assert.equal(nextReset(new Date(now)).toISOString(), reset);
      assert.deepEqual(timeToReset(new Date(now)), left);
    });

  test('is always the midnight of UTC ahead, a day away at most', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (now) => {
        const reset = nextReset(now);
        assert.match(reset.toISOString(), /T00:00:00\.000Z$/);
        const ahead = reset.getTime() - now.getTime();
        assert.ok(ahead > 0 && ahead <= 86_400_000);
        const { hours, minutes } = timeToReset(now);
        assert.ok(Math.abs((hours * 60 + minutes) * 60_000 - ahead) < 60_000);
      }),
    );
  });

  /** The clocks of each zone at the reset before, at and after a change to or from daylight-saving time. */
  const clocks: [zone: string, now: string, clock: string][] = [
    ['Europe/Berlin', '2026-03-28T12:00:00Z', '01:00 GMT+1'],
    ['Europe/Berlin', '2026-03-29T00:30:00Z', '02:00 GMT+2'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z', '02:00 GMT+2'],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '01:00 GMT+1'],
    ['America/New_York', '2026-03-07T12:00:00Z', '19:00 EST'],
    ['America/New_York', '2026-03-08T12:00:00Z', '20:00 EDT'],
    ['America/New_York', '2026-10-31T12:00:00Z', '20:00 EDT'],
    ['America/New_York', '2026-11-01T12:00:00Z', '19:00 EST'],
    ['Asia/Kolkata', '2026-03-29T12:00:00Z', '05:30 GMT+5:30'],
    ['Asia/Kolkata', '2026-11-01T12:00:00Z', '05:30 GMT+5:30'],
    ['Pacific/Auckland', '2026-04-03T12:00:00Z', '13:00 GMT+13'],
    ['Pacific/Auckland', '2026-04-05T12:00:00Z', '12:00 GMT+12'],
    ['Pacific/Auckland', '2026-09-25T12:00:00Z', '12:00 GMT+12'],
    ['Pacific/Auckland', '2026-09-26T12:00:00Z', '13:00 GMT+13'],
    ['UTC', '2026-11-22T12:00:00Z', '00:00 UTC'],
  ];
  for (const [zone, now, clock] of clocks)
    test(`on the clocks of ${zone} after ${now}`, () => assert.equal(resetClock(new Date(now), 'en-US', zone), clock));

  test('the change itself does not shorten or lengthen the countdown', () => {
    // In Berlin the night to 2026-03-29 lacks an hour, but the reset, at 01:00 there, comes before the change.
    assert.deepEqual(timeToReset(new Date('2026-03-28T20:00:00+01:00')), { hours: 5, minutes: 0 });
    // In Auckland 2026-04-05 has 25 hours; from noon of the day before to the reset are 25 hours on the clock, 24 in truth.
    assert.deepEqual(timeToReset(new Date('2026-04-04T13:00:00+13:00')), { hours: 24, minutes: 0 });
  });

  test('the host’s own zone is the default; a zone that does not exist is refused', () => {
    assert.match(resetClock(new Date(), 'en-US'), /^\d\d:\d\d /);
    assert.throws(() => resetClock(new Date(), 'en-US', 'Mars/Olympus'), RangeError);
  });

  test('days count in UTC', () => assert.equal(utcDay(new Date('2026-11-22T23:30:00-05:00')), '2026-11-23'));
});
