import assert from 'node:assert/strict';
import type { ModelReference, Route } from '../../../src/core/find/reference';
import { allowanceFor } from '../../../src/core/program/allowance';
import { bundledProgram, programWith } from '../../../src/core/program/program';
import type { Listing } from '../../../src/core/program/schema';
import type { GroupName } from '../../../src/core/groups';
import { snapshotSchema, type Snapshot } from '../../../src/sidebar/protocol';
import type { Found } from '../../../src/sidebar/groups';
import { buildSnapshot, placesShown, type PanelInput } from '../../../src/sidebar/snapshot';

interface Spot {
  readonly path?: string;
  readonly line?: number;
  readonly role?: 'use' | 'mention';
  readonly inTest?: boolean;
  readonly route?: Route;
  readonly listings?: string;
  readonly horizonDays?: number;
  readonly isIgnored?: boolean;
}

const asOf = '2026-11-22';

function found(model: string, spot: Spot = {}): Found {
  const { path = 'src/app.ts', line = 0, role = 'use', inTest = false, listings = 'all', horizonDays = 90 } = spot;
  const { isIgnored = false } = spot;
  const reference: ModelReference = {
    start: 0,
    end: model.length,
    text: model,
    model,
    context: role === 'use' ? 'model' : 'list',
    role,
    route: spot.route ?? { kind: 'unknown' },
  };
  const place = { uri: `file:///${path}`, path, line, column: 0, length: model.length, role, inTest };
  return { reference, place, basis: { asOf, listings, horizonDays }, program: bundledProgram(), isIgnored };
}

function snapshot(places: readonly Found[], input: Partial<PanelInput> = {}): Snapshot {
  return buildSnapshot({
    program: bundledProgram(),
    tier: { value: 1, decidedBy: 'default' },
    allowance: allowanceFor(1),
    folders: [],
    listings: 'all',
    scan: { state: 'ready', files: 1 },
    found: places,
    notes: [],
    problems: [],
    asOf,
    ticked: new Set(),
    restricted: false,
    ...input,
  });
}

const rows = (of: Snapshot, group: GroupName) => of.groups.find((each) => each.group === group)!.rows;

