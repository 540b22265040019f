import * as assert from 'node:assert/strict';
import { findInLexer, findLocated, findReferences } from '../../../../src/core/find/find';
import { Lexer } from '../../../../src/core/find/lexer/lexer';
import type { Language } from '../../../../src/core/find/reference';
import { only } from './only';

suite('find: routes', () => {
  const rows: readonly [code: string, language: Language, kind: string, evidence?: string][] = [
    ['f(model="gpt-4o")', 'python', 'unknown'],
    ['f(model="openai/gpt-4o")', 'python', 'openai', 'openai/'],
    ['f(model="azure/gpt-4o")', 'python', 'azure', 'azure/'],
    ['f(model="openrouter/openai/gpt-4o")', 'python', 'gateway', 'openrouter/openai/'],
    ['f(model="openai/gpt-4o:online")', 'python', 'gateway', ':online'],
    ['f(model="openai/gpt-4o:nitro")', 'python', 'gateway', ':nitro'],
    ['f(model="openai/gpt-4o:batch")', 'python', 'gateway', ':batch'],
    ['f(model="gpt-4o:extended")', 'python', 'gateway', ':extended'],
    ['f(model="litellm_proxy/openai/gpt-4o")', 'python', 'gateway', 'litellm_proxy/openai/'],
    ['f(model="litellm_proxy/gpt-4o")', 'python', 'gateway', 'litellm_proxy/'],
    ['f(model="github/gpt-4o")', 'python', 'gateway', 'github/'],
    ['f(model="openai::responses::gpt-5-codex")', 'python', 'openai', 'openai::responses::'],
    ['f(model="tensorzero::model_name::openai::gpt-4o")', 'python', 'openai', 'tensorzero::model_name::openai::'],
    [
      'f(model="tensorzero::embedding_model_name::openai::text-embedding-3-small")',
      'python',
      'openai',
      'tensorzero::embedding_model_name::openai::',
    ],
    ['f(model="tensorzero::model_name::gpt-4o")', 'python', 'unknown'],
    ['TensorZeroGateway.build_embedded(model="openai::gpt-4o")', 'python', 'openai', 'openai::'],
    ['ModelGateway(model="openai/gpt-4o")', 'python', 'gateway', 'ModelGateway(…)'],
    ['AzureOpenAI(model="gpt-4o")', 'python', 'azure', 'AzureOpenAI(…)'],
    ['AzureChatOpenAI(azure_deployment="gpt-4o")', 'python', 'azure', 'AzureChatOpenAI(…)'],
    ['f(azure_deployment="gpt-4o")', 'python', 'azure', 'azure_deployment'],
    ['f(model="gpt-35-turbo")', 'python', 'azure', 'gpt-35-turbo'],
    ['azure("gpt-4o")', 'typescript', 'azure', 'azure(…)'],
    ['openai.chat("gpt-4o")', 'typescript', 'openai', 'openai.chat(…)'],
    ['new ChatOpenAI({ model: "gpt-4o" })', 'typescript', 'openai', 'ChatOpenAI(…)'],
    ['new AzureChatOpenAI({ model: "gpt-4o" })', 'typescript', 'azure', 'AzureChatOpenAI(…)'],
    ['openrouter("openai/gpt-4o")', 'typescript', 'gateway', 'openrouter(…)'],
    ['new OpenAIEmbedding({ model: "gpt-4o" })', 'typescript', 'openai', 'OpenAIEmbedding(…)'],
    ['OpenAIChatCompletionClient(model="gpt-4o")', 'python', 'openai', 'OpenAIChatCompletionClient(…)'],
    ['AzureOpenAIChatCompletionClient(model="gpt-4o")', 'python', 'azure', 'AzureOpenAIChatCompletionClient(…)'],
    ['OpenAILikeChat(model="gpt-4o")', 'python', 'unknown'],
    ['OpenAIResponses(id="gpt-4o")', 'python', 'openai', 'OpenAIResponses(…)'],
    ['openai?.("gpt-4o")', 'typescript', 'openai', 'openai(…)'],
    ['openRouterText("openai/gpt-4o")', 'typescript', 'gateway', 'openRouterText(…)'],
    ['vercelGatewayText("openai/gpt-4o")', 'typescript', 'gateway', 'vercelGatewayText(…)'],
    ['inference.LLM(model="openai/gpt-4o")', 'python', 'gateway', 'inference.LLM(…)'],
    ['AgentSession(llm="openai/gpt-4o")', 'python', 'gateway', 'AgentSession(…)'],
    ['new AgentSession({ selection: { baseModelId: "openai/gpt-4o" } })', 'typescript', 'openai', 'openai/'],
    ['AgentSession(agent_data={"model": "gpt-4o"})', 'python', 'unknown'],
    ['AgentSession(llm=openai.LLM(model="gpt-4o"))', 'python', 'openai', 'openai.LLM(…)'],
    ['investigate("gpt-4o")', 'python', 'unknown'],
    ['OPENROUTER_MODEL = "openai/gpt-4o"', 'python', 'gateway', 'OPENROUTER_MODEL'],
    ['OPENROUTER_MODEL = os.getenv("MODEL", "openai/gpt-4o")', 'python', 'gateway', 'OPENROUTER_MODEL'],
    ['f(github_model=os.environ.get("MODEL", "openai/gpt-4o"))', 'python', 'gateway', 'github_model'],
    // What the default stands in for says it, too.
    ['model = os.getenv("OPENROUTER_MODEL", "openai/gpt-4o")', 'python', 'gateway', 'OPENROUTER_MODEL'],
    ['f(model=os.environ["AZURE_OPENAI_DEPLOYMENT"] or "gpt-4o")', 'python', 'azure', 'AZURE_OPENAI_DEPLOYMENT'],
    ['const model = process.env.AZURE_DEPLOYMENT! ?? "gpt-4o";', 'typescript', 'azure', 'AZURE_DEPLOYMENT'],
    ['f({ model: Deno.env.get("OPENROUTER_MODEL") || "gpt-4o" })', 'typescript', 'gateway', 'OPENROUTER_MODEL'],
    ['const model = settings.openrouterModel ?? "openai/gpt-4o";', 'typescript', 'gateway', 'openrouterModel'],
    ['const model = process.env.MODEL ?? "gpt-4o";', 'typescript', 'unknown'],
    ['const model = process.env.AZURE_MODEL ?? "openai/gpt-4o";', 'typescript', 'azure', 'AZURE_MODEL'],
    ['new ChatOpenAI({ model: process.env.OPENROUTER_MODEL ?? "gpt-4o" })', 'typescript', 'openai', 'ChatOpenAI(…)'],
    ['const pair = [process.env.AZURE_MODEL ?? "none", "gpt-4o"];', 'typescript', 'unknown'],
    ['f(azure, "gpt-4o")', 'python', 'unknown'],
    ['const GITHUB_MODELS_DEFAULT_MODEL = "openai/gpt-4o";', 'typescript', 'gateway', 'GITHUB_MODELS_DEFAULT_MODEL'],
    ['OPENROUTER_MODELS = [ask("openai/gpt-4o")]', 'python', 'openai', 'openai/'],
    ['const models = { openrouter: "openai/gpt-4o" };', 'typescript', 'gateway', 'openrouter'],
    ['const openRouterModel = "gpt-4o";', 'typescript', 'gateway', 'openRouterModel'],
    ['AZURE_MODEL = "gpt-4o"', 'python', 'azure', 'AZURE_MODEL'],
    ['f({ azureModel: "gpt-4o" })', 'typescript', 'azure', 'azureModel'],
    ['AZURE_MODEL = "openai/gpt-4o"', 'python', 'azure', 'AZURE_MODEL'],
    ['const AZURE_MODELS = { large: { model: "gpt-4o" } };', 'typescript', 'azure', 'AZURE_MODELS'],
    ['const defaults = { azure: { model: "gpt-4o" } };', 'typescript', 'azure', 'azure'],
    ['x = {"azure": [{"model": "gpt-4o"}]}', 'python', 'azure', 'azure'],
    ['x = {"openrouter": {"model": "openai/gpt-4o"}}', 'python', 'gateway', 'openrouter'],
    [
      'const env = { AZURE_DEPLOYMENT: z.string().min(1).default("gpt-4o") };',
      'typescript',
      'azure',
      'AZURE_DEPLOYMENT',
    ],
    ['z.object({ openrouterModel: z.string().default("openai/gpt-4o") })', 'typescript', 'gateway', 'openrouterModel'],
    ['const env = { AZURE_DEPLOYMENT: z.string().describe("gpt-4o") };', 'typescript', 'unknown'],
    ['azure = make({"model": "gpt-4o"})', 'python', 'unknown'],
    ['const azure = { f() { return ask({ model: "gpt-4o" }); } };', 'typescript', 'unknown'],
    ['OpenAIMultiModal(model="gpt-4o")', 'python', 'openai', 'OpenAIMultiModal(…)'],
    ['OpenAITextEmbedding("text-embedding-3-small")', 'python', 'openai', 'OpenAITextEmbedding(…)'],
    [
      'f.OpenAIEmbeddingFunction(model_name="text-embedding-3-small")',
      'python',
      'openai',
      'f.OpenAIEmbeddingFunction(…)',
    ],
    ['f.text2vec_openai(model="text-embedding-3-small")', 'python', 'openai', 'f.text2vec_openai(…)'],
    ['new OpenAI({ azureModel: "gpt-4o" })', 'typescript', 'openai', 'OpenAI(…)'],
  ];
  for (const [code, language, kind, evidence] of rows) {
    test(`${code} → ${kind}`, () =>
      assert.deepEqual(only(code, language).route, evidence ? { kind, evidence } : { kind }));
  }
});

