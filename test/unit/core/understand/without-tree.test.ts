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
