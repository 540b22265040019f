import * as assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import { understandFile } from '../../../src/workspace/understand-file';
import { clientRoutes, type Files } from './client-routes';

const azure = `new AzureOpenAI({ apiKey })`;

suite('Imported clients', () => {
  const typescript: readonly [title: string, text: string, files: Files, ...expected: string[]][] = [
    [
      'a client by its name',
      `import { openai } from './client';\nopenai.chat.completions.create({ model: 'gpt-4o' });`,
      { '/w/src/client.ts': `export const openai = ${azure};` },
      'azure: AzureOpenAI(…) (./client)',
    ],
    [
      'a client with an address of its own',
      `import openai from '@/lib/openai';\nopenai.responses.create({ model: 'gpt-4o' });`,
      { '/w/src/lib/openai.ts': `export default new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });` },
      'gateway: openrouter.ai (@/lib/openai)',
    ],
    [
      'a client of OpenAI’s own',
      `import { client as ai } from './client';\nawait ai.responses.create({ model: 'gpt-4o' });`,
      { '/w/src/client.ts': `export const client = new OpenAI();` },
      'openai: OpenAI(…) (./client)',
    ],
    [
      'a client that is a member of another',
      `import { azure } from './client';\nazure.responses.create({ model: 'gpt-4o' });`,
      { '/w/src/client.js': `module.exports = new OpenAI();\nmodule.exports.azure = ${azure};` },
      'azure: AzureOpenAI(…) (./client)',
    ],
    [
      'a client whose address only the environment knows',
      `import { openai } from './client';\nopenai.chat.completions.create({ model: 'gpt-4o' });`,
      { '/w/src/client.ts': `export const openai = new OpenAI({ baseURL: process.env.BASE_URL });` },
      'unknown (./client)',
    ],
    [
      'a function that makes one, under another name',
      `import { getClient } from './client';\nconst ai = getClient();\nai.images.generate({ model: 'dall-e-3' });`,
      { '/w/src/client.ts': `export const getClient = () => { const c = ${azure}; return c; };` },
      'azure: AzureOpenAI(…) (./client)',
    ],
    [
      'a function that keeps the one it made',
      `import { getClient } from './client';\n(await getClient()).images.generate({ model: 'dall-e-3' });`,
      {
        '/w/src/client.ts': `let c: OpenAI | null = null;
          export async function getClient() { if (!c) c = ${azure}; return c; }`,
      },
      'azure: AzureOpenAI(…) (./client)',
    ],
    [
      'a function that sends the request itself',
      `import { complete } from './complete';\nconst text = await complete({ model: 'gpt-4o', prompt });`,
      {
        '/w/src/complete.ts': `const c = ${azure};
          export async function complete(options) { const r = await c.responses.create(options); return r.output_text; }`,
      },
      'azure: AzureOpenAI(…) (./complete)',
    ],
    [
      'a provider of models',
      `import { openai } from './provider';\ngenerateText({ model: openai('gpt-4o') });`,
      { '/w/src/provider.ts': `export const openai = createOpenAI({ baseURL: 'https://gateway.example.com/v1' });` },
      'gateway: gateway.example.com (./provider)',
    ],
    [
      'one of several, through a file that hands them on',
      `import { clients } from '.';\nclients.azure.responses.create({ model: 'gpt-4o' });\nclients.own.responses.create({ model: 'gpt-5' });`,
      {
        '/w/src/index.ts': `export * from './clients';`,
        '/w/src/clients.ts': `export const clients = { azure: ${azure}, own: new OpenAI() };`,
      },
      'azure: AzureOpenAI(…) (.)',
      'openai: OpenAI(…) (.)',
    ],
    [
      'an object’s field, and its method that sends the request itself',
      `import { llm } from './llm';\nllm.client.responses.create({ model: 'gpt-4o' });\nawait llm.complete({ model: 'gpt-5' });`,
      {
        '/w/src/llm.ts': `class Llm { private client; constructor() { this.client = ${azure}; }
          async complete(options) { const r = await this.client.responses.create(options); return r.output_text; } }
          export const llm = new Llm();`,
      },
      'azure: AzureOpenAI(…) (./llm)',
      'azure: AzureOpenAI(…) (./llm)',
    ],
    [
      'CommonJS: by its name, and the file as a whole',
      `const { openai } = require('./a'); const whole = require('./b');
        openai.responses.create({ model: 'gpt-4o' }); whole.responses.create({ model: 'gpt-5' });`,
      {
        '/w/src/a.js': `const openai = ${azure}; module.exports = { openai };`,
        '/w/src/b.js': `module.exports = new OpenAI({ baseURL: 'https://b.example.com' });`,
      },
      'azure: AzureOpenAI(…) (./a)',
      'gateway: b.example.com (./b)',
    ],
    [
      'of another package of the monorepo: a client, a function that makes one, a model of another’s making',
      `import { openai, getClient } from '@acme/ai'; import ai from '@acme/ai/default'; import { createOpenAI } from '@acme/ai/own';
        openai.responses.create({ model: 'gpt-4o' }); getClient().images.generate({ model: 'dall-e-3' });
        generateText({ model: createOpenAI()('gpt-5') }); ai.responses.create({ model: 'gpt-4.1' });`,
      {
        '/w/package.json': `{ "workspaces": ["libs/ai"] }`,
        '/w/libs/ai/package.json': `{ "name": "@acme/ai" }`,
        '/w/libs/ai/src/index.ts': `export const openai = ${azure}; export const getClient = () => openai;`,
        '/w/libs/ai/src/default.ts': `export default ${azure};`,
        '/w/libs/ai/own.ts': `import { createOpenAI as make } from '@ai-sdk/openai';
          export const createOpenAI = () => make({ baseURL: 'https://x.dev/v1' });`,
      },
      'azure: AzureOpenAI(…) (@acme/ai)',
      'azure: AzureOpenAI(…) (@acme/ai)',
      'gateway: x.dev (@acme/ai/own)',
      'azure: AzureOpenAI(…) (@acme/ai/default)',
    ],
    [
      'of a package that the workspace has not: by its name',
      `import { azureClient } from '@acme/ai'; import { AzureOpenAI } from 'some-ai'; import { openai } from '@acme/sdk';
        azureClient.responses.create({ model: 'gpt-4o' }); new AzureOpenAI().responses.create({ model: 'gpt-4o' });
        openai.responses.create({ model: 'gpt-5' }); generateText({ model: openai('gpt-5') });`,
      { '/w/package.json': `{ "workspaces": ["libs/ai"] }`, '/w/libs/ai/package.json': `{ "name": "other" }` },
      'unknown',
      'azure: AzureOpenAI(…)',
      'openai: openai(…)',
      'openai: openai(…)',
    ],
    [
      'a name says less than the file that holds it, the string itself more',
      `import { AzureOpenAI } from './client';
        AzureOpenAI().responses.create({ model: 'gpt-4o' }); AzureOpenAI().responses.create({ model: 'openrouter/openai/gpt-4o' });`,
      { '/w/src/client.ts': `export const AzureOpenAI = () => new OpenAI();` },
      'openai: OpenAI(…) (./client)',
      'gateway: openrouter/openai/',
    ],
    [
      'an object’s, by the client or the address that it is made with',
      `import { a, b, c, d } from './llm'; a.complete({ model: 'gpt-4o' }); b.complete({ model: 'gpt-5' });
        c.client.responses.create({ model: 'o3' }); d.complete({ model: 'o4-mini' });`,
      {
        '/w/src/llm.ts': `import { azureClient } from './azure';
          class Llm { client; constructor(client, options) { this.client = client ?? new OpenAI(options); }
            complete(request) { return this.client.responses.create(request); } }
          export const a = new Llm(undefined, { baseURL: 'https://b.example.com' }); export const b = new Llm(${azure});
          export const c = new Llm(azureClient); export const d = new Llm();`,
      },
      'gateway: b.example.com (./llm)',
      'azure: AzureOpenAI(…) (./llm)',
      'unknown (./llm)',
      'openai: OpenAI(…) (./llm)',
    ],
    [
      'undecided where it may also be one of a third file',
      `import { a } from './a'; import { b } from './b'; import { c } from './c'; import { d } from './d';
        a.responses.create({ model: 'gpt-4o' }); b().responses.create({ model: 'gpt-5' });
        c.responses.create({ model: 'o3' }); d.responses.create({ model: 'o4-mini' });`,
      {
        '/w/src/a.ts': `import { azure } from './e'; export const a = azure ?? new OpenAI();`,
        '/w/src/b.ts': `import { azure } from './e'; export function b() { if (isAzure) return azure; return new OpenAI(); }`,
        '/w/src/c.ts': `import { makeClient } from './e'; export const c = isAzure ? makeClient() : new OpenAI();`,
        '/w/src/d.ts': `import { fail } from './e'; export const d = key ? new OpenAI() : fail();`,
      },
      'unknown (./a)',
      'unknown (./b)',
      'unknown (./c)',
      'openai: OpenAI(…) (./d)',
    ],
    [
      'a client that a function is given says more than the one it has',
      `import { ask } from './ask'; const own = new OpenAI();
        await ask({ model: 'gpt-4o', client: own }); await ask({ model: 'gpt-5' });`,
      {
        '/w/src/ask.ts': `const azure = ${azure};
          export function ask({ model, client = azure }) { return client.responses.create({ model }); }`,
      },
      'openai: OpenAI(…)',
      'azure: AzureOpenAI(…) (./ask)',
    ],
    [
      'nothing of files whose names end as an object’s own members are called',
      `import { a } from './a.constructor'; import { b } from './b.valueOf'; import { c } from './c.__proto__';
        a.responses.create({ model: 'gpt-4o' }); b.responses.create({ model: 'gpt-5' }); c.responses.create({ model: 'o3' });`,
      { '/w/src/a.constructor.ts': `export const a = ${azure};` },
      'azure: AzureOpenAI(…) (./a.constructor)',
      'unknown',
      'unknown',
    ],
    [
      'not by the file’s own client where an imported one is not known',
      `import { OpenAI } from 'openai';\nimport { ai, helper } from './own';\nconst own = new OpenAI();
        own.embeddings.create({ model: 'text-embedding-3-small' }); ai.responses.create({ model: 'gpt-4o' });`,
      { '/w/src/own.ts': `export const ai = make();` },
      'openai: OpenAI(…)',
      'unknown',
    ],
    [
      'nothing where the file does not say, is not there or lies outside',
      `import { a } from './a'; import { b } from './b'; import { c } from '../../c';
        a.responses.create({ model: 'gpt-4o' }); b.responses.create({ model: 'gpt-5' }); c.responses.create({ model: 'o3' });`,
      { '/w/src/a.ts': `export const a = make();`, '/c.ts': `export const c = ${azure};` },
      'unknown',
      'unknown',
      'unknown',
    ],
    [
      'files that import each other',
      `import { a } from './a';\na.responses.create({ model: 'gpt-4o' });`,
      { '/w/src/a.ts': `export { a } from './b';`, '/w/src/b.ts': `export { a } from './a';` },
      'unknown',
    ],
  ];
  for (const [title, text, files, ...expected] of typescript)
    test(`TypeScript: ${title}`, async () => assert.deepEqual(await clientRoutes(text, 'typescript', files), expected));

  test('a name that holds a model goes where the imported client goes', async () => {
    const text = `import { ai } from './client';\nconst MODEL = 'gpt-4o';\nai.responses.create({ model: MODEL });`;
    const source = {
      path: '/w/main.ts',
      text,
      language: 'typescript',
      references: findReferences(text, 'typescript'),
    } as const;
    const read = (file: string) => (file === '/w/client.ts' ? `export const ai = ${azure};` : undefined);
    const known = await understandFile(source, { roots: ['/w'], read });
    assert.deepEqual(
      known?.bindings.map(({ route }) => route.kind),
      ['azure'],
    );
    assert.deepEqual(
      known?.references.map(({ route }) => route.kind),
      ['azure'],
    );
  });
});
