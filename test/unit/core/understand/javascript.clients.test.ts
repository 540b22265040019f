import assert from 'node:assert/strict';
import { told, understanding } from './javascript';

const ask = `c.responses.create({ model: 'gpt-4o' });`;
const own = 'openai api.openai.com';
const azure = 'azure AzureOpenAI(…)';
const [x, y] = [`'https://x.dev/v1'`, `'https://y.dev/v1'`];

/** A source, and where the traffic of its references goes, in their order. */
const table: Readonly<Record<string, readonly [source: string, ...routes: string[]][]>> = {
  addresses: [
    [`const c = new OpenAI({ baseURL: a ? ${x} : ${y} }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: a ? ${x} : 'https://api.openai.com/v1' }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: a ? ${x} : undefined }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: a && ${x} }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: ${x} || b }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: new URL('/v1', 'https://x.dev') }); ${ask}`, 'gateway x.dev'],
    [`const c = new OpenAI({ baseURL: new Path(${x}) }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: ${x}.concat(p) }); ${ask}`, 'unknown'],
    [`const p = '/v1'; const c = new OpenAI({ baseURL: \`\${process.env.HOST}\${p}\` }); ${ask}`, 'unknown'],
    [`const c = new OpenAI({ baseURL: null }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ baseURL: '/v1' }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ baseURL: config.url }); ${ask}`, 'unknown'],
    [`const at = { url: 'https://x.dev' }; const c = new OpenAI({ baseURL: at.url + '/v1' }); ${ask}`, 'gateway x.dev'],
    [`let b = ${x}; if (q) b = ${y}; const c = new OpenAI({ baseURL: b + '/v1' }); ${ask}`, 'unknown'],
    [`axios.post(${x}, { model: 'gpt-4o' });`, 'gateway x.dev'],
    [`log(${x}, { model: 'gpt-4o' });`, 'unknown'],
    [`fetch(...before, { model: 'gpt-4o' });`, 'unknown'],
  ],
  options: [
    [`const c = new OpenAI({ provider: 'azure' }); ${ask}`, 'azure provider: azure'],
    [`const c = new Client({ provider: 'ollama', name: 'x' }); ${ask}`, 'gateway provider: ollama'],
    [`const c = new OpenAI({ config: { baseURL: ${x} }, baseURL: process.env.B }); ${ask}`, 'unknown'],
    [
      `const c = new OpenAI({ baseURL: process.env.B, configuration: { azureOpenAIApiKey: k } }); ${ask}`,
      'azure azureOpenAIApiKey',
    ],
    [`let o = { baseURL: ${x} }; if (q) o = { baseURL: ${y} }; const c = new OpenAI(o); ${ask}`, 'gateway x.dev'],
    [`let o = { apiKey }; if (b) o = { apiKey, baseURL: b }; const c = new OpenAI(o); ${ask}`, 'unknown'],
    [`let o; if (b) o = { apiKey }; else o = { apiKey, timeout }; const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new AzureOpenAI().chat; c.other({ baseURL: ${x} }); ${ask}`, azure],
    [`const d = new AzureOpenAI(); const c = d.use({ baseURL: ${x} }); ${ask}`, azure],
    [`const d = new OpenAI(); const c = d.withOptions({ baseURL: ${x} }); ${ask}`, 'gateway x.dev'],
    [`const c = wrap({ client: new AzureOpenAI() }); ${ask}`, azure],
    [`const r = new AzureOpenAI(); other.ask(r, { model: 'gpt-4o' });`, azure],
    [`const r = await new AzureOpenAI().responses.create({}); other.ask(r, { model: 'gpt-4o' });`, 'unknown'],
    [`const c = new OpenAI({ azureOpenAIApiKey: '' }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ azureOpenAIApiKey: { of: 'both' } }); ${ask}`, 'openai OpenAI(…)'],
    [`const c = new OpenAI({ provider: p, vendor: 'ollama' }); ${ask}`, 'gateway vendor: ollama'],
    [`const c = new OpenAI({ options: { baseURL: ${x} }, config: {} }); ${ask}`, 'gateway x.dev'],
    [`const c = wrap({ other: new AzureOpenAI() }); ${ask}`, 'unknown'],
    [`const c = wrap(...clients); ${ask}`, 'unknown'],
    [`import { o } from './o'; const c = new OpenAI(o); ${ask}`, 'unknown'],
    [`import { o } from './o'; const c = new OpenAI({ ...o, timeout: 1 }); ${ask}`, 'unknown'],
    [`import { o } from './o'; const c = new OpenAI({ ...o, baseURL: 'https://api.openai.com/v1' }); ${ask}`, own],
    [`import { o } from './o'; const c = new AzureOpenAI(o); ${ask}`, azure],
    [`import { o } from './o'; const c = new OpenRouter(o); ${ask}`, 'gateway OpenRouter(…)'],
    [`const o = new Configuration({ apiKey }); const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
    [
      `const c = new OpenAI({ ...(org && { organization: org }), ...(q ? { timeout } : null) }); ${ask}`,
      'openai OpenAI(…)',
    ],
    [`let o = { apiKey }; o = { ...o, timeout }; const c = new OpenAI(o); ${ask}`, 'openai OpenAI(…)'],
  ],
  classes: [
    [
      `import { OpenAIEmbedding } from '@llamaindex/openai'; new OpenAIEmbedding({ model: 'gpt-4o' });`,
      'openai OpenAIEmbedding(…)',
    ],
    [`import { LLM } from '@llamaindex/openai'; new LLM({ model: 'gpt-4o' });`, 'unknown'],
    [`import { OpenAIThing } from 'other'; new OpenAIThing({ model: 'gpt-4o' });`, 'unknown'],
    [`import OpenAI from 'openai'; const c = new OpenAI.AzureOpenAI(); ${ask}`, 'azure OpenAI.AzureOpenAI(…)'],
    [`import openai from 'openai'; const c = new openai.AzureOpenAI(); ${ask}`, 'azure openai.AzureOpenAI(…)'],
    [`const openai = require('openai'); const c = new openai.AzureOpenAI(); ${ask}`, azure],
    [`const c = new (await import('openai')).AzureOpenAI(); ${ask}`, azure],
    [`import azure from '@acme/ai'; const c = azure; ${ask}`, 'azure azure(…)'],
    [`import { azure } from '@acme/ai'; const c = azure; ${ask}`, 'azure azure(…)'],
    [`import { default as azure } from '@acme/ai'; const c = azure; ${ask}`, 'azure azure(…)'],
    [
      `import { createAzure } from '@ai-sdk/azure'; const p = createAzure(); ask({ model: p('gpt-4o') });`,
      'azure createAzure(…)',
    ],
    [`function f(createAzure) { const c = createAzure(); ${ask} }`, 'unknown'],
    [`function f(AzureOpenAI) { const c = new AzureOpenAI(); ${ask} }`, 'unknown'],
    [
      `import { OpenAIClient } from '@azure/openai'; const c = new OpenAIClient('https://api.openai.com/v1', k); ${ask}`,
      'openai api.openai.com',
    ],
    [`class A extends B {} class B extends A {} const c = new A(); ${ask}`, 'unknown'],
    [`const My = class extends AzureOpenAI {}; const c = new My(); ${ask}`, azure],
    [`class My extends OpenAI { constructor() { super(); log(); } } const c = new My(); ${ask}`, 'openai OpenAI(…)'],
    [
      `class My extends OpenAI {
        f() { this.g({ baseURL: ${y} }); }
        constructor() { log({ baseURL: ${y} }); super({ baseURL: ${x} }); }
      } const c = new My(); ${ask}`,
      'gateway x.dev',
    ],
  ],
  types: [
    [`function f(c: OpenAI | null) { ${ask} }`, 'openai OpenAI'],
    [`function f(c: AzureOpenAI | OpenAI) { ${ask} }`, 'unknown'],
    [`function f(c: sdk.AzureOpenAI) { ${ask} }`, 'azure AzureOpenAI'],
    [`function f({ d, c }: { d: OpenAI; c: AzureOpenAI }) { ${ask} }`, 'azure AzureOpenAI'],
    [`function f({ c = null }: { c: AzureOpenAI }) { ${ask} }`, 'azure AzureOpenAI'],
    [`class A { d: OpenAI; c: AzureOpenAI; f() { this.${ask} } }`, 'azure AzureOpenAI'],
  ],
  'ways to a call': [
    [`const opts = () => ({ model: 'gpt-4o' }); new AzureOpenAI().responses.create(opts());`, azure],
    [`function opts() { return { model: 'gpt-4o' }; } new AzureOpenAI().responses.create(opts());`, azure],
    [`const list = ['gpt-4o']; for (const model of list) new AzureOpenAI().responses.create({ model });`, 'unknown'],
    [`const M = { a: 'gpt-4o', b: 'gpt-4' }; new AzureOpenAI().responses.create({ model: M.a });`, azure, 'unknown'],
    [`enum M { A = 'gpt-4o', B = 'gpt-4' } new AzureOpenAI().responses.create({ model: M.A });`, azure, 'unknown'],
    [`class A { static M = 'gpt-4o'; f() { new AzureOpenAI().responses.create({ model: A.M }); } }`, azure],
    [`class A { m = 'gpt-4o'; f() { new AzureOpenAI().responses.create({ model: this.m }); } }`, azure],
    [`class A { constructor() { this.m = 'gpt-4o'; } f() { new AzureOpenAI().create({ model: this.m }); } }`, azure],
    [`const M = q === 'gpt-4o' ? a : b; new AzureOpenAI().responses.create({ model: M });`, 'unknown'],
    [`import { ask } from 'ai'; const M = 'openai/gpt-4o'; ask({ model: M });`, 'gateway ask("openai/…")'],
  ],
};

suite('clients in JavaScript and TypeScript', () => {
  for (const [title, rows] of Object.entries(table)) {
    suite(title, () => {
      for (const [source, ...expected] of rows) {
        test(source.replaceAll(/\s+/g, ' '), () =>
          assert.deepEqual(
            understanding(source).references.map(({ route }) => told(route)),
            expected,
          ),
        );
      }
    });
  }
});
