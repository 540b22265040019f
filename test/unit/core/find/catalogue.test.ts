import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Language } from '../../../../src/core/find/reference';

/** Of each code, whether its model stands in a row that tells of it, its price or what it has answered, rather than where it may be asked. */
function table(language: Language, rows: readonly (readonly [code: string, isTold: boolean])[]): void {
  for (const [code, isTold] of rows) {
    test(`${code.replace(/\s+/g, ' ')} → ${isTold ? 'told of' : 'a model'}`, () => {
      const found = findReferences(code, language)[0];
      assert.deepEqual([found?.context === 'label', found?.role], isTold ? [true, 'mention'] : [false, 'use']);
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
    ['const row = { model: "gpt-4o", INPUT_PRICE: 2.5 };', true],
    ['const row = { OUTPUT_PRICING: [10], model: "gpt-4o" };', true],
    ['const row = { model: "gpt-4o", promptPrice: 2.5 };', true],
    ['const row = { model: "gpt-4o", a: { b: [1] }, cost: 1 };', true],
    ['const row = { model: "gpt-4o", note: "\\\\", cost: 1, other: "" };', true],
    ['const row = { model: "gpt-4o", completion_price: 10 };', true],
    ['const row = { model: "gpt-4o", total_cost: 0.1 };', true],
    ['const row = { model: "gpt-4o", totalCosts: 0.1 };', true],
    ['const row = { model: "gpt-4o", per_1k: 0.1 };', true],
    ['const row = { model: "gpt-4o", inputPerMillion: 2.5 };', true],
    ['const row = { model: "gpt-4o", input_permillion: 2.5 };', true],
    ['const row = { cost: 1, model: ("gpt-4o") };', true],
    ['const row = { model: "gpt-4o", // the large one\n  costUsd, text };', true],
    ['const row = { model: "gpt-4o", /* dollars */ costUsd };', true],
    ['const row = { model: "gpt-4o", id: this.#id, cost: 1 };', true],
    ['const row = { id: this.#id, cost: 1, model: "gpt-4o" };', true],
    ['const row = { model: "gpt-4o", // cost: 1\n };', false],
    ['const row = { model: "gpt-4o", /* # */ cost: 1, // temperature: 0\n };', true],
    ['const row = { model: "gpt-4o", costume: 1, lowcost: 1, tokenRatesUrl: 1 };', false],
    ['const row = { model: "gpt-4o", pricings: 1, outPricing: 1 };', false],
    ['const PLANS = { pro: { model: "gpt-4o", price: 20 } };', false],
    ['const PLANS = [{ model: "gpt-4o", monthlyPrice: 20, priceId: "p" }];', false],
    ['const row = { model: "gpt-4o", temperature: 0, costPer1k: 0.1 };', false],
    ['const row = { model: "gpt-4o", price: [1, 2], apiKey: key };', false],
    ['const row = { model: "gpt-4o", maxCost: 1 };', false],
    ['const row = { model: "gpt-4o", costLimit: 1 };', false],
    ['const row = { model: "gpt-4o", costBudget: 1 };', false],
    ['const row = { model: "gpt-4o", showCost: true };', false],
    ['const row = { model: "gpt-4o", showCost: false };', false],
    ['const row = { model: "gpt-4o", showCost: falsehood };', true],
    ['const row = { model: "gpt-4o", cost: 1, baseURL: url };', false],
    ['const row = { model: "gpt-4o", cost: 1, apikey: key };', false],
    ['const row = { model: "gpt-4o", cost: 1, api_key: key };', false],
    ['const row = { model: "gpt-4o", cost: 1, baseurl: url };', false],
    ['const row = { model: "gpt-4o", cost: 1, endpoint: "https://api.openai.com/v1/chat/completions" };', false],
    ['const row = { model: "gpt-4o", cost: 1, endpoint: "/v1/chat/completions" };', true],
    ['const row = { model: "gpt-4o", cost: 1, docs: "https://platform.openai.com" };', true],
    ['const row = { model: "gpt-4o", cost: isTrue };', true],
    ['const row = { model: "gpt-4o", cost: 1, messages };', false],
    ['const row = { model: "gpt-4o", cost: 1, logMessages: 1, messagesSent: 2 };', true],
    [`const row = { model: "gpt-4o", note: 'so, cost: 1' };`, false],
    ['const row = { model: "gpt-4o", note: `so, cost: 1` };', false],
    ['const row = { model: "gpt-4o", note: "a \\"b, cost: 1" };', false],
    ['const row = { model: "gpt-4o", note: say(a, cost) };', false],
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
    ['const model = picked ?? "gpt-4o"; const cost: number = 1;', false],
  ]);
  table('python', [
    ['row = {"model": "gpt-4o", "size": size // 2, "cost": 1}', true],
    ['row = {"size": size // 2, "cost": 1, "model": "gpt-4o"}', true],
    ['row = {"model": "gpt-4o", "cost": 1, "max_tokens": size // 2, "temperature": 0}', false],
    ['row = {"model": "gpt-4o", # "cost": 1\n}', false],
    ['row = {"model": "gpt-4o", # `the "large one\n "cost": 1}', true],
    ['ROWS = [{"model_id": "gpt-4o", "price": "$2.50", "input_price": 2.5}]', true],
    ['insert([{"model": "gpt-4o",  # large\n  "input_cost_per_1k": Decimal("0.0025")}])', true],
    ['ROW = {"model": "gpt-4o", "track_cost": limit}', false],
    ['ROW = {"model": "gpt-4o", "show_cost": False}', false],
    ['ROW = {"model": "gpt-4o",  # what an input token is priced at, cost: 1\n}', false],
    ['ROW = {"model": "gpt-4o",  # it\'s\n  "cost": 1}', true],
    ['ROW = {"model": "gpt-4o", "title":  # as people read it\n  "GPT-4o"}', true],
    // What a call is given makes something that may be asked.
    ['ProviderConfig(model_name="gpt-4o", cost_per_token=0.1)', false],
  ]);

  table('typescript', [
    ['const RATES = [{ agentName: "a", model: "gpt-4o", inputTokenRate: 0.5 }];', true],
    ['const row = { model: "gpt-4o", tokenRateLimit: 5 };', false],
    ['const row = { model: "gpt-4o", sampleRate: 16000 };', false],
    // The same before the model.
    ['const RATES = [{ input_token_rate: 0.5, modelName: "gpt-4o" }];', true],
    ['const row = { notes: ["a"], // b: {\n  costs: { input: 1 }, model: "gpt-4o" };', true],
    ['const row = { text: ask(a, b), cost: 1, model: "gpt-4o" };', true],
    ['const row = { cost: 1, note: "a (b [c", model: "gpt-4o" };', true],
    ['const row = { cost: 1, note: "a } b", model: "gpt-4o" };', true],
    ['const row = { cost: 1, note: "a { b", model: "gpt-4o" };', true],
    ['const row = { cost: 1, // }\n  model: (picked ?? ("gpt-4o")) };', false],
    ['const row = { cost: 1, // }\n  model: ((("gpt-4o"))) };', true],
    ['const row = { terms: { cost: 1 }, model: "gpt-4o" };', false],
    ['const row = { backend: "response", model: "gpt-4o" };', false],
    ['const row = { inputTokenRates: [1], model: "gpt-4o" };', true],
    ['const row = { inputTokenRating: 1, model: "gpt-4o" };', false],
    ['const row = { temperature: 0, costPer1k: 0.1, model: "gpt-4o" };', false],
    ['const rows = [{ cost: 1 }, { model: "gpt-4o" }];', false],
    ['const row = { cost: 1, ask: { model: "gpt-4o" } };', false],
    ['const cost: number = 1; const row = { model: "gpt-4o" };', false],
    ['ask({ cost: 1, model: "gpt-4o" });', false],
    [`const row = { notes: "${'-'.repeat(700)}", cost: 1, model: "gpt-4o" };`, false],
    // What is named alone is kept under its own name.
    ['return { text, costUsd, model: "gpt-4o" };', true],
    ['return { model: "gpt-4o", tokensUsed, options };', true],
    ['return { model: "gpt-4o", text: cost };', false],
    ['return { model: "gpt-4o", list: [a, cost, b] };', false],
    // What stands in for another.
    ['return { costUsd, model: picked.model || "gpt-4o" };', true],
    ['const row = { model: picked ?? "gpt-4o", costs: sum };', true],
    ['const row = { model: small ? "gpt-4o-mini" : other, cost: 1 };', true],
    ['const row = { cost: 1, note: picked ?? "gpt-4o" };', false],
    ['const body = { model: picked ?? "gpt-4o", messages, cost: 1 };', false],
  ]);
  table('python', [
    ['ROW = {"output_cost_per_1k": 1, "model": "gpt-4o"}', true],
    ['ROW = {"cost": 1, **{"model": "gpt-4o"}}', false],
    ['ROW = {"model": model or "gpt-4o", "cost_usd": cost}', true],
    ['ROW = {"model": "gpt-4o" if large else small, "cost_usd": cost}', true],
  ]);

  test('what a text read before has left in memory is no part of the row', () => {
    findReferences(`const row = { model: "gpt-4o", ${' '.repeat(80)} cost: 1 };`, 'typescript');
    assert.equal(findReferences('const row = { model: "gpt-4o",', 'typescript')[0]?.context, 'model');
  });
});

