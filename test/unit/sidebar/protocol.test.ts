import assert from 'node:assert/strict';
import { toHost, toView } from '../../../src/sidebar/protocol';

suite('the panel’s protocol', () => {
  const accepted = [
    { type: 'ready' },
    { type: 'scan' },
    { type: 'cancelScan' },
    { type: 'tick', text: 'Sharing is on.', ticked: true },
    { type: 'openFolder' },
    { type: 'manageTrust' },
    { type: 'copy', text: '| a |' },
    { type: 'setTier', tier: 3 },
    { type: 'open', uri: 'file:///a.ts', line: 0, column: 4 },
    { type: 'open', uri: 'file:///a.ipynb', line: 0, column: 4, cell: 2 },
    { type: 'showPlaces', group: 'large', model: 'gpt-4o' },
    { type: 'replace', model: 'gpt-4o' },
    { type: 'replace', model: 'gpt-4o', byKey: true },
    { type: 'usage', act: 'connect', byKey: true },
    { type: 'chooseFolder', uri: 'file:///w/backend' },
    { type: 'openTierSetting' },
    { type: 'openSettings', query: 'tokenAllowance.usageTier' },
  ];
  for (const message of accepted) {
    test(`takes ${JSON.stringify(message)}`, () => assert.deepEqual(toHost.parse(message), message));
  }

  const refused = [
    undefined,
    'ready',
    {},
    { type: 'run', command: 'workbench.action.quit' },
    { type: 'setTier', tier: 6 },
    { type: 'tick', text: 'Sharing is on.' },
    { type: 'copy', text: 'x'.repeat(100_001) },
    { type: 'setTier', tier: '3' },
    { type: 'open', uri: 'file:///a.ts', line: 0.5, column: 4 },
    { type: 'showPlaces', group: 'free', model: 'gpt-4o' },
    { type: 'replace' },
  ];
  for (const message of refused) {
    test(`refuses ${JSON.stringify(message)?.slice(0, 80)}`, () =>
      assert.equal(toHost.safeParse(message).success, false));
  }

  test('a snapshot with a link that is not https is refused', () => {
    const snapshot = {
      tier: { value: 1, decidedBy: 'default' },
      folders: [],
      allowance: { large: 1, small: 2, total: 3 },
      scan: { state: 'idle' },
      groups: [],
      notes: [],
      restricted: false,
      checklist: [],
      outdated: false,
      bands: [],
      sources: [{ title: 'x', date: '2026-01-01', ageDays: 1, url: 'https://example.com/', chosen: true }],
      problems: [],
    };
    assert.equal(toView.safeParse({ type: 'snapshot', snapshot }).success, true);
    snapshot.sources[0]!.url = 'command:workbench.action.quit';
    assert.equal(toView.safeParse({ type: 'snapshot', snapshot }).success, false);
  });
});
