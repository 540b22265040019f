import assert from 'node:assert/strict';
import { told, understanding } from './javascript';

/** A source, and where the traffic of its references goes, in their order. */
const rows: readonly (readonly [source: string, ...routes: string[]])[] = [
  [
    `const M = 'gpt-4o'; console.log(M); console.log('asks', { M }); new AzureOpenAI().responses.create({ model: M });`,
    'azure AzureOpenAI(…)',
  ],
  [
    `const M = p || 'gpt-4o'; const r = /^o/.test(M) && !/x/.test(M); new OpenAI().responses.create({ model: M, r });`,
    'openai OpenAI(…)',
  ],
  [
    `const M = 'gpt-4o'; isReasoningModel(M); countTokens(text, M); logger.info('x', { extra: { M } });
    new OpenAI().responses.create({ model: M });`,
    'openai OpenAI(…)',
  ],
  [
    `const M = 'gpt-4o'; if (a) throw new RateLimitError(M); if (b) throw new RateLimitError({ model: M });
    new OpenAI().responses.create({ model: M });`,
    'openai OpenAI(…)',
  ],
  // What may send it has a say.
  [`const M = 'gpt-4o'; ask(M); tell(M); new OpenAI().responses.create({ model: M });`, 'unknown'],
  [`const M = 'gpt-4o'; new Sub(M); new Sub(M); new OpenAI().responses.create({ model: M });`, 'unknown'],
  [`const M = 'gpt-4o'; print(client(M)); print(client(M)); new OpenAI().responses.create({ model: M });`, 'unknown'],
];

suite('what only tells of a model in JavaScript and TypeScript, or asks about it', () => {
  for (const [source, ...routes] of rows) {
    test(source, () => {
      assert.deepEqual(
        understanding(source).references.map(({ route }) => told(route)),
        routes,
      );
    });
  }
});
