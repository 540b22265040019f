import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../src/cli/main';

interface Report {
  asOf: string;
  usageTier: number;
  listings: string;
  filesScanned: number;
  findings: Record<string, unknown>[];
  notes: { path?: string; severity: string; message: string }[];
}

let folder: string;

function write(files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function run(...args: string[]): { code: number; out: string; err: string } {
  const result = { out: '', err: '' };
  const code = main(args, {
    folder,
    now: new Date('2026-11-22T12:00:00Z'),
    colours: false,
    out: (text) => (result.out += text),
    err: (text) => (result.err += text),
  });
  return { code, ...result };
}

function json(...args: string[]): Report {
  return JSON.parse(run('scan', '--format', 'json', ...args).out) as Report;
}

suite('command line', () => {
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'token-allowance-'));
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test('JSON: every field of a finding', () => {
    write({ 'src/a.ts': '// 😀\nconst s = "😀"; ask({ model: "gpt-4o" });\n' });
    const report = json();
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
      },
    ]);
  });

  test('notebooks: the cell among all cells, the place within its source', () => {
    const cells = [
      { cell_type: 'markdown', source: ['model="gpt-4o"'] },
      { cell_type: 'code', source: ['import openai\n', 'ask(model="azure/gpt-4o")'] },
    ];
    write({ 'n.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) });
    const [finding, ...more] = json().findings;
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

  test('sorted by path and place', () => {
    write({
      'b.py': 'f(model="gpt-4o")\nf(model="gpt-5")',
      'a/z.py': 'f(model="gpt-4o")',
      'B.py': 'f(model="gpt-4o")',
    });
    assert.deepEqual(
      json().findings.map((f) => `${String(f['path'])}:${String(f['line'])}`),
      ['B.py:1', 'a/z.py:1', 'b.py:1', 'b.py:2'],
    );
  });

  test('.gitignore is respected; a file named explicitly is read all the same', () => {
    write({ '.gitignore': 'out/\n', 'out/a.ts': 'f({ model: "gpt-4o" })', 'a.ts': 'f({ model: "gpt-5" })' });
    assert.deepEqual(
      json('.').findings.map((f) => f['path']),
      ['a.ts'],
    );
    assert.deepEqual(
      json('.', 'out/a.ts').findings.map((f) => f['path']),
      ['a.ts', 'out/a.ts'],
    );
  });

  test('what stands in tests is told, not reported, unless asked for', () => {
    write({ 'test/a.ts': 'f({ model: "gpt-3.5-turbo" })' });
    assert.deepEqual(
      json().findings.map((f) => [f['test'], f['code']]),
      [[true, null]],
    );
    assert.deepEqual(
      json('--include-tests').findings.map((f) => f['code']),
      ['shut-down'],
    );
  });

  test('--as-of and --listings decide', () => {
    write({ 'a.py': 'f(model="gpt-5")\nf(model="o3-mini")' });
    const at = (...args: string[]): unknown[] => json(...args).findings.map((f) => [f['coverage'], f['code']]);
    assert.deepEqual(at('--as-of', '2026-01-01'), [
      ['covered', null],
      ['covered', null],
    ]);
    assert.deepEqual(at('--as-of', '2026-11-22'), [
      ['covered', 'shutting-down'],
      ['covered', 'shut-down'],
    ]);
    assert.deepEqual(at('--listings', 'makerperks', '--as-of', '2026-01-01'), [
      ['not-listed', 'not-listed'],
      ['covered', null],
    ]);
  });

  test('exit codes', () => {
    write({ 'a.py': 'f(model="gpt-5-pro")' });
    assert.equal(run('scan').code, 0);
    assert.equal(run('scan', '--fail-on', 'not-listed').code, 1);
    assert.equal(run('scan', '--fail-on', 'shut-down,fine-tuned').code, 0);
  });

  const wrong: [args: string[], says: RegExp][] = [
    [['check'], /Unknown command "check"/],
    [['scan', '--format', 'xml'], /--format is "xml"; it takes text, json/],
    [['scan', '--usage-tier', '6'], /--usage-tier is "6"/],
    [['scan', '--listings', 'mine'], /--listings is "mine"; it takes all, /],
    [['scan', '--as-of', '2026-02-30'], /--as-of is "2026-02-30"/],
    [['scan', '--fail-on', 'covered'], /--fail-on is "covered"/],
    [['scan', '--colour'], /--colour/],
  ];
  for (const [args, says] of wrong) {
    test(`wrong usage: ${args.join(' ')}`, () => {
      const { code, out, err } = run(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, says);
    });
  }

  test('an input that cannot be read is named, and loses no other result', () => {
    write({ 'a.py': 'f(model="gpt-4o")', 'bad.ipynb': '{"model": "gpt-4o", "cells": [', 'notes.md': 'gpt-4o' });
    const { code, out, err } = run('scan', '--format', 'json', 'a.py', 'missing.py', 'bad.ipynb', 'notes.md');
    assert.equal(code, 2);
    assert.equal((JSON.parse(out) as Report).findings.length, 1);
    assert.match(err, /^missing\.py: Not read: no such file or folder/m);
    assert.match(err, /^bad\.ipynb: .*JSON/m);
    assert.match(err, /^notes\.md: Not read: it is none of \.ts/m);
  });

  test('the report to read', () => {
    write({
      'src/chat.ts': 'ask({ model: "gpt-5.6-sol" });\nask({ model: "gpt-3.5-turbo" });\n',
      'src/speak.py': 'speak(model="gpt-4o-mini-tts")\nMODELS = ["gpt-5.6-luna", "gpt-5.6-sol"]\n',
    });
    assert.equal(
      run('scan', '--usage-tier', '3').out,
      `src/chat.ts
  2:15  warning  gpt-3.5-turbo was shut down on 2026-10-23: requests fail. OpenAI's replacement, gpt-5.6-terra, is covered: small pool. shut-down

src/speak.py
  1:14  information  gpt-4o-mini-tts is on no list of complimentary tokens (newest: 2026-09-28): billed at normal rates. It begins like gpt-4o-mini, but is another model. not-listed

5 model references in 2 files as of 2026-11-22, by OpenAI Help (2026-09-28) and MakerPerks (2025-04-20)

large pool: 1,000,000 tokens a day at usage tier 3
  gpt-5.6-sol: 1 use, 1 in tests or mentioned (covered, large pool)

small pool: 10,000,000 tokens a day at usage tier 3
  gpt-5.6-luna: 1 in tests or mentioned (covered, small pool)

not covered
  gpt-3.5-turbo: 1 use (not covered; shut down on 2026-10-23)
  gpt-4o-mini-tts: 1 use (not covered; shuts down on 2027-01-06)
`,
    );
  });

  test('--help and --version', () => {
    assert.match(run('--help').out, /Usage: token-allowance scan/);
    assert.match(run().out, /Usage/);
    assert.match(run('--version').out, /^\d+\.\d+\.\d+\n$/);
  });
});
