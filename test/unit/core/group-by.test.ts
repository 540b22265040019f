import assert from 'node:assert/strict';
import { groupBy } from '../../../src/core/group-by';

suite('groups by a key', () => {
  test('in the order of the first of each, and each in its own order', () => {
    const groups = groupBy(['b1', 'a1', 'b2', 'a2'], (text) => text[0]);
    assert.deepEqual(
      [...groups],
      [
        ['b', ['b1', 'b2']],
        ['a', ['a1', 'a2']],
      ],
    );
  });

  test('nothing into nothing', () => assert.deepEqual([...groupBy([], String)], []));
});
