import assert from 'node:assert/strict';
import { allowanceFor } from '../../../../src/core/program/allowance';
import { bundledProgram } from '../../../../src/core/program/program';

/** The facts of the program, written out; nothing here is read from the data under test. */
suite('the bundled data equals the facts', () => {
  const { listings, models } = bundledProgram();
  const [openaiHelp, makerperks] = listings;
  const settings = 'https://platform.openai.com/settings/organization/data-controls/sharing';

  test('two listings, newest first', () => {
    assert.deepEqual(
      listings.map(({ id, title, date, url }) => [id, title, date, url]),
      [
        ['openai-help', 'OpenAI Help', '2026-09-28', 'https://help.openai.com/en/articles/10306912'],
        [
          'makerperks',
          'MakerPerks',
          '2025-04-20',
          'https://www.makerperks.com/programs/openai/openai-data-sharing-and-complimentary-tokens-program',
        ],
      ],
    );
  });

  test("MakerPerks: the bullets' models and the FAQ's 14 snapshots, in their pools", () => {
    assert.deepEqual(makerperks?.pools, {
      large: [
        'gpt-4.5-preview',
        'gpt-4.1',
        'gpt-4o',
        'o1',
        'o1-preview',
        'gpt-4.5-preview-2025-02-27',
        'gpt-4.1-2025-04-14',
        'gpt-4o-2024-05-13',
        'gpt-4o-2024-08-06',
        'gpt-4o-2024-11-20',
        'o3-2025-04-16',
        'o1-preview-2024-09-12',
        'o1-2024-12-17',
      ],
      small: [
        'gpt-4.1-mini',
        'gpt-4.1-nano',
        'gpt-4o-mini',
        'o1-mini',
        'o3-mini',
        'gpt-4.1-mini-2025-04-14',
        'gpt-4.1-nano-2025-04-14',
        'gpt-4o-mini-2024-07-18',
        'o4-mini-2025-04-16',
        'o1-mini-2024-09-12',
        'o3-mini-2025-01-31',
      ],
    });
  });

  test('MakerPerks: both tier bands', () => {
    const named = {
      large: ['gpt-4.5-preview', 'gpt-4.1', 'gpt-4o', 'o1', 'o1-preview'],
      small: ['gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4o-mini', 'o1-mini', 'o3-mini'],
    };
    assert.deepEqual(
      makerperks?.bands?.map(({ title, tiers, tokens, upToUsd, named, effort }) => ({
        title,
        tiers,
        tokens,
        upToUsd,
        named,
        effort,
      })),
      [
        {
          title: 'Usage Tiers 1-2 Complimentary Tokens',
          tiers: [1, 2],
          tokens: { large: 250_000, small: 2_500_000 },
          upToUsd: 50,
          named,
          effort: 'Low',
        },
        {
          title: 'Usage Tiers 3-5 Complimentary Tokens',
          tiers: [3, 4, 5],
          tokens: { large: 1_000_000, small: 10_000_000 },
          upToUsd: 2_000,
          named,
          effort: 'Low',
        },
      ],
    );
    assert.equal(makerperks?.program?.name, 'OpenAI Data Sharing and Complimentary Tokens Program');
    assert.equal(makerperks?.program?.upToUsd, 2_000);
    assert.equal(makerperks?.program?.verified, true);
  });

  test('MakerPerks: who is eligible, and which steps to take', () => {
    const [low, high] = makerperks?.bands ?? [];
    assert.deepEqual(low?.eligibility, [
      'Account owner must enable data sharing at the organization or project level',
      'Organization must not have Zero Data Retention enabled or be on certain Enterprise plans',
      'Utilization of approved GPT-4 and o-series models',
      'Membership in usage Tiers 1 or 2',
    ]);
    assert.equal(high?.eligibility?.at(-1), 'Membership in usage Tiers 3, 4, or 5');
    assert.deepEqual(
      [low, high].map((band) => band?.steps?.map(({ title, link }) => [title, link?.label, link?.url])),
      [
        [
          ['Opt in to Data Sharing', 'Enable Sharing', settings],
          ['Confirm Eligibility', 'Verify Eligibility', settings],
        ],
        [
          ['Opt in to Data Sharing', 'Enable Sharing', settings],
          ['Confirm Enrollment', 'Verify Enrollment', settings],
        ],
      ],
    );
    assert.match(low?.steps?.[1]?.text ?? '', /"You're eligible for free daily usage on traffic shared with OpenAI"/);
    assert.match(
      high?.steps?.[1]?.text ?? '',
      /"You're enrolled for up to 11 million complimentary tokens per day" message/,
    );
    assert.match(makerperks?.notes?.[0] ?? '', /the links here lead to OpenAI's present settings page/);
  });

  test('MakerPerks: FAQ, reset, opting out', () => {
    assert.deepEqual(
      makerperks?.faq?.map(({ question }) => question),
      [
        'What is the OpenAI Data Sharing Program?',
        'How do I opt in to share data?',
        'How are complimentary tokens applied?',
        'Which models are eligible for complimentary tokens?',
        "Can I opt out if I don't want to share data?",
      ],
    );
    assert.match(makerperks?.faq?.[2]?.answer ?? '', /tokens refresh daily at 00:00 UTC\.$/);
    assert.equal(makerperks?.resetUtc, '00:00');
    assert.equal(makerperks?.optOut, 'You can disable data sharing at any time via the data sharing settings page.');
  });

  test("OpenAI's help article: its exact ids", () => {
    assert.deepEqual(openaiHelp?.pools, {
      large: [
        'gpt-6-astra',
        'gpt-6-sol',
        'gpt-6-luna',
        'gpt-5.6-sol',
        'gpt-5.5-2026-04-23',
        'gpt-5.4-2026-03-05',
        'gpt-5.2-2025-12-11',
        'gpt-5.1-2025-11-13',
        'gpt-5.1-codex',
        'gpt-5-codex',
        'gpt-5-2025-08-07',
        'gpt-5-chat-latest',
        'gpt-4.1-2025-04-14',
        'gpt-4o-2024-05-13',
        'gpt-4o-2024-08-06',
        'gpt-4o-2024-11-20',
        'o3-2025-04-16',
        'o1-preview-2024-09-12',
        'o1-2024-12-17',
      ],
      small: [
        'gpt-5.6-terra',
        'gpt-5.6-luna',
        'gpt-5.4-mini-2026-03-17',
        'gpt-5.4-nano-2026-03-17',
        'gpt-5.1-codex-mini',
        'gpt-5-mini-2025-08-07',
        'gpt-5-nano-2025-08-07',
        'gpt-4.1-mini-2025-04-14',
        'gpt-4.1-nano-2025-04-14',
        'gpt-4o-mini-2024-07-18',
        'o4-mini-2025-04-16',
        'o1-mini-2024-09-12',
        'codex-mini-latest',
      ],
    });
  });

  test("OpenAI's help article: tokens, reset, conditions, exclusions, notice", () => {
    assert.deepEqual(
      openaiHelp?.bands?.map(({ tiers, tokens }) => [tiers, tokens]),
      [
        [[1, 2], { large: 250_000, small: 2_500_000 }],
        [[3, 4, 5], { large: 1_000_000, small: 10_000_000 }],
      ],
    );
    assert.equal(openaiHelp?.resetUtc, '00:00');
    assert.equal(openaiHelp?.noticeDays, 30);
    assert.equal(openaiHelp?.settingsUrl, settings);
    const prose = JSON.stringify(openaiHelp);
    for (const fact of [
      'owner',
      'balance is positive',
      'Zero Data Retention',
      'Enterprise',
      'billed whole',
      'together',
    ])
      assert.ok(prose.includes(fact), fact);
    assert.deepEqual(
      openaiHelp?.exclusions?.map((exclusion) => exclusion.split(' (')[0]),
      ['Fine-tuned models', 'Fine-tuning training', 'Evals', 'Tool use'],
    );
  });

  test('tokens a day for every usage tier', () => {
    const low = { large: 250_000, small: 2_500_000, total: 2_750_000 };
    const high = { large: 1_000_000, small: 10_000_000, total: 11_000_000 };
    assert.deepEqual(([1, 2, 3, 4, 5] as const).map(allowanceFor), [low, low, high, high, high]);
  });

  test('models: how many, and the ends of those that MakerPerks lists', () => {
    assert.equal(models.size, 223);
    const ends: Record<string, [string, string]> = {
      'gpt-4.5-preview-2025-02-27': ['2025-07-14', 'gpt-4.1'],
      'gpt-4.1-2025-04-14': ['2027-01-14', 'gpt-6-luna'],
      'gpt-4o-2024-05-13': ['2026-10-23', 'gpt-5.6-sol'],
      'gpt-4o-2024-08-06': ['2027-01-14', 'gpt-6-luna'],
      'gpt-4o-2024-11-20': ['2027-01-14', 'gpt-6-luna'],
      'o3-2025-04-16': ['2026-12-11', 'gpt-5.6-sol'],
      'o1-preview-2024-09-12': ['2025-07-28', 'o3'],
      'o1-2024-12-17': ['2026-10-23', 'gpt-5.6-sol'],
      'gpt-4.1-mini-2025-04-14': ['2027-01-14', 'gpt-6-luna'],
      'gpt-4.1-nano-2025-04-14': ['2026-10-23', 'gpt-5.6-luna'],
      'gpt-4o-mini-2024-07-18': ['2027-01-14', 'gpt-6-luna'],
      'o4-mini-2025-04-16': ['2026-10-23', 'gpt-5.6-terra'],
      'o1-mini-2024-09-12': ['2025-10-27', 'o4-mini'],
      'o3-mini-2025-01-31': ['2026-10-23', 'gpt-5.6-sol'],
    };
    for (const [id, [shutdown, replacement]] of Object.entries(ends)) {
      const model = models.get(id);
      assert.deepEqual([model?.shutdown, model?.replacement], [shutdown, replacement], id);
    }
  });

  test('models: every one has a source, and every alias says who states its target', () => {
    for (const { id, source, aliasOf, aliasSource } of models.values()) {
      assert.ok(source, id);
      assert.equal(Boolean(aliasOf), Boolean(aliasSource), id);
    }
    assert.equal(models.get('gpt-4o')?.aliasSource, 'OpenAI model page, default snapshot');
    assert.equal(models.get('o3')?.aliasSource, 'inferred: the only dated snapshot of that name');
  });
});
