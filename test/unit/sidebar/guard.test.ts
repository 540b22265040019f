import assert from 'node:assert/strict';
import { isSaved, isToView } from '../../../src/sidebar/guard';
import { toView } from '../../../src/sidebar/protocol';
import { full } from '../../ui/panel-snapshot';

type Json = Record<string, unknown>;

/** Something in every property that a snapshot can have. */
const whole = {
  ...full,
  tier: { value: 2, decidedBy: 'folder', file: 'settings.json' },
  folders: [{ uri: 'file:///w', name: 'w', tier: 2, shown: true }],
  scan: { state: 'scanning', done: 1, total: 2 },
  usage: {
    connected: true,
    asking: false,
    used: { large: 1, small: 2, basis: 'counted', billed: 3, unplaced: 4, at: 5 },
    trouble: 'x',
    refused: true,
  },
};
const scans = [
  { state: 'no-folder' },
  { state: 'idle' },
  { state: 'scanning', done: 0 },
  { state: 'ready', files: 3, refining: true },
  { state: 'error', message: 'x' },
];
const message = (snapshot: unknown) => ({ type: 'snapshot', snapshot });

/** Every message that has something else in one place than `value`. */
function* spoiled(value: unknown, wrong: readonly unknown[]): Generator<unknown> {
  yield* wrong;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const copy = (instead: unknown) =>
      Array.isArray(value) ? value.with(Number(key), instead) : { ...value, [key]: instead };
    for (const instead of spoiled((value as Json)[key], wrong)) yield copy(instead);
  }
}

suite('the guard of the panel’s page', () => {
  const wrong = [
    undefined,
    null,
    true,
    1,
    0.5,
    Number.NaN,
    -3,
    '',
    'x',
    'javascript:alert(1)',
    'https://a.b/',
    [],
    {},
    [1],
    ['x'],
  ];

  test('agrees with the schema, whatever stands wherever in a message', () => {
    const candidates = [
      ...spoiled(message(whole), wrong),
      ...scans.flatMap((scan) => [scan, ...spoiled(scan, wrong)].map((each) => message({ ...full, scan: each }))),
    ];
    const refused = candidates.filter((candidate) => {
      const { success } = toView.safeParse(candidate);
      assert.equal(isToView(candidate), success, JSON.stringify(candidate));
      return !success;
    });
    assert.ok(isToView(message(whole)) && scans.every((scan) => isToView(message({ ...full, scan }))));
    assert.ok(refused.length > 1000, `${refused.length} of ${candidates.length} were refused`);
  });

  test('what the page has kept is taken only whole', () => {
    const kept = {
      open: ['planner'],
      scroll: 12.5,
      plan: { 'gpt-4o': { tokensPerCall: 1, callsPerDay: 0 } },
    };
    assert.ok(isSaved(kept));
    assert.ok(isSaved({ open: [], scroll: 0, plan: {} }));
    for (const bad of [
      undefined,
      {},
      { ...kept, open: 'planner' },
      { ...kept, scroll: '12' },
      { ...kept, plan: { 'gpt-4o': {} } },
      { ...kept, plan: { 'gpt-4o': { tokensPerCall: 1 } } },
      { ...kept, plan: { 'gpt-4o': { callsPerDay: 1 } } },
      { ...kept, plan: undefined },
    ])
      assert.ok(!isSaved(bad), JSON.stringify(bad));
  });
});
