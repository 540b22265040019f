import assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { assess } from '../../../../src/core/findings';
import { bundledProgram } from '../../../../src/core/program/program';
import { basisText, fileText, poolText } from '../../../../src/core/words/status';

const basis = { listings: 'all', asOf: '2026-11-22' };

suite('words about a file', () => {
  const files: [what: string, text: string, expected: string][] = [
    ['nothing', 'ask()', 'No OpenAI model in use'],
    ['mentions', 'type M = "gpt-4o" | "gpt-5-pro";', 'No OpenAI model in use'],
    ['a model used twice', 'f({ model: "gpt-4o" }); f({ model: "gpt-4o" });', 'OpenAI: 1 covered'],
    [
      'some of each',
      'f({ model: "gpt-4o" }); f({ model: "gpt-5.5" }); f({ model: "gpt-5-pro" }); f({ model: "o1" });',
      'OpenAI: 2 covered, 1 not covered, 1 shut down',
    ],
    ['another host', 'f({ model: "azure/gpt-4" });', 'OpenAI: 1 not covered'],
  ];
  for (const [what, text, expected] of files)
    test(what, () => {
      const findings = findReferences(text, 'typescript').map((each) => assess(bundledProgram(), each, basis));
      assert.equal(fileText(findings), expected);
    });

  test('a job that is billed whatever the model', () => {
    const [reference] = findReferences('f({ model: "gpt-4o" })', 'typescript');
    const finding = assess(bundledProgram(), { ...reference!, purpose: 'evals' }, basis);
    assert.equal(fileText([finding]), 'OpenAI: 1 not covered');
  });

  test('tier and date, or that there is no such listing', () => {
    assert.equal(basisText(3, '2026-09-28'), 'Tier 3, list of 2026-09-28');
    assert.match(basisText(3, undefined), /No chosen listing names a model/);
  });

  test('a pool', () => assert.equal(poolText('small'), 'small pool'));
});
