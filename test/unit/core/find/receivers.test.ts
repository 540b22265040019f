import * as assert from 'node:assert/strict';
import { isLabel, isModelName, isTokenizer } from '../../../../src/core/find/receivers';
import type { Context } from '../../../../src/core/find/reference';
import { only } from './only';

function each(title: string, is: (name: string) => boolean, yes: string, no: string): void {
  suite(title, () => {
    for (const [expected, names] of [
      [true, yes],
      [false, no],
    ] as const)
      for (const name of names.split(' ')) test(`${name}: ${expected}`, () => assert.equal(is(name), expected));
  });
}

each(
  'receivers: names that speak of a model',
  isModelName,
  'model modelName FAST_LLM engine embedder embedding lm vlm dspy_lm MODEL_ID engineId',
  'film lmx user modelTitle model_used response_model',
);

each(
  'receivers: labels',
  isLabel,
  [
    'label title placeholder description text content summary alt url href path labels',
    'modelTitle model_text MODEL_PATH model-label engineUrls DISPLAY_NAME displayName display_name displayname modelDisplayName',
    'gen_ai.request.model gen_ai.response.model gen_ai_request_model llm.response.model llm-request-model.name',
    'gen_ai.agent.model LLM_REQUEST_MODEL LLM_RESPONSE_MODEL_NAME responseModel request_model',
    'model_used modelsUsed models_used event_id eventId',
  ].join(' '),
  [
    'model subtitle texture context iconic modelNameX displayNames gen_ai.request.models gen_ai.request.modelled',
    'prerequest_model my_gen_ai_agent_model models_used_by unused used model_id engine_id deploymentId embedder_identity ids paid',
  ].join(' '),
);

each(
  'receivers: tokenizers',
  isTokenizer,
  'tokenizer_model default_tokeniser tiktokenModel tokenEncodingModel token_encoding encoding_for_model encodingForModel',
  'token encoder_model encoding tokens encoding_model',
);

/** Of each name, what a value is for that an object of the owner's holds under it. */
const entries: readonly (readonly [owners: string, context: Context, names: string])[] = [
  // What a person or a program asks one of several for may be called anything; `{ Provider.OPENAI.value: "gpt-4o" }`.
  ['MODELS', 'model', 'fast large names identity TITLE title summary description text contents openai api_name'],
  ['MODELS', 'model', 'id key name value slug family label fastTitle textPath'],
  // Of one model its name is what is asked for.
  ['model MODEL modelConfig MODEL_CONFIG chat_model defaultModel', 'model', 'id name'],
  ['MODEL', 'label', 'key value slug family example EXAMPLE'],
  ['MODEL_CONFIGS modelConfigs modeled remodel modelList MODEL_INFO', 'label', 'id name'],
  // What is called a provider and is a model is both: `provider="openai/gpt-4o"`.
  ['settings MODELS MODEL_PRICES', 'model', 'provider PROVIDER'],
  ['settings', 'label', 'providers provider_name'],
  ['MODELS_BY_KIND', 'label', 'title'],
  ['MODELS', 'default', 'default FALLBACK'],
  ['MODEL', 'label', 'title summary description text content'],
  ['MODEL_ALIASES', 'label', 'fast'],
  ['settings', 'label', 'fast api_names my_openai'],
  ['settings', 'model', 'openai OPENAI openAI open_ai azure_openai azureOpenAI openrouter openRouter apiName API_NAME'],
  ['openai openrouter', 'model', 'fast'],
  // Shown where nothing has been typed yet.
  ['PLACEHOLDERS modelPlaceholders placeholder', 'label', 'openai model fast'],
  ['settings', 'deployment', 'deployment azureDeployment DEPLOYMENT_NAME'],
];

suite('receivers: entries of an object', () => {
  for (const [owners, context, names] of entries)
    for (const owner of owners.split(' '))
      for (const name of names.split(' '))
        test(`${owner} = { ${name} } → ${context}`, () =>
          assert.equal(only(`const ${owner} = { ${name}: "gpt-4o" };`, 'typescript').context, context));

  for (const [context, names] of [
    ['label', 'metadata responseMetadata meta message_meta generationMeta example examples EXAMPLE'],
    ['model', 'metal rosmeta metadata_store counterexample exampled'],
  ] as const)
    for (const name of names.split(' '))
      test(`ask({ ${name}: { model } }) → ${context}`, () =>
        assert.equal(only(`ask({ ${name}: { model: "gpt-4o" } })`, 'typescript').context, context));
});
