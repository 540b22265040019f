import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModelReference } from '../../../src/core/find/reference';
import { findReferences } from '../../../src/core/find/find';
import { assess, daysBetween, isListedKind } from '../../../src/core/findings';
import { coverageOf, lifecycleOf } from '../../../src/core/program/coverage';
import { bundledProgram, createProgram } from '../../../src/core/program/program';
import { candidatesFor, pinCandidates, replaceEdit, replacementOf } from '../../../src/core/replacements';
import { applyEdit } from '../../../src/core/text-edit';
import { candidateTitle } from '../../../src/core/words/candidate';
import { diagnosticText } from '../../../src/core/words/problem';

const program = bundledProgram();
const today = '2026-11-22';

function finding(model: string, asOf = today, listings = 'all', change: Partial<ModelReference> = {}, of = program) {
  const place = { start: 0, end: model.length, text: model, context: 'model', role: 'use' } as const;
  return assess(of, { ...place, model, route: { kind: 'unknown' }, ...change }, { listings, asOf });
}

function titles(model: string, asOf?: string, listings?: string): string[] {
  const judged = finding(model, asOf, listings);
  return candidatesFor(judged, program).map((candidate) => {
    const title = candidateTitle(candidate, judged, program);
    return candidate.preferred ? `★ ${title}` : title;
  });
}

