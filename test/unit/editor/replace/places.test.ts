import assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { applyEdit } from '../../../../src/core/text-edit';
import { replaceablePlaces } from '../../../../src/editor/replace/places';

suite('where a model is replaced', () => {
  const by = 'gpt-5.5';
  const found = (text: string) => findReferences(text, 'python').filter(({ model }) => model === 'gpt-4o');
  const places = (text: string, inTest = false) => replaceablePlaces(text, found(text), by, inTest);

  const cases: [text: string, after: string, sort: string, byDefault: boolean][] = [
    ['ask(model="gpt-4o")', 'ask(model="gpt-5.5")', 'use', true],
    ['ask(model="openai/gpt-4o")', 'ask(model="openai/gpt-5.5")', 'use', true],
    ["ask(model='openai:gpt-4o')", "ask(model='openai:gpt-5.5')", 'use', true],
    ['ask(model="azure/gpt-4o")', 'ask(model="azure/gpt-5.5")', 'elsewhere', false],
    ['ask(model="openrouter/openai/gpt-4o:free")', 'ask(model="openrouter/openai/gpt-5.5:free")', 'elsewhere', false],
    ['ask(model="gpt-" \'4o\')', 'ask(model="gpt-5.5")', 'use', true],
    ['names = ["gpt-4o"]', 'names = ["gpt-5.5"]', 'mention', false],
    ['prices = {"gpt-4o": 1}', 'prices = {"gpt-5.5": 1}', 'mention', false],
    ['assert model == "gpt-4o"', 'assert model == "gpt-5.5"', 'mention', false],
  ];
  for (const [text, after, sort, byDefault] of cases)
    test(text, () => {
      const [place, ...more] = places(text);
      assert.deepEqual(more, []);
      assert.equal(applyEdit(text, place!.edit), after);
      assert.deepEqual([place!.sort, place!.byDefault], [sort, byDefault]);
    });

  test('in tests, what is used and what is asserted of it go together', () => {
    const text = 'ask(model="gpt-4o")\nassert model == "gpt-4o"\nnames = ["gpt-4o"]\n';
    assert.deepEqual(
      places(text, true).map(({ sort, byDefault }) => [sort, byDefault]),
      [
        ['test', true],
        ['test', true],
        ['mention', false],
      ],
    );
  });

  test('other models, longer ids, comments and prose are left alone', () => {
    const text = 'a(model="gpt-4o-mini")\nb(model="gpt-4o-2024-08-06")\n# gpt-4o\nc("Use gpt-4o now")\n';
    assert.deepEqual(places(text), []);
  });

  test('a string that is no longer what was found is left alone', () => {
    const text = 'ask(model="gpt-4o")';
    assert.deepEqual(replaceablePlaces(` ${text}`, found(text), by, false), []);
  });
});
