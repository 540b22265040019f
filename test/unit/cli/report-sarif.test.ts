import * as assert from 'node:assert/strict';
import type { Log, Run } from 'sarif';
import { version } from '../../../package.json';
import { diagnosticCodes } from '../../../src/core/codes';
import { run, useFolder, write } from './support';

/** The one run of the report on the folder. */
async function sarif(...args: string[]): Promise<Run> {
  const log = JSON.parse((await run('scan', '--format', 'sarif', ...args)).out) as Log;
  assert.equal(log.version, '2.1.0');
  const [only, ...more] = log.runs;
  assert.ok(only && !more.length);
  return only;
}

/** A result without what is the same for each of its rule. */
function told({ results = [] }: Run) {
  return results.map(({ level, message, locations = [] }) => {
    const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
    return { level, text: message.text, uri: artifactLocation?.uri, region };
  });
}

suite('command line, the report for code scanning', () => {
  useFolder();

  test('has each problem, at its place, and nothing else', async () => {
    write({
      'src/a.ts':
        'const s = "😀"; ask({ model: "whisper-1" });\nask({ model: "gpt-5.6-sol" });\nask({ model: "gpt-5" });\n',
      'src/a.test.ts': 'ask({ model: "whisper-1" });\n',
    });
    const report = await sarif();
    assert.deepEqual(told(report), [
      {
        level: 'note',
        text: 'whisper-1 is on none of the chosen lists of complimentary tokens (newest: 2026-09-28): billed at normal rates.',
        uri: 'src/a.ts',
        region: { startLine: 1, startColumn: 31, endColumn: 40 },
      },
      {
        level: 'note',
        text: "gpt-5 shuts down on 2026-12-11. OpenAI's replacement, gpt-6.1-sol, is not covered: billed at normal rates. Replace with gpt-6-astra (large pool).",
        uri: 'src/a.ts',
        region: { startLine: 3, startColumn: 15, endColumn: 20 },
      },
    ]);
    assert.equal(report.columnKind, 'utf16CodeUnits');
    assert.equal(told(await sarif('--include-tests')).length, 3);
  });

  test('describes a rule for each code, which results name and number', async () => {
    write({ 'a.py': 'ask(model="azure/gpt-4o")\nask(model="gpt-4-32k")\nask(model="whisper-1")\n' });
    const { tool, results = [] } = await sarif();
    const { rules = [], ...driver } = tool.driver;
    assert.deepEqual([driver.name, driver.version], ['Token Allowance', version]);
    assert.deepEqual(
      rules.map(({ id }) => id),
      diagnosticCodes,
    );
    for (const { id, helpUri, help, shortDescription } of rules) {
      assert.ok(helpUri?.endsWith(`docs/codes.md#${id}`) && help?.text.includes(helpUri), id);
      assert.match(shortDescription?.text ?? '', /^[A-Z].+\.$/);
    }
    assert.deepEqual(
      results.map(({ ruleId, ruleIndex = -1, level }) => [ruleId, rules[ruleIndex]?.id, level]),
      [
        ['other-route', 'other-route', 'note'],
        ['shut-down', 'shut-down', 'warning'],
        ['not-listed', 'not-listed', 'note'], // where its rule's own level is a warning
      ],
    );
    assert.equal(rules[0]?.defaultConfiguration?.level, 'warning');
  });

  test('notebooks: the message says where, since a line of a cell is none of the file', async () => {
    const cells = [
      { cell_type: 'markdown', source: [] },
      { cell_type: 'code', source: ['\n', 'ask(model="whisper-1")'] },
    ];
    write({ 'n.ipynb': JSON.stringify({ cells }) });
    const [{ text, region } = {}] = told(await sarif());
    assert.match(text ?? '', /^Cell 2, line 2: whisper-1 is on none/);
    assert.deepEqual(region, { startLine: 1 });
  });

  test('a string of several literals has no end, which may be in another line', async () => {
    write({ 'a.py': 'ask(model="gpt-4-"\n"32k")\n' });
    assert.deepEqual(
      told(await sarif()).map(({ region }) => region),
      [{ startLine: 1, startColumn: 12 }],
    );
  });

  test('paths are written as addresses', async () => {
    write({ 'a b/ü #1%.py': 'ask(model="whisper-1")\n' });
    const [{ uri } = {}] = told(await sarif());
    assert.equal(uri, 'a%20b/%C3%BC%20%231%25.py');
  });

  test('notes: what could not be read makes the run a failed one', async () => {
    write({ 'a.py': Buffer.from('ask(model="gpt-5.6-sol")  # caf\xe9', 'latin1') });
    const [read] = (await sarif()).invocations ?? [];
    assert.equal(read?.executionSuccessful, true);
    const [note] = read.toolExecutionNotifications ?? [];
    assert.equal(note?.level, 'warning');
    assert.equal(note.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'a.py');

    const { code, out, err } = await run('scan', '.', 'missing.py', '--format', 'sarif');
    const [failed] = (JSON.parse(out) as Log).runs[0]?.invocations ?? [];
    assert.deepEqual([code, failed?.executionSuccessful], [2, false]);
    assert.ok(failed?.toolExecutionNotifications?.some(({ level }) => level === 'error'));
    assert.match(err, /^missing\.py: Not read/);
  });
});