suite('replacements', () => {
  test('the present pool first, with OpenAI’s choice; then the other pool, said in the title', () => {
    assert.deepEqual(titles('gpt-4o'), [
      "★ Replace with gpt-6-luna (OpenAI's replacement, large pool)",
      'Replace with gpt-6-astra (large pool)',
      'Replace with gpt-6-sol (large pool)',
      'Replace with gpt-5.6-sol (large pool)',
      'Replace with gpt-5.5 (large pool)',
      'Replace with gpt-5.4 (large pool)',
      'Replace with gpt-5.2 (large pool)',
      'Replace with gpt-5.1 (large pool, shuts down on 2027-04-01)',
      'Replace with gpt-5.6-terra (small pool instead of large)',
      'Replace with gpt-5.6-luna (small pool instead of large)',
      'Replace with gpt-5.4-mini (small pool instead of large)',
      'Replace with gpt-5.4-nano (small pool instead of large, shuts down on 2027-04-01)',
    ]);
  });

  test('who pins is offered snapshots', () => {
    assert.deepEqual(titles('gpt-4o-mini-2024-07-18').slice(0, 5), [
      'Replace with gpt-5.6-terra (small pool)',
      'Replace with gpt-5.6-luna (small pool)',
      'Replace with gpt-5.4-mini-2026-03-17 (small pool)',
      'Replace with gpt-5.4-nano-2026-03-17 (small pool, shuts down on 2027-04-01)',
      "Replace with gpt-6-luna (OpenAI's replacement, large pool instead of small)",
    ]);
  });

  const first: [string, string, string | undefined, string?][] = [
    ['covered, and OpenAI’s choice is billed', 'gpt-5', 'Replace with gpt-6-astra (large pool)'],
    [
      'shut down, OpenAI’s choice is followed past a dying one',
      'o1-preview',
      "★ Replace with gpt-5.6-sol (OpenAI's replacement via o3, large pool)",
    ],
    [
      'shut down, OpenAI’s choice is shut down too',
      'o1-mini',
      "★ Replace with gpt-5.6-terra (OpenAI's replacement via o4-mini, small pool)",
    ],
    ['never covered, so no pool to stay in', 'gpt-4', "Replace with gpt-5.6-sol (OpenAI's replacement, large pool)"],
    [
      'OpenAI’s choice says which pool comes first',
      'gpt-3.5-turbo',
      "Replace with gpt-5.6-terra (OpenAI's replacement, small pool)",
    ],
    ['not listed', 'gpt-6.1-sol', 'Replace with gpt-6-astra (large pool)'],
    ['another kind, still there', 'text-embedding-3-small', undefined],
    ['another kind, about to end', 'gpt-image-1.5', undefined],
    [
      'another kind, shut down',
      'dall-e-3',
      "Replace with gpt-image-2 (OpenAI's replacement, not covered: billed at normal rates)",
    ],
    [
      'another kind, shut down, a covered model named',
      'davinci-002',
      "Replace with gpt-5.4-mini (OpenAI's replacement, small pool, another kind of model)",
    ],
    [
      'another kind, shut down, free anyway',
      'text-moderation-latest',
      "Replace with omni-moderation-latest (OpenAI's replacement, not covered)",
    ],
    ['shut down without a successor', 'sora-2', undefined],
    ['a slip', 'gpt-4o-minii', 'Correct to gpt-4o-mini (small pool, shuts down on 2027-01-14)'],
    ['a slip of a model that is billed', 'gpt-5.5-por', 'Correct to gpt-5.5-pro (not covered: billed at normal rates)'],
    ['known to no list and like none', 'gpt-9-giga', undefined],
    ['a slip of a model that is shut down', 'gpt-3.5-turbbo', undefined],
    ['a small one that is not listed', 'gpt-5.1-mini', 'Replace with gpt-5.6-terra (small pool)'],
    ['a fine-tune', 'ft:gpt-4o-mini-2024-07-18:org::id', undefined],
    ['no listing', 'gpt-4o', undefined, 'gone'],
  ];
  for (const [what, model, expected, listings] of first)
    test(`first for ${model} (${what}): ${expected ?? 'none'}`, () =>
      assert.equal(titles(model, today, listings)[0], expected));

  for (const purpose of ['fine-tuning', 'evals'] as const)
    test(`${purpose}: OpenAI’s choice alone, and no pool, since the call is billed with any model`, () => {
      const judged = finding('gpt-4o-mini', today, 'all', { purpose });
      const said = candidatesFor(judged, program).map((candidate) => candidateTitle(candidate, judged, program));
      assert.deepEqual(said, ["Replace with gpt-6-luna (OpenAI's replacement, not covered: billed at normal rates)"]);
      const problem = "gpt-4o-mini shuts down on 2027-01-14. OpenAI's replacement is gpt-6-luna.";
      assert.equal(diagnosticText(judged, program), problem);
      assert.deepEqual(candidatesFor(finding('gpt-5.5', today, 'all', { purpose }), program), []);
    });

  test('another host’s models have no counterpart', () => {
    assert.deepEqual(candidatesFor(finding('gpt-4', today, 'all', { route: { kind: 'azure' } }), program), []);
  });

  test('a covered model that is shut down: OpenAI’s uncovered choice comes last, and says so', () => {
    assert.equal(
      titles('gpt-5', '2026-12-11').at(-1),
      "Replace with gpt-6.1-sol (OpenAI's replacement, not covered: billed at normal rates)",
    );
    assert.ok(!titles('gpt-5', '2026-12-10').some((title) => title.includes('gpt-6.1-sol')));
  });

  const ids = fc.constantFrom(...program.models.keys());
  const days = fc
    .integer({ min: 0, max: 1_200 })
    .map((day) => new Date(Date.UTC(2024, 6, 1 + day)).toISOString().slice(0, 10));
  const choices = fc.constantFrom('all', 'makerperks', 'openai-help');

  test('for every model, day and list: nothing worse is advised', () => {
    fc.assert(
      fc.property(ids, days, choices, (model, asOf, listings) => {
        const judged = finding(model, asOf, listings);
        const { coverage, kind, lifecycle } = judged;
        const candidates = candidatesFor(judged, program);
        const shutDown = lifecycle?.state === 'shut-down';
        candidates.forEach((candidate, i) => {
          const { pool, reason } = candidate;
          const now = coverageOf(program, candidate.model, { listings });
          const end = lifecycleOf(program, candidate.model, asOf);
          assert.equal(pool, now.kind === 'covered' ? now.pool : undefined);
          assert.equal(candidate.shutdown, end?.date);
          assert.notEqual(end?.state, 'shut-down');
          assert.equal(candidate.otherPool ?? false, coverage.kind === 'covered' && !!pool && pool !== coverage.pool);
          const lasts = !end || daysBetween(asOf, end.date) > 90;
          // The one exception, last of all, where nothing is left to lose.
          if (!pool || !lasts) assert.ok(reason === 'openai' && shutDown && i === candidates.length - 1);
          if (!kind || !isListedKind(kind)) assert.ok(reason === 'openai' && shutDown);
          else if (reason === 'covered') assert.ok(isListedKind(program.models.get(candidate.model)?.kind ?? 'other'));
          if (candidate.preferred)
            assert.ok(
              i === 0 && reason === 'openai' && pool && lasts && coverage.kind === 'covered' && pool === coverage.pool,
            );
          if (reason === 'openai')
            assert.equal(lifecycle && replacementOf(program, lifecycle, judged.basis)?.living?.model, candidate.model);
          assert.notEqual(candidate.model, model);
        });
        const names = candidates.map((candidate) => candidate.model);
        assert.equal(new Set(names).size, names.length);
      }),
      { numRuns: 3_000 },
    );
  });
});

