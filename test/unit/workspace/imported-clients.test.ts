import * as assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import type { Language } from '../../../src/core/find/reference';
import { understandFile } from '../../../src/workspace/understand-file';

type Files = Readonly<Record<string, string>>;

/** The routes of the models in `/w/src/main.…`, as `kind: evidence (module)`. */
async function routes(text: string, language: Language, files: Files): Promise<string[]> {
  const path = `/w/src/main.${language === 'python' ? 'py' : 'ts'}`;
  const source = { path, text, language, references: findReferences(text, language) };
  const known = await understandFile(source, { roots: ['/w'], read: (file) => files[file] });
  assert.ok(known);
  return known.references.map(({ route: { kind, evidence, from } }) =>
    [kind, evidence && `: ${evidence}`, from && ` (${from})`].filter(Boolean).join(''),
  );
}

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
      'a name says less than the file that holds it, the string itself more',
      `import { AzureOpenAI } from './client';
        AzureOpenAI().responses.create({ model: 'gpt-4o' }); AzureOpenAI().responses.create({ model: 'openrouter/openai/gpt-4o' });`,
      { '/w/src/client.ts': `export const AzureOpenAI = () => new OpenAI();` },
      'openai: OpenAI(…) (./client)',
      'gateway: openrouter/openai/',
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
      `import { OpenAI } from 'openai';\nimport { ai, helper } from './ai';\nconst own = new OpenAI();
        own.embeddings.create({ model: 'text-embedding-3-small' }); ai.responses.create({ model: 'gpt-4o' });`,
      { '/w/src/ai.ts': `export const ai = make();` },
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
    test(`TypeScript: ${title}`, async () => assert.deepEqual(await routes(text, 'typescript', files), expected));

  const python: readonly [title: string, text: string, files: Files, ...expected: string[]][] = [
    [
      'a client by its name',
      'from clients import client\nclient.chat.completions.create(model="gpt-4o")\n',
      { '/w/src/clients.py': 'client = AzureOpenAI(api_key=key)\n' },
      'azure: AzureOpenAI(…) (clients)',
    ],
    [
      'clients whose names say something, too',
      'from .llm import azure, openai, router\nazure.responses.create(model="gpt-4o")\nopenai.responses.create(model="gpt-5")\nrouter.responses.create(model="o3")\n',
      {
        '/w/src/llm.py':
          'azure = AzureOpenAI()\nopenai = OpenAI(base_url="https://b.example.com")\nrouter = OpenAI(base_url="https://openrouter.ai/api/v1")\n',
      },
      'azure: AzureOpenAI(…) (.llm)',
      'gateway: b.example.com (.llm)',
      'gateway: openrouter.ai (.llm)',
    ],
    [
      'a client with an address of its own, under another name',
      'from .clients import client as ai\nai.responses.create(model="gpt-4o")\n',
      { '/w/src/clients.py': 'client = OpenAI(base_url="https://openrouter.ai/api/v1")\n' },
      'gateway: openrouter.ai (.clients)',
    ],
    [
      'a function that makes one',
      'from app.core.llm import get_client\nai = get_client()\nai.responses.create(model="gpt-4o")\n',
      { '/w/app/core/llm.py': 'def get_client():\n    client = AzureOpenAI()\n    return client\n' },
      'azure: AzureOpenAI(…) (app.core.llm)',
    ],
    [
      'a function that keeps the one it made',
      'from llm import get_client\nget_client().responses.create(model="gpt-4o")\n',
      {
        '/w/src/llm.py':
          '_client = None\ndef get_client():\n    global _client\n    if _client is None:\n        _client = AzureOpenAI()\n    return _client\n',
      },
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'a module’s',
      'import llm\nfrom app import clients\nllm.client.responses.create(model="gpt-4o")\nclients.make().responses.create(model="gpt-5")\n',
      {
        '/w/src/llm.py': 'client = AzureOpenAI()\n',
        '/w/app/clients.py': 'def make():\n    return OpenAI(base_url="https://b.example.com")\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'gateway: b.example.com (app)',
    ],
    [
      'an object’s attribute, through a package that hands it on',
      'from services import service\nservice.client.responses.create(model="gpt-4o")\n',
      {
        '/w/src/services/__init__.py': 'from .service import service\n',
        '/w/src/services/service.py': 'class Service:\n    client = AzureOpenAI()\n\nservice = Service()\n',
      },
      'azure: AzureOpenAI(…) (services)',
    ],
    [
      'an attribute that a method sets, and a method that sends the request itself',
      'from llm import llm\nllm.client.responses.create(model="gpt-4o")\nawait llm.complete(prompt, model="gpt-5")\n',
      {
        '/w/src/llm.py':
          'class Llm:\n    def __init__(self):\n        self.client = AzureOpenAI()\n\n    async def complete(self, prompt, model):\n        response = await self.client.responses.create(model=model, input=prompt)\n        return response.output[0].text\n\nllm = Llm()\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'an object’s that is made here',
      'from llm import Llm\nllm = Llm()\nllm.complete(prompt, model="gpt-4o")\n',
      {
        '/w/src/llm.py':
          'class Llm:\n    def __init__(self):\n        self.client = AzureOpenAI()\n\n    def complete(self, prompt, model):\n        return self.client.responses.create(model=model, input=prompt)\n',
      },
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'a function that sends the request itself, and one that does something else',
      'from llm import ask, window_of\nask("hi", model="gpt-4o")\nwindow_of(model="gpt-5")\n',
      {
        '/w/src/llm.py':
          'client = AzureOpenAI()\ndef ask(prompt, model):\n    if not prompt:\n        return None\n    return (client.responses.create(model=model)).output[0].text\ndef window_of(model):\n    if model in known:\n        return known[model]\n    if not model:\n        return default\n    return client.models.retrieve(model).window\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'unknown',
    ],
    [
      'a client that is handed over',
      'from clients import client\nagent = Agent(model=OpenAIModel("gpt-4o", openai_client=client))\n',
      { '/w/src/clients.py': 'client = AsyncAzureOpenAI()\n' },
      'azure: AsyncAzureOpenAI(…) (clients)',
    ],
    [
      'undecided where it may also be one of a third file',
      'from a import a\nfrom b import b\nfrom c import c\nfrom d import d\na.responses.create(model="gpt-4o")\nb().responses.create(model="gpt-5")\nc.responses.create(model="o3")\nd.responses.create(model="o4-mini")\n',
      {
        '/w/src/a.py': 'from e import azure\na = azure or OpenAI()\n',
        '/w/src/b.py':
          'from e import make_client\ndef b():\n    if is_azure:\n        return make_client()\n    return OpenAI()\n',
        '/w/src/c.py': 'if is_azure:\n    from e import azure_client as c\nelse:\n    c = OpenAI()\n',
        '/w/src/d.py': 'try:\n    from e import d\nexcept ImportError:\n    d = OpenAI()\n',
      },
      'unknown (a)',
      'unknown (b)',
      'unknown (c)',
      'openai: OpenAI(…) (d)',
    ],
    [
      'an object goes where the client or address leads that it is made with',
      'from llm import Llm\nLlm(AzureOpenAI()).complete(model="gpt-4o")\nllm = Llm(base_url="https://b.example.com")\nllm.complete(model="gpt-5")\nLlm(key).complete(model="o3")\n',
      {
        '/w/src/llm.py':
          'class Llm:\n    def __init__(self, client=None, **options):\n        self.client = client or OpenAI(**options)\n\n    def complete(self, model):\n        return self.client.responses.create(model=model)\n',
      },
      'azure: AzureOpenAI(…)',
      'gateway: b.example.com',
      'openai: OpenAI(…) (llm)',
    ],
    [
      'not by the file’s own client where an imported one is not known',
      'from openai import OpenAI\nfrom ai import (\n    ai,\n    helper,\n)\nown = OpenAI()\nown.embeddings.create(model="text-embedding-3-small")\nai.responses.create(model="gpt-4o")\n',
      { '/w/src/ai.py': 'ai = make()\n' },
      'openai: OpenAI(…)',
      'unknown',
    ],
    [
      'a client by its type alone, where the file makes no other',
      'import chat\nown = AsyncOpenAI()\nasync def ask(client: AsyncOpenAI):\n    await client.responses.create(model="gpt-4o")\n',
      {},
      'openai: OpenAI(…)',
    ],
    [
      'nothing where the file does not say, or is not there',
      'from a import a\nfrom b import b\na.responses.create(model="gpt-4o")\nb.responses.create(model="gpt-5")\n',
      { '/w/src/a.py': 'a = make()\n' },
      'unknown',
      'unknown',
    ],
  ];
  for (const [title, text, files, ...expected] of python)
    test(`Python: ${title}`, async () => assert.deepEqual(await routes(text, 'python', files), expected));

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
