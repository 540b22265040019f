import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Context, Language } from '../../../../src/core/find/reference';

/** Of each code, whether its model stands in a row of a table of prices rather than where it may be asked. */
function table(language: Language, rows: readonly (readonly [code: string, isPriced: boolean])[]): void {
  for (const [code, isPriced] of rows) {
    test(`${code.replace(/\s+/g, ' ')} → ${isPriced ? 'a price' : 'a model'}`, () => {
      assert.equal(findReferences(code, language)[0]?.context, isPriced ? 'label' : 'model');
    });
  }
}

suite('find: rows of tables of prices', () => {
  table('typescript', [
    ['const rows = [{ provider: "openai", model: "gpt-4o", inputPricePerMillion: 2.5 }];', true],
    ['const rows = [{ model: "gpt-4o", // large\n  notes: ["a {", `b: ${c}`],\n  "cost": 2.5 }];', true],
    ['const row = { model: "gpt-4o", tokens: 10, cost_usd: 0.1 };', true],
    ['const row = { model: "gpt-4o", costs: { input: 2.5 } };', true],
    ['const row = { modelId: "gpt-4o", per1k: 0.1 };', true],
    ['const row = { model: "gpt-4o", pricing: { input: 2.5 } };', true],
    ['const row = { model: "gpt-4o", tokenPrice: 2.5 };', true],
    ['const PLANS = { pro: { model: "gpt-4o", price: 20 } };', false],
    ['const PLANS = [{ model: "gpt-4o", monthlyPrice: 20, priceId: "p" }];', false],
    ['const row = { model: "gpt-4o", temperature: 0, costPer1k: 0.1 };', false],
    ['const row = { model: "gpt-4o", price: [1, 2], apiKey: key };', false],
    ['const row = { model: "gpt-4o", maxCost: 1 };', false],
    ['const row = { model: "gpt-4o", showCost: true };', false],
    ['const row = { model: "gpt-4o", priority: 1 };', false],
    ['const row = { model: "gpt-4o", prompt: "Estimate, in short, cost: " };', false],
    ['const row = { model: "gpt-4o" /* cost: 1 */ };', false],
    ['const row = { model: "gpt-4o", // cost: 1\n };', false],
    ['const row = { model: "gpt-4o", note: { cost: 1 } };', false],
    ['const rows = [{ model: "gpt-4o" }, { cost: 1 }];', false],
    ['new Provider({ model: "gpt-4o", costPer1k: 0.1 })', false],
    ['create({ model: "gpt-4o" }).then(({ usage }) => ({ cost: usage * 2 }))', false],
    ['const row = { model: "gpt-4o", cost: ', false],
    ['const model = "gpt-4o"; const cost: number = 1;', false],
  ]);
  table('python', [
    ['ROWS = [{"model_id": "gpt-4o", "price": "$2.50", "input_price": 2.5}]', true],
    ['insert([{"model": "gpt-4o",  # large\n  "input_cost_per_1k": Decimal("0.0025")}])', true],
    ['ROW = {"model": "gpt-4o", "track_cost": limit}', false],
    // What a call is given makes something that may be asked.
    ['ProviderConfig(model_name="gpt-4o", cost_per_token=0.1)', false],
  ]);

  test('what a text read before has left in memory is no part of the row', () => {
    findReferences(`const row = { model: "gpt-4o", ${' '.repeat(80)} cost: 1 };`, 'typescript');
    assert.equal(findReferences('const row = { model: "gpt-4o",', 'typescript')[0]?.context, 'model');
  });
});

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
