import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionsAt, completionsFor } from '../../../src/core/completions';
import { parseModelName } from '../../../src/core/find/model-id';
import type { Language } from '../../../src/core/find/reference';
import { isShutDown, type Finding } from '../../../src/core/findings';
import { coverageOf, lifecycleOf } from '../../../src/core/program/coverage';
import { bundledProgram, createProgram, programWith } from '../../../src/core/program/program';
import { briefText } from '../../../src/core/words/problem';

const program = bundledProgram();
const basis = { listings: 'all', asOf: '2026-11-22' };
const texts = (present: string, listings = 'all') =>
  completionsFor(program, present, { ...basis, listings }).map(({ reference }) => reference.text);

const models = (items: readonly Finding[]) => items.map(({ reference }) => reference.model);

/** What is offered at the `|` of a code: the text it would replace and the first choice; nothing if none is. */
function offered(code: string, language: Language): [string, string | undefined] | undefined {
  const offset = code.indexOf('|');
  const text = code.replace('|', '');
  const found = completionsAt(text, language, offset, program, basis);
  return found && [text.slice(found.start, found.end), found.items[0]?.reference.text];
}

suite('completions', () => {
  test('covered models that last, then those about to end, then the others, shut-down ones last', () => {
    const all = texts('');
    assert.deepEqual(all.slice(0, 6), ['gpt-6-astra', 'gpt-6-sol', 'gpt-6-luna', 'gpt-5.6', 'gpt-5.6-sol', 'gpt-5.5']);
    // Of what is shut down, the shortest: whoever has typed it whole is not to get another with Enter.
    const inOrder = [
      'gpt-5.4-nano',
      'gpt-4o',
      'gpt-6.1-sol',
      'o3-pro',
      'whisper-1',
      'gpt-4',
      'gpt-4-0613',
      'o1',
      'o1-pro',
    ];
    assert.deepEqual(
      [...inOrder].sort((a, b) => all.indexOf(a) - all.indexOf(b)),
      inOrder,
    );
    const served = Array.from(program.models.values()).filter(({ family }) => family !== 'gpt-oss');
    assert.equal(all.length, served.length);
  });

  test('carry pool, snapshot, end and words', () => {
    const rows: [model: string, pool: string | undefined, snapshot: string | undefined, brief: string][] = [
      ['gpt-4o', 'large', 'gpt-4o-2024-08-06', 'large pool; ends 2027-01-14'],
      ['o1-mini-2024-09-12', 'small', 'o1-mini-2024-09-12', 'shut down on 2025-10-27'],
      ['chat-latest', undefined, undefined, 'not covered'],
    ];
    const items = new Map(completionsFor(program, 'openai/', basis).map((item) => [item.reference.model, item]));
    for (const [model, pool, snapshot, brief] of rows) {
      const finding = items.get(model) ?? assert.fail();
      assert.equal(finding.reference.text, `openai/${model}`);
      const covered = finding.coverage.kind === 'covered' ? finding.coverage : undefined;
      assert.deepEqual([covered?.pool, covered?.snapshot, briefText(finding)], [pool, snapshot, brief]);
    }
  });

  test('another host: no promise and no end, and first what OpenAI still has', () => {
    const items = completionsFor(program, 'azure/gpt', basis);
    for (const { coverage, lifecycle, reference } of items) {
      assert.deepEqual([coverage.kind, lifecycle], ['other-route', undefined]);
      assert.ok(reference.text.startsWith('azure/'));
    }
    assert.deepEqual(models(items), models(completionsFor(program, '', basis)));
    assert.equal(briefText(items[0] ?? assert.fail()), 'goes to Azure, not covered');
  });

  test('a listing’s models are offered even if nothing else is known of them', () => {
    const mine = { id: 'mine', title: 'Mine', date: '2026-12-01', pools: { large: [], small: ['gpt-9-tiny'] } };
    const own = createProgram([...program.listings, mine], program.models.values());
    assert.equal(models(completionsFor(own, '', basis))[0], 'gpt-9-tiny');
    assert.equal(models(completionsFor(own, '', basis, ['embedding']))[0], 'gpt-9-tiny', 'it may be of any kind');
  });

  test('an alias that is listed without its snapshot has the place of its own', () => {
    const mine = {
      ...{ id: 'mine', title: 'Mine', date: '2026-12-01' },
      pools: { large: ['gpt-9', 'gpt-5.5', 'gpt-8'], small: [] },
    };
    const items = completionsFor(programWith([mine]), '', { ...basis, listings: 'mine' });
    assert.deepEqual(models(items).slice(0, 3), mine.pools.large);
  });

  test('for any prefix and list: what is offered is what would be found, in the order of its worth', () => {
    const prefixes = fc.constantFrom(
      '',
      'openai/',
      'openai:',
      'models/',
      'azure/',
      'openrouter/openai/',
      'foo/',
      'gpt-4',
    );
    fc.assert(
      fc.property(prefixes, fc.constantFrom('all', 'makerperks', 'openai-help', 'gone'), (present, listings) => {
        const items = completionsFor(program, present, { ...basis, listings });
        let last = 0;
        for (const finding of items) {
          const { model, text, route } = finding.reference;
          assert.equal(parseModelName(text)?.model, model);
          const coverage = coverageOf(program, model, { route, listings });
          assert.deepEqual(finding.coverage, coverage);
          const ended =
            coverage.kind !== 'other-route' && lifecycleOf(program, model, basis.asOf)?.state === 'shut-down';
          assert.equal(isShutDown(finding), ended);
          const worth = ended ? 2 : coverage.kind === 'covered' ? 0 : 1;
          assert.ok(worth >= last);
          last = worth;
        }
      }),
      { numRuns: 50 },
    );
  });
});

