import assert from 'node:assert/strict';
import { planDay } from '../../../../src/core/planner';
import { hourText, planMarkdown, verdict, type PlannedModel } from '../../../../src/core/words/plan';

const midnight = new Date('2026-11-22T00:00:00Z');

suite('a plan in words', () => {
  test('hours are UTC, with the local time where it is another', () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'UTC';
      assert.equal(hourText(13.5, midnight), '13:30 UTC');
      process.env.TZ = 'Asia/Kolkata';
      assert.equal(hourText(13.5, midnight), '13:30 UTC (19:00 here)');
      assert.equal(hourText(24, midnight), '23:59 UTC (05:29 here)');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  const said = (...models: [tokensPerCall: number, callsPerDay: number][]) => {
    const workloads = models.map(
      ([tokensPerCall, callsPerDay]) => ({ pool: 'large', tokensPerCall, callsPerDay }) as const,
    );
    return verdict(planDay(workloads, { large: 100_000, small: 1 }).large, midnight).replaceAll(
      / \(\d\d:\d\d here\)/g,
      '',
    );
  };
  const days: [day: [number, number][], words: RegExp][] = [
    [[[1_000, 10]], /^Fits: 10 calls, 10,000 tokens\. About 100 calls a day of this mix would fit\.$/],
    [[[1_000, 200]], /^Runs dry at 12:03 UTC: 100 of 200 calls free, 100 calls with 100,000 tokens billed\. About/],
    [[[60_000, 2]], /1 of 2 calls free, .* Left over: 40,000 tokens, too few for any of the calls\. About/],
    [
      [
        [80_000, 2],
        [1_000, 24],
      ],
      /^Larger calls are billed from 18:00 UTC, all from 20:30 UTC: 21 of 26 calls free, 5 calls/,
    ],
    [
      [
        [80_000, 2],
        [10, 24],
      ],
      /^Larger calls are billed from 18:00 UTC, smaller ones fit all day: .* Left over: 19,760 tokens\. /,
    ],
  ];
  for (const [day, words] of days) test(`of ${JSON.stringify(day)}`, () => assert.match(said(...day), words));

  test('as Markdown it holds every model that is asked, both pools and what it takes for granted', () => {
    const models: PlannedModel[] = [
      { model: 'gpt-4o', pool: 'large', tokensPerCall: 150_000, callsPerDay: 2 },
      { model: 'gpt-5-mini', pool: 'small', tokensPerCall: 1_000, callsPerDay: 0 },
    ];
    const text = planMarkdown(models, planDay(models, { large: 250_000, small: 2_500_000 }), 1, midnight);
    assert.match(text, /^### A day in the complimentary pools, usage tier 1\n\n\| Model \|/);
    assert.match(text, /\n\| `gpt-4o` \| large \| 150,000 \| 2 \| 300,000 \|\n/);
    assert.match(text, /\*\*Large pool\*\* \(250,000 tokens\): Runs dry at .*: 1 of 2 calls free, 1 call with 150,000/);
    assert.match(text, /\*\*Small pool\*\* \(2,500,000 tokens\): Nothing planned\./);
    assert.match(text, /billed whole/);
    const [heading, table, verdicts, assumptions] = text.split('\n\n');
    assert.equal(text, `${[heading, table, verdicts, assumptions].join('\n\n')}`);
    const [head, line] = table!.split('\n');
    assert.equal(head, '| Model | Pool | Tokens per call | Calls a day | Tokens a day |');
    assert.equal(line, '| --- | --- | ---: | ---: | ---: |');
    assert.match(assumptions!, /^\S[^\n]*\n$/);
    assert.doesNotMatch(text, /gpt-5-mini/);
  });

  test('as Markdown it has no table where nothing is planned', () => {
    const models: PlannedModel[] = [{ model: 'gpt-4o', pool: 'large', tokensPerCall: 1_000, callsPerDay: 0 }];
    const text = planMarkdown(models, planDay(models, { large: 250_000, small: 2_500_000 }), 1, midnight);
    assert.match(text, /^### .*\n\n- \*\*Large pool\*\* .*: Nothing planned\.\n- .*: Nothing planned\.\n\n\S.*\n$/);
  });
});
