import assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { assess } from '../../../../src/core/findings';
import { bundledProgram } from '../../../../src/core/program/program';
import type { Used, UsageTrouble } from '../../../../src/core/program/used';
import { hoverText } from '../../../../src/core/words/hover';
import { usageStatus, usageTroubleText, usedText } from '../../../../src/core/words/used';

const counted: Used = { large: 225_000, small: 99_999, basis: 'counted', billed: 0, unplaced: 0 };
const allowance = { large: 250_000, small: 2_500_000 };

suite('the tokens used today, in words', () => {
  const cases: [used: Partial<Used>, text: string][] = [
    [{}, 'Counted as free by OpenAI as of 14:05 UTC; its count lags by minutes.'],
    [
      { billed: 1_200, unplaced: 1 },
      'Counted as free by OpenAI as of 14:05 UTC; its count lags by minutes. 1,200 more tokens of covered models were not marked as free. 1 more token marked as free belongs to a model on no list.',
    ],
    [
      { basis: 'estimated' },
      'An estimate as of 14:05 UTC: all tokens of covered models today. OpenAI has marked none of them as free, so check that the project shares its traffic.',
    ],
    [
      { basis: 'estimated', large: 7, small: 7 },
      'An estimate as of 14:05 UTC: all tokens of covered models today. OpenAI has marked none of them as free, so check that the project shares its traffic.',
    ],
    [
      { billed: 1, unplaced: 2_000 },
      'Counted as free by OpenAI as of 14:05 UTC; its count lags by minutes. 1 more token of covered models was not marked as free. 2,000 more tokens marked as free belong to models on no list.',
    ],
    [
      { basis: 'estimated', large: 0, small: 0 },
      "No tokens of covered models today, as of 14:05 UTC; OpenAI's count lags by minutes.",
    ],
  ];
  for (const [used, text] of cases)
    test(text, () => assert.equal(usedText({ ...counted, ...used }, '14:05 UTC'), text));

  const hovers: [model: string, used: Used, text: RegExp][] = [
    ['gpt-5.5', counted, /\. 225,000 of them are used today, as of 14:05 UTC\./],
    [
      'gpt-5.5',
      { ...counted, basis: 'estimated' },
      /\. An estimated 225,000 of them are used today, as of 14:05 UTC\./,
    ],
    ['gpt-5.5', { ...counted, basis: 'estimated', large: 0 }, /\. 0 of them are used today/],
    ['gpt-5.6-luna', counted, /\. 99,999 of them are used today/],
    ['o1', counted, /^(?!.*used today)/s],
    ['gpt-5-pro', counted, /^(?!.*used today)/s],
  ];
  for (const [model, used, text] of hovers)
    test(`the hover on ${model}: ${text.source}`, () => {
      const now = new Date('2026-11-22T14:05:00Z');
      const [reference] = findReferences(`ask({ model: "${model}" });`, 'typescript');
      const finding = assess(bundledProgram(), reference!, { asOf: '2026-11-22', listings: 'all' });
      assert.match(hoverText(finding, bundledProgram(), 1, now, { used, at: now }), text);
    });

  test('the status bar has both pools in short, rounded down, with what they hold behind it', () => {
    assert.deepEqual(usageStatus(counted, allowance), {
      text: '90% · 3%',
      lines: ['Large pool: 225,000 of 250,000 tokens, 90%.', 'Small pool: 99,999 of 2,500,000 tokens, 3%.'],
      isNear: true,
    });
    assert.equal(usageStatus({ ...counted, large: 249_999 }, allowance).text, '99% · 3%');
    assert.equal(usageStatus({ ...counted, large: 1 }, allowance).text, '<1% · 3%', 'not as if nothing were used');
    assert.equal(usageStatus({ ...counted, large: 224_999 }, allowance).isNear, false);
    assert.equal(usageStatus({ ...counted, large: 300_000 }, allowance).text, '120% · 3%');
    assert.equal(usageStatus({ ...counted, basis: 'estimated' }, allowance).text, '≈ 90% · 3%');
    assert.equal(usageStatus({ ...counted, large: 0, small: 0, basis: 'estimated' }, allowance).text, '0% · 0%');
  });

  test('every trouble is said with its detail and a remedy', () => {
    const remedies: Record<UsageTrouble['kind'], RegExp> = {
      refused: /Connect another one\.$/,
      forbidden: /Connect another one\.$/,
      limited: /asked again later\.$/,
      failed: /asked again later\.$/,
      unreachable: /check the network .* asked again later\.$/,
      malformed: /Look for a newer version\.$/,
      broken: /in this extension .* reload the window\.$/,
    };
    for (const kind of Object.keys(remedies) as UsageTrouble['kind'][]) {
      const text = usageTroubleText({ kind, detail: 'X1' });
      assert.match(text, /\(X1\)/);
      assert.match(text, remedies[kind]);
      // While a key is being connected there is none yet to ask with again.
      assert.doesNotMatch(usageTroubleText({ kind, detail: 'X1' }, false), /asked again/);
    }
    const failed = usageTroubleText({ kind: 'failed', detail: '503' }, false);
    assert.equal(failed, 'OpenAI answered with an error (503). The key was not saved: connect it again later.');
  });
});
