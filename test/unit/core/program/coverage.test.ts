import assert from 'node:assert/strict';
import { coverageOf, lifecycleOf, lookAlikeOf } from '../../../../src/core/program/coverage';
import { bundledProgram, createProgram } from '../../../../src/core/program/program';
import type { Listing, Pool } from '../../../../src/core/program/schema';

const program = bundledProgram();
const today = '2026-11-22';

/** Every covered id: pool by OpenAI Help, pool by MakerPerks, snapshot. All other known ids are on no list. */
const covered = new Map(
  (
    [
      ['codex-mini-latest', 'small', undefined, 'codex-mini-latest'],
      ['gpt-4.1', 'large', 'large', 'gpt-4.1-2025-04-14'],
      ['gpt-4.1-2025-04-14', 'large', 'large', 'gpt-4.1-2025-04-14'],
      ['gpt-4.1-mini', 'small', 'small', 'gpt-4.1-mini-2025-04-14'],
      ['gpt-4.1-mini-2025-04-14', 'small', 'small', 'gpt-4.1-mini-2025-04-14'],
      ['gpt-4.1-nano', 'small', 'small', 'gpt-4.1-nano-2025-04-14'],
      ['gpt-4.1-nano-2025-04-14', 'small', 'small', 'gpt-4.1-nano-2025-04-14'],
      ['gpt-4.5-preview', undefined, 'large', 'gpt-4.5-preview-2025-02-27'],
      ['gpt-4.5-preview-2025-02-27', undefined, 'large', 'gpt-4.5-preview-2025-02-27'],
      ['gpt-4o', 'large', 'large', 'gpt-4o-2024-08-06'],
      ['gpt-4o-2024-05-13', 'large', 'large', 'gpt-4o-2024-05-13'],
      ['gpt-4o-2024-08-06', 'large', 'large', 'gpt-4o-2024-08-06'],
      ['gpt-4o-2024-11-20', 'large', 'large', 'gpt-4o-2024-11-20'],
      ['gpt-4o-mini', 'small', 'small', 'gpt-4o-mini-2024-07-18'],
      ['gpt-4o-mini-2024-07-18', 'small', 'small', 'gpt-4o-mini-2024-07-18'],
      ['gpt-5', 'large', undefined, 'gpt-5-2025-08-07'],
      ['gpt-5-2025-08-07', 'large', undefined, 'gpt-5-2025-08-07'],
      ['gpt-5-chat-latest', 'large', undefined, 'gpt-5-chat-latest'],
      ['gpt-5-codex', 'large', undefined, 'gpt-5-codex'],
      ['gpt-5-mini', 'small', undefined, 'gpt-5-mini-2025-08-07'],
      ['gpt-5-mini-2025-08-07', 'small', undefined, 'gpt-5-mini-2025-08-07'],
      ['gpt-5-nano', 'small', undefined, 'gpt-5-nano-2025-08-07'],
      ['gpt-5-nano-2025-08-07', 'small', undefined, 'gpt-5-nano-2025-08-07'],
      ['gpt-5.1', 'large', undefined, 'gpt-5.1-2025-11-13'],
      ['gpt-5.1-2025-11-13', 'large', undefined, 'gpt-5.1-2025-11-13'],
      ['gpt-5.1-codex', 'large', undefined, 'gpt-5.1-codex'],
      ['gpt-5.1-codex-mini', 'small', undefined, 'gpt-5.1-codex-mini'],
      ['gpt-5.2', 'large', undefined, 'gpt-5.2-2025-12-11'],
      ['gpt-5.2-2025-12-11', 'large', undefined, 'gpt-5.2-2025-12-11'],
      ['gpt-5.4', 'large', undefined, 'gpt-5.4-2026-03-05'],
      ['gpt-5.4-2026-03-05', 'large', undefined, 'gpt-5.4-2026-03-05'],
      ['gpt-5.4-mini', 'small', undefined, 'gpt-5.4-mini-2026-03-17'],
      ['gpt-5.4-mini-2026-03-17', 'small', undefined, 'gpt-5.4-mini-2026-03-17'],
      ['gpt-5.4-nano', 'small', undefined, 'gpt-5.4-nano-2026-03-17'],
      ['gpt-5.4-nano-2026-03-17', 'small', undefined, 'gpt-5.4-nano-2026-03-17'],
      ['gpt-5.5', 'large', undefined, 'gpt-5.5-2026-04-23'],
      ['gpt-5.5-2026-04-23', 'large', undefined, 'gpt-5.5-2026-04-23'],
      ['gpt-5.6', 'large', undefined, 'gpt-5.6-sol'],
      ['gpt-5.6-luna', 'small', undefined, 'gpt-5.6-luna'],
      ['gpt-5.6-sol', 'large', undefined, 'gpt-5.6-sol'],
      ['gpt-5.6-terra', 'small', undefined, 'gpt-5.6-terra'],
      ['gpt-6-astra', 'large', undefined, 'gpt-6-astra'],
      ['gpt-6-luna', 'large', undefined, 'gpt-6-luna'],
      ['gpt-6-sol', 'large', undefined, 'gpt-6-sol'],
      ['o1', 'large', 'large', 'o1-2024-12-17'],
      ['o1-2024-12-17', 'large', 'large', 'o1-2024-12-17'],
      ['o1-mini', 'small', 'small', 'o1-mini-2024-09-12'],
      ['o1-mini-2024-09-12', 'small', 'small', 'o1-mini-2024-09-12'],
      ['o1-preview', 'large', 'large', 'o1-preview-2024-09-12'],
      ['o1-preview-2024-09-12', 'large', 'large', 'o1-preview-2024-09-12'],
      ['o3', 'large', 'large', 'o3-2025-04-16'],
      ['o3-2025-04-16', 'large', 'large', 'o3-2025-04-16'],
      ['o3-mini', undefined, 'small', 'o3-mini-2025-01-31'],
      ['o3-mini-2025-01-31', undefined, 'small', 'o3-mini-2025-01-31'],
      ['o4-mini', 'small', 'small', 'o4-mini-2025-04-16'],
      ['o4-mini-2025-04-16', 'small', 'small', 'o4-mini-2025-04-16'],
    ] satisfies [string, Pool | undefined, Pool | undefined, string][]
  ).map(([id, ...rest]) => [id, rest] as const),
);

