import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Language } from '../../../../src/core/find/reference';
import { mayGoElsewhere, withoutTree } from '../../../../src/core/understand/understand';

suite('routes without a tree, where a text knows no other host', () => {
  const table: readonly [language: Language, code: string, route: string][] = [
    ['typescript', `const c = new OpenAI(); c.responses.create({ model: 'gpt-4o' });`, 'openai'],
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
    ['python', 'c = OpenAI()\nc.chat.completions.create(model="gpt-4o")', 'openai'],
    ['python', 'c = instructor.from_openai(openai.OpenAI(), model="gpt-4o")', 'openai'],
    ['python', 'c = instructor.from_openai(OpenAI())\nc.chat.create(model="gpt-4o")', 'openai'],
    ['python', 'c = instructor.from_openai(OpenAI())\nc.chat.completions.create_iterable(model="gpt-4o")', 'openai'],
    ['python', 'import openai\nopenai.beta.assistants.create(model="gpt-4o")', 'openai'],
    ['python', 'import openai\nopenai.ChatCompletion.acreate(model="gpt-4")', 'openai'],
    ['python', 'import openai\nopenai.FineTuningJob.create(model="gpt-3.5-turbo")', 'openai'],
    ['python', 'import openai\nopenai.Audio.transcribe(model="whisper-1")', 'openai'],
    ['python', 'def f():\n    import openai\n    openai.images.generate(model="gpt-image-1")', 'openai'],
    ['python', 'c = OpenAI()\nrequests.patch(url, json={"model": "gpt-4o"})', 'unknown'],
    ['python', 'c = OpenAI()\nagent.run(model="gpt-4o")', 'unknown'],
    ['python', 'c.chat.completions.create(model="gpt-4o")', 'unknown'],
    ['python', 'c = OpenAI()\nif "gpt-4o" in c.chat.completions.create(x): pass', 'unknown'],
  ];
  for (const [language, code, route] of table) {
    test(`${code.replace(/\s+/g, ' ')} → ${route}`, () => {
      const references = findReferences(code, language);
      assert.equal(mayGoElsewhere(code, language, references), false);
      assert.deepEqual(
        withoutTree(code, references).map((reference) => reference.route.kind),
        [route],
      );
    });
  }

  const callees: readonly (readonly [language: Language, made: string, callees: string])[] = [
    [
      'typescript',
      'const c = new OpenAI();',
      'c.chat.completions.create c.chat.completions.parse c.chat.completions.stream c.completions.create c.responses.create ' +
        'c.embeddings.create c.images.generate c.images.edit c.audio.speech.create c.audio.transcriptions.create ' +
        'c.audio.translations.create c.moderations.create c.beta.assistants.create c.beta.threads.runs.create ' +
        'c.beta.threads.runs.create_and_poll c.batches.create c.fineTuning.jobs.create c.evals.runs.create c.evals.create ' +
        'c.realtime.sessions.create c.videos.create c.realtime.client_secrets.create c.beta.responses.connect ' +
        'wrapOpenAI observeOpenAI langfuse.observeOpenAI',
    ],
    ['python', 'c = OpenAI()\n', 'instructor.from_openai braintrust.wrap_openai'],
    [
      'python',
      'import openai\n',
      'openai.ChatCompletion.create openai.Completion.create openai.Embedding.create openai.Image.acreate ' +
        'openai.Moderation.create openai.Edit.create openai.FineTune.create openai.Audio.atranscribe openai.Audio.translate',
    ],
  ];
  for (const [language, made, names] of callees) {
    for (const callee of names.split(' ')) {
      test(`${callee} of the client that is made`, () => {
        const code = `${made}${callee}(${language === 'python' ? 'model="gpt-4o"' : `{ model: 'gpt-4o' }`})`;
        const [reference] = withoutTree(code, findReferences(code, language));
        assert.equal(reference?.route.kind, 'openai');
      });
    }
  }
  for (const callee of [
    'c.chat.history.add',
    'c.responses.createMany',
    'c.chats.create',
    'rewrapOpenAI',
    'c.chat.run2',
  ])
    test(`${callee} is none of OpenAI’s`, () => {
      const code = `const c = new OpenAI(); ${callee}({ model: 'gpt-4o' });`;
      const [reference] = withoutTree(code, findReferences(code, 'typescript'));
      assert.equal(reference?.route.kind, 'unknown');
    });

  const elsewhere =
    'azureKey baseURL base_url basePath base_path apiBase api_base apiType api_type endpoint server_url serverUrl proxy_url ' +
    'proxyURL apiUrl api_url apiHost provider vendor withOptions with_options openrouter compatible gateway litellm portkey ' +
    'helicone github';
  for (const word of elsewhere.split(' '))
    test(`${word} needs a tree`, () => {
      const code = `const c = new OpenAI({ ${word}: x }); c.responses.create({ model: 'gpt-4o' });`;
      const references = findReferences(code, 'typescript');
      assert.equal(mayGoElsewhere(code, 'typescript', references), true);
      assert.equal(withoutTree(code, references)[0]?.route.kind, 'unknown');
    });
  for (const quote of [`'`, `"`])
    test(`the AI SDK in ${quote} needs a tree`, () => {
      const code = `import { generateText } from ${quote}ai${quote}; generateText({ model: 'openai/gpt-4o' });`;
      assert.equal(mayGoElsewhere(code, 'typescript', findReferences(code, 'typescript')), true);
    });

  test('an address of OpenAI’s that is written out needs a tree', () => {
    const code = `await fetch('https://api.openai.com/v1/chat/completions', { body: JSON.stringify({ model: 'gpt-4o' }) });`;
    assert.equal(mayGoElsewhere(code, 'typescript', findReferences(code, 'typescript')), true);
    const mention = `const host = 'https://api.openai.com/v1'; const models = ['gpt-4o'];`;
    assert.equal(mayGoElsewhere(mention, 'typescript', findReferences(mention, 'typescript')), false);
  });

  const purposes: readonly (readonly [language: Language, code: string, purpose: string | undefined])[] = [
    ['python', 'client.fine_tuning.jobs.create(model="gpt-4.1", training_file=file)', 'fine-tuning'],
    ['typescript', `await client.fineTuning.jobs.create({ model: 'gpt-4.1', training_file });`, 'fine-tuning'],
    ['typescript', `client.evals.runs.create(id, { data_source: { model: 'gpt-4.1' } });`, 'evals'],
    ['python', 'client.responses.create(model="gpt-4.1")', undefined],
    ['python', 'model = "gpt-4.1"', undefined],
  ];
  for (const [language, code, purpose] of purposes)
    test(`${code} is for ${purpose ?? 'nothing special'}`, () => {
      const [reference] = withoutTree(code, findReferences(code, language));
      assert.equal(reference?.purpose, purpose);
    });
});
