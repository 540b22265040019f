import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Context, Language } from '../../../../src/core/find/reference';

suite('find: tables from one name of a model to another', () => {
  const contextsOf = (code: string, language: Language): Context[] =>
    findReferences(code, language).map(({ context }) => context);

  test('map names: asking them asks no model', () => {
    assert.deepEqual(contextsOf('MODEL_POINTERS = {"gpt-4o": "gpt-4o-2024-08-06"}', 'python'), ['key', 'label']);
    assert.deepEqual(contextsOf('const MODELS = { "gpt-4o": "openai/gpt-4o" };', 'typescript'), ['key', 'label']);
    assert.deepEqual(contextsOf('E = {"text-embedding-3-small": "text-embedding-3-small"}', 'python'), [
      'key',
      'label',
    ]);
  });
  test('what a model’s own entry says is asked for may be', () => {
    assert.deepEqual(contextsOf('x = {"gpt-4o": {"fallback_model": "gpt-4o-mini"}}', 'python'), ['key', 'model']);
  });
});