suite('coverage', () => {
  for (const id of program.models.keys())
    test(`${id} by each choice of listings`, () => {
      const [openaiHelp, makerperks, snapshot] = covered.get(id) ?? [];
      const expected = {
        all: [openaiHelp && 'openai-help', makerperks && 'makerperks'],
        'openai-help': [openaiHelp && 'openai-help'],
        makerperks: [makerperks && 'makerperks'],
      };
      for (const [choice, names] of Object.entries(expected)) {
        const answer = coverageOf(program, id, { listings: choice });
        const listings = names.filter(Boolean);
        if (!listings.length) {
          assert.deepEqual(answer, { kind: 'not-listed' }, choice);
          continue;
        }
        assert.ok(answer.kind === 'covered', choice);
        assert.equal(answer.pool, openaiHelp ?? makerperks, choice);
        assert.equal(answer.snapshot, snapshot);
        assert.equal(answer.viaAlias, snapshot !== id);
        assert.deepEqual(
          answer.listings.map((listing) => listing.id),
          listings,
          choice,
        );
      }
    });

  test('the table above names known models only', () => {
    for (const id of covered.keys()) assert.ok(program.models.has(id), id);
    assert.equal(covered.size, 56);
  });

  test('the answer names listings with date and address', () => {
    const answer = coverageOf(program, 'gpt-4o');
    assert.ok(answer.kind === 'covered');
    assert.deepEqual(answer.listings[0], {
      id: 'openai-help',
      title: 'OpenAI Help',
      date: '2026-09-28',
      url: 'https://help.openai.com/en/articles/10306912',
      pool: 'large',
    });
  });

  const lookAlikes = [
    'gpt-4o-mini-tts',
    'gpt-4o-transcribe',
    'gpt-4o-audio-preview',
    'gpt-4o-search-preview',
    'o1-pro',
    'o3-pro',
    'o3-deep-research',
    'gpt-5-pro',
    'gpt-5.1-codex-max',
    'gpt-5.6-cyber',
    'gpt-daybreak-blue-latest',
    'gpt-oss-120b',
  ];
  for (const id of lookAlikes)
    test(`${id} is known and not covered`, () => assert.deepEqual(coverageOf(program, id), { kind: 'not-listed' }));

  const unknown = [
    'gpt-4o-2024-12-01',
    'gpt-4o-mini-2025-01-01',
    'gpt-35-turbo',
    'GPT-4o',
    ' gpt-4o',
    'gpt-4o-',
    'gpt-4o:online',
    'o3-2025',
    '',
  ];
  for (const id of unknown)
    test(`"${id}" is unknown`, () => assert.deepEqual(coverageOf(program, id), { kind: 'unknown-model' }));

  test('fine-tunes are never covered, whatever their base', () => {
    assert.deepEqual(coverageOf(program, 'ft:gpt-4o-mini-2024-07-18:org::id'), {
      kind: 'fine-tuned',
      base: 'gpt-4o-mini-2024-07-18',
    });
    assert.deepEqual(coverageOf(program, 'davinci:ft-acme-2023-01-01'), { kind: 'fine-tuned', base: 'davinci' });
    assert.deepEqual(coverageOf(program, 'ft:'), { kind: 'fine-tuned' });
  });

  test('traffic to other hosts is not covered, and that comes before all else', () => {
    const route = { kind: 'azure', evidence: 'azure/' } as const;
    assert.deepEqual(coverageOf(program, 'gpt-4o', { route }), { kind: 'other-route' });
    assert.deepEqual(coverageOf(program, 'ft:gpt-4o:a', { route }), { kind: 'other-route' });
    assert.equal(coverageOf(program, 'gpt-35-turbo', { route: { kind: 'gateway' } }).kind, 'other-route');
    assert.equal(coverageOf(program, 'gpt-4o', { route: { kind: 'openai' } }).kind, 'covered');
    assert.equal(coverageOf(program, 'gpt-4o', { route: { kind: 'unknown' } }).kind, 'covered');
  });

  test('a choice that names no listing covers nothing', () => {
    assert.deepEqual(coverageOf(program, 'gpt-4o', { listings: 'gone' }), { kind: 'not-listed' });
  });
});

