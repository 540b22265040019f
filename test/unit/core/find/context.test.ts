import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { contexts, type Context, type Language } from '../../../../src/core/find/reference';
import { only } from './only';

function table(language: Language, rows: readonly (readonly [code: string, context: Context])[]): void {
  for (const [code, context] of rows) {
    test(`${code.replace(/\s+/g, ' ')} → ${context}`, () => {
      const reference = only(code, language);
      assert.equal(reference.context, context);
      assert.equal(reference.role, contexts[context]);
      assert.equal(code.slice(reference.start, reference.end), reference.text);
    });
  }
}

suite('find: contexts in TypeScript', () => {
  table('typescript', [
    ['client.chat.completions.create({ model: "gpt-4o" })', 'model'],
    ['create({ "model": "gpt-4o", messages })', 'model'],
    ['create({ model:\n // the large one\n "gpt-4o" })', 'model'],
    ['new ChatOpenAI({ modelName: `gpt-4o` })', 'model'],
    ['const FAST_LLM = "gpt-4o-mini"', 'model'],
    ['const cheap = "gpt-4o-mini"', 'constant'],
    ['this.model = "gpt-4o";', 'model'],
    ['config["model"] = "gpt-4o";', 'model'],
    ['class A { static readonly fast: string = "gpt-4o-mini"; }', 'constant'],
    ['enum Model { Fast = "gpt-4o-mini" }', 'constant'],
    ['openai("gpt-4o")', 'argument'],
    ['foo(1, "gpt-4o", 2)', 'argument'],
    ['new Agent<Context>("gpt-4o")', 'argument'],
    ['function f(model = "gpt-4o") {}', 'default'],
    ['const f = ({ model = "gpt-4o" }) => model;', 'default'],
    ['const { model = "gpt-4o" } = config;', 'default'],
    ['const {\n  options = { key },\n  model = "gpt-4o",\n} = config;', 'default'],
    ['const option = { default: "gpt-4o" }', 'default'],
    ['const model = process.env.MODEL ?? "gpt-4o";', 'fallback'],
    ['const model = process.env["MODEL"] || "gpt-4o";', 'fallback'],
    ['const m = cheap ? "gpt-4o-mini" : other;', 'conditional'],
    ['const o = { model: cheap ? other : "gpt-4o" };', 'conditional'],
    ['function f() { return "gpt-4o"; }', 'return'],
    ['const f = () => "gpt-4o";', 'return'],
    ['const MODELS = { fast: "gpt-4o-mini" };', 'model'],
    ['const MODELS: Record<Kind, string> = { fast: "gpt-4o-mini" };', 'model'],
    ['const f = (kind: Map<A, () => Set<B>>, name: string = "gpt-4o") => name;', 'default'],
    ['let prices: Record<string, number>, other = "gpt-4o";', 'constant'],
    ['const o = { model: ("gpt-4o") };', 'model'],
    ['const cheap = ("gpt-4o-mini");', 'constant'],
    ['const cheap = ((\n"gpt-4o-mini" // for now\n));', 'constant'],
    ['const f = () => ("gpt-4o");', 'return'],
    ['function f() { return (\n"gpt-4o"\n); }', 'return'],
    ['function f(model = ("gpt-4o")) {}', 'default'],
    ['const m = model === ("gpt-4o");', 'comparison'],
    ['const m = process.env.MODEL ?? ("gpt-4o");', 'fallback'],
    ['ask(1, ("gpt-4o"))', 'argument'],
    ['export default "gpt-4o";', 'constant'],
    ['const entry = { id: "gpt-4o", tokens: 1 };', 'label'],
    ['const entry = { label: "gpt-4o" };', 'label'],
    ['type Model = "gpt-4o" | string;', 'type'],
    ['type Model =\n  | "gpt-4o";', 'type'],
    ['let m: "gpt-4o";', 'type'],
    ['interface Body { model: "gpt-4o"; }', 'type'],
    ['type Body = { model?: "gpt-4o" };', 'type'],
    ['function f(model: "gpt-4o") {}', 'type'],
    ['const m = x as "gpt-4o";', 'type'],
    ['type P = Pick<Prices, "gpt-4o">;', 'type'],
    ['type R = Record<"gpt-4o", number>;', 'type'],
    ['const models = ["gpt-4o"];', 'list'],
    ['const all = new Set<string>(["gpt-4o"]);', 'list'],
    ['const schema = z.enum(["gpt-4o"]);', 'list'],
    ['const prices = { "gpt-4o": 2.5 };', 'key'],
    ['const price = prices["gpt-4o"];', 'key'],
    ['prices.get("gpt-4o")', 'key'],
    ['if (model === "gpt-4o") {}', 'comparison'],
    ['switch (a) {\n  case b:\n    return "gpt-4o"\n  case c:\n    return d\n}', 'return'],
    ['path.join(root, "gpt-4o", "a.csv")', 'expression'],
    ['trackUsage({ model: "gpt-4o" })', 'expression'],
    ['recordPromptPayload({ model: "gpt-4o" })', 'expression'],
    ['await recordAndTranscribe({ model: "whisper-1" })', 'model'],
    ['trackedFetch({ model: "gpt-4o" })', 'model'],
    ['if ("gpt-4o" !== model) {}', 'comparison'],
    ['switch (model) { case "gpt-4o": break; }', 'comparison'],
    ['openai?.("gpt-4o")', 'argument'],
    ['client?.chat.completions.create?.({ model: "gpt-4o" })', 'model'],
    ['const price = prices?.["gpt-4o"];', 'key'],
    ['form.append("model", "gpt-4o")', 'argument'],
    ['models.push("gpt-4o")', 'list'],
    ['if (isReasoningModel("gpt-4o")) {}', 'test'],
    ['Object.hasOwn(prices, "gpt-4o")', 'key'],
    ['issue("gpt-4o")', 'argument'],
    ['await client.models.retrieve("gpt-4o")', 'key'],
    ['screen.getByText("gpt-4o")', 'expression'],
    ['new OpenAIChat({ id: "gpt-4o" })', 'model'],
    ['new Memory({ embedding: "text-embedding-3-small" })', 'model'],
    ['models.retrieve({ id: "gpt-4o" })', 'label'],
    ['expect(body.model).toBe("gpt-4o");', 'assertion'],
    ['expect(create).toHaveBeenCalledWith({ model: "gpt-4o" });', 'assertion'],
    ['assert.strictEqual(model, "gpt-4o");', 'assertion'],
    ['cy.get("#model").should("contain.text", "gpt-4o");', 'assertion'],
    ['if (model.startsWith("gpt-4o")) {}', 'test'],
    ['encodingForModel("gpt-4o")', 'tokenizer'],
    ['countTokens({ model: "gpt-4o", messages })', 'tokenizer'],
    ['function countTokens(text: string, model = "gpt-4o") {}', 'tokenizer'],
    ['new TokenTextSplitter({ tiktokenModel: "gpt-4o" })', 'tokenizer'],
    ['streamTokens({ model: "gpt-4o" })', 'model'],
    ['getToken({ model: "gpt-4o" })', 'model'],
    ['if (supportsTool({ modelId: "gpt-4o" })) {}', 'test'],
    ['pricing.getCostBreakdown("gpt-4o")', 'test'],
    ['addCostToMetrics({ model: "gpt-4o" })', 'test'],
    ['new CostAnalysisAgent({ model: "gpt-4o" })', 'model'],
    ['getModelInfo("gpt-4o")', 'test'],
    ['logger.info({ model: "gpt-4o" }, "asked")', 'expression'],
    ['throw new RateLimitError({ model: "gpt-4o" });', 'expression'],
    ['createMockSpan({ model: "gpt-4o" })', 'expression'],
    ['span.setAttributes({ "gen_ai.request.model": "gpt-4o" })', 'expression'],
    ['const attributes = { "gen_ai.request.model": "gpt-4o" };', 'label'],
    ['save({ modelUsed: "gpt-4o" });', 'label'],
    ['track({ modelsUsed: { guardrail: "gpt-4o" } });', 'label'],
    ['const seed = { responseModel: "gpt-4o-2024-08-06" };', 'label'],
    ['save(text, { metadata: { model: "gpt-4o", totalTokens: 150 } });', 'label'],
    ['const defaults = { openai: "gpt-4o" };', 'model'],
    ['const MODEL_ALIASES = { quick: "gpt-4o" };', 'label'],
    ['const MODELS = { "GPT-4o mini": "gpt-4o-mini" };', 'label'],
    ['const MODELS = { GPT_4O: "gpt-4o" };', 'model'],
    ['new WebSocket("wss://api.openai.com/v1/realtime?model=gpt-realtime", { headers })', 'argument'],
    ['log(client.create({ model: "gpt-4o" }))', 'model'],
    ['const s = "gpt-4o" + suffix;', 'expression'],
    ['console.log("gpt-4o");', 'expression'],
    ['new AzureOpenAI({ deployment: "gpt-4o" })', 'deployment'],
  ]);
  test('JSX attributes', () => {
    assert.equal(only('const a = <Chat model="gpt-4o" />;', 'typescriptreact').context, 'attribute');
    assert.equal(only('const a = <Chat label="gpt-4o">x</Chat>;', 'typescriptreact').context, 'label');
    assert.equal(only('const a = <option value="gpt-4o">x</option>;', 'typescriptreact').context, 'label');
    assert.equal(only('const a = <Chat defaultValue="gpt-4o" />;', 'typescriptreact').context, 'attribute');
    assert.equal(only('const a = <Chat model={"gpt-4o"}>gpt-4o</Chat>;', 'javascriptreact').text, 'gpt-4o');
  });
  test('an element with type arguments, which end no tag', () => {
    for (const types of ['Model', 'Map<string, Model[]>', '() => void', '{ a: Model }', '"a" | "b"', '"gpt-4o"']) {
      const code = `const a = <Chat<${types}> model="gpt-5">it's</Chat>; ask("gpt-4.1");`;
      assert.deepEqual(
        findReferences(code, 'typescriptreact').map(({ model, context }) => [model, context]),
        [...(types === '"gpt-4o"' ? [['gpt-4o', 'type']] : []), ['gpt-5', 'attribute'], ['gpt-4.1', 'argument']],
        types,
      );
    }
  });
});