suite('OpenAI’s replacements', () => {
  const basis = { listings: 'all', asOf: today };
  const after = (id: string) => {
    const end = lifecycleOf(program, id, today);
    return end && replacementOf(program, end, basis);
  };

  test('are judged by the chosen lists', () => {
    const found = replacementOf(program, { replacement: 'gpt-5.5' }, { listings: 'makerperks', asOf: today });
    assert.equal(found?.living?.coverage.kind, 'not-listed');
  });

  test('come with their own coverage', () => {
    assert.equal(after('gpt-4.1-mini')?.living?.model, 'gpt-6-luna');
    const coverage = after('gpt-4.1-mini')?.living?.coverage;
    assert.equal(coverage?.kind === 'covered' && coverage.pool, 'large');
    assert.equal(after('gpt-5')?.living?.coverage.kind, 'not-listed');
  });

  test('lead past models that are shut down themselves', () => {
    assert.equal(after('o1-mini')?.named.model, 'o4-mini');
    assert.equal(after('o1-mini')?.living?.model, 'gpt-5.6-terra');
  });

  test('lead past models that are about to be, unless OpenAI names no other', () => {
    assert.deepEqual([after('o1-preview')?.named.model, after('o1-preview')?.living?.model], ['o3', 'gpt-5.6-sol']);
    const base = { kind: 'chat', family: 'x', source: 'a test', shutdown: '2026-12-01' } as const;
    const short = createProgram(
      [],
      [
        { ...base, id: 'a', replacement: 'b' },
        { ...base, id: 'b' },
      ],
    );
    assert.equal(replacementOf(short, { replacement: 'a' }, basis)?.living?.model, 'b');
    assert.equal(replacementOf(short, { replacement: 'a' }, { ...basis, horizonDays: 5 })?.living?.model, 'a');
  });

  test('are the same in sentences and in fixes', () => {
    const judged = finding('o1-preview');
    const fix = candidatesFor(judged, program).find(({ reason }) => reason === 'openai');
    const via = 'gpt-5.6-sol (via o3, which shuts down on 2026-12-11)';
    assert.ok(diagnosticText(judged, program).includes(`OpenAI's replacement, ${via}, is covered`));
    assert.deepEqual([fix?.model, fix?.via], ['gpt-5.6-sol', 'o3']);
  });

  test('never lead to a model that is shut down, whatever the model and the day', () => {
    for (const asOf of ['2024-06-01', today, '2027-06-01', '2030-01-01'])
      for (const id of program.models.keys()) {
        const end = lifecycleOf(program, id, asOf);
        assert.notEqual(
          end && replacementOf(program, end, { ...basis, asOf })?.living?.lifecycle?.state,
          'shut-down',
          id,
        );
      }
  });

  test('may be missing, or lead in a circle', () => {
    assert.equal(after('sora-2'), undefined);
    const base = { kind: 'chat', family: 'x', source: 'a test', shutdown: '2026-01-01' } as const;
    const circle = createProgram(
      [],
      [
        { ...base, id: 'a', replacement: 'b' },
        { ...base, id: 'b', replacement: 'a' },
      ],
    );
    const { named, living } = replacementOf(circle, { replacement: 'b' }, basis) ?? assert.fail();
    assert.deepEqual([named.model, living], ['b', undefined]);
  });
});