suite('find: rows that a call is given under a name', () => {
  table('typescript', [
    ['define("gpt-4o", { inputPrice: 2.5 });', true],
    ['define("gpt-4o", provider, "chat", { notes: ["a"], costPer1k: 1 });', true],
    ['define("gpt-4o", provider, { name: "GPT-4o" });', true],
    ['define("gpt-4o", { name: "Writer" });', false],
    ['define("gpt-4o", ask({ inputPrice: 2.5 }));', false],
    ['define("gpt-4o"); const row = { inputPrice: 2.5 };', false],
    ['ask("gpt-4o", { response: schema });', false],
    ['define("large", { model: "gpt-4o", costPer1k: 1 });', true],
    ['define("large", { title: "GPT-4o", modelId: "gpt-4o" });', true],
    ['define("large", { model: "gpt-4o", messages, costPer1k: 1 });', false],
    ['define("large", { model: "gpt-4o", tools });', false],
    ['define("gpt-4o", "GPT-4o");', true],
    ['define("openai/gpt-4o", "OpenAI GPT-4o", { tools });', true],
    ['define("gpt-4o", "Writer");', false],
    ['define("gpt-4o", "gpt-4.1");', false],
    ['define("gpt-4o", `GPT-4o ${kind}`);', false],
    ['define("GPT-4o", "gpt-4o");', false],
  ]);
  table('python', [
    ['define("gpt-4o", {"input_cost": 1})', true],
    ['define("large", {"model": "gpt-4o", "input_cost": 1})', true],
    ['define("large", row={"model": "gpt-4o", "input_cost": 1})', false],
    ['LanguageModel(\n    "gpt-4-0613",\n    "GPT-4-0613",\n    Style.Chat,\n)', true],
    ['LanguageModel("o1-mini-2024-09-12", "O1-Mini-2024-09-12 (N=1)", date)', true],
    ['@configurable("openai/gpt-4", "OpenAI GPT-4")\nclass GPT4: ...', true],
  ]);
});

