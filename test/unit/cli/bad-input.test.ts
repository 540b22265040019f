import * as assert from 'node:assert/strict';
import { run, useFolder, write, type Report } from './support';

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
    assert.match(err, /^notes\.md: Not read: it is none of \.ts/m);
  });

  test('a listing in UTF-16, as Windows’ shell writes it, is read', async () => {
    const listing = { id: 'mine', title: 'Mine', date: '2026-11-01', pools: { large: ['gpt-5.5-pro'], small: [] } };
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(listing)}`, 'utf16le');
    write({ 'a.py': 'ask(model="gpt-5.5-pro")', 'mine.json': bytes });
    const { out, err } = await run('scan', '--format', 'json', '--listing', 'mine.json', 'a.py');
    assert.deepEqual([(JSON.parse(out) as Report).findings[0]?.coverage, err], ['covered', '']);
  });

  test('each bad file has one note, and every other result is intact', async () => {
    const deep = (count: number, inner: string) => `${'['.repeat(count)}${inner}${']'.repeat(count)}`;
    write({
      'good.ts': 'const c = new AzureOpenAI(); c.responses.create({ model: "gpt-4o" });',
      'latin.py': Buffer.from('client.create(model="gpt-4o")  # caf\xe9', 'latin1'),
      'odd.py': Buffer.from([0xff, 0xfe, ...Buffer.from('f(model="gpt-5")', 'utf16le'), 0x00]),
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
    assert.match(notes[1]?.message ?? '', /nested deeper than 200 levels/);
    assert.match(notes[0]?.message ?? '', /syntax that is not understood/);
    assert.equal(code, 2);
  });
});
