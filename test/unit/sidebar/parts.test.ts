// What the fixture of the page's own tests does not have: parts without a link, a date, a price or anything to say.
import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/sidebar/protocol';
import { allowanceOf, renderAllowance } from '../../../src/sidebar/view/allowance';
import { renderChecklist } from '../../../src/sidebar/view/checklist';
import type { Markup } from '../../../src/sidebar/view/markup';
import { renderNotes, renderProblems, renderRestricted, renderSources } from '../../../src/sidebar/view/notes';
import { announcement, renderScan, scanOf } from '../../../src/sidebar/view/scan';
import { toHtml } from '../../../src/sidebar/view/text';
import { renderTiers } from '../../../src/sidebar/view/tiers';
import { full } from '../../ui/panel-snapshot';
import { lines } from './lines';

const allowance = (changes: Partial<Snapshot>) => renderAllowance(allowanceOf({ ...full, ...changes }));
const used = { large: 100_000, small: 3_000_000, basis: 'counted' as const, billed: 0, unplaced: 0, at: 0 };
const usage = { connected: true, asking: false, used };
const [source] = full.sources;
const { title, date, ageDays } = source!;
const plain = { title, date, ageDays, chosen: true };
const [low] = full.bands;
const tiers = (changes: Partial<Pick<Snapshot, 'bands' | 'worth'>>) => renderTiers({ ...full, ...changes, tier: 4 });
const scan = (scan: Snapshot['scan'], groups = full.groups) => scanOf({ ...full, scan, groups });
const folders = [
  { uri: 'file:///a', name: 'a', tier: 1 as const, shown: false },
  { uri: 'file:///b', name: 'b', tier: 3 as const, shown: true },
];

suite('the panel’s parts', () => {
  const table: [what: string, part: Markup[], text: string[]][] = [
    ['no notes', renderNotes([]), []],
    ['a trusted folder', renderRestricted(false), []],
    [
      'a problem of no setting',
      renderProblems(['The listing a.json was not read.']),
      ['The listing a.json was not read.'],
    ],
    [
      'a problem of a setting',
      renderProblems(['The setting tokenAllowance.listingFile leads to /w/a.json.']),
      ['The setting tokenAllowance.listingFile leads to /w/a.json.', 'Open settings'],
    ],
    [
      'a source without an address, left out',
      renderSources({ sources: [{ ...plain, chosen: false }], outdated: true }),
      ['Sources', 'OpenAI as of 2026-09-28, 55 days ago; left out by the settings'],
    ],
    [
      'an old source without an address',
      renderSources({ sources: [{ ...plain, chosen: false }, plain], outdated: true }),
      [
        'The newest list is from 2026-09-28, 55 days ago: OpenAI may have changed it since.',
        'Sources',
        'OpenAI as of 2026-09-28, 55 days ago; left out by the settings',
        'OpenAI as of 2026-09-28, 55 days ago',
      ],
    ],
    [
      'sources that are not old',
      renderSources({ sources: [source!], outdated: false }),
      ['Sources', 'OpenAI as of 2026-09-28, 55 days ago'],
    ],
    [
      'a checklist that is not there yet',
      renderChecklist([]),
      [
        'To check yourself',
        "Your organization's settings cannot be seen from here. Ticks are kept with the workspace.",
      ],
    ],
    [
      'rules alone',
      renderChecklist(full.checklist.slice(2)),
      [
        'To check yourself',
        "Your organization's settings cannot be seen from here. Ticks are kept with the workspace.",
        'How tokens count',
        'Input and output count together.',
      ],
    ],
    ['tiers of one kind', tiers({ bands: [low!] }), []],
    [
      'tiers with a price that nobody vouches for',
      tiers({ worth: undefined }),
      [
        'Usage tiers side by side',
        'Tokens a day, by usage tier',
        '| Tiers 1–2 | Tiers 3–5 yours | Gain |',
        'Large pool | 250K | 1M | +750K |',
        'Small pool | 2.5M | 10M | +7.5M |',
        'Together | 2.75M | 11M | +8.25M |',
      ],
    ],
    [
      'a scan that does not know how far it is',
      renderScan(scan({ state: 'scanning', done: 7 })),
      ['Scanning the workspace…', 'Cancel'],
    ],
    [
      'a cancelled scan',
      renderScan(scan({ state: 'idle' }, [])),
      ['The workspace has not been scanned yet.', 'Scan workspace'],
    ],
    ['a scan that found something', renderScan(scan({ state: 'ready', files: 2 })), []],
    [
      'a scan whose second pass is not done',
      renderScan(scan({ state: 'ready', files: 2, refining: true })),
      ['Still finding out where requests go: models may move to “Sent elsewhere”.'],
    ],
  ];
  for (const [what, part, text] of table) test(what, () => assert.deepEqual(lines(part), text));

  test('a tier that a file decides leads there, and one that none decides is confirmed', () => {
    const note = (tier: Snapshot['tier']) => /id="tier-note">(.*?)<\/p>/.exec(toHtml(allowance({ tier })))![1]!;
    assert.equal(lines(allowance({})).filter((line) => line.includes('Confirm')).length, 1);
    assert.match(note({ value: 1, decidedBy: 'default' }), /^[^<]+ <button[^>]*>Confirm tier 1<\/button>$/);
    assert.match(
      note({ value: 1, decidedBy: 'folder', file: 'a/x.json' }),
      /^<button[^>]*>[^<]*a\/x\.json[^<]*<\/button>$/,
    );
    assert.match(note({ value: 1, decidedBy: 'user' }), /^<button[^>]*>Set in your user settings<\/button>$/);
  });

  test('folders that differ are all in sight', () => {
    const shown = toHtml(allowance({ folders }));
    assert.deepEqual(
      Array.from(shown.matchAll(/<option value="(file[^"]*)"( selected="")?>/g), ([, uri, selected]) => [
        uri,
        !!selected,
      ]),
      [
        ['file:///a', false],
        ['file:///b', true],
      ],
    );
    assert.doesNotMatch(toHtml(allowance({})), /id="folder"/);
  });

  test('the bar shows what is left, and never less than nothing', () => {
    const widths = (changes: Partial<Snapshot>) =>
      Array.from(toHtml(allowance(changes)).matchAll(/class="left" width="(.*?)"/g), ([, width]) => width);
    assert.deepEqual(widths({}), ['100%', '100%']);
    assert.deepEqual(widths({ usage }), ['60%', '0%']);
  });

  test('a screen reader hears when a scan begins and what it has found', () => {
    const heard = ([{ state: 'scanning', done: 1 }, { state: 'idle' }, { state: 'ready', files: 2 }] as const).map(
      (each) => announcement(scan(each)),
    );
    assert.deepEqual(heard, ['Scanning the workspace…', '', '3 models found in 2 files']);
  });
});
