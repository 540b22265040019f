import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pricePerMillion, takesTemperature } from './prices';

test('reasoning models take no temperature', () => {
  assert.equal(takesTemperature('o1'), false);
  assert.equal(takesTemperature('gpt-3.5-turbo'), true);
});

test('the small model is the cheaper one', () => {
  assert.ok(pricePerMillion['gpt-4o-mini']!.input < pricePerMillion['gpt-4o']!.input);
});
