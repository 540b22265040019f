import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Language } from '../../../../src/core/find/reference';
import { understandCells } from '../../../../src/core/understand/cells';
import { needsTree, understand, withoutTree } from '../../../../src/core/understand/understand';
import { limits } from '../../../../src/core/understand/understanding';

async function routesIn(code: string, language: Language): Promise<string[] | undefined> {
  const understanding = await understand(code, language, findReferences(code, language));
  return understanding?.references.map(({ route }) => route.kind);
}

for (const language of ['typescript', 'python'] as const)
  test(`no answer beyond the limit of size: ${language}`, async () => {
    assert.ok(await understand(' '.repeat(limits.characters), language, []));
    assert.equal(await understand(' '.repeat(limits.characters + 1), language, []), undefined);
  });

test('a notebook’s functions are called by its cells alone', async () => {
  const cell = 'from openai import OpenAI\ndef ask(client):\n    client.responses.create(model="gpt-4o")\n';
  const text = `${cell}ask(OpenAI())\n`;
  const understanding = await understandCells(text, 'python', [0, cell.length], findReferences(text, 'python'));
  assert.deepEqual(
    understanding?.references.map(({ route }) => route.kind),
    ['openai'],
  );
});

suite('calls of OpenAI’s endpoints', () => {
  const clients: readonly (readonly [language: Language, made: string, callees: string])[] = [
    [
      'typescript',
      `import OpenAI from 'openai'; const c = new OpenAI(); `,
      'c.chat.completions.create c.chat.completions.parse c.chat.completions.stream c.completions.create c.responses.create ' +
        'c.embeddings.create c.images.generate c.images.edit c.audio.speech.create c.audio.transcriptions.create ' +
        'c.audio.translations.create c.moderations.create c.beta.assistants.create c.beta.threads.runs.create ' +
        'c.beta.threads.runs.create_and_poll c.batches.create c.fineTuning.jobs.create c.evals.runs.create c.evals.create ' +
        'c.realtime.sessions.create c.videos.create c.realtime.client_secrets.create c.beta.responses.connect',
    ],
    [
      'python',
      'import openai\n',
      'openai.chat.completions.create openai.beta.assistants.create openai.ChatCompletion.create openai.ChatCompletion.acreate ' +
        'openai.Completion.create openai.Embedding.create openai.Image.acreate openai.Moderation.create openai.Edit.create ' +
        'openai.FineTune.create openai.FineTuningJob.create openai.Audio.transcribe openai.Audio.atranscribe openai.Audio.translate',
    ],
  ];
  for (const [language, made, callees] of clients)
    for (const callee of callees.split(' '))
      test(callee, async () => {
        const code = `${made}${callee}(${language === 'python' ? 'model="gpt-4o"' : `{ model: 'gpt-4o' }`})`;
        assert.deepEqual(await routesIn(code, language), ['openai']);
      });

  const table: readonly [language: Language, code: string, route: string][] = [
    [
      'typescript',
      `const c = new OpenAI();\nc.chat.completions\n  .runTools({ model: 'gpt-4o' })\n  .on(f);`,
      'openai',
    ],
    [
      'typescript',
      `const c = new OpenAI(); c.realtime.clientSecrets.create({ session: { model: 'gpt-4o' } });`,
      'openai',
    ],
    ['python', 'c = instructor.from_openai(openai.OpenAI(), model="gpt-4o")', 'openai'],
    ['python', 'c = instructor.from_openai(OpenAI())\nc.chat.create(model="gpt-4o")', 'openai'],
    ['python', 'c = instructor.from_openai(OpenAI())\nc.chat.completions.create_iterable(model="gpt-4o")', 'openai'],
    ['python', 'def f():\n    import openai\n    openai.images.generate(model="gpt-image-1")', 'openai'],
    ['python', 'c = OpenAI()\nrequests.patch(url, json={"model": "gpt-4o"})', 'unknown'],
    ['python', 'c = OpenAI()\nagent.run(model="gpt-4o")', 'unknown'],
    ['python', 'c.chat.completions.create(model="gpt-4o")', 'unknown'],
    ['python', 'c = OpenAI()\nif "gpt-4o" in c.chat.completions.create(x): pass', 'unknown'],
    // A client that comes from elsewhere is not the one that is made beside it.
    ['python', 'a = OpenAI()\ndef f(c):\n    c.chat.completions.create(model="gpt-4o")', 'unknown'],
  ];
  for (const [language, code, route] of table)
    test(`${code.replace(/\s+/g, ' ')} → ${route}`, async () =>
      assert.deepEqual(await routesIn(code, language), [route]));
});