suite('find: what a call keeps of an answer', () => {
  table('python', [
    ['Usage(provider="openai", model="gpt-4o", prompt_tokens=12)', true],
    ['Usage(completion_tokens=12, model=answer.model or "gpt-4o")', true],
    ['db.Message(\n    role="assistant",\n    content=text,  # (cut)\n    model="gpt-4o",\n)', true],
    ['Message(role="writer", content=text, model="gpt-4o")', false],
    ['Usage(model="gpt-4o", prompt_tokens=12, temperature=0)', false],
    ['Usage(model="gpt-4o", limits=Limits(prompt_tokens=12))', false],
    ['Usage(Limits(prompt_tokens=12), model="gpt-4o")', false],
    ['Usage(model="gpt-4o"), Other(prompt_tokens=12)', false],
    ['Judge(model="gpt-4o", response=text, score=1)', false],
    ['await store.record(provider="openai", model="gpt-4o", prompt_tokens=12)', true],
    ['add(llm_model="gpt-4o", llm_tokens_input=12)', true],
    ['complete(model="gpt-4o", latency_ms=12)', false],
    ['complete(model="gpt-4o", max_output_tokens=12)', false],
    ['complete(model="gpt-4o", total_tokens=12, temperature=0)', false],
    ['json.dump({"result": text, "model": "gpt-5", "total_tokens": used}, f)', true],
    ['json.dumps({"model": "gpt-5", "max_tokens": 5})', false],
    ['save({"model": "gpt-5", "limits": {"total_tokens": 5}})', false],
    ['class Usage(Base):\n    def __init__(self, model="gpt-4o", prompt_tokens=0): ...', false],
  ]);
});