suite("coverage with a user's own listing", () => {
  const own: Listing = {
    id: 'own',
    title: 'Own',
    date: '2026-11-01',
    pools: { large: ['gpt-7', 'gpt-4o-mini'], small: ['gpt-6.1-terra'] },
  };
  const extended = createProgram([...program.listings, own], program.models.values());

  test('the newest listing decides the pool; every listing is named with its own', () => {
    const answer = coverageOf(extended, 'gpt-4o-mini');
    assert.ok(answer.kind === 'covered');
    assert.equal(answer.pool, 'large');
    assert.deepEqual(
      answer.listings.map(({ id, pool }) => [id, pool]),
      [
        ['own', 'large'],
        ['openai-help', 'small'],
        ['makerperks', 'small'],
      ],
    );
  });

  test('a model that only the listing knows is covered by it and known to the others', () => {
    assert.equal(coverageOf(extended, 'gpt-7').kind, 'covered');
    assert.equal(coverageOf(extended, 'gpt-7', { listings: 'openai-help' }).kind, 'not-listed');
    assert.equal(coverageOf(program, 'gpt-7').kind, 'unknown-model');
  });

  test('an alias that may be billed apart from its target is covered as itself where it is listed itself', () => {
    const apart = 'gpt-daybreak-blue-latest';
    assert.equal(coverageOf(program, apart).kind, 'not-listed');
    const listing: Listing = { ...own, pools: { large: [apart], small: [] } };
    const answer = coverageOf(createProgram([listing], program.models.values()), apart);
    assert.ok(answer.kind === 'covered');
    assert.deepEqual([answer.snapshot, answer.viaAlias], [apart, false]);
  });

  test('a listing that names no model yet, as one just begun, is none: its date would make the others look newer', () => {
    const begun: Listing = { ...own, pools: { large: [], small: [] } };
    const { listings } = createProgram([...program.listings, begun], program.models.values());
    assert.deepEqual(listings, program.listings);
  });

  test('listing an alias does not cover its snapshot', () => {
    assert.equal(coverageOf(extended, 'gpt-4o-mini-2024-07-18', { listings: 'own' }).kind, 'not-listed');
  });
});

