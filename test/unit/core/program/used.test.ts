import assert from 'node:assert/strict';
import { bundledProgram } from '../../../../src/core/program/program';
import {
  countUsed,
  isEstimate,
  needsOtherKey,
  type UsageRow,
  type UsageTrouble,
  type Used,
} from '../../../../src/core/program/used';

const program = bundledProgram();
const row = (model: string, tokens: number, free = false): UsageRow => ({ model, tokens, free });
const nothing: Used = { large: 0, small: 0, basis: 'estimated', billed: 0, unplaced: 0 };

suite('what is used of the pools', () => {
  const cases: [name: string, rows: UsageRow[], expected: Partial<Used>, listings?: string][] = [
    ['nothing yet', [], {}],
    [
      'as OpenAI marks it, each model in its pool',
      [row('gpt-4o-2024-08-06', 10, true), row('gpt-4o-2024-08-06', 5, true), row('gpt-4o-mini-2024-07-18', 7, true)],
      { large: 15, small: 7, basis: 'counted' },
    ],
    [
      'what OpenAI marks counts whichever lists are chosen',
      [row('o3-mini-2025-01-31', 9, true)],
      { small: 9, basis: 'counted' },
      'openai-help',
    ],
    [
      'covered models past the pool are billed',
      [row('gpt-4o-2024-08-06', 10, true), row('gpt-4o-2024-08-06', 3)],
      { large: 10, billed: 3, basis: 'counted' },
    ],
    [
      'models that are never covered are nobody’s business',
      [row('gpt-4o-2024-08-06', 10, true), row('gpt-5-pro-2025-10-06', 50), row('ft:gpt-4o-mini-2024-07-18:o::i', 4)],
      { large: 10, basis: 'counted' },
    ],
    ['a free model that is on no list', [row('gpt-9', 8, true), row('', 1, true)], { unplaced: 9, basis: 'counted' }],
    [
      'where OpenAI marks none, all of covered models is the estimate',
      [row('gpt-4o-2024-08-06', 10), row('gpt-4o-mini-2024-07-18', 7), row('gpt-4o-mini-tts', 100)],
      { large: 10, small: 7 },
    ],
    ['an estimate goes by the chosen lists', [row('o3-mini-2025-01-31', 9)], {}, 'openai-help'],
  ];
  for (const [name, rows, expected, listings = 'all'] of cases)
    test(name, () => assert.deepEqual(countUsed(rows, program, listings), { ...nothing, ...expected }));

  test('zero is no estimate', () => {
    assert.deepEqual(
      [0, 1].map((tokens) => isEstimate({ basis: 'estimated' }, tokens)),
      [false, true],
    );
    assert.equal(isEstimate({ basis: 'counted' }, 1), false);
  });

  test('another key helps where this one is refused, and nowhere else', () => {
    const kinds: Record<UsageTrouble['kind'], boolean> = {
      refused: true,
      forbidden: true,
      limited: false,
      failed: false,
      unreachable: false,
      malformed: false,
      broken: false,
    };
    for (const [kind, expected] of Object.entries(kinds))
      assert.equal(needsOtherKey({ kind: kind as UsageTrouble['kind'], detail: '' }), expected, kind);
  });
});
