import type { Snapshot } from '../../src/sidebar/protocol';

/** Where the fixture's models stand, but for the file. */
export const place = {
  uri: 'file:///w/src/app.ts',
  line: 11,
  column: 4,
  length: 6,
  role: 'use',
  inTest: false,
} as const;
/** A snapshot with something in every part of the page. */
export const full: Snapshot = {
  tier: { value: 1, decidedBy: 'default' },
  folders: [],
  allowance: { large: 250_000, small: 2_500_000, total: 2_750_000 },
  scan: { state: 'ready', files: 2 },
  groups: [
    {
      group: 'large',
      rows: [
        {
          model: 'gpt-4o',
          snapshot: 'gpt-4o-2024-08-06',
          uses: 2,
          mentions: 1,
          tests: 0,
          shutdown: '2027-01-14',
          endsSoon: true,
          note: 'gpt-4o shuts down on 2027-01-14.',
          advice: 'Replace with gpt-5.5 (large pool)',
          places: [
            { ...place, path: 'src/services/chat/completions.ts' },
            { ...place, path: 'notebooks/explore.ipynb', cell: 3 },
          ],
        },
      ],
    },
    {
      group: 'billed',
      rows: [
        {
          model: 'ft:gpt-4o-mini-2024-07-18:my-organization:support-bot:AbCdEf12',
          uses: 1,
          mentions: 0,
          tests: 0,
          endsSoon: false,
          note: '<img src=x onerror="document.title=\'broken in\'">',
          places: [{ ...place, path: '<b>bold.ts' }],
        },
        {
          model: 'gpt-4',
          uses: 0,
          mentions: 0,
          tests: 1,
          endsSoon: false,
          places: [{ ...place, path: 'a.test.ts', inTest: true }],
        },
      ],
    },
  ],
  notes: ['secret.py: permission denied.'],
  restricted: false,
  checklist: [
    {
      about: 'condition',
      text: 'Sharing is on.',
      link: { label: 'Settings', url: 'https://platform.openai.com/settings' },
      ticked: true,
    },
    { about: 'exclusion', text: 'Evals', ticked: false },
    { about: 'rule', text: 'Input and output count together.', ticked: false },
  ],
  sources: [{ title: 'OpenAI', date: '2026-09-28', ageDays: 55, url: 'https://help.openai.com/', chosen: true }],
  outdated: false,
  bands: [
    { tiers: [1, 2], large: 250_000, small: 2_500_000, upToUsd: 50 },
    { tiers: [3, 4, 5], large: 1_000_000, small: 10_000_000, upToUsd: 2000 },
  ],
  worth: { title: 'MakerPerks', date: '2025-04-20', url: 'https://www.makerperks.com/' },
  problems: ['tokenAllowance.usageTier is "3", but must be 1, 2, 3, 4, or 5.'],
};
