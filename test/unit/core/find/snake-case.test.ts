import * as assert from 'node:assert/strict';
import { snakeCase } from '../../../../src/core/find/snake-case';

suite('snake case', () => {
  for (const [snake, names] of [
    ['get_model_info', 'getModelInfo GetModelInfo GET_MODEL_INFO get_model_info get-model-info get.model.info'],
    ['api_debug_log', 'APIDebugLog apiDebugLog ApiDebugLog'],
    ['cost_usd', 'costUSD costUsd'],
    ['gpt4_model', 'GPT4Model gpt4Model'],
    ['_is_large', '_isLarge _is_large'],
    ['', ''],
  ] as const)
    for (const name of names.split(' ')) test(`${name} → ${snake}`, () => assert.equal(snakeCase(name), snake));
});