suite('find: names without semicolons', () => {
  const rows: readonly [code: string, name: string, context: Context][] = [
    ['class A {\n  bias?: Record<string, number>\n\n  modelName = "gpt-4o"\n}', 'modelName', 'model'],
    ['class A {\n  apiKey?: string\n  private readonly model = "gpt-4o"\n}', 'model', 'model'],
    ['class A {\n  ids: string[]\n  kind = "gpt-4o"\n}', 'kind', 'constant'],
    ['let key: string\nmodel = "gpt-4o"', 'model', 'model'],
    ['let f: () => void\nmodel = "gpt-4o"', 'model', 'model'],
    ['class A {\n  model: string\n    | Other = "gpt-4o"\n}', 'model', 'model'],
    ['const model:\n  Name = "gpt-4o"', 'model', 'model'],
    ['const model: Map<A,\n  B> = "gpt-4o"', 'model', 'model'],
    ['const model: () =>\n  Name = "gpt-4o"', 'model', 'model'],
    ['const model: Name = "gpt-4o"', 'model', 'model'],
  ];
  for (const [code, name, context] of rows)
    test(JSON.stringify(code), () => {
      const found = only(code, 'typescript');
      assert.deepEqual([found.name, found.context], [name, context]);
    });
});

suite('find: contexts in Python', () => {
  table('python', [
    ['client.chat.completions.create(model="gpt-4o")', 'model'],
    ['client.responses.create(\n    input=x,\n    model="gpt-4o",  # large\n)', 'model'],
    ['body = {"model": "gpt-4o"}', 'model'],
    ['ChatOpenAI(model_name="gpt-4o")', 'model'],
    ['EMBEDDING_MODEL = "text-embedding-3-small"', 'model'],
    ['MODEL: str = "gpt-4o"', 'model'],
    ['cheap = "gpt-4o-mini"', 'constant'],
    ['class Fast(Base):\n    name = "gpt-4o-mini"\n', 'constant'],
    ['config["model"] = "gpt-4o"', 'model'],
    ['os.environ["AZURE_OPENAI_DEPLOYMENT_NAME"] = "gpt-4o"', 'deployment'],
    ['self.model = "gpt-4o"', 'model'],
    ['dspy.LM("openai/gpt-4o")', 'argument'],
    ['def ask(prompt, llm="gpt-4o"):\n    pass', 'default'],
    ['def ask(prompt: str, kind: str = "gpt-4o") -> str:\n    pass', 'default'],
    ['async def ask(kind="gpt-4o"): ...', 'default'],
    ['parser.add_argument("--model", default="gpt-4o")', 'default'],
    ['os.getenv("MODEL", "gpt-4o")', 'fallback'],
    ['os.environ.get("MODEL", "gpt-4o")', 'fallback'],
    ['model = os.getenv("MODEL") or "gpt-4o"', 'fallback'],
    ['options.get("model", "gpt-4o")', 'fallback'],
    ['model = "gpt-4o" if large else small', 'conditional'],
    ['model = small if cheap else "gpt-4o"', 'conditional'],
    ['def f():\n    return "gpt-4o"', 'return'],
    ['f = lambda: "gpt-4o"', 'return'],
    ['x = Field(default_factory=lambda: "gpt-4o")', 'return'],
    ['f = lambda model="gpt-4o": model', 'default'],
    ['model=("gpt-4o")', 'model'],
    ['cheap = (\n    # for now\n    "gpt-4o-mini"\n)', 'constant'],
    ['def f():\n    return (\n        "gpt-4o"\n    )', 'return'],
    ['def ask(prompt, kind=("gpt-4o")): ...', 'default'],
    ['price = PRICES[("gpt-4o")]', 'key'],
    ['kind = x or (("gpt-4o"))', 'fallback'],
    ['if (cheap := "gpt-4o-mini"): pass', 'constant'],
    ['print(model := ("gpt-4o"))', 'model'],
    ['ask(kind, (name := "gpt-4o"))', 'constant'],
    ['Model(id="gpt-4o")', 'label'],
    ['Model(display_name="gpt-4o")', 'label'],
    ['return_(jsonify({"model": "gpt-4o"}))', 'expression'],
    ['model = Model(id="gpt-4o")', 'label'],
    ['model = ModelInfo(name="gpt-4o")', 'label'],
    ['Agent(model=OpenAIResponses(id="gpt-4o"))', 'model'],
    ['Team(members=[a], model=OpenAIChat(\n    id="gpt-4o",\n))', 'model'],
    ['agent = Agent(reasoning_model=LiteLLM(id="gpt-4o"))', 'model'],
    ['Agent(id="gpt-4o")', 'label'],
    ['store.add_message(session, metadata={"default_model": "gpt-4o"})', 'label'],
    ['{"text": text, "message_metadata": {"model": "gpt-4o"}}', 'label'],
    ['experiment_metadata = {"llm": "gpt-4o"}', 'model'],
    ['dspy.configure(lm="gpt-4o")', 'model'],
    ['SemanticChunking(embedder="text-embedding-3-small")', 'model'],
    ['f(film="gpt-4o")', 'label'],
    ['documents.create(vlm="gpt-4o")', 'model'],
    ['models.append("gpt-4o")', 'list'],
    ['re.compile("gpt-4o")', 'test'],
    ['mlflow.log_param("model", "gpt-4o")', 'expression'],
    ['log_hyperparameters({"model": "gpt-4o"})', 'expression'],
    ['os.path.join(ROOT, "gpt-4o", "a.csv")', 'expression'],
    ['ROOT.joinpath("gpt-4o")', 'expression'],
    ['tracker.track_request("gpt-4o", 10, 20)', 'expression'],
    ['track_llm_call(model="gpt-4o", output=x)', 'expression'],
    ['_record_usage(usage, "gpt-4o")', 'expression'],
    ['record_and_transcribe("whisper-1")', 'argument'],
    ['run.log_params({"model": "gpt-4o"})', 'expression'],
    ['model = log_model_default("gpt-4o")', 'argument'],
    ['span.set_attribute("gen_ai.request.model", "gpt-4o")', 'expression'],
    ['models.insert(0, "gpt-4o")', 'list'],
    ['if self.supports_tools("gpt-4o"): pass', 'test'],
    ['island("gpt-4o")', 'argument'],
    ['client.models.with_raw_response.retrieve("gpt-4o")', 'key'],
    ['Model = Literal["gpt-4o"]', 'type'],
    ['def f(model: Literal["a", "gpt-4o"]): ...', 'type'],
    ['MODELS = ["gpt-4o"]', 'list'],
    ['MODELS = ("gpt-4o", other)', 'list'],
    ['MODELS = {"gpt-4o"}', 'list'],
    ['PRICES = {"gpt-4o": 2.5}', 'key'],
    ['price = PRICES["gpt-4o"]', 'key'],
    ['if model == "gpt-4o": pass', 'comparison'],
    ['if model in ("gpt-4o", x): pass', 'list'],
    ['match model:\n    case "gpt-4o":\n        pass', 'comparison'],
    ['match request:\n    case {"model": "gpt-4o"}:\n        pass', 'comparison'],
    ['match request:\n    case Request(model="gpt-4o", stream=True):\n        pass', 'comparison'],
    ['match request:\n    case _: create(model="gpt-4o")', 'model'],
    ['case = {"model": "gpt-4o"}', 'model'],
    ['assert response.model == "gpt-4o"', 'assertion'],
    ['assert call == {"model": "gpt-4o"}', 'assertion'],
    ['assert calls == [[[{"a": [{"b": {"model": "gpt-4o"}}]}]]]', 'assertion'],
    ['self.assertEqual(model, "gpt-4o")', 'assertion'],
    ['if "gpt-4o" in model: pass', 'test'],
    ['if model.startswith("gpt-4o"): pass', 'test'],
    ['tiktoken.encoding_for_model("gpt-4o")', 'tokenizer'],
    ['tiktoken.encoding_for_model(model_name="gpt-4o")', 'tokenizer'],
    ['num_tokens_from_messages(messages, model="gpt-4o")', 'tokenizer'],
    ['litellm.token_counter(model="gpt-4o", messages=m)', 'tokenizer'],
    ['def count_tokens(text, model="gpt-4o"): ...', 'tokenizer'],
    ['f(tokenizer_model="gpt-4o")', 'tokenizer'],
    ['default_tokenizer = "gpt-4o"', 'tokenizer'],
    ['def usage(points, encoding_for_model: str = "gpt-4o"): ...', 'tokenizer'],
    ['class C:\n    token_encoding_model: str = "text-embedding-3-small"', 'tokenizer'],
    ['encoder_model = "text-embedding-3-small"', 'model'],
    ['generate_tokens(model="gpt-4o")', 'model'],
    ['completion_cost(model="gpt-4o")', 'test'],
    ['prices.append(ModelPricing("gpt-4o", 2.5, 10.0))', 'test'],
    ['LLMCost(model_name="gpt-4o", cost=1)', 'test'],
    ['ModelCostAdvisor(model="gpt-4o")', 'model'],
    ['cost_per_token("gpt-4o")', 'test'],
    ['extract_costs(text, model="gpt-4o")', 'model'],
    ['calculate_price_for_usage(usage, model_name="gpt-4o")', 'test'],
    ['get_price(url, model="gpt-4o")', 'model'],
    ['is_reasoning_model(model="gpt-4o")', 'test'],
    ['is_relevant(question, model="gpt-4o")', 'model'],
    ['def is_toxic(text, model="gpt-4o"): ...', 'default'],
    ['is_toxic(text, "gpt-4o")', 'argument'],
    ['is_large("gpt-4o")', 'test'],
    ['get_context_window(model="gpt-4o")', 'test'],
    ['logger.info("asked", extra={"model": "gpt-4o"})', 'expression'],
    ['generation_span(model="gpt-4o")', 'expression'],
    ['lifespan(model="gpt-4o")', 'model'],
    ['x = {SpanAttributes.LLM_REQUEST_MODEL: "gpt-4o"}', 'label'],
    ['TracedData(response_model="gpt-4o")', 'label'],
    ['REQUEST_MODEL = "gpt-4o"', 'constant'],
    ['kernel.add_text_embedding_generation_service("gpt-4o", service)', 'label'],
    ['kernel.add_chat_service("chat", "gpt-4o")', 'argument'],
    ['MODELS = {"GPT-4o Mini": "gpt-4o-mini"}', 'label'],
    ['LARGE = {"api_name": "gpt-4o", "effort": "low"}', 'model'],
    ['models = {"cheap-one": "gpt-4o-mini"}', 'model'],
    ['AzureOpenAI(azure_deployment="gpt-4o")', 'deployment'],
    ['with client.stream(model="gpt-4o") as s: pass', 'model'],
  ]);
  test('adjoining literals are one value', () => {
    const code = 'model = ("gpt-"\n         "4o")';
    const reference = only(code, 'python');
    assert.equal(reference.model, 'gpt-4o');
    assert.deepEqual([reference.start, reference.end], [code.indexOf('gpt-'), code.indexOf('4o"') + 2]);
  });
  test('strings inside an f-string are found, pieces of one are not', () => {
    assert.equal(only('x = f"{ask(model=\'gpt-4o\'):>{width}} and gpt-4o-mini"', 'python').model, 'gpt-4o');
    assert.deepEqual(findReferences('x = f"{prefix}" "gpt-4o"', 'python'), []);
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
