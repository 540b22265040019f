import * as assert from 'node:assert/strict';
import type { Context, Language } from '../../../../src/core/find/reference';
import { findReferences } from '../../../../src/core/find/find';
import { only } from './only';

const rows: readonly (readonly [language: Language, code: string, context: Context])[] = [
  // What is kept beside an answer.
  ['typescript', 'return { text, generationMeta: { model: "gpt-4o" } };', 'label'],
  ['typescript', 'return { text, meta: { model: model || "gpt-4o" } };', 'label'],
  ['typescript', 'ask({ metal: { model: "gpt-4o" } });', 'model'],
  ['typescript', 'ask({ rosmeta: { model: "gpt-4o" } });', 'model'],
  // What is kept or shown is so with all that is in it.
  ['typescript', 'save({ metadata: { agent: { model: "gpt-4o" } } });', 'label'],
  ['typescript', 'save({ metadata: { runs: [{ agent: { model: "gpt-4o" } }] } });', 'label'],
  ['python', 'content={"json": {"example": {"agent": {"model": {"id": "gpt-4o"}}}}}', 'label'],
  ['python', 'Field(examples=[[{"model": "gpt-4o"}]])', 'label'],
  ['typescript', 'save({ metadata: make({ model: "gpt-4o" }) });', 'model'],
  ['typescript', 'save({ metadata: { get() { return { model: "gpt-4o" }; } } });', 'model'],
  ['typescript', 'save({ agent: { model: "gpt-4o" } });', 'model'],
  ['python', 'metadata = {"agent": {"model": "gpt-4o"}}', 'model'],
  // A default goes where the value goes that it stands in for.
  ['typescript', 'const o = { model: settings.get("model", "gpt-4o") };', 'fallback'],
  ['typescript', 'const o = { modelUsed: settings.get("model", "gpt-4o") };', 'label'],
  ['typescript', 'const modelUsed = settings.get("model", "gpt-4o");', 'fallback'],
  ['typescript', 'const o = { name: settings.get("model", "gpt-4o") };', 'fallback'],
  ['typescript', 'countTokens(text, settings.get("model", "gpt-4o"))', 'tokenizer'],
  ['python', 'row = {"modelUsed": data.get("modelUsed", "gpt-4o")}', 'label'],
  ['python', 'Result(answer, model_used=os.getenv("MODEL", "gpt-4o"))', 'label'],
  ['python', 'Result(answer, tokenizer_model=os.getenv("MODEL", "gpt-4o"))', 'tokenizer'],
  ['python', 'count_tokens(text, model=os.getenv("MODEL", "gpt-4o"))', 'tokenizer'],
  ['python', 'ask(text, model=os.getenv("MODEL", "gpt-4o"))', 'fallback'],
  // What is said in a sentence is shown; an address, a document or a query may ask.
  ['typescript', 'alert(`Runtime model set to ${data?.model || "gpt-4o"}`);', 'label'],
  ['typescript', 'const lines = [`**Model**: ${fast ? "gpt-4o" : model}`];', 'label'],
  ['typescript', 'const url = `https://x.dev/deployments/${model || "gpt-4o"}/chat completions`;', 'fallback'],
  ['typescript', 'const body = `{ "model": "${model || "gpt-4o"}", "stream": true }`;', 'fallback'],
  ['typescript', 'sql`INSERT INTO presets VALUES ${model || "gpt-4o"}`;', 'fallback'],
  ['typescript', 'db.run(`UPDATE presets SET name = 1, model = ${model || "gpt-4o"}`);', 'fallback'],
  ['typescript', 'db.run(`INSERT INTO presets VALUES (1, ${model || "gpt-4o"})`);', 'fallback'],
  ['typescript', 'const id = `${provider} ` + ask(model || "gpt-4o");', 'fallback'],
  ['typescript', 'const text = `The answer is ${ask({ model: model || "gpt-4o" })}`;', 'fallback'],
  ['typescript', 'exec(`llm --model ${model || "gpt-4o"} ask`);', 'fallback'],
  ['typescript', 'exec(`llm -m ${model || "gpt-4o"} ask`);', 'fallback'],
  ['typescript', 'say(`the well-known ${model ?? "gpt-4o"} is missing`);', 'label'],
  ['typescript', 'log(`says ${ask(model ?? "gpt-4o")}`);', 'fallback'],
  ['typescript', 'page.innerHTML = `<b>${model || "gpt-4o"}</b>`;', 'label'],
  ['python', `st.markdown(f'<b class="a">{os.environ.get("M", "gpt-4o")}</b>')`, 'label'],
  ['python', `info += f"Model: {config.get('model', 'gpt-4o')}\\n"`, 'label'],
  ['python', `send(f"Switched.\\n" f"Uses {config.get('model') or 'gpt-4o'}")`, 'label'],
  ['python', `send(F'''Uses {'gpt-4o' if fast else model}''')`, 'label'],
  ['python', 'send(f"Uses {config.get("model", "gpt-4o")}")', 'label'],
  ['python', `model = f"openai/{os.getenv('M', 'gpt-4o')}"`, 'fallback'],
  ['python', `url = f"{host}/deployments/{os.getenv('M', 'gpt-4o')}"`, 'fallback'],
  ['python', `print(f"It says {ask(model='gpt-4o')}")`, 'model'],
  ['python', `print(f"It says {ask(model or 'gpt-4o')}")`, 'fallback'],
  ['python', `run(f"llm -m {os.getenv('M', 'gpt-4o')} hello")`, 'fallback'],
  ['python', `run(f"llm --model {os.getenv('M', 'gpt-4o')} hello")`, 'fallback'],
  ['python', `body = f'{{"model": "{os.getenv("M", "gpt-4o")}", "n": 1}}'`, 'fallback'],
  ['python', `ask(f"one two", model=os.getenv('M', 'gpt-4o'))`, 'fallback'],
  // Rows of logs and descriptions.
  ['typescript', 'new ApiDebugLog({ apiModel: "gpt-4o" })', 'expression'],
  ['typescript', 'new Dialog({ model: "gpt-4o" })', 'model'],
  ['python', 'db.add(APIDebugLog(api_model="gpt-4o"))', 'expression'],
  ['python', 'ModelMetadata(name="n", base_model="gpt-4o")', 'expression'],
  ['python', 'AuditLogEntry("gpt-4o")', 'expression'],
  ['python', 'ModelCatalog(model="gpt-4o")', 'model'],
  // What settings are called by is asked with them.
  ['python', 'RUNS = [{"name": "gpt-4o", "provider": "OPENAI", "temperature": 1, "max_tokens": 5000}]', 'model'],
  ['typescript', 'const runs = [{ temperature: 0.2, id: "gpt-4o" }, other];', 'model'],
  ['typescript', 'const runs = [{ id: "gpt-4o", temperature }];', 'model'],
  ['typescript', 'const models = [{ id: "gpt-4o", temperature: true }];', 'label'],
  ['typescript', 'const models = [{ id: "gpt-4o", name: "GPT-4o", temperature: 0.2 }];', 'label'],
  ['typescript', 'const models = [{ id: "gpt-4o", contextWindow: 128000, temperature: 0.2 }];', 'label'],
  ['typescript', 'const models = [{ id: "gpt-4o", temperature: 0.2, costPer1k: 0.1 }];', 'label'],
  ['typescript', 'const runs = [{ name: "gpt-4o", temperature: 0.2, score: 0.9 }];', 'label'],
  ['typescript', 'const kept = { metadata: { name: "gpt-4o", temperature: 0.2 } };', 'label'],
  ['typescript', 'const runs = [{ label: "gpt-4o", temperature: 0.2 }];', 'label'],
  ['python', 'runs = [Run(name="gpt-4o", temperature=0.2)]', 'label'],
  ['python', 'embedder = Info(name="text-embedding-3-small")', 'model'],
  // Only the list's model is found.
  ['python', 'devices = [{"name": "o1", "temperature": 21.5}, "gpt-4o"]', 'list'],
];

suite('find: what is kept, logged or described', () => {
  for (const [language, code, context] of rows)
    test(`${code} → ${context}`, () => assert.equal(only(code, language).context, context));

  test('a key that is a model’s own id is no name of what takes a model, although it speaks of embeddings', () => {
    const found = findReferences('known = {"text-embedding-3-small": Info(name="text-embedding-3-small")}', 'python');
    assert.deepEqual(
      found.map(({ context }) => context),
      ['key', 'label'],
    );
  });
});