suite('completions: where', () => {
  const [first = ''] = texts('');
  const table: [Language, string, [string, string] | undefined][] = [
    ['typescript', 'create({ model: "|" })', ['', first]],
    ['typescript', 'create({ model: "gp|t-4" })', ['gpt-4', first]],
    ['typescript', 'create({ model: "gpt-4|" })', ['gpt-4', first]],
    ['typescript', 'create({ model: "openai/|" })', ['openai/', `openai/${first}`]],
    ['typescript', 'const MODEL = process.env.MODEL ?? "|";', ['', first]],
    ['typescript', 'function f(model = "|") {}', ['', first]],
    ['typescript', 'create({ model: cheap ? "|" : other })', ['', first]],
    ['typescriptreact', '<Chat model="|" />', ['', first]],
    ['python', 'create(model="|")', ['', first]],
    ['python', 'body = {"model": "|"}', ['', first]],
    ['python', 'os.getenv("MODEL", "|")', undefined],
    ['python', 'model = os.getenv("MODEL", "g|")', ['g', first]],
    ['python', 'client.embeddings.create(model="|")', ['', 'text-embedding-3-small']],
    ['typescript', 'client.images.generate({ model: "|" })', ['', 'gpt-image-2.6-sunburst']],
    ['typescript', 'client.moderations.create({ model: "|" })', ['', 'omni-moderation-latest']],
    ['typescript', 'client.audio.transcriptions.create({ model: "|" })', ['', 'whisper-1']],
    ['python', 'transcribe(model="|")', ['', 'whisper-1']],
    ['python', 'create_speech(model="|")', ['', 'whisper-1']],
    ['python', 'client.realtime.connect(model="|")', ['', 'gpt-realtime-2.1-mini']],
    // Where a name does not say so, the letters must.
    ['typescript', 'openai("|")', undefined],
    ['typescript', 'openai("g|")', undefined],
    ['typescript', 'openai("gp|")', ['gp', first]],
    ['typescript', 'if (model === "gpt|") {}', ['gpt', first]],
    ['python', 'llm = Literal["o3|"]', ['o3', first]],
    ['typescript', 'openai("hi|")', undefined],
    ['typescript', 'greet("gpt|")', undefined],
    // Half-typed: no quote closes the string, or one that belongs to another does.
    ['typescript', 'create({ model: "gpt-|', ['gpt-', first]],
    ['typescript', 'create({ model: "gp|t-4\n});\n', ['gpt-4', first]],
    ['typescript', "const model = 'gpt-|;\nconst other = 'a';", ['gpt-', first]],
    ['typescript', 'create({ model: `gpt-|\n});\nlog(`done`);\n', ['gpt-', first]],
    ['typescriptreact', '<Chat model="|\n  role="user" />', ['', first]],
    ['typescript', 'create({ model: "gpt-|, input: "hi" })', ['gpt-', first]],
    ['typescript', 'create({ model: "gp|t-4 })', ['gpt-4', first]],
    ['python', 'create(model="gp|t-4),', ['gpt-4', first]],
    // What follows is code that stood there before.
    ['typescript', "create({ model: 'gpt-4o|input: 'x' })", ['gpt-4o', first]],
    ['typescript', 'create({ model: "|...options })', ['', first]],
    ['typescript', 'create({ model: "|input, temperature })', ['', first]],
    ['typescript', 'create({ model: "|input, temperature,\nuser })', ['', first]],
    ['python', 'create(model="|temperature=0)', ['', first]],
    ['python', 'create(model="|', ['', first]],
    ['python', 'create(model="gpt-|)\n', ['gpt-', first]],
    ['python', 'create(\n    model="openai/gpt|\n    input="hi",\n)\n', ['openai/gpt', `openai/${first}`]],
    ['python', 'models = [\n    "gpt|\n    "gpt-4o",\n]\n', ['gpt', first]],
    ['python', "create(model='gpt-|, input='hi')", ['gpt-', first]],
    ['python', 'say("gpt-|', undefined],
    ['python', 'create(model=f"gpt-{size}|")', undefined],
    ['python', 'create(model="gpt-4o"|', undefined],
    ['python', '"""Asks model="gpt-|\n"""\n', undefined],
    ['python', 'ask()  # model="gpt-|\n', undefined],
    ['typescriptreact', 'const a = <p>model="gpt-|</p>;', undefined],
    // Never.
    ['typescript', 'client.chat.completions.create({ role: "|" })', undefined],
    ['typescript', 'client.chat.completions.create({ content: "gpt|" })', undefined],
    ['typescript', 'new AzureOpenAI({ deployment: "gpt|" })', undefined],
    ['typescript', 'import model from "gpt|";', undefined],
    ['typescript', '// model: "|"', undefined],
    ['typescript', 'create({ mo|del: "" })', undefined],
    ['typescript', 'create({ model: ""| })', undefined],
    ['python', 'create(model="""a\ngpt|""")', undefined],
    ['python', 'create(model="a" "gpt|")', undefined],
  ];
  for (const [language, code, expected] of table)
    test(`${language}: ${code.replace(/\n/g, '⏎')} → ${expected?.[1] ?? 'none'}`, () =>
      assert.deepEqual(offered(code, language), expected));
});