suite('pinning', () => {
  const pins = (model: string, listings?: string) => {
    const judged = finding(model, today, listings);
    return pinCandidates(judged, program).map((candidate) => candidateTitle(candidate, judged, program));
  };
  const table: [string, string[], string?][] = [
    ['gpt-5.5', ['Pin to the snapshot gpt-5.5-2026-04-23 (large pool)']],
    ['gpt-5.5-2026-04-23', ['Follow the alias gpt-5.5 (large pool)']],
    ['gpt-4o-2024-11-20', []],
    ['gpt-5.6', ['Pin to the snapshot gpt-5.6-sol (large pool)']],
    // `gpt-daybreak-blue-latest` points there too, but may be billed apart.
    ['gpt-5.6-sol', ['Follow the alias gpt-5.6 (large pool)']],
    ['gpt-5.6-luna', []],
    ['o1', []],
    ['gpt-5-pro', []],
    ['text-embedding-ada-002', []],
    ['gpt-4o', [], 'gone'],
  ];
  for (const [model, expected, listings] of table)
    test(`${model}: ${expected.join() || 'none'}`, () => assert.deepEqual(pins(model, listings), expected));

  const few: [what: string, listed: string[], of: string, expected: string[]][] = [
    ['a snapshot that no list names is none to pin to', ['alias'], 'alias', []],
    ['an alias that may be billed apart is none to follow', ['dated', 'apart'], 'dated', ['alias']],
  ];
  for (const [what, large, of, expected] of few)
    test(what, () => {
      const base = { kind: 'chat', family: 'x', source: 'a test' } as const;
      const models = [
        { ...base, id: 'apart', aliasOf: 'dated', billedApart: true as const },
        { ...base, id: 'alias', aliasOf: 'dated' },
        { ...base, id: 'dated' },
      ];
      const own = createProgram([{ id: 'few', title: 'Few', date: today, pools: { large, small: [] } }], models);
      const candidates = pinCandidates(finding(of, today, 'all', {}, own), own);
      assert.deepEqual(
        candidates.map(({ model }) => model),
        expected,
      );
    });

  test('there and back', () => {
    for (const model of program.models.keys()) {
      const [pin] = pinCandidates(finding(model), program);
      if (pin?.reason === 'pin') {
        const back = pinCandidates(finding(pin.model), program).map((candidate) => candidate.model);
        assert.ok(back.includes(model), model);
      }
    }
  });
});

suite('writing a replacement', () => {
  const table: [string, string, string | undefined][] = [
    ['f(model="gpt-4")', 'gpt-5.5', 'f(model="gpt-5.5")'],
    ['f(model="openai/gpt-4")', 'gpt-5.5', 'f(model="openai/gpt-5.5")'],
    ['f(model="gpt-4:online")', 'gpt-5.5', 'f(model="gpt-5.5:online")'],
    ['f(model="models/gpt-4")', 'gpt-5.5', 'f(model="models/gpt-5.5")'],
    [
      'connect("wss://api.openai.com/v1/realtime?model=gpt-realtime")',
      'gpt-realtime-2',
      'connect("wss://api.openai.com/v1/realtime?model=gpt-realtime-2")',
    ],
    // Pieces of one value are put together, in the quotes of the first.
    ['f(model="gpt-" \'4\')', 'gpt-5.5', 'f(model="gpt-5.5")'],
    ['f(model="openai/" "gpt-4", n=1)', 'gpt-5.5', 'f(model="openai/gpt-5.5", n=1)'],
    ['f(model=(\'gpt-\'\n  """4""" ""))', 'gpt-5.5', "f(model=('gpt-5.5'))"],
    ['f(model=("gpt-"  # token-allowance: ignore\n  "4"))', 'gpt-5.5', undefined],
    ['f(model="""gpt-""" \\\n r"4")', 'gpt-5.5', 'f(model="""gpt-5.5""")'],
    ['f(model="gpt-" """4""")', 'gpt-5.5', 'f(model="gpt-5.5")'],
    ['f(model="gpt-4o" "-mini")', 'gpt-5.5', 'f(model="gpt-5.5")'],
    ['["gpt-4o" "-mini"]', 'gpt-5.5', '["gpt-5.5"]'],
  ];
  for (const [text, model, expected] of table)
    test(`${text} → ${expected ?? 'none'}`, () => {
      const [reference] = findReferences(text, 'python');
      assert.ok(reference);
      const edit = replaceEdit(text, reference, model);
      assert.equal(edit && applyEdit(text, edit), expected);
    });

  test('a text that has changed is left alone', () => {
    const [reference] = findReferences('f(model="gpt-4")', 'python');
    assert.ok(reference);
    assert.equal(replaceEdit('g()\nf(model="gpt-4")', reference, 'gpt-5.5'), undefined);
    assert.equal(replaceEdit('f(model="gpt" "-" "5")', { ...reference, end: 20 }, 'gpt-5.5'), undefined);
    const pieces = 'f(model="gpt-" "4")';
    const [joined] = findReferences(pieces, 'python');
    assert.equal(replaceEdit(pieces.slice(0, joined!.end), joined!, 'gpt-5.5'), undefined);
    assert.equal(replaceEdit(pieces.replace('"', '('), joined!, 'gpt-5.5'), undefined);
  });
});