suite('lifecycle', () => {
  test('the day itself counts as shut down', () => {
    const end = { date: '2026-10-23', replacement: 'gpt-5.6-sol' };
    assert.deepEqual(lifecycleOf(program, 'o1', '2026-10-22'), { state: 'shutting-down', ...end });
    assert.deepEqual(lifecycleOf(program, 'o1', '2026-10-23'), { state: 'shut-down', ...end });
  });

  test('no end, no lifecycle', () => {
    assert.equal(lifecycleOf(program, 'gpt-5.6-luna', today), undefined);
    assert.equal(lifecycleOf(program, 'no-such-model', today), undefined);
    assert.equal(lifecycleOf(program, 'ft:gpt-4o:a', today), undefined);
  });

  test('an alias without a date of its own shares its snapshot’s', () => {
    const base = { kind: 'chat', family: 'x', source: 'a test' } as const;
    const small = createProgram(
      [],
      [
        { ...base, id: 'x', aliasOf: 'x-1', aliasSource: 'a test' },
        { ...base, id: 'x-1', shutdown: '2026-12-01', replacement: 'y' },
        { ...base, id: 'own', aliasOf: 'x-1', aliasSource: 'a test', shutdown: '2027-01-01' },
      ],
    );
    assert.deepEqual(lifecycleOf(small, 'x', today), {
      state: 'shutting-down',
      date: '2026-12-01',
      replacement: 'y',
    });
    assert.deepEqual(lifecycleOf(small, 'own', today), { state: 'shutting-down', date: '2027-01-01' });
  });

  test('every alias ends with its snapshot', () => {
    for (const { id, aliasOf } of program.models.values())
      if (aliasOf) assert.deepEqual(lifecycleOf(program, id, today), lifecycleOf(program, aliasOf, today), id);
  });
});

suite('look-alikes', () => {
  const table: [string, string | undefined][] = [
    ['gpt-4o-mini-tts', 'gpt-4o-mini'],
    ['gpt-4o-transcribe', 'gpt-4o'],
    ['o1-pro', 'o1'],
    ['gpt-5.1-codex-max', 'gpt-5.1-codex'],
    ['gpt-6-cyber', undefined],
    ['text-embedding-3-small', undefined],
  ];
  for (const [id, expected] of table)
    test(`${id} begins like ${expected}`, () => assert.equal(lookAlikeOf(program, id), expected));

  test('50 known ids begin with an id on OpenAI’s list and are not covered by it, 48 by no list', () => {
    const lookAlikes = (listings: string) =>
      [...program.models.keys()].filter(
        (id) => coverageOf(program, id, { listings }).kind !== 'covered' && lookAlikeOf(program, id, listings),
      );
    assert.equal(lookAlikes('openai-help').length, 50);
    assert.equal(lookAlikes('all').length, 48);
  });

  test('a megabyte of text takes no time', () => {
    assert.equal(lookAlikeOf(program, 'gpt-4o' + 'x'.repeat(1_000_000)), 'gpt-4o');
  });
});
