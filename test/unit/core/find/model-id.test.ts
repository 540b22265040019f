import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseModelName } from '../../../../src/core/find/model-id';
import { bundledProgram } from '../../../../src/core/program/program';

const known = [...bundledProgram().models.keys()];

suite('model-id', () => {
  test('reads every id that the bundled models file knows, save open weights', () => {
    const unread = known.filter((id) => parseModelName(id)?.model !== id);
    assert.deepEqual(unread.sort(), ['gpt-oss-120b', 'gpt-oss-20b']);
  });

  test('only short words are ambiguous', () => {
    const ambiguous = known.filter((id) => parseModelName(id)?.ambiguous);
    assert.deepEqual(ambiguous.sort(), ['ada', 'babbage', 'chat-latest', 'curie', 'davinci', 'o1', 'o3']);
    assert.equal(parseModelName('openai/o1')?.ambiguous, false);
  });

  const rows: readonly [value: string, model: string | undefined, route?: string][] = [
    ['gpt-6.2-sol', 'gpt-6.2-sol', 'unknown'],
    ['gpt-4o-2031-01-01', 'gpt-4o-2031-01-01', 'unknown'],
    ['ft:gpt-4o-mini-2024-07-18:org::id', 'ft:gpt-4o-mini-2024-07-18:org::id', 'unknown'],
    ['openai/ft:gpt-4o:org:name:id', 'ft:gpt-4o:org:name:id', 'openai'],
    ['davinci:ft-acme-2023-01-01', 'davinci:ft-acme-2023-01-01', 'unknown'],
    ['openai-responses:gpt-5', 'gpt-5', 'openai'],
    ['wss://api.openai.com/v1/realtime?model=gpt-realtime', 'gpt-realtime', 'openai'],
    ['wss://example.com/v1/realtime?model=gpt-realtime', undefined],
    ['openai://text-embedding-3-small', 'text-embedding-3-small', 'openai'],
    ['openai:/gpt-4o-mini', 'gpt-4o-mini', 'openai'],
    ['openai/azure/o3', 'o3', 'azure'],
    ['gateway/openai:gpt-5', 'gpt-5', 'gateway'],
    ['openrouter/openai/gpt-4o:online', 'gpt-4o', 'gateway'],
    ['gpt-4o:online', 'gpt-4o', 'gateway'],
    ['openai/gpt-4o:online', 'gpt-4o', 'gateway'],
    ['litellm/openrouter/openai/gpt-5', 'gpt-5', 'gateway'],
    ['azure_openai/gpt-4', 'gpt-4', 'azure'],
    ['gpt-5-search-api-2025-10-14', 'gpt-5-search-api-2025-10-14', 'unknown'],
    ['azure-responses:gpt-5', 'gpt-5', 'azure'],
    ['models/gpt-4o', 'gpt-4o', 'unknown'],
    ['gpt-35-turbo-16k', 'gpt-35-turbo-16k', 'azure'],
    ['GPT-4o', undefined],
    ['gpt-4o ', undefined],
    ['gpt-', undefined],
    ['gpt-4o-', undefined],
    ['gpt-4o-foo', undefined],
    ['gpt-oss-120b', undefined],
    ['meta/gpt-4o', undefined],
    ['cot/gpt-4', undefined],
    ['o2', undefined],
    ['o4', undefined],
    ['ft:', undefined],
    ['', undefined],
  ];
  for (const [value, model, route] of rows) {
    test(`${JSON.stringify(value)} → ${model ?? 'no model'}`, () => {
      const parsed = parseModelName(value);
      assert.equal(parsed?.model, model);
      assert.equal(parsed?.route.kind, route);
    });
  }

  test('nothing glued to an id leaves it one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.stringMatching(/^[A-Z_+@ /\\][a-z0-9]{0,6}$/), (id, tail) => {
        assert.equal(parseModelName(id + tail), undefined);
      }),
    );
  });

  test('any text is read without error, and what is read stands in the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseModelName(text);
        assert.ok(!parsed || text.includes(parsed.model));
      }),
    );
  });
});
