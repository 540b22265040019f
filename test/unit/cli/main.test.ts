import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { enter, json, run, useFolder, write, type Report } from './support';

suite('command line', () => {
  useFolder();

  test('JSON: every field of a finding', async () => {
    write({ 'src/a.ts': '// 😀\nconst s = "😀"; ask({ model: "gpt-4o" });\n' });
    const report = await json();
    assert.deepEqual(
      [report.asOf, report.usageTier, report.listings, report.filesScanned],
      ['2026-11-22', 1, 'all', 1],
    );
    assert.deepEqual(report.findings, [
      {
        path: 'src/a.ts',
        line: 2,
        column: 31,
        text: 'gpt-4o',
        model: 'gpt-4o',
        context: 'model',
        role: 'use',
        test: false,
        coverage: 'covered',
        pool: 'large',
        snapshot: 'gpt-4o-2024-08-06',
        listings: ['openai-help', 'makerperks'],
        route: 'unknown',
        lifecycle: { state: 'shutting-down', date: '2027-01-14', replacement: 'gpt-6-luna' },
        code: 'shutting-down',
        suggestion: { model: 'gpt-6-luna', pool: 'large' },
      },
    ]);
  });

  test('JSON: suggests what the first quick fix would write, where something is wrong', async () => {
    const models = [
      'gpt-5.6-sol',
      'gpt-5',
      'gpt-4.1-2025-04-14',
      'text-davinci-003',
      'dall-e-3',
      'whisper-1',
      'gpt-4o-2024-08-99',
    ];
    write({ 'a.py': `${models.map((model) => `ask(model="${model}")\n`).join('')}ALL = ["gpt-4"]\n` });
    assert.deepEqual(
      (await json()).findings.map(({ suggestion }) => suggestion),
      [
        null,
        { model: 'gpt-6-astra', pool: 'large' }, // OpenAI's choice is billed.
        { model: 'gpt-6-luna', pool: 'large' },
        { model: 'gpt-5.4-mini', pool: 'small' },
        { model: 'gpt-image-2', pool: null },
        null, // No covered model transcribes.
        { model: 'gpt-4o-2024-08-06', pool: 'large' },
        null, // A mention.
      ],
    );
  });

  test('JSON: what is not covered says so with nulls', async () => {
    write({ 'a.py': 'ask(model="gpt-6.1-sol")\n' });
    const { out } = await run('scan', '--format', 'json');
    assert.ok(out.endsWith('}\n'));
    const [{ coverage, pool, snapshot, listings, lifecycle, code } = {}] = (JSON.parse(out) as Report).findings;
    assert.deepEqual(
      [coverage, pool, snapshot, listings, lifecycle, code],
      ['not-listed', null, null, [], null, 'not-listed'],
    );
  });

  test('README describes every field', async () => {
    write({
      'a.py': 'ask(model="azure/gpt-4o")\n',
      'b.py': 'client.fine_tuning.jobs.create(model="gpt-4o")\n',
      'c.py': 'from clients import client\nclient.responses.create(model="gpt-4o", service_tier="flex")\n',
      'clients.py': 'client = AzureOpenAI()\n',
      'broken.ipynb': '{',
      'n.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: 'ask(model="gpt-5")' }] }),
    });
    const report = await json();
    const readme = readFileSync('README.md', 'utf8');
    const described = readme.slice(readme.indexOf('`--format json` prints'), readme.indexOf('## Limits'));
    const fields = [report, ...report.findings, ...report.notes].flatMap((each) => Object.keys(each));
    for (const field of new Set([...fields, 'url'])) assert.ok(described.includes(`\`${field}\``), field);
    for (const field of described.matchAll(/^\| (`.*?`) \|/gm))
      for (const [, name = ''] of (field[1] ?? '').matchAll(/`(\w+)`/g)) assert.ok(fields.includes(name), name);
  });

  test('JSON: what the call is for, and what else it asks for', async () => {
    write({
      'a.ts': 'await openai.fineTuning.jobs.create({ model: "gpt-4o" });\n',
      'b.py': 'client.responses.create(model="gpt-5")\n',
      'c.py': 'client.responses.create(model="gpt-5", tools=[{"type": "web_search"}], service_tier="flex")\n',
    });
    const { findings } = await json();
    assert.deepEqual(
      findings.map(({ path, coverage, purpose, extras }) => [path, coverage, purpose, extras]),
      [
        ['a.ts', 'covered', 'fine-tuning', undefined],
        ['b.py', 'covered', undefined, undefined],
        ['c.py', 'covered', undefined, ['web_search', 'flex']],
      ],
    );
  });

  test('notebooks: the cell among all cells, the place within its source', async () => {
    const cells = [
      { cell_type: 'markdown', source: ['model="gpt-4o"'] },
      { cell_type: 'code', source: ['import openai\n', 'ask(model="azure/gpt-4o")'] },
    ];
    write({ 'n.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) });
    const [finding, ...more] = (await json()).findings;
    assert.equal(more.length, 0);
    assert.deepEqual(
      [
        finding?.['cell'],
        finding?.['line'],
        finding?.['column'],
        finding?.['coverage'],
        finding?.['route'],
        finding?.['lifecycle'],
      ],
      [1, 2, 12, 'other-route', 'azure', null],
    );
  });

  test('notebooks: a client of one cell is known in the others, whatever else a cell holds', async () => {
    const sources = [
      'from openai import AzureOpenAI\nclient = AzureOpenAI()',
      'key = <your key>',
      '%time\nclient.responses.create(model="gpt-4o")',
    ];
    const cells = sources.map((source) => ({ cell_type: 'code', source }));
    write({ 'n.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) });
    const { findings, notes } = await json();
    assert.deepEqual(
      findings.map(({ cell, line, route }) => [cell, line, route]),
      [[2, 2, 'azure']],
    );
    assert.deepEqual(notes, []);
  });

  test('sorted by path and place', async () => {
    write({
      'b.py': 'f(model="gpt-4o")\nf(model="gpt-5")',
      'a/z.py': 'f(model="gpt-4o")',
      'C.py': 'f(model="gpt-4o")',
    });
    assert.deepEqual(
      (await json()).findings.map((f) => `${String(f['path'])}:${String(f['line'])}`),
      ['C.py:1', 'a/z.py:1', 'b.py:1', 'b.py:2'],
    );
  });

  test('.gitignore is respected; a file named explicitly is read all the same', async () => {
    write({ '.gitignore': 'out/\n', 'out/a.ts': 'f({ model: "gpt-4o" })', 'a.ts': 'f({ model: "gpt-5" })' });
    assert.deepEqual(
      (await json('.')).findings.map((f) => f['path']),
      ['a.ts'],
    );
    assert.deepEqual(
      (await json('.', 'out/a.ts')).findings.map((f) => f['path']),
      ['a.ts', 'out/a.ts'],
    );
  });

  test('what stands in tests is told, not reported, unless asked for', async () => {
    write({ 'test/a.ts': 'f({ model: "gpt-3.5-turbo" })' });
    assert.deepEqual(
      (await json()).findings.map((f) => [f['test'], f['code']]),
      [[true, null]],
    );
    assert.deepEqual(
      (await json('--include-tests')).findings.map((f) => f['code']),
      ['shut-down'],
    );
  });

  test('--listing adds a listing of one’s own, with ids of any shape', async () => {
    const mine = {
      id: 'mine',
      title: 'Mine',
      date: '2026-11-01',
      pools: { large: ['next-model'], small: ['gpt-5-pro'] },
    };
    write({ 'a.py': 'ask(model="next-model")\nask(model="gpt-5-pro")\n', 'mine.json': JSON.stringify(mine) });
    const pools = async (...args: string[]) => (await json(...args)).findings.map(({ model, pool }) => [model, pool]);
    assert.deepEqual(await pools(), [['gpt-5-pro', null]]);
    const both = [
      ['next-model', 'large'],
      ['gpt-5-pro', 'small'],
    ];
    for (const choice of ['all', 'own', 'mine'])
      assert.deepEqual(await pools('--listing', 'mine.json', '--listings', choice), both);
    const { out, err } = await run('scan', '--listing', 'mine.json');
    const said = /, by Mine \(2026-11-01\), OpenAI Help \(2026-09-28\) and MakerPerks \(2025-04-20\)\n/;
    assert.match(out, said);
    assert.match(err, /^mine\.json:1:\d+: warning: "pools\.large\[0\]": "next-model" is on no other list/);
  });

  test('--listing says what is wrong with a file, and where', async () => {
    write({ 'a.py': '', 'bad.json': '{\n  "id": "mine"\n}\n' });
    const bad = await run('scan', '--listing', 'bad.json');
    assert.equal(bad.code, 2);
    assert.match(bad.err, /^bad\.json:1:1: error: "title" is missing/);
    const gone = await run('scan', '--listing', 'gone.json');
    assert.deepEqual([gone.code, gone.out], [2, '']);
    assert.match(gone.err, /^gone\.json: Not read: /);
  });

  test('--as-of and --listings decide', async () => {
    write({ 'a.py': 'f(model="gpt-5")\nf(model="o3-mini")' });
    const at = async (...args: string[]) => (await json(...args)).findings.map((f) => [f['coverage'], f['code']]);
    assert.deepEqual(await at('--as-of', '2026-01-01'), [
      ['covered', null],
      ['covered', null],
    ]);
    assert.deepEqual(await at('--as-of', '2026-11-22'), [
      ['covered', 'shutting-down'],
      ['covered', 'shut-down'],
    ]);
    assert.deepEqual(await at('--listings', 'makerperks', '--as-of', '2026-01-01'), [
      ['not-listed', 'not-listed'],
      ['covered', null],
    ]);
  });

  test('exit codes', async () => {
    write({ 'a.py': 'f(model="gpt-5-pro")' });
    assert.equal((await run('scan')).code, 0);
    assert.equal((await run('scan', '--fail-on', 'not-listed')).code, 1);
    assert.equal((await run('scan', '--fail-on', 'shut-down,fine-tuned')).code, 0);
    assert.equal((await run('scan', '--fail-on', 'shut-down, not-listed')).code, 1);
  });

  test('the report to read', async () => {
    write({
      'src/chat.ts': 'ask({ model: "gpt-5.6-sol" });\nask({ model: "gpt-3.5-turbo" });\n',
      'src/speak.py': 'speak(model="gpt-4o-mini-tts")\nMODELS = ["gpt-5.6-luna", "gpt-5.6-sol"]\n',
    });
    assert.equal(
      (await run('scan', '--usage-tier', '3')).out,
      `src/chat.ts
  2:15  warning  gpt-3.5-turbo was shut down on 2026-10-23: requests fail. OpenAI's replacement, gpt-5.6-terra, is covered: small pool. [shut-down]

src/speak.py
  1:14  information  gpt-4o-mini-tts is on none of the chosen lists of complimentary tokens (newest: 2026-09-28): billed at normal rates. It begins like gpt-4o-mini, but is another model. gpt-4o-mini-tts shuts down on 2027-01-06. OpenAI's replacement, gpt-realtime-2.1-mini, is not covered either. [not-listed]

5 model references in 2 files as of 2026-11-22, by OpenAI Help (2026-09-28) and MakerPerks (2025-04-20)

large pool: 1,000,000 tokens a day at usage tier 3
  gpt-5.6-sol: 1 use, 1 in tests or mentioned (covered, large pool)

small pool: 10,000,000 tokens a day at usage tier 3
  gpt-5.6-luna: 1 in tests or mentioned (covered, small pool)

shut down
  gpt-3.5-turbo: 1 use (not covered; shut down on 2026-10-23)
    Replace with gpt-5.6-terra (OpenAI's replacement, small pool)

not covered
  gpt-4o-mini-tts: 1 use (not covered; shuts down on 2027-01-06)
`,
    );
  });

  test('models stand in the panel’s groups, in its order', async () => {
    write({
      'a.py': 'f(model="gpt-4o-2024-08-99")\nf(model="azure/gpt-4o")\nf(model="gpt-5-pro")\nf(model="o1")\n',
      'tune.py': 'client.fine_tuning.jobs.create(model="gpt-5.5")\n',
    });
    const { out } = await run('scan');
    assert.deepEqual(out.slice(out.indexOf('small pool:')).split('\n').slice(1, -1), [
      '',
      'shut down',
      '  o1: 1 use (covered, large pool; shut down on 2026-10-23)',
      "    Replace with gpt-5.6-sol (OpenAI's replacement, large pool)",
      '',
      'not covered',
      '  gpt-5-pro: 1 use (not covered; shuts down on 2026-12-11)',
      "    Replace with gpt-5.6-sol (OpenAI's replacement, large pool)",
      '  gpt-5.5: 1 use (not covered)',
      '',
      'sent elsewhere',
      '  gpt-4o: 1 use (goes to Azure, not covered)',
      '',
      'not known',
      '  gpt-4o-2024-08-99: 1 use (unknown model)',
      '    Correct to gpt-4o-2024-08-06 (large pool, shuts down on 2027-01-14)',
    ]);
  });

  test('what rules leave out is counted and named, and read when named', async () => {
    write({
      'a.min.js': 'f("gpt-5-pro")',
      'b.min.js': '',
      'd.min.js': '',
      'gen.ts': '// @generated\nask({ model: "gpt-4o" })',
      'c.py': '',
    });
    const report = await json();
    assert.equal(report.filesScanned, 1);
    assert.deepEqual(
      report.notes.map(({ severity, message }) => [severity, message.split(' (')[0], message.split('): ')[1]]),
      [
        ['info', '3 files left out as minified', 'a.min.js, b.min.js, d.min.js. Name a file to have it read.'],
        ['info', '1 file left out as generated', 'gen.ts. Name a file to have it read.'],
      ],
    );
    assert.equal((await json('a.min.js')).findings.length, 1);
    assert.equal((await run('scan')).code, 0);
  });

  test('paths beside the current folder', async () => {
    write({ 'here/x.py': '', 'beside/a.py': 'f(model="gpt-4o")' });
    enter('here');
    assert.deepEqual(
      (await json('../beside')).findings.map((f) => f['path']),
      ['../beside/a.py'],
    );
  });
});