suite('the panel’s snapshot', () => {
  const azure: Route = { kind: 'azure', evidence: 'AzureOpenAI(…)' };
  const cases: [model: string, group: GroupName, route?: Route][] = [
    ['gpt-4o', 'large'],
    ['gpt-5.5', 'large'],
    ['gpt-5-mini', 'small'],
    ['gpt-3.5-turbo', 'failing'],
    ['o1', 'failing'],
    ['gpt-4o-transcribe', 'billed'],
    ['ft:gpt-4o-mini-2024-07-18:org::id', 'billed'],
    ['gpt-4o', 'elsewhere', azure],
    ['o1', 'elsewhere', azure],
    ['gpt-4o-minii', 'unknown'],
  ];
  for (const [model, group, route] of cases) {
    test(`${model}${route ? ' by Azure' : ''} stands under ${group}`, () => {
      const { groups } = snapshot([found(model, route ? { route } : {})]);
      const holding = groups.filter((each) => each.rows.length > 0);
      assert.deepEqual(
        holding.map((each) => [each.group, each.rows.map((row) => row.model)]),
        [[group, [model]]],
      );
    });
  }

  test('uses, mentions and tests are counted apart, and uses come first', () => {
    const [row] = rows(
      snapshot([
        found('gpt-4o', { path: 'a.test.ts', inTest: true }),
        found('gpt-4o', { path: 'lib/types.ts', role: 'mention' }),
        found('gpt-4o', { path: 'src/b.ts', line: 9 }),
        found('gpt-4o', { path: 'src/b.ts', line: 2 }),
        found('gpt-4o', { path: 'src/a.ts', line: 30 }),
      ]),
      'large',
    );
    assert.deepEqual([row!.uses, row!.mentions, row!.tests], [3, 1, 1]);
    assert.deepEqual(
      row!.places.map((place) => `${place.path}:${place.line}`),
      ['src/a.ts:30', 'src/b.ts:2', 'src/b.ts:9', 'lib/types.ts:0', 'a.test.ts:0'],
    );
    assert.equal(row!.snapshot, 'gpt-4o-2024-08-06');
  });

  test('places in notebooks stand by their cells, lines and columns', () => {
    const spots: [cell: number, line: number, column: number][] = [
      [1, 0, 4],
      [0, 7, 2],
      [1, 0, 1],
      [0, 3, 9],
    ];
    const [row] = rows(
      snapshot(
        spots.map(([cell, line, column]) => {
          const one = found('gpt-4o', { path: 'a.ipynb', line });
          return { ...one, place: { ...one.place, cell, column } };
        }),
      ),
      'large',
    );
    assert.deepEqual(
      row!.places.map(({ cell, line, column }) => [cell, line, column]),
      [
        [0, 3, 9],
        [0, 7, 2],
        [1, 0, 1],
        [1, 0, 4],
      ],
    );
  });

  test('the most used model comes first, then the one that is named most', () => {
    const models = ['gpt-5.5', 'gpt-4.1', 'gpt-4.1', 'gpt-5.4'];
    const mention = { role: 'mention' } as const;
    const named = [found('gpt-4o', mention), found('gpt-5.1', mention), found('gpt-5.1', { inTest: true })];
    const all = rows(snapshot([...models.map((model) => found(model)), ...named]), 'large');
    assert.deepEqual(
      all.map((row) => row.model),
      ['gpt-4.1', 'gpt-5.4', 'gpt-5.5', 'gpt-5.1', 'gpt-4o'],
    );
  });

  test('only the first places travel, but all are counted', () => {
    const many = Array.from({ length: placesShown + 5 }, (_, line) => found('gpt-4o', { line }));
    const [row] = rows(snapshot(many), 'large');
    assert.equal(row!.places.length, placesShown);
    assert.equal(row!.uses, placesShown + 5);
  });

  test('a model that is shut down names the day and the way out, also where it is only mentioned', () => {
    const [row] = rows(snapshot([found('gpt-3.5-turbo', { role: 'mention' })]), 'failing');
    assert.equal(row!.shutdown, '2026-10-23');
    assert.match(row!.note!, /2026-10-23.*gpt-5\.6-terra/s);
  });

  test('a comment that silences one place does not hide what is wrong', () => {
    const spot = found('gpt-3.5-turbo');
    const silenced = { ...spot, reference: { ...spot.reference, ignoredCodes: ['shut-down' as const] } };
    assert.match(rows(snapshot([silenced]), 'failing')[0]!.note!, /2026-10-23/);
  });

  test('a model is ignored where every folder that names it ignores it', () => {
    const ignored = (...spots: Spot[]) =>
      rows(snapshot(spots.map((spot) => found('gpt-5-pro', spot))), 'billed')[0]!.ignored;
    assert.equal(ignored({ isIgnored: true }, { path: 'b.py', isIgnored: true }), true);
    assert.equal(ignored({ isIgnored: true }, { path: 'b.py' }), undefined);
  });

  test('jobs that are billed whatever the model stand apart from its other uses, and say why', () => {
    const spot = found('gpt-5.5');
    const job = { ...spot, reference: { ...spot.reference, purpose: 'fine-tuning' as const } };
    const shown = snapshot([spot, job, spot]);
    assert.deepEqual([rows(shown, 'large')[0]!.uses, rows(shown, 'billed')[0]!.uses], [2, 1]);
    assert.equal(rows(shown, 'billed')[0]!.note, 'Fine-tuning jobs are billed, whatever the model.');
    assert.equal(rows(shown, 'large')[0]!.note, undefined);
  });

  test('a model sent to several other hosts names each, and the file that says so', () => {
    const gateway: Route = { kind: 'gateway', evidence: 'a.example' };
    const routes = [azure, gateway, azure, { ...gateway, evidence: 'b.example' }, { ...gateway, from: './client' }];
    const [row] = rows(snapshot(routes.map((route) => found('gpt-4o', { route }))), 'elsewhere');
    assert.equal(row!.uses, 5);
    assert.deepEqual(row!.note!.match(/(?<=\()[^)…]+/g), [
      'AzureOpenAI(',
      'a.example',
      'b.example',
      './client: a.example',
    ]);
  });

  test('folders that look ahead by different spans are each judged by their own', () => {
    const [row] = rows(snapshot([found('gpt-4o', { horizonDays: 0 }), found('gpt-4o', { horizonDays: 730 })]), 'large');
    assert.match(row!.note!, /shuts down/);
  });

  test('folders that go by different lists are each judged by their own', () => {
    const of = snapshot([found('gpt-5.5', { listings: 'makerperks' }), found('gpt-5.5', { listings: 'all' })]);
    assert.equal(rows(of, 'billed')[0]!.uses, 1);
    assert.equal(rows(of, 'large')[0]!.uses, 1);
  });

  test('a listing of the user’s own changes the tiers’ table as little as the allowance', () => {
    const bands = [{ tiers: [1], tokens: { large: 7, small: 7 }, upToUsd: 1 }];
    const own = { ...bundledProgram().listings[0]!, id: 'own-list', date: '2026-11-01', bands };
    const program = programWith([own as unknown as Listing]);
    assert.deepEqual(snapshot([], { program }).bands, snapshot([]).bands);
  });

  test('the usage tiers have what they hold and what MakerPerks takes it to be worth', () => {
    const { bands, worth } = snapshot([], { listings: 'openai-help' });
    assert.deepEqual(bands, [
      { tiers: [1, 2], large: 250_000, small: 2_500_000, upToUsd: 50 },
      { tiers: [3, 4, 5], large: 1_000_000, small: 10_000_000, upToUsd: 2000 },
    ]);
    assert.deepEqual([worth!.title, worth!.date], ['MakerPerks', '2025-04-20']);
  });

  for (const listings of ['all', 'makerperks', 'openai-help']) {
    test(`with ${listings} the conditions and the sources are there`, () => {
      const of = snapshot([], { listings });
      const about = (kind: string) => of.checklist.filter((item) => item.about === kind);
      assert.ok(about('condition').some(({ link }) => link?.url.startsWith('https://platform.openai.com/')));
      assert.ok(about('rule').length > 0 && about('exclusion').length > 0);
      assert.deepEqual(
        of.sources.map(({ date, ageDays, chosen }) => [date, ageDays, chosen]),
        [
          ['2026-09-28', 55, listings !== 'makerperks'],
          ['2025-04-20', 581, listings !== 'openai-help'],
        ],
      );
      assert.equal(of.outdated, listings === 'makerperks');
    });
  }

  test('the newest list is old after sixty days', () => {
    const outdated = ['2026-11-27', '2026-11-28'].map((day) => snapshot([], { asOf: day }).outdated);
    assert.deepEqual(outdated, [false, true]);
  });

  test('what is ticked is ticked', () => {
    const { text } = snapshot([]).checklist[1]!;
    const ticked = snapshot([], { ticked: new Set([text, 'Worded otherwise once.']) }).checklist;
    assert.deepEqual(
      ticked.filter((item) => item.ticked).map((item) => item.text),
      [text],
    );
  });

  test('each kind of trouble has its way out', () => {
    const advice = (model: string, group: GroupName, route?: Route) =>
      rows(snapshot([found(model, route ? { route } : {})]), group)[0]!.advice;
    assert.match(advice('gpt-3.5-turbo', 'failing')!, /^Replace with gpt-\S+ \(.*small pool/);
    assert.match(advice('gpt-5-pro', 'billed')!, /^Replace with .*large pool/);
    assert.match(advice('gpt-4o-minii', 'unknown')!, /^Correct to gpt-4o-mini /);
    assert.equal(advice('gpt-4o', 'elsewhere', azure), 'goes to Azure, not covered');
    assert.equal(advice('text-embedding-3-small', 'billed'), undefined);
    assert.equal(advice('gpt-5.6-terra', 'small'), undefined);
  });

  test('a covered model that shuts down within the horizon is marked, with its way out', () => {
    const [row] = rows(snapshot([found('gpt-4o', { horizonDays: 730 })]), 'large');
    const [far] = rows(snapshot([found('gpt-4o', { horizonDays: 0 })]), 'large');
    assert.deepEqual([row!.endsSoon, far!.endsSoon], [row!.shutdown !== undefined, false]);
  });

  test('what is built passes the protocol', () => {
    const of = snapshot([found('gpt-4o'), found('o1', { role: 'mention' }), found('gpt-4o', { route: azure })]);
    assert.deepEqual(snapshotSchema.parse(JSON.parse(JSON.stringify(of))), of);
  });
});
