import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance, similarTo } from '../../../src/core/similar';

suite('similar words', () => {
  const table: [string, string, number, number][] = [
    ['', '', 2, 0],
    ['gpt-4o', 'gpt-4o', 2, 0],
    ['gpt-4o', 'gpt4o', 2, 1],
    ['gpt-4o', 'gtp-4o', 2, 2],
    ['gpt-4o-minii', 'gpt-4o-mini', 2, 1],
    ['gpt-4o', 'gpt-4.1-mini', 2, 3],
    ['kitten', 'sitting', 2, 3],
    ['kitten', 'sitting', 5, 3],
  ];
  for (const [a, b, limit, far] of table)
    test(`${a} → ${b}, up to ${limit}: ${far}`, () => {
      assert.equal(distance(a, b, limit), far);
      assert.equal(distance(b, a, limit), far);
    });

  test('dropping letters costs one each', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 2 }), (text, at, count) => {
        const from = at % (text.length + 1);
        const rest = text.slice(0, from) + text.slice(from + count);
        assert.equal(distance(text, rest, 2), text.length - rest.length);
      }),
    );
  });

  test('nearest first, never the word itself, nor by three letters, and short words by one letter only', () => {
    assert.deepEqual(similarTo('lagre', ['small', 'large', 'lager', 'lagre', 'larges']), ['large', 'lager']);
    assert.deepEqual(similarTo('urk', ['url', 'curl', 'urk']), ['url']);
    assert.deepEqual(similarTo('gpt-5.5-x', ['gpt-5.5', 'gpt-5.5-']), ['gpt-5.5-', 'gpt-5.5']);
  });
});
