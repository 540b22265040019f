import { testRoutes } from './javascript';

/** A source, and where the traffic of its references goes, in their order. */
const table: Readonly<Record<string, readonly [source: string, ...routes: string[]][]>> = {
  'the client a call is made on': [
    [`const c = new OpenAI(); c.chat.completions.create({ model: 'gpt-4o' });`, 'openai OpenAI(…)'],
    [`const c = new AzureOpenAI(); c.chat.completions.create({ model: 'gpt-4o' });`, 'azure AzureOpenAI(…)'],
    [
      `import { AzureOpenAI as O } from 'openai'; new O().responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `import * as sdk from 'openai'; new sdk.AzureOpenAI().responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const { AzureOpenAI: A } = require('openai'); new A().responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const OpenAI = require('openai'); const c = new OpenAI(); await c.responses.create({ model: 'gpt-4o' });`,
      'openai OpenAI(…)',
    ],
    [
      `import { OpenAIClient } from '@azure/openai'; new OpenAIClient(e, k).getChat({ model: 'gpt-4o' });`,
      'azure @azure/openai',
    ],
    [
      `const c = new OpenAI({ baseURL: process.env.BASE, defaultQuery: { 'api-version': '1' } });
      c.responses.create({ model: 'gpt-4o' });`,
      'azure api-version',
    ],
    [
      `const suffix = process.env.SUFFIX || 'openai.azure.com';
      const c = new OpenAI({ baseURL: \`https://\${process.env.NAME}.\${suffix}/openai\` }); c.responses.create({ model: 'gpt-4o' });`,
      'azure *.openai.azure.com',
    ],
    [`const c = cond ? new OpenAI() : new AzureOpenAI(); c.responses.create({ model: 'gpt-4o' });`, 'unknown'],
    [`let c; c ??= new AzureOpenAI(); c.responses.create({ model: 'gpt-4o' });`, 'azure AzureOpenAI(…)'],
    [
      `const c = (globalThis.c as OpenAI) ?? new AzureOpenAI(); c.responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const clients = { a: new AzureOpenAI(), o: new OpenAI() };
      clients.a.responses.create({ model: 'gpt-4o' }); clients.o.responses.create({ model: 'gpt-4' });`,
      'azure AzureOpenAI(…)',
      'openai OpenAI(…)',
    ],
    [`const { responses } = new AzureOpenAI(); responses.create({ model: 'gpt-4o' });`, 'azure AzureOpenAI(…)'],
    [
      `function client() { return new AzureOpenAI(); } client().responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const client = async () => new AzureOpenAI(); (await client()).responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [`class My extends AzureOpenAI {} new My().responses.create({ model: 'gpt-4o' });`, 'azure AzureOpenAI(…)'],
    [
      `class My extends OpenAI { constructor() { super({ baseURL: 'https://x.dev/v1' }); } }
      new My().responses.create({ model: 'gpt-4o' });`,
      'gateway x.dev',
    ],
    [`azure; new Thing().create({ model: 'gpt-4o' }); // Azure`, 'unknown'],
  ],
  'fields and parameters': [
    [
      `class A { c = new AzureOpenAI(); f() { return this.c.responses.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI(…)',
    ],
    [
      `class A { constructor() { this.c = new AzureOpenAI(); } f = () => this.c.responses.create({ model: 'gpt-4o' }); }`,
      'azure AzureOpenAI(…)',
    ],
    [
      `class A { #c; private c: AzureOpenAI; f() { return this.c.responses.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI',
    ],
    [
      `class A { constructor(private readonly c: AzureOpenAI) {} f() { return this.c.responses.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI',
    ],
    [
      `class A { get c() { return new AzureOpenAI(); } f() { return this.c.responses.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI(…)',
    ],
    [
      `class A { make() { return new AzureOpenAI(); } f() { return this.make().responses.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI(…)',
    ],
    [`class A { static c = new AzureOpenAI(); } A.c.responses.create({ model: 'gpt-4o' });`, 'azure AzureOpenAI(…)'],
    [
      `class A { c = new OpenAI(); f() { return function () { return this.c.responses.create({ model: 'gpt-4o' }); }; } }`,
      'unknown',
    ],
    [`function f(c: AzureOpenAI) { return c.responses.create({ model: 'gpt-4o' }); }`, 'azure AzureOpenAI'],
    [`function f(c = new AzureOpenAI()) { return c.responses.create({ model: 'gpt-4o' }); }`, 'azure AzureOpenAI(…)'],
    [
      `function f({ c = new AzureOpenAI() } = {}) { return c.responses.create({ model: 'gpt-4o' }); }`,
      'azure AzureOpenAI(…)',
    ],
    [
      `function f({ c }: { c: AzureOpenAI | undefined }) { return c?.responses.create({ model: 'gpt-4o' }); }`,
      'azure AzureOpenAI',
    ],
    [`function f(c) { return c.responses.create({ model: 'gpt-4o' }); }`, 'unknown'],
  ],
  shadowing: [
    [
      `const c = new AzureOpenAI(); { const c = new OpenAI(); c.responses.create({ model: 'gpt-4o' }); }`,
      'openai OpenAI(…)',
    ],
    [`const c = new AzureOpenAI(); function f(c) { c.responses.create({ model: 'gpt-4o' }); }`, 'unknown'],
    [`const openai = createAzure(); openai('gpt-4o');`, 'azure createAzure(…)'],
    [`const azure = createOpenAI(); azure('gpt-4o');`, 'openai createOpenAI(…)'],
    [`import { azure as openai } from '@ai-sdk/azure'; openai('gpt-4o');`, 'azure azure(…)'],
  ],
  'base URLs': [
    [
      `const o = {}; o.baseURL = 'https://x.dev/v1'; new OpenAI(o).responses.create({ model: 'gpt-4o' });`,
      'gateway x.dev',
    ],
    [`const o = {}; if (u) o['baseURL'] = u; new OpenAI({ ...o }).responses.create({ model: 'gpt-4o' });`, 'unknown'],
    [`const o = {}; o.timeout = 1; new OpenAI(o).responses.create({ model: 'gpt-4o' });`, 'openai OpenAI(…)'],
    [`new OpenAI({ ...(u && { baseURL: u }) }).responses.create({ model: 'gpt-4o' });`, 'unknown'],
    [`new OpenAI({ ...(u ? { baseURL: 'https://x.dev' } : {}) }).responses.create({ model: 'gpt-4o' });`, 'unknown'],
    [
      `const o = a ? { baseURL: 'https://x.dev' } : { baseURL: 'https://y.dev' };
      new OpenAI(o).responses.create({ model: 'gpt-4o' });`,
      'gateway x.dev',
    ],
    [`new OpenAI({ ...(p && { project: p }) }).responses.create({ model: 'gpt-4o' });`, 'openai OpenAI(…)'],
    [
      `new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }).responses.create({ model: 'openai/gpt-4o' });`,
      'gateway openrouter.ai',
    ],
    [
      `new OpenAI({ baseURL: 'https://api.openai.com/v1' }).responses.create({ model: 'gpt-4o' });`,
      'openai api.openai.com',
    ],
    [
      `new OpenAI({ baseURL: 'https://eu.api.openai.com/v1' }).responses.create({ model: 'gpt-4o' });`,
      'openai eu.api.openai.com',
    ],
    [
      `new OpenAI({ baseURL: 'https://api.openai.com.evil.io/v1' }).responses.create({ model: 'gpt-4o' });`,
      'gateway api.openai.com.evil.io',
    ],
    [`new OpenAI({ baseURL: 'http://localhost:1234/v1' }).responses.create({ model: 'gpt-4o' });`, 'gateway localhost'],
    [
      'new OpenAI({ baseURL: `https://${name}.openai.azure.com/` }).responses.create({ model: "gpt-4o" });',
      'azure *.openai.azure.com',
    ],
    [
      `new OpenAI({ baseURL: 'https://a.services.ai.azure.com/v1' }).responses.create({ model: 'gpt-4o' });`,
      'azure a.services.ai.azure.com',
    ],
    [`new OpenAI({ baseURL: process.env.URL }).responses.create({ model: 'gpt-4o' });`, 'unknown'],
    [
      `new OpenAI({ baseURL: process.env.AZURE_OPENAI_ENDPOINT }).responses.create({ model: 'gpt-4o' });`,
      'azure AZURE_OPENAI_ENDPOINT',
    ],
    [
      `const { OPENROUTER_URL } = process.env; new OpenAI({ baseURL: OPENROUTER_URL }).responses.create({ model: 'gpt-4o' });`,
      'gateway OPENROUTER_URL',
    ],
    [
      'new OpenAI({ baseURL: `${env["AZURE_ENDPOINT"]}/openai/v1/` }).responses.create({ model: "gpt-4o" });',
      'azure AZURE_ENDPOINT',
    ],
    [
      `const url = Deno.env.get('AZURE_URL')!; new OpenAI({ baseURL: url + '/v1' }).responses.create({ model: 'gpt-4o' });`,
      'azure AZURE_URL',
    ],
    [
      `new OpenAI({ baseURL: this.config.openRouter.url }).responses.create({ model: 'gpt-4o' });`,
      'gateway openRouter',
    ],
    [
      `new OpenAI({ baseURL: process.env.AZURE_URL ?? 'https://api.openai.com/v1' }).responses.create({ model: 'gpt-4o' });`,
      'openai api.openai.com',
    ],
    [
      `new OpenAI({ baseURL: azure ? process.env.AZURE_URL : process.env.URL }).responses.create({ model: 'gpt-4o' });`,
      'unknown',
    ],
    [
      `import { AIProjectClient } from '@azure/ai-projects'; const project = new AIProjectClient(endpoint, credential);
      const client = await project.getOpenAIClient(); client.responses.create({ model: 'gpt-4o' });`,
      'azure AIProjectClient(…)',
    ],
    [`new OpenAI({ baseURL: undefined }).responses.create({ model: 'gpt-4o' });`, 'openai OpenAI(…)'],
    [
      `new OpenAI({ baseURL: process.env.URL ?? 'https://oai.helicone.ai/v1' }).responses.create({ model: 'gpt-4o' });`,
      'gateway oai.helicone.ai',
    ],
    [
      `const HOST = 'https://gw.example.com'; new OpenAI({ baseURL: HOST + '/v1' }).responses.create({ model: 'gpt-4o' });`,
      'gateway gw.example.com',
    ],
    [
      `const options = { baseURL: 'https://x.dev/v1' }; new OpenAI({ ...options }).responses.create({ model: 'gpt-4o' });`,
      'gateway x.dev',
    ],
    [
      `const c = new OpenAI(); c.withOptions({ baseURL: 'https://x.dev/v1' }).responses.create({ model: 'gpt-4o' });`,
      'gateway x.dev',
    ],
    [
      `const c = new AzureOpenAI(); c.withOptions({ timeout: 1 }).responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `fetch('https://openrouter.ai/api/v1/chat', { body: JSON.stringify({ model: 'openai/gpt-4o' }) });`,
      'gateway openrouter.ai',
    ],
    [
      `fetch('https://api.openai.com/v1/responses', { body: JSON.stringify({ model: 'gpt-4o' }) });`,
      'openai api.openai.com',
    ],
    [`axios.post('/api/chat', { model: 'gpt-4o' });`, 'unknown'],
    [
      `fetchWithRetry('https://openrouter.ai/api/v1/chat', { body: JSON.stringify({ model: 'openai/gpt-4o' }) });`,
      'gateway openrouter.ai',
    ],
    [
      `import { OPENROUTER_API_URL } from '../config'; import { fetchWithRetry } from '../net';
      fetchWithRetry(OPENROUTER_API_URL, { body: JSON.stringify({ model: 'openai/gpt-4o' }) });`,
      'gateway OPENROUTER_API_URL',
    ],
    [`fetchAnswer('/api/chat', { model: 'gpt-4o' });`, 'unknown'],
    [`batch({ url: '/v1/chat', endpoint: '/v1/chat/completions', model: 'gpt-4o' });`, 'unknown'],
  ],
  'LangChain and others that take all in one': [
    [`new ChatOpenAI({ model: 'gpt-4o' });`, 'openai ChatOpenAI(…)'],
    [`new ChatOpenAI({ model: 'gpt-4o', configuration: { baseURL: 'https://x.dev/v1' } });`, 'gateway x.dev'],
    [`new ChatOpenAI({ model: 'gpt-4o' }, { basePath: 'https://x.dev/v1' });`, 'gateway x.dev'],
    [`new ChatOpenAI({ model: 'gpt-4o', azureOpenAIApiKey: key });`, 'azure azureOpenAIApiKey'],
    [`new ChatOpenAI({ model: 'gpt-4o', azureOpenAIApiKey: undefined });`, 'openai ChatOpenAI(…)'],
    [`const settings = { azureOpenAIApiKey: '', azureEndpoint: \`\`, model: 'gpt-4o' };`, 'unknown'],
    [`const models = { fast: { model: 'gpt-4o' }, azureOpenAi: { title: 'Azure' } };`, 'unknown'],
    [`const defaults = { openai: 'gpt-4o', azureOpenAI: 'phi-4' };`, 'unknown'],
    [`new AzureChatOpenAI({ model: 'gpt-4o' });`, 'azure AzureChatOpenAI(…)'],
    [`create(new OpenAI(), { deploymentName: 'gpt-4o' });`, 'azure deploymentName'],
    [`const s = { provider: 'openai', azureOpenAIApiVersion: v, model: 'gpt-4o' };`, 'unknown'],
    [`const s = { openaiModel: 'gpt-4o', azureOpenAIModel: 'phi-4' };`, 'unknown'],
    [`const s = { provider: 'openai', openaiModel: 'phi-4', openrouterModel: 'gpt-4o' };`, 'gateway openrouterModel'],
    [`const s = { apiURL: 'https://api.openai.com', azureAPIModel: 'gpt-4o' };`, 'azure azureAPIModel'],
    [`const s = { apiURL: 'https://openai.dev', azureAPIModel: 'gpt-4o' };`, 'gateway openai.dev'],
    [`const s = { apiURL: 'https://api.openai.com', chatModel: 'gpt-4o' };`, 'openai api.openai.com'],
    [`const s = { openaiApiKey: k, azureOpenAIApiKey: a, azureEndpoint: e, model: 'gpt-4o' };`, 'unknown'],
    [`const s = { openaiApiKey: '', azureEndpoint: e, azureApiKey: a, model: 'gpt-4o' };`, 'azure azureEndpoint'],
    [`const s = { apiKey: k, azureEndpoint: e, model: 'gpt-4o' };`, 'azure azureEndpoint'],
    [`const config = { model: 'gpt-4o', azureOpenAIApiDeploymentName: 'x' };`, 'azure azureOpenAIApiDeploymentName'],
    [`initChatModel('gpt-4o', { modelProvider: 'azure_openai' });`, 'azure modelProvider: azure_openai'],
    [
      `import { OpenAIEmbedding } from '@llamaindex/openai'; new OpenAIEmbedding({ model: 'text-embedding-3-small' });`,
      'openai OpenAIEmbedding(…)',
    ],
    [
      `new Memory({ llm: { provider: 'openai', config: { baseURL: 'https://x.dev', model: 'gpt-4o' } } });`,
      'gateway x.dev',
    ],
    [`new OpenAIChatCompletionsModel(new AzureOpenAI(), 'gpt-4o');`, 'azure AzureOpenAI(…)'],
    [`new Stagehand({ modelName: 'gpt-4o', modelClientOptions: { baseURL: 'https://x.dev' } });`, 'gateway x.dev'],
  ],
  wrappers: [
    [`const c = wrapOpenAI(new AzureOpenAI()); c.responses.create({ model: 'gpt-4o' });`, 'azure AzureOpenAI(…)'],
    [
      `const a = new AzureOpenAI(); const c = Instructor({ client: a, mode: 'TOOLS' }); c.chat.completions.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const c = observeOpenAI(observeOpenAI(new AzureOpenAI())); c.responses.create({ model: 'gpt-4o' });`,
      'azure AzureOpenAI(…)',
    ],
    [`const o = new OpenAI(); const text = await o.responses.create({}); judge(text, 'gpt-4o');`, 'unknown'],
  ],
  'AI SDK': [
    [
      `import { generateText } from 'ai'; generateText({ model: 'openai/gpt-4o' });`,
      'gateway generateText("openai/…")',
    ],
    [`import { Agent } from '@mastra/core'; new Agent({ model: 'openai/gpt-4o' });`, 'openai openai/'],
    [`import { gateway } from 'ai'; gateway('openai/gpt-4o');`, 'gateway gateway(…)'],
    [
      `import { generateText } from 'ai'; import { openai } from '@ai-sdk/openai'; generateText({ model: openai('gpt-4o') });`,
      'openai openai(…)',
    ],
    [
      `const p = createOpenAI({ baseURL: 'https://x.dev/v1' }); generateText({ model: p.responses('gpt-4o') });`,
      'gateway x.dev',
    ],
    [
      `const p = createOpenAICompatible({ baseURL: url, name: 'x' }); p('gpt-4o');`,
      'gateway createOpenAICompatible(…)',
    ],
    [
      `const p = createOpenAICompatible({ baseURL: 'https://api.openai.com/v1' }); p('gpt-4o');`,
      'openai api.openai.com',
    ],
    [`const p = createOpenRouter(); p.chat('openai/gpt-4o');`, 'gateway createOpenRouter(…)'],
    [`const m = wrapLanguageModel({ model: azure('gpt-4o'), middleware });`, 'azure azure(…)'],
    [
      `const p = createAzure(); generateText({ model: cond ? p('gpt-4o') : p('gpt-4') });`,
      'azure createAzure(…)',
      'azure createAzure(…)',
    ],
  ],
  'strings that say it themselves': [
    [`new OpenAI().responses.create({ model: 'azure/gpt-4o' });`, 'azure azure/'],
    [`const c = new OpenAI(); c.responses.create({ model: 'gpt-35-turbo' });`, 'azure gpt-35-turbo'],
    [`new AzureOpenAI().responses.create({ model: 'openai/gpt-4o' });`, 'azure AzureOpenAI(…)'],
  ],
  'constants and objects on their way to a call': [
    [`const M = 'gpt-4o'; new AzureOpenAI().responses.create({ model: M });`, 'azure AzureOpenAI(…)'],
    [`const a = new AzureOpenAI(), o = new OpenAI(), M = 'gpt-4o'; a.x({ model: M }); o.x({ model: M });`, 'unknown'],
    [
      `const params = { model: 'gpt-4o' }; new AzureOpenAI().responses.create({ ...params, input });`,
      'azure AzureOpenAI(…)',
    ],
    [
      `const params = () => ({ model: 'gpt-4o' }); new AzureOpenAI().responses.create(params());`,
      'azure AzureOpenAI(…)',
    ],
    [
      `class A { m = 'gpt-4o'; f() { new AzureOpenAI().responses.create({ model: this.m }); } }`,
      'azure AzureOpenAI(…)',
    ],
    [`enum M { A = 'gpt-4o' } new AzureOpenAI().responses.create({ model: M.A });`, 'azure AzureOpenAI(…)'],
    [
      `class F { static make(p, config) { if (p) return new A(config); if (q) return new B(config); return new AzureOpenAI(config); } }
      F.make('a', { model: 'gpt-4o' });`,
      'unknown',
    ],
    [`const M = 'gpt-4o'; a(M); b(M); c(M); new AzureOpenAI().responses.create({ model: M });`, 'unknown'],
    [`const all = ['gpt-4o', 'gpt-4']; new AzureOpenAI().check(all);`, 'unknown', 'unknown'],
  ],
};

suite('routes in JavaScript and TypeScript', () => {
  for (const [title, rows] of Object.entries(table)) {
    suite(title, () => {
      for (const [source, ...routes] of rows) testRoutes(source, routes);
    });
  }
});
