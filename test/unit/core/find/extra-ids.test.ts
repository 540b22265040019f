import assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { parseModelName } from '../../../../src/core/find/model-id';
import { assess } from '../../../../src/core/findings';
import { bundledProgram, programWith } from '../../../../src/core/program/program';
import type { Listing } from '../../../../src/core/program/schema';

const mine: Listing = {
  id: 'mine',
  title: 'Mine',
  date: '2026-11-01',
  pools: { large: ['Next-Model.2', 'gpt-5-pro'], small: ['orion'] },
};

suite('ids that only a listing of the user’s own names', () => {
  const program = programWith([mine]);
  const models = (text: string, extraIds = program.extraIds) =>
    findReferences(text, 'python', extraIds).map(({ model }) => model);

  test('the bundled listings name none, a user’s own those of other shapes', () => {
    assert.deepEqual([...bundledProgram().extraIds], []);
    assert.deepEqual([...program.extraIds], ['Next-Model.2', 'orion']);
  });

  test('are found as whole strings, also behind a provider’s prefix, and not without the listing', () => {
    const text = 'a(model="Next-Model.2")\nb(model="openai/Next-Model.2")\nc(model="Next-Model.22")\n';
    assert.deepEqual(models(text), ['Next-Model.2', 'Next-Model.2']);
    assert.deepEqual(models(text, new Set()), []);
  });

  test('a single word needs company, as OpenAI’s own do', () => {
    assert.deepEqual(models('title = "orion"\n'), []);
    assert.deepEqual(models('ask(model="orion")\n'), ['orion']);
    assert.equal(parseModelName('orion', program.extraIds)?.ambiguous, true);
  });

  test('are covered by the listing that names them, if it is chosen', () => {
    const [reference] = findReferences('ask(model="Next-Model.2")', 'python', program.extraIds);
    const coverage = (listings: string) => assess(program, reference!, { listings, asOf: '2026-11-22' }).coverage;
    assert.deepEqual(
      ['all', 'own', 'mine', 'makerperks'].map((choice) => coverage(choice).kind),
      ['covered', 'covered', 'covered', 'not-listed'],
    );
    assert.equal(
      assess(bundledProgram(), reference!, { listings: 'own', asOf: '2026-11-22' }).coverage.kind,
      'unknown-model',
    );
  });
});