suite('find: decoys', () => {
  const decoys: readonly [language: Language, code: string][] = [
    ['typescript', '// model: "gpt-4o"'],
    ['typescript', '/* "gpt-4o" */ const x = 1;'],
    ['typescript', 'const re = /"gpt-4o"/;'],
    ['typescript', 'const a = "use gpt-4o for this"'],
    ['typescript', 'const a = "GPT-4o"'],
    ['typescript', 'const a = "gpt-4-"'],
    ['typescript', 'const a = `${p}gpt-4o`'],
    ['typescript', 'import x from "gpt-4o";'],
    ['typescript', 'import "gpt-4o";'],
    ['typescript', 'const x = require("gpt-4o");'],
    ['typescript', 'const x = await import("gpt-4o");'],
    ['typescript', '"gpt-4o";'],
    ['typescript', 'const a = "gpt-4o-2024-08-06-temp-1"'],
    ['typescript', 'const a = "generation/direct/gpt-4"'],
    ['typescript', 'const a = "gpt-4o.json"'],
    ['typescript', 'const model = "gpt-oss-120b"'],
    ['typescript', 'const model = "text-embedding-004"'],
    ['typescript', 'const model = "whisper-large-v3"'],
    ['typescript', 'const model = "gpt-2"'],
    ['typescript', 'const mode = "ace/mode/ada"'],
    ['typescript', 'const gas = { event_id: "o1" }'],
    ['typescript', 'const term = namedNode("o1")'],
    ['typescriptreact', 'const a = <p>"gpt-4o"</p>;'],
    ['python', '# model="gpt-4o"'],
    ['python', '"gpt-4o"'],
    ['python', '"gpt-4o"\n'],
    ['python', '"gpt-4o"\r\nx = 1'],
    ['python', '"gpt-4o"; x = 1'],
    ['python', '"""Calls gpt-4o."""'],
    ['python', 'def f():\n    """gpt-4o"""\n    return 1'],
    ['python', 'name = b"gpt-4o"'],
    ['python', 'author = "ada"'],
    ['python', 'x = Symbol("o1")'],
    ['python', 'urn = "urn:o1"'],
  ];
  for (const [language, code] of decoys) {
    test(code.replace(/\s+/g, ' '), () => assert.deepEqual(findReferences(code, language), []));
  }
});