suite('find: models by the name they are shown by', () => {
  table('typescript', [
    ["const MODELS = [{ title: 'GPT-4o mini', model: 'gpt-4o-mini', contextLength: 128000 }];", true],
    ["const gpt4 = { name: 'GPT-4', adapter, model: 'gpt-4' };", true],
    ["const row = { modelId: 'gpt-4o', provider: 'openai', displayName: 'GPT-4o' };", true],
    ["const row = { display_name: 'GPT-4 Turbo', model: 'gpt-4-turbo-preview' };", true],
    ["const row = { display_name: 'OpenAI GPT-4o', model: 'gpt-4o' };", true],
    ["const row = { public_name: 'GPT-4.1 Mini', api_name: 'gpt-4.1-mini' };", true],
    ["const row = { publicName: 'o4 Mini', api_name: 'o4-mini' };", true],
    ["const row = { displayName: 'o3', model: 'o3-2025-04-16' };", true],
    ["const row = { title: 'o3', model: 'o3-mini' };", false],
    ["const row = { name: 'ada', model: 'gpt-4o' };", false],
    ["const row = { public_name: 'GPT-4o (Nov 2024)', api_name: 'gpt-4o-2024-11-20' };", true],
    ["const row = { model: 'o3-mini', title: 'o3-mini (fast)' };", true],
    ["const row = { label: `GPT-4o`, model: picked ?? 'gpt-4o' };", true],
    ["const row = { label: 'OpenAI o1-mini', apiModel: 'o1-mini', price: '$1' };", true],
    ["const row = { model: 'openai/gpt-4o', name: 'OpenAI: GPT-4o' };", true],
    ["const row = { model: 'gpt-4o', name: 'OpenAI' };", false],
    ["const row = { model: 'gpt-4o', name: 'OpenAI writer' };", false],
    // What asks has a name of its own.
    ["const agent = { name: 'Writer', model: 'gpt-4o' };", false],
    ["const agent = { name: 'GPT-4o writer', model: 'gpt-4o' };", false],
    ["const agent = { name: 'Writer (GPT-4o)', model: 'gpt-4o' };", false],
    ["const agent = { name: names.gpt4o, model: 'gpt-4o' };", false],
    ["const agent = { name: 'ada', model: 'gpt-4o' };", false],
    ["const agent = { model: 'gpt-4o', tools: [{ name: 'GPT-4o' }] };", false],
    ["const provider = { title: 'GPT-4o', model: 'gpt-4o', apiKey: key };", false],
    ["createAgent({ title: 'GPT-4o', model: 'gpt-4o' });", false],
    ["const agent = { description: 'GPT-4o', model: 'gpt-4o' };", false],
    // A table's key names its row.
    ["const models = { 'GPT-4o': { model: 'gpt-4o', maxTokens: 1000 } };", true],
    ["const models = { 'GPT-4o' : { provider, model: 'gpt-4o' } };", true],
    ["const models = { 'GPT-4o': { model: 'gpt-4o', apiKey: key } };", false],
    ["const models = { Writer: { model: 'gpt-4o' } };", false],
    ["const models = { 'GPT-4o': ask({ model: 'gpt-4o' }) };", false],
    ["const models = { 'GPT-4o': { options: { model: 'gpt-4o' } } };", false],
  ]);
  table('python', [
    ['MODELS = [{"name": "GPT-4o", "model": "gpt-4o"}]', true],
    ['MODELS = {"GPT-4o": {"model_name": "gpt-4o", "token_limit": 1, "placeholder": {"slogan": "x"}}}', true],
    ['AGENT = {"name": "writer", "model": "gpt-4o"}', false],
  ]);

  test('a short id is one where it is the model’s own', () => {
    const contextsOf = (code: string): (string | undefined)[] =>
      findReferences(code, 'typescript').map(({ context }) => context);
    assert.deepEqual(contextsOf("const row = { title: 'o3', model: 'o3', at: 'gpt-4o' };").at(0), 'label');
    assert.deepEqual(contextsOf("const row = { model: 'o3', title: 'O3' };").at(0), 'label');
  });
});

