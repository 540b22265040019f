import assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import { judge } from '../../../src/core/judge';
import { bundledProgram } from '../../../src/core/program/program';

const basis = { listings: 'all', asOf: '2026-11-22' };

function judged(text: string) {
  const { findings, unneeded } = judge(text, 'typescript', bundledProgram(), basis, findReferences(text, 'typescript'));
  return {
    findings: findings.map(({ reference, code, ignored }) => [reference.model, code, ignored]),
    unneeded: unneeded.map(({ start, end }) => text.slice(start, end)),
  };
}

suite('judging a text', () => {
  test('an ignored finding has no code, but says which it would have', () => {
    assert.deepEqual(judged('f("gpt-4"); // token-allowance: ignore\nf("gpt-4");'), {
      findings: [
        ['gpt-4', undefined, 'shut-down'],
        ['gpt-4', 'shut-down', undefined],
      ],
      unneeded: [],
    });
  });

  const table: [string, string, string[]][] = [
    ['no reference on the line', '// token-allowance: ignore\nf("gpt-4");', ['token-allowance: ignore']],
    ['nothing amiss', 'f("gpt-5.6-sol"); // token-allowance: ignore', ['token-allowance: ignore']],
    ['a mention', 'if (m === "gpt-4") {} // token-allowance: ignore', ['token-allowance: ignore']],
    [
      'another code',
      'f("gpt-4"); // token-allowance: ignore[not-listed] -- b',
      ['token-allowance: ignore[not-listed] -- b'],
    ],
    ['a misspelt code, which is reported as that', 'f("gpt-4"); // token-allowance: ignore[shutdown]', []],
    ['the very code', 'f("gpt-4"); // token-allowance: ignore[shut-down]', []],
    ['a file without anything to ignore', '// token-allowance: ignore-file', ['token-allowance: ignore-file']],
    ['a file with something', '// token-allowance: ignore-file\n\nf("gpt-4");', []],
    [
      'a file, but of another code',
      '// token-allowance: ignore-file[fine-tuned]\nf("gpt-4");',
      ['token-allowance: ignore-file[fine-tuned]'],
    ],
    [
      'one of two codes on its line, the other ignored in the whole file',
      '// token-allowance: ignore-file[shut-down]\nf("gpt-5-pro", "gpt-4"); // token-allowance: ignore[not-listed]',
      [],
    ],
    [
      'the line behind the next one',
      '// token-allowance: ignore-next-line\n\nf("gpt-4");',
      ['token-allowance: ignore-next-line'],
    ],
  ];
  for (const [what, text, unneeded] of table)
    test(`${unneeded.length ? 'unneeded' : 'needed'}: ${what}`, () =>
      assert.deepEqual(judged(text).unneeded, unneeded));
});