suite('what takes a deployment says more than its name', () => {
  const ask = 'responses.create({ model: deployment })';
  const table: readonly [code: string, route: string][] = [
    [`const deployment = 'gpt-4o'; new OpenAI().${ask};`, 'openai'],
    [`const deployment = 'gpt-4o'; make().${ask};`, 'azure'],
    [`class A { deployment = 'gpt-4o'; ask() { new OpenAI().x({ model: this.deployment }); } }`, 'openai'],
    [`class A { constructor() { this.deployment = 'gpt-4o'; new OpenAI().x({ model: this.deployment }); } }`, 'openai'],
    [`function ask(deployment = 'gpt-4o') { return new OpenAI().${ask}; }`, 'openai'],
    [`const AZURE_DEPLOYMENT = 'gpt-4o'; new OpenAI().x({ model: AZURE_DEPLOYMENT });`, 'azure'],
    [`new OpenAI().x({ deployment: 'gpt-4o' });`, 'azure'],
  ];
  for (const [code, route] of table)
    test(`${code} → ${route}`, async () => assert.deepEqual(await routesIn(code, 'typescript'), [route]));
});

suite('the prefix openai/', () => {
  const table: readonly [language: Language, code: string, route: string][] = [
    ['typescript', `const MODEL = 'openai/gpt-4o';`, 'unknown'],
    ['typescript', `import { Agent } from '@mastra/core/agent'; new Agent({ model: 'openai/gpt-4o' });`, 'openai'],
    ['typescript', `if (process.env.OPENAI_API_KEY) run('openai/gpt-4o');`, 'openai'],
    ['typescript', `const MODEL = 'openai:gpt-4o';`, 'openai'],
    ['python', 'MODEL = "openai/gpt-4o"', 'openai'],
    ['typescript', `setModel('openai/gpt-4o'); // OpenRouter's name for it`, 'unknown'],
    ['typescript', `const BASE = 'https://ai-gateway.vercel.sh/v1'; const MODEL = 'openai/gpt-4o';`, 'unknown'],
    ['typescript', `const OPEN_ROUTER_KEY = 'k'; const MODEL = 'openai:gpt-4o';`, 'openai'],
    ['typescript', `const OPEN_ROUTER_KEY = 'k'; new OpenAI().responses.create({ model: 'openai/gpt-4o' });`, 'openai'],
    ['python', 'OPENROUTER_KEY = "k"\nMODEL = "openai/gpt-4o"', 'unknown'],
    ['python', 's = RemoteService("https://crfm-models.stanford.edu")\nr = Request(model="openai/gpt-4")', 'unknown'],
    ['python', 'OPENROUTER_KEY = "k"\nimport litellm\nlitellm.completion(model="openai/gpt-4o")', 'openai'],
  ];
  for (const [language, code, route] of table)
    test(`${code.replace(/\s+/g, ' ')} → ${route}`, async () =>
      assert.deepEqual(await routesIn(code, language), [route]));
});

suite('what is known without a tree', () => {
  const table: readonly [code: string, needs: boolean][] = [
    [`c.responses.create({ model: 'gpt-4o' });`, true],
    [`const MODEL = 'gpt-4o';`, true],
    [`generateText({ model: 'openai/gpt-4o' });`, true],
    [`const models = ['gpt-4o'];`, true],
    [`const models = { 'gpt-4o': 1 };`, false],
    [`complete({ model: 'azure/gpt-4o' });`, false],
    [`complete({ model: 'azure/gpt-4o' }, { id: 'gpt-4o' });`, false],
    [`const AZURE_DEPLOYMENT = 'gpt-4o';`, false],
    [`const deployment = 'gpt-4o';`, true],
    [`complete({ model: 'azure/gpt-4o' }); complete({ model: 'gpt-4o' });`, true],
    ['', false],
  ];
  for (const [code, needs] of table)
    test(`${code} ${needs ? 'needs' : 'needs no'} tree`, () =>
      assert.equal(needsTree(findReferences(code, 'typescript')), needs));

  const purposes: readonly (readonly [language: Language, code: string, purpose: string | undefined])[] = [
    ['python', 'client.fine_tuning.jobs.create(model="gpt-4.1", training_file=file)', 'fine-tuning'],
    ['typescript', `await client.fineTuning.jobs.create({ model: 'gpt-4.1', training_file });`, 'fine-tuning'],
    ['typescript', `client.evals.runs.create(id, { data_source: { model: 'gpt-4.1' } });`, 'evals'],
    ['python', 'client.responses.create(model="gpt-4.1")', undefined],
    ['python', 'model = "gpt-4.1"', undefined],
  ];
  for (const [language, code, purpose] of purposes)
    test(`${code} is for ${purpose ?? 'nothing special'}`, () => {
      const [reference] = findReferences(code, language).map(withoutTree);
      assert.equal(reference?.purpose, purpose);
    });
});
