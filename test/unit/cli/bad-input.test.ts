import * as assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { main } from '../../../src/cli/main';
import { enter, folder, run, useFolder, write, type Report } from './support';

suite('command line, on bad input', () => {
  useFolder();

  test('an input that cannot be read is named, and loses no other result', async () => {
    write({ 'a.py': 'f(model="gpt-4o")', 'bad.ipynb': '{"model": "gpt-4o", "cells": [', 'notes.md': 'gpt-4o' });
    const { code, out, err } = await run('scan', '--format', 'json', 'a.py', 'missing.py', 'bad.ipynb', 'notes.md');
    assert.equal(code, 2);
    const report = JSON.parse(out) as Report;
    assert.deepEqual([report.findings.length, report.filesScanned], [1, 1]);
    assert.match(err, /^missing\.py: Not read: no such file or folder/m);
    assert.match(err, /^bad\.ipynb: .*JSON/m);
    assert.match(err, /^notes\.md: Not read: it is none of \.ts \.mts /m);
  });

  if (existsSync('/dev/null')) {
    test('what is neither a file nor a folder is not read: some of these never end, others never begin', async () => {
      write({ 'a.py': 'f(model="gpt-4o")' });
      symlinkSync('/dev/null', `${folder}/device.py`);
      const { code, out, err } = await run('scan', '--format', 'json', 'a.py', 'device.py');
      assert.deepEqual([code, (JSON.parse(out) as Report).filesScanned], [2, 1]);
      assert.equal(err, 'device.py: Not read: it is neither a file nor a folder.\n');
    });
  }

  test('the current folder is named, too, where it has gone', async () => {
    enter('gone');
    assert.match((await run('scan')).err, /^\.: Not read: no such file or folder/);
  });

  test('a listing in UTF-16, as Windows’ shell writes it, is read', async () => {
    const listing = { id: 'mine', title: 'Mine', date: '2026-11-01', pools: { large: ['gpt-5.5-pro'], small: [] } };
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(listing)}`, 'utf16le');
    write({ 'a.py': 'ask(model="gpt-5.5-pro")', 'mine.json': bytes });
    const { out, err } = await run('scan', '--format', 'json', '--listing', 'mine.json', 'a.py');
    assert.deepEqual([(JSON.parse(out) as Report).findings[0]?.coverage, err], ['covered', '']);
  });

  const mine = { id: 'mine', title: 'Mine', date: '2026-11-01', pools: { large: ['gpt-5.5-pro'], small: [] } };
  const empty = JSON.stringify({ ...mine, pools: { large: [], small: [] } });
  const listings: [string, Record<string, string | Buffer>, number, string][] = [
    [
      'in Latin-1 is read, and where it was not understood is told',
      { 'a.json': Buffer.from(JSON.stringify({ ...mine, title: 'Caf\xe9' }), 'latin1') },
      0,
      'a.json:1:26: warning: Not valid UTF-8: bytes that cannot be decoded are read as \ufffd. Save the file as UTF-8.\n',
    ],
    [
      'that names no model is no list',
      { 'a.json': empty },
      0,
      'a.json: warning: it names no model, so it does not count; fill in its "pools".\n',
    ],
    [
      'that is dated tomorrow',
      { 'a.json': JSON.stringify({ ...mine, date: '2026-11-23' }) },
      0,
      'a.json:1:36: warning: "date" is in the future: give the day that the list dates from.\n',
    ],
    [
      'whose large pool is empty is one',
      { 'a.json': JSON.stringify({ ...mine, pools: { large: [], small: ['gpt-5.5-pro'] } }) },
      0,
      '',
    ],
    [
      'with another’s id',
      { 'a.json': JSON.stringify(mine), 'b.json': JSON.stringify({ ...mine, title: 'Others' }) },
      2,
      'b.json:1:7: error: "id" is taken: "mine" is the id of a.json too. Give each listing its own.\n',
    ],
    [
      'with mistakes beside one without',
      { 'a.json': JSON.stringify(mine), 'b.json': '{"id": "b",\n "title": 5}' },
      2,
      'b.json:1:1: error: "date" is missing: add "date": "2026-09-28".\n' +
        'b.json:1:1: error: "pools" is missing: add "pools": { "large": [], "small": [] }.\n' +
        'b.json:2:11: error: "title" must be a string in double quotes.\n',
    ],
  ];
  for (const [what, files, exitCode, expected] of listings)
    test(`a listing ${what}`, async () => {
      write({ 'a.py': 'ask(model="gpt-5.5-pro")', ...files });
      const { code, err } = await run('scan', ...Object.keys(files).flatMap((file) => ['--listing', file]), 'a.py');
      assert.deepEqual([code, err], [exitCode, expected]);
    });

  test('what goes wrong unexpectedly is no wrong usage', async () => {
    const out = () => assert.fail('no room');
    const terminal = { folder, now: new Date(), colours: false, out, err: () => undefined };
    await assert.rejects(main(['scan'], terminal), /no room/);
  });

  test('where no listing is left, the report says so', async () => {
    write({ 'a.py': 'ask(model="gpt-5")', 'a.json': empty });
    const { out } = await run('scan', '--listing', 'a.json', '--listings', 'own', 'a.py');
    assert.match(out, /in 1 file as of 2026-11-22, by no listing$/m);
  });

  test('what steers a terminal is not printed', async () => {
    write({
      'a.py': 'client = OpenAI(base_url="""http://a\n\x1b[31mb/v1""")\nclient.responses.create(model="gpt-4o")\n',
    });
    const { out, err } = await run('scan', 'a.py', '\x1b[31m.py', 'a\u202eyp.md');
    assert.match(out, /goes to another host \(a\ufffd\ufffd\[31mb\), not/);
    assert.match(err, /^\ufffd\[31m\.py: Not read/);
    assert.match(err, /^a\ufffdyp\.md: Not read/m);
  });

  test('each bad file has one note, and every other result is intact', async () => {
    const deep = (count: number, inner: string) => `${'['.repeat(count)}${inner}${']'.repeat(count)}`;
    write({
      'good.ts': 'const c = new AzureOpenAI(); c.responses.create({ model: "gpt-4o" });',
      'latin.py': Buffer.from('client.create(model="gpt-4o")  # caf\xe9', 'latin1'),
      'odd.py': Buffer.from([0xff, 0xfe, ...Buffer.from('f(model="gpt-5")  # ', 'utf16le'), 0x00]),
      'list.ipynb': '["gpt-4o"]',
      'half.ipynb': '{"cells": [{"cell_type": "code", "source": "f(model=\\"gpt-4o\\")"}',
      'deep.ts': `const azure = ${deep(200, '{ model: "gpt-4o" }')}; azure("gpt-5");`,
      'deep.py': `base_url = ${deep(250, '"gpt-4o"')}\nask(model="gpt-5")`,
      'broken.py': 'client = AzureOpenAI()\nif :\n  ask(model="gpt-5")\n',
    });
    const { code, out } = await run('scan', '--format', 'json');
    const { findings, notes } = JSON.parse(out) as Report;
    const found = findings.map(({ path, model, route }) => `${String(path)} ${String(model)} ${String(route)}`);
    assert.deepEqual(found, [
      'broken.py gpt-5 unknown',
      'deep.py gpt-4o unknown',
      'deep.py gpt-5 unknown',
      'deep.ts gpt-4o unknown',
      'deep.ts gpt-5 azure',
      'good.ts gpt-4o azure',
      'latin.py gpt-4o unknown',
      'odd.py gpt-5 unknown',
    ]);
    assert.deepEqual(
      notes.map(({ path, severity, message }) => `${path} ${severity} ${message.split(/[:,]/)[0]}`),
      [
        'broken.py info Not parsed',
        'deep.py info Not parsed',
        'deep.ts info Not parsed',
        'half.ipynb error Not read',
        'latin.py warning Not valid UTF-8',
        'list.ipynb error Not read',
        'odd.py warning Not valid UTF-16',
      ],
    );
    assert.match(notes[1]?.message ?? '', /nested more than 200 levels deep/);
    assert.match(notes[0]?.message ?? '', /syntax that is not understood/);
    assert.equal(code, 2);
  });
});