suite('find: short and wordlike ids', () => {
  test('count beside another id', () => {
    const found = findReferences('ask("o1"); ask("gpt-4o");', 'typescript');
    assert.deepEqual(
      found.map((r) => r.model),
      ['o1', 'gpt-4o'],
    );
  });
  const named = [
    'create(model="o3")',
    'chooseModel("o3")',
    'checkIsMODELValid("o3")',
    'fast_llm = "o1"',
    'engine = "davinci"',
    'openai("o3")',
    'create_chat("o3")',
    'GPT_O3 = "o3"',
    'if model == "o1": pass',
    'if "o1" in LLM_NAME: pass',
    'if engine.startswith("ada"): pass',
    'if Model.endswith("ada"): pass',
    'if Engine == "davinci": pass',
    'if llm == "o1": pass',
  ];
  for (const code of named) test(`count where a name speaks of models: ${code}`, () => only(code, 'python'));
  const others = [
    'say("o1")  # no model',
    'if author == "ada": pass',
    'model_title = "o1"',
    'model\nif a == "o1": pass',
  ];
  for (const code of others)
    test(`do not count elsewhere: ${JSON.stringify(code)}`, () => assert.deepEqual(findReferences(code, 'python'), []));
  const labels: readonly [Language, code: string][] = [
    ['typescript', 'f({ label: "o1", model: "gpt-4o" })'],
    ['typescript', 'const eventId = "o1"; item.title = "o3"; ask("gpt-4o");'],
    ['python', 'event_id = "o1"\nclass Row:\n  display_name: str = "o3"\nask("gpt-4o")'],
  ];
  for (const [language, code] of labels)
    test(`never count under a label, even beside another id: ${JSON.stringify(code)}`, () =>
      assert.deepEqual(
        findReferences(code, language).map((r) => r.model),
        ['gpt-4o'],
      ));
  test('count in a table of models, whatever its rows are called', () =>
    assert.equal(findReferences('const models = { summary: "o3", chat: "gpt-4o" };', 'typescript').length, 2));
});