suite('find: how much models take in', () => {
  table('typescript', [
    ['const rows = [{ model: "openai:o3", maxPromptLength: 300000 }, { model: "openai:o4-mini" }];', true],
    ['const row = { model: "gpt-4o", contextWindow: 128000, maxInputTokens: 100000 };', true],
    ['const row = { context_length: 128000, model: "gpt-4o" };', true],
    ['const row = { model: "gpt-4o", contextSize: 1, tokenLimit: 1, maxContext: 1, maxContextTokens: 1 };', true],
    ['const row = { model: "gpt-4o", contextWindow: 128000, temperature: 0 };', false],
    ['const row = { model: "gpt-4o", contextWindow: 128000, provider };', false],
    ['const row = { model: "gpt-4o", maxTokens: 1000 };', false],
    ['const row = { model: "gpt-4o" };', false],
    ['new Agent({ model: "gpt-4o", contextWindow: 128000 });', false],
  ]);
});

suite('find: what has been answered', () => {
  table('typescript', [
    ['report({ model: "gpt-4o", latencyMs: 120 });', false], // What a call is given makes something that may be asked.
    // But not where it keeps rows.
    ['results.push({ model: "gpt-4o", latencyMs: 120 });', true],
    ['await db.insert(images).values({ userId, model: "gpt-image-1", generationTime });', true],
    ['await supabase.from("logs").insert({ model_name: "gpt-4o", tokens_used: used });', true],
    ['await images.add({ prompt, model: "dall-e-3", generationTime });', true],
    ['await rows.upsert({ model: "gpt-4o", response });', true],
    ['agents.push({ model: "gpt-4o", instructions });', false],
    ['agents.insert({ model: "gpt-4o", temperature: 0, response: null });', false],
    ['recordings.inserted({ model: "gpt-4o", response });', false],
    ['const FIELDS = { a: { endpoint: "POST /a", model: "gpt-4o", avg_ms: 2100 } };', true],
    ['return { draft, model: "gpt-4o", tokensUsed: usage.total_tokens };', true],
    ['return { text, usage, model: "gpt-4o" };', true],
    ['return { model: "gpt-4o", usage: { prompt_tokens: count } };', true],
    ['return { model: "gpt-4o", usage: answer.usage };', true],
    ['return { model: "gpt-4o", usage: true };', false],
    ['return { model: "gpt-4o", messages, usage: { include: true } };', false],
    ['return { model: "gpt-4o", usageLimits: limits };', false],
    ['const row = { response: text, model: "gpt-4o" };', true],
    ['const row = { model: "gpt-4o", finishReason: "stop" };', true],
    ['const row = { model: "gpt-4o", prompt_tokens: 3 };', true],
    ['const row = { model: "gpt-4o", responseTimeMs: 3 };', true],
    ['const row = { model: "gpt-4o", finish_reason: "stop" };', true],
    ['const row = { model: "gpt-4o", totalTokens: 3 };', true],
    // A log keeps the request beside it.
    ['const log = { model: "gpt-4o", finishReason: "stop", promptTokens: 4, temperature: 0, messages };', true],
    ['const log = { model: "gpt-4o", prompt_tokens: 4, completion_tokens: 3, messages: [] };', true],
    ['const row = { model: "gpt-4o", temperature: 0, completion_tokens: 300 };', false], // A limit, by another name.
    ['const row = { model: "gpt-4o", completion_tokens: 3 };', true],
    ['logger.setData({ model: "gpt-4o", tokensInput: 3, costUsd: 0.1 });', true],
    ['const row = { model: "gpt-4o", maxOutputTokens: 3 };', false],
    ['const row = { model: "gpt-4o", tokenUsed: 3 };', true],
    ['const row = { model: "gpt-4o", tokens_used: 3 };', true],
    ['const row = { model: "gpt-4o", latencyMs: 3 };', true],
    ['const row = { model: "gpt-4o", durationMs: 3 };', true],
    ['return { embedding, model: "gpt-4o", timestamp: Date.now() };', true],
    ['const row = { model: "gpt-4o", timestamps: true, error: "", lastError: "none" };', false],
    ['return { model: picked || "gpt-4o", error: `It failed: ${message}` };', true],
    ['const row = { model: "gpt-4o", temperature: 0, timestamp };', false],
    ['const row = { model: "gpt-4o", processing_time_ms: 3 };', true],
    ['const row = { model: "gpt-4o", generationTime: 3 };', true],
    ['const row = { model: "gpt-4o", execution_time: 3 };', true],
    ['const row = { model: "gpt-4o", processing_times: 3, time: 3 };', false],
    ['const row = { model: "gpt-4o", responses: [], errorResponse: "" };', false],
    // What it has been rated.
    ['const row = { model_name: "gpt-4o", benchmark: "mmlu", score: 0.82 };', true],
    ["const row = { rank: 8, model: 'gpt-4o', score: '84.2%' };", true],
    ['const row = { avg_score: 3, model: "gpt-4o" };', true],
    ['const row = { model: "gpt-4o", scoreThreshold: 0.5 };', false],
    // What has been rated is the question.
    ['return { score: 20, recommendedModel: "gpt-4o" };', false],
    ['return { suggested_model: "gpt-4o", estimatedCost: 0.2 };', false],
    ['const row = { model: "gpt-4o", minScore: 3 };', false],
    ['const judge = { model: "gpt-4o", score: true };', false],
    ['const judge = { model: "gpt-4o", temperature: 0, score: z.number() };', false],
    // Limits, formats and what a table of tiers says are no answers.
    ['const row = { model: "gpt-4o", latency: "low" };', false],
    ['const row = { model: "gpt-4o", responseFormat: "json" };', false],
    ['const row = { model: "gpt-4o", maxTotalTokens: 3 };', false],
    ['const row = { model: "gpt-4o", inputTokens: 128000 };', false],
    ['const row = { model: "gpt-4o", usage: "summaries" };', false],
    ['const row = { model: "gpt-4o", temperature: 0, response: null };', false],
  ]);
  table('python', [
    ['results["openai"] = {"status": "ok", "model": "gpt-4o", "response": text[:100]}', true],
    ['row = {"model": "gpt-4o", "elapsed_ms": ms}', true],
    ['row = {"model": "gpt-4o", "timeout_ms": 10}', false],
  ]);
});

suite('find: messages', () => {
  table('typescript', [
    ['const said = [{ role: "assistant", content: "It is.", model: "gpt-4o" }];', true],
    ["const said = { model: 'gpt-4o', id, content, role: 'user' };", true],
    ['const said = { role: `system`, content: text, model: picked ?? "gpt-4o" };', true],
    ['messages.push({ role: "assistant", content: text, model: "gpt-4o" });', true],
    ['const said = { role: "assistant", model: "gpt-4o" };', false],
    ['const said = { content: "It is.", model: "gpt-4o" };', false],
    ['const agent = { role: "writer", content: "Write.", model: "gpt-4o" };', false],
    ['const agent = { role, content: "assistant", model: "gpt-4o" };', false],
    ['ask({ role: "assistant", content: "It is.", model: "gpt-4o" });', false],
    ['const body = { model: "gpt-4o", messages: [{ role: "user", content: "Is it?" }] };', false],
    ['const body = { model: "gpt-4o", input: [{ role: "user", content: "Is it?" }] };', false],
  ]);
  table('python', [['SAID = {"role": "assistant", "content": "It is.", "model": "gpt-4o"}', true]]);
});
