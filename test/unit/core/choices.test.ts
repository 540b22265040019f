import assert from 'node:assert/strict';
import { choicesFor, urgencyOf } from '../../../src/core/choices';
import { assessUse } from '../../../src/core/completions';
import { isShutDown } from '../../../src/core/findings';
import { bundledProgram } from '../../../src/core/program/program';

const program = bundledProgram();
const basis = { listings: 'all', asOf: '2026-11-22' };

function choices(model: string): [suggested: string[], others: string[]] {
  const [suggested, others] = choicesFor(model, program, basis);
  return [suggested.map(({ reference }) => reference.model), others.map(({ reference }) => reference.model)];
}

suite('what to write instead of a model', () => {
  test('is suggested as the quick fixes do, then what takes the same requests', () => {
    const [suggested, others] = choices('gpt-4o');
    assert.equal(suggested[0], 'gpt-6-luna');
    assert.ok(others.includes('gpt-5.5-pro'));
    assert.ok(!others.includes('whisper-1') && !others.includes('gpt-4o'));
    assert.ok(choices('tts-1')[1].includes('gpt-4o-mini-tts'));
  });

  test('is suggested, too, where the replacement is of another kind; then nothing else may answer the same requests', () => {
    const [suggested, others] = choices('text-davinci-003');
    assert.deepEqual(suggested, ['gpt-5.4-mini']);
    assert.ok(others.includes('gpt-6-sol') && !others.includes('gpt-5.4-mini'));
  });

  test('is there for every model, and answers requests', () => {
    for (const model of [...program.models.keys(), 'acme-large']) {
      const [suggested, others] = choicesFor(model, program, basis);
      assert.ok(suggested.length + others.length > 0, model);
      for (const choice of [...suggested, ...others]) {
        assert.ok(!isShutDown(choice), model);
        assert.notEqual(choice.reference.model, model);
      }
    }
  });

  test('is wanted most where requests fail, least where nothing is wrong or no covered model could stand', () => {
    const inOrder = ['gpt-3.5-turbo', 'gpt-4o-2024-08-99', 'gpt-5-pro', 'gpt-4o', 'gpt-5.6-luna'];
    const urgencies = inOrder.map((model) => urgencyOf(assessUse(program, model, basis)));
    assert.deepEqual(urgencies, [0, 1, 2, 3, 4]);
    assert.equal(urgencyOf(assessUse(program, 'ft:gpt-4o:org::id', basis)), 4);
  });
});
