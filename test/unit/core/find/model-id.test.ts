import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { baseOfFineTune, openaiSpelling, parseModelName, prefixOf } from '../../../../src/core/find/model-id';
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

  /** Prefixes by what they say of the traffic's way. */
  const prefixes: readonly (readonly [kind: string, prefixes: string])[] = [
    ['gateway', 'any-llm/openrouter/openai/ litellm/openrouter/openai/ openrouter/openai/ openrouter:openai/'],
    ['gateway', 'vercel_ai_gateway/openai/ vercel/openai/ litellm_proxy/openai/ litellm_proxy/azure/ litellm_proxy/'],
    ['gateway', 'gateway/openai-responses: gateway/openai-chat: gateway/responses: gateway/openai: gateway/chat:'],
    ['gateway', 'github_copilot/ github/openai/ github/ github:openai/ github:'],
    [
      'azure',
      'azure/openai/ openai/azure/ litellm/azure/ azure/responses/ azure-responses: azure_openai: azure_openai/ azure_ai/',
    ],
    ['azure', 'azure/ azure:'],
    ['openai', 'litellm/openai/ openai/responses/ wss://api.openai.com/v1/realtime?model='],
    ['openai', 'https://api.openai.com/v1/realtime?model= openai-responses: openai-chat: openai::responses::'],
    ['openai', 'openai:: openai:// openai:/ openai/ openai: any-llm/openai/ text-completion-openai/'],
    ['openai', 'tensorzero::model_name::openai::responses:: tensorzero::model_name::openai::'],
    ['openai', 'tensorzero::embedding_model_name::openai::'],
    ['unknown', 'tensorzero::model_name:: tensorzero::embedding_model_name:: models/'],
  ];
  for (const [kind, all] of prefixes)
    for (const prefix of all.split(' '))
      test(`${prefix}gpt-4o → ${kind}`, () => {
        assert.deepEqual(parseModelName(`${prefix}gpt-4o`), {
          model: 'gpt-4o',
          route: kind === 'unknown' ? { kind } : { kind, evidence: prefix },
          ambiguous: false,
        });
      });

  test('what has no prefix is all its own', () => {
    const route = { kind: 'unknown' };
    assert.deepEqual(prefixOf('gpt-4o'), { prefix: '', route });
    for (const model of ['gpt-4o', 'ft:gpt-4o:a'])
      assert.deepEqual(parseModelName(model), { model, route, ambiguous: false });
    assert.equal(parseModelName('gpt-35-turbo')?.ambiguous, false);
  });

  test('variants of OpenRouter’s', () => {
    for (const variant of [':online', ':free', ':nitro', ':floor', ':exacto', ':batch', ':thinking', ':extended']) {
      const { model, route } = parseModelName(`openai/gpt-4o${variant}`) ?? {};
      assert.deepEqual([model, route], ['gpt-4o', { kind: 'gateway', evidence: variant }]);
    }
    assert.equal(parseModelName('gpt-4o:free:more'), undefined);
    assert.equal(parseModelName('gpt-4o:free-mini'), undefined);
    assert.equal(parseModelName('o1:free')?.ambiguous, true);
  });

  test('fine-tunes name their base, and nothing else does', () => {
    const bases: readonly [id: string, base: string | undefined][] = [
      ['ft:gpt-4o-mini-2024-07-18:org::id', 'gpt-4o-mini-2024-07-18'],
      ['ft:gpt-3.5-turbo:my-org.x:custom_suffix:id', 'gpt-3.5-turbo'],
      ['ft:o4-mini:a', 'o4-mini'],
      ['ft:4o:a', '4o'],
      ['ft::a', ''],
      ['ada:ft-acme-2021', 'ada'],
      ['babbage:ft-acme:x.y-2021', 'babbage'],
      ['curie:ft-acme-2021', 'curie'],
      ['davinci:ft-acme-2021', 'davinci'],
      ['gpt-4o', undefined],
      ['left:gpt-4o:a', undefined],
      ['my-ada:ft-acme', undefined],
    ];
    for (const [id, base] of bases) {
      assert.equal(baseOfFineTune(id), base, id);
      assert.equal(parseModelName(id)?.model, base || id === 'gpt-4o' ? id : undefined, id);
    }
    for (const none of ['ft:gpt-4o', 'ft:gpt-4o:a:b:c:d:e', 'ft:gpt-4o:a b', 'ada:ft-a b', 'my ft:gpt-4o:a', 'ada:ft-'])
      assert.equal(parseModelName(none), undefined, none);
  });

  test('Azure’s spelling', () => {
    for (const [id, openai] of [
      ['gpt-35-turbo', 'gpt-3.5-turbo'],
      ['gpt-35-turbo-16k', 'gpt-3.5-turbo-16k'],
      ['gpt-35-turbo-instruct', 'gpt-3.5-turbo-instruct'],
      ['gpt-35-turbo-1106', 'gpt-3.5-turbo-1106'],
      ['gpt-35-turbo-instruct-0914', 'gpt-3.5-turbo-instruct-0914'],
      ['gpt-35-turbo-11061', undefined],
      ['my-gpt-35-turbo', undefined],
      ['gpt-3.5-turbo', undefined],
    ] as const)
      assert.equal(openaiSpelling(id), openai, id);
    assert.deepEqual(parseModelName('azure/gpt-35-turbo-1106')?.route, { kind: 'azure', evidence: 'gpt-35-turbo' });
  });

  test('ids of a user’s own listing: one word is ambiguous', () => {
    const extra = new Set(['Orion', 'orion-1', 'orion.1', '~']);
    assert.equal(parseModelName('Orion', extra)?.ambiguous, true);
    assert.equal(parseModelName('orion-1', extra)?.ambiguous, false);
    assert.equal(parseModelName('orion.1', extra)?.ambiguous, false);
    assert.equal(parseModelName('~', extra), undefined);
    assert.equal(parseModelName('Orion'), undefined);
  });

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
