import * as assert from 'node:assert/strict';
import { parseCommand } from '../../../src/cli/options';
import { textReport } from '../../../src/cli/report-text';
import { scan } from '../../../src/cli/scan';
import { bundledProgram } from '../../../src/core/program/program';
import { folder, run, runIn, useFolder, write } from './support';

suite('command line, the report to read', () => {
  useFolder();

  test('is painted: files bold, problems by how grave they are, headings by what they say of the tokens', async () => {
    write({ 'a.py': 'ask(model="gpt-5-pro")\nask(model="gpt-4o")\n' });
    const command = parseCommand(['scan'], new Date('2026-11-22T12:00:00Z'));
    assert.ok(command.kind === 'scan');
    const program = bundledProgram();
    const result = await scan(command.options, program, folder);
    const report = textReport(result, command.options, program, folder, (style, text) => `<${style}>${text}</>`);
    const painted = [...report.matchAll(/<(\w+)>(.*?)<\/>/g)].map(([, style, text]) => `${style}: ${text}`);
    assert.deepEqual(painted, [
      'bold: a.py',
      'yellow: warning',
      'dim: [not-listed]',
      'cyan: information',
      'dim: [shutting-down]',
      'green: large pool: 250,000 tokens a day at usage tier 1',
      'green: small pool: 2,500,000 tokens a day at usage tier 1',
      'yellow: not covered',
    ]);
  });

  test('has colours in a terminal that has some', async () => {
    write({ 'a.py': 'ask(model="gpt-5-pro")\n' });
    process.env['FORCE_COLOR'] = '1'; // Node asks for the terminal itself, too.
    const [plain, coloured] = [await run('scan'), await runIn({ colours: true }, 'scan')];
    delete process.env['FORCE_COLOR'];
    assert.ok(!plain.out.includes('\x1b'));
    assert.ok(coloured.out.startsWith('\x1b[1ma.py\x1b['));
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    assert.equal(coloured.out.replace(/\x1b\[\d+m/g, ''), plain.out);
  });

  test('has files and notes in the order of their paths, however they were come upon', async () => {
    const latin = Buffer.from('ask(model="gpt-5-pro")  # caf\xe9', 'latin1');
    write({ 'b.py': latin, 'a/x.py': latin, 'a/b/y.py': latin, 'a-b.py': latin });
    const { out } = await run('scan');
    const expected = ['a-b.py', 'a/b/y.py', 'a/x.py', 'b.py'];
    assert.deepEqual(out.match(/^\S+\.py$/gm), expected);
    assert.deepEqual(out.match(/^\S+\.py(?=: Not valid)/gm), expected);
  });

  test('begins with the sum where nothing is amiss', async () => {
    write({ 'a.py': 'ask(model="gpt-5.6-sol")\n' });
    assert.match((await run('scan')).out, /^1 model reference in 1 file as of /);
  });

  test('has the most used model first, then the one named most, then by name', async () => {
    const models = ['gpt-5.5', 'gpt-4.1', 'gpt-4o', 'gpt-5', 'gpt-5'];
    write({
      'a.py': `${models.map((model) => `ask(model="${model}")\n`).join('')}ALL = ["gpt-4o"]\n`,
      'test_a.py': 'ask(model="gpt-5")\nask(model="gpt-5.5")\n',
    });
    const { out } = await run('scan');
    const listed = [...out.matchAll(/^ {2}(gpt\S+): (.*) \(/gm)].map(([, model, counts]) => `${model}: ${counts}`);
    assert.deepEqual(listed, [
      'gpt-5: 2 uses, 1 in tests or mentioned',
      'gpt-4o: 1 use, 1 in tests or mentioned',
      'gpt-5.5: 1 use, 1 in tests or mentioned',
      'gpt-4.1: 1 use',
    ]);
  });

  test('says what to write instead, once for each model', async () => {
    write({
      'a.py':
        'ask(model="gpt-5")\nask(model="gpt-5")\nask(model="whisper-1")\nask(model="gpt-5.5")\nALL = ["gpt-5", "gpt-4"]\n',
      'b.py': 'ask(model="azure/gpt-4o")\n',
    });
    const [, summary = ''] = (await run('scan')).out.split(/(?=^7 model references)/m);
    assert.deepEqual(summary.match(/^ .*$/gm), [
      '  gpt-5: 2 uses, 1 in tests or mentioned (covered, large pool; shuts down on 2026-12-11)',
      '    Replace with gpt-6-astra (large pool)',
      '  gpt-5.5: 1 use (covered, large pool)',
      '  gpt-4: 1 in tests or mentioned (not covered; shut down on 2026-10-23)',
      '  whisper-1: 1 use (not covered; shuts down on 2027-02-26)',
      '  gpt-4o: 1 use (goes to Azure, not covered)',
    ]);
  });

  test('names cells, and what was left out or read with a loss', async () => {
    const cells = [{ cell_type: 'code', source: '\nask(model="gpt-5-pro")' }];
    write({
      'n.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
      'latin.py': Buffer.from('ask(model="gpt-5")  # caf\xe9', 'latin1'),
      ...Object.fromEntries(['d', 'c', 'b', 'a'].map((name) => [`${name}/x.min.js`, 'f("gpt-5-pro")'])),
    });
    const { out } = await run('scan');
    assert.match(out, /^n\.ipynb\n {2}cell 1, 2:12 {2}warning {2}gpt-5-pro is on none/m);
    assert.match(out, /^2 model references in 2 files [^]*^latin\.py: Not valid UTF-8: /m);
    assert.match(out, /^4 files left out as minified .*: a\/x\.min\.js, b\/x\.min\.js, c\/x\.min\.js, …\. Name/m);
  });

  test('leaves what could not be read to the other stream', async () => {
    write({ 'a.py': '' });
    const { out, err } = await run('scan', 'missing.py', 'a.py');
    assert.match(out, /^0 model references in 1 file /);
    assert.doesNotMatch(out, /missing/);
    assert.match(err, /^missing\.py: Not read/);
  });

  test('sums up nothing where nothing could be read', async () => {
    assert.equal((await run('scan', 'missing.py')).out, '');
    assert.match((await run('scan')).out, /^0 model references in 0 files /);
  });
});