suite('find: positions and half-typed code', () => {
  test('offsets are UTF-16 units behind emoji and a byte order mark', () => {
    const code = '\uFEFFconst s = "😀"; f({ model: "gpt-4o" })';
    assert.equal(only(code, 'typescript').start, code.indexOf('gpt-4o'));
  });
  const broken: readonly [Language, string][] = [
    ['typescript', 'const a = foo({ model: "gpt-4o", '],
    ['typescript', 'const s = "unterminated\nf({ model: "gpt-4o" })'],
    ['typescript', 'if (x { f({ model: "gpt-4o" }) } ) }'],
    ['typescript', '<<<<<<< HEAD\nf({ model: "gpt-4o" })\n=======\n>>>>>>> other'],
    ['typescript', 'const t = `never closed\nf({ model: "gpt-4o" })'],
    ['typescriptreact', 'const a = <div>\nfunction f() { return { model: "gpt-4o" } }'],
    ['typescriptreact', 'const a = <Chat title="never closed />\nconst b = { model: "gpt-4o" }'],
    ['typescriptreact', "const a = <Chat title=\"never closed />;\nconst b = { model: 'gpt-4o' }"],
    ['python', 'def f(:\n    create(model="gpt-4o"'],
    ['python', 's = "unterminated\ncreate(model="gpt-4o")'],
    ['python', 'print "old", f(model="gpt-4o")'],
    ['python', 'x = """never closed\ncreate(model="gpt-4o")'],
    ['python', 'x = f"{never closed\ncreate(model="gpt-4o")'],
  ];
  test('an unclosed bracket does not swallow the statements behind it', () => {
    const code = 'first = ask(model="gpt-4o",\n\ndef f():\n    cheap = "gpt-4o-mini"\n    return cheap\n';
    assert.deepEqual(
      findReferences(code, 'python').map((r) => [r.model, r.context]),
      [
        ['gpt-4o', 'model'],
        ['gpt-4o-mini', 'constant'],
      ],
    );
  });
  const waiting: readonly [Language, string][] = [
    ['typescript', 'f({ a: x ? y, model: "gpt-4o" })'],
    ['typescript', 'const a = x ? y\nconst b = { model: "gpt-4o" }'],
    ['python', 'f({"a": lambda x, "model": "gpt-4o"})'],
    ['python', 'a = lambda x\nb = {"model": "gpt-4o"}'],
  ];
  for (const [language, code] of waiting)
    test(`no half takes the next key’s colon: ${code}`, () => assert.equal(only(code, language).name, 'model'));

  for (const [language, code] of broken)
    test(code.replace(/\s+/g, ' '), () => assert.equal(only(code, language).model, 'gpt-4o'));
});

