import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareListings, modelsAmong } from '../../../../src/core/program/compare';
import { coverageOf } from '../../../../src/core/program/coverage';
import { bundledProgram, createProgram, type Program } from '../../../../src/core/program/program';
import type { Listing } from '../../../../src/core/program/schema';
import { comparisonMarkdown } from '../../../../src/core/words/comparison';

const program = bundledProgram();
const [help, perks] = program.listings;
assert.ok(help && perks);

const listing = (large: string[], small: string[] = []): Listing => ({
  id: 'a',
  title: 'A_*b*',
  date: '2026-01-01',
  pools: { large, small },
});

const namedBy = ({ pools }: Listing) => [...pools.large, ...pools.small];

/** Every change in one line: `model=alias large→small`. */
function told(first: Listing, second: Listing): string[] {
  const { added, removed, moved } = compareListings(first, second, program);
  return [...added, ...removed, ...moved].map(
    ({ model, aliases, from = '', to = '' }) => `${[model, ...aliases].join('=')} ${from}→${to}`,
  );
}

suite('comparing listings', () => {
  test('the bundled ones', () => {
    const { added, removed, moved, unchanged } = compareListings(perks, help, program);
    assert.deepEqual(
      removed.map(({ model, aliases, from }) => [model, ...aliases, from].join(' ')),
      ['gpt-4.5-preview-2025-02-27 gpt-4.5-preview large', 'o3-mini-2025-01-31 o3-mini small'],
    );
    assert.ok(
      added.some(
        ({ model, aliases, to }) => model === 'gpt-5.5-2026-04-23' && aliases[0] === 'gpt-5.5' && to === 'large',
      ),
    );
    assert.equal(moved.length, 0);
    assert.equal(modelsAmong(namedBy(perks), program), removed.length + unchanged);
    assert.equal(modelsAmong(namedBy(help), program), added.length + unchanged);
  });

  const table: [string, Listing, Listing, string[]][] = [
    ['the same', listing(['o3']), listing(['o3']), []],
    ['an alias, then its snapshot too', listing(['o3-2025-04-16', 'o3']), listing(['o3-2025-04-16']), []],
    ['a snapshot, then only its alias', listing(['o3-2025-04-16']), listing(['o3']), ['o3-2025-04-16 large→']],
    ['an alias, then only its snapshot', listing(['o3']), listing(['o3-2025-04-16']), ['o3-2025-04-16 →large']],
    ['added with its alias', listing([]), listing([], ['o3-2025-04-16']), ['o3-2025-04-16=o3 →small']],
    ['moved', listing(['o3-2025-04-16']), listing([], ['o3-2025-04-16']), ['o3-2025-04-16=o3 large→small']],
    [
      'known to no other list',
      listing(['gpt-99']),
      listing(['gpt-98'], ['gpt-99']),
      ['gpt-98 →large', 'gpt-99 large→small'],
    ],
    // It may be billed apart from `gpt-5.6-sol`.
    ['an alias that does not count', listing([]), listing(['gpt-5.6-sol']), ['gpt-5.6-sol=gpt-5.6 →large']],
  ];
  for (const [what, first, second, expected] of table)
    test(what, () => assert.deepEqual(told(first, second), expected));

  const pools = fc
    .uniqueArray(fc.constantFrom(...program.models.keys()), { maxLength: 30 })
    .chain((ids) => fc.nat(ids.length).map((cut) => listing(ids.slice(0, cut), ids.slice(cut))));
  test('for any two: every id’s coverage is told once, and the way back is the reverse', () => {
    fc.assert(
      fc.property(pools, pools, (first, second) => {
        const { added, removed, moved } = compareListings(first, second, program);
        const changes = [...added, ...removed, ...moved];
        const told = new Map(
          changes.flatMap(({ model, aliases, from, to }) => [model, ...aliases].map((id) => [id, [from, to]])),
        );
        const [one, other] = [first, second].map((only) => createProgram([only], program.models.values()));
        const pool = (only: Program | undefined, id: string) => {
          const coverage = coverageOf(only ?? program, id);
          return coverage.kind === 'covered' ? coverage.pool : undefined;
        };
        for (const id of program.models.keys()) {
          const [from, to] = [pool(one, id), pool(other, id)];
          assert.deepEqual(told.get(id), from === to ? undefined : [from, to], id);
        }
        const back = compareListings(second, first, program);
        const names = (list: readonly { model: string }[]) => list.map(({ model }) => model).sort();
        assert.deepEqual(names(back.added), names(removed));
        assert.deepEqual(names(back.removed), names(added));
        assert.deepEqual(names(back.moved), names(moved));
      }),
    );
  });

  test('in words', () => {
    const first = listing(['gpt-5.5-2026-04-23'], ['o3-mini-2025-01-31', 'gpt-5-nano']);
    const comparison = compareListings(
      first,
      { ...listing(['gpt-5-nano'], ['gpt-99']), url: 'https://a.b/(c)' },
      program,
    );
    assert.equal(
      comparisonMarkdown(comparison, program, '2026-11-22'),
      `# From A\\_\\*b\\* (2026-01-01) to [A\\_\\*b\\* (2026-01-01)](https://a.b/%28c%29)

Added: 1 · Removed: 2 · Moved to the other pool: 1 · Unchanged: 0

## Added

- \`gpt-99\`, small pool

## Removed

- \`gpt-5.5-2026-04-23\`, also as \`gpt-5.5\`, large pool
- \`o3-mini-2025-01-31\`, also as \`o3-mini\`, small pool, shut down on 2026-10-23

## Moved to the other pool

- \`gpt-5-nano\`, from the small pool to the large pool, shuts down on 2026-12-11
`,
    );
  });

  const blocks: [what: string, Listing, Listing, string[]][] = [
    ['the same', listing(['o3']), listing(['o3']), ['Both cover the same models from the same pools.\n']],
    [
      'as many moved as added',
      listing(['gpt-99']),
      listing(['gpt-98'], ['gpt-99']),
      [
        '## Added',
        '- `gpt-98`, large pool',
        '## Moved to the other pool',
        '- `gpt-99`, from the large pool to the small pool\n',
      ],
    ],
  ];
  for (const [what, first, second, expected] of blocks)
    test(`in words, with no more than there is: ${what}`, () => {
      const text = comparisonMarkdown(compareListings(first, second, program), program, '2026-11-22');
      assert.deepEqual(text.split('\n\n').slice(2), expected);
    });
});