suite('find: what a reference tells', () => {
  test('the model that Weaviate’s configuration names in parts', () => {
    const model = (code: string): string => only(code, 'python').model;
    assert.equal(model('{"model": "ada", "modelVersion": "002", "type": "text"}'), 'text-embedding-ada-002');
    assert.equal(model('{"model": "ada",\n  modelVersion: \'002\' }'), 'text-embedding-ada-002');
    assert.equal(model('{"model": "ada", "type": "text"}'), 'ada');
    assert.equal(model('{"model": "ada", "modelVersion": version}'), 'ada');
    assert.equal(model('{"model": "davinci", "modelVersion": "002"}'), 'davinci');
  });

  test('its place, name and callee, white space left out', () => {
    const code = 'x = 1\nclient\n  .responses.create({ model: "gpt-4o" })';
    assert.deepEqual(findLocated(code, 'typescript'), [
      {
        start: 43,
        end: 49,
        text: 'gpt-4o',
        model: 'gpt-4o',
        context: 'model',
        role: 'use',
        route: { kind: 'unknown' },
        line: 2,
        column: 30,
        name: 'model',
        callee: 'client.responses.create',
      },
    ]);
    assert.deepEqual(Object.keys(only('["gpt-4o"]', 'typescript')), [
      ...['start', 'end', 'text', 'model', 'context', 'role', 'route'],
    ]);
    const tokenizer = only('const model = "gpt-4o" as TiktokenModel;', 'typescript');
    assert.deepEqual([tokenizer.context, tokenizer.name], ['tokenizer', 'model']);
    const row = only('const row = { model: "gpt-4o", cost: 1 };', 'typescript');
    assert.deepEqual([row.context, row.name], ['label', 'model']);
  });

  test('what stands beside it, between the same neighbours in a list, too', () => {
    const found = findReferences('x = [y, "gpt-4o", "gpt-4.1" + y, y + "gpt-4", "o3", y]', 'python');
    assert.deepEqual(
      found.map(({ context }) => context),
      ['list', 'expression', 'expression', 'list'],
    );
  });

  test('the same of a text that a lexer has taken, and of neighbours in a list', () => {
    const code = 'models = ["x", "gpt-4o", "azure/gpt-4o", "gpt-5", "x"]; ask("gpt-4o")';
    const lexer = new Lexer();
    lexer.takeString(code);
    const found = findInLexer(lexer, 'python');
    assert.deepEqual(found, findLocated(code, 'python'));
    assert.deepEqual(
      found.map(({ context, route }) => [context, route.kind]),
      [
        ['list', 'unknown'],
        ['list', 'azure'],
        ['list', 'unknown'],
        ['argument', 'unknown'],
      ],
    );
  });
});
