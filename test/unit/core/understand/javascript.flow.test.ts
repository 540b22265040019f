import assert from 'node:assert/strict';
import { testRoutes, understanding } from './javascript';

const azure = 'azure AzureOpenAI(…)';

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

/** Ways from a model to its call, and where it goes. */
const ways: readonly (readonly [source: string, ...routes: string[]])[] = [
  [`const M = big ? 'gpt-4o' : other; const c = new AzureOpenAI(); c.responses.create({ model: M });`, azure],
  [`const M = big === 'gpt-4o' ? a : b; const c = new AzureOpenAI(); c.responses.create({ model: M });`, 'unknown'],
  [`const M = wrap('gpt-4o'); const c = new AzureOpenAI(); c.responses.create({ model: M });`, azure],
  [`const M = wrap('gpt-4o'); console.log(M); new AzureOpenAI().responses.create({ model: M });`, azure],
  [`const M = 'gpt-4o'; const at = 'https://x.dev'; fetch(at.url, { body: { model: M } });`, 'unknown'],
  [`const pick = () => 'gpt-4o'; names.push(pick); new AzureOpenAI().responses.create({ model: pick() });`, azure],
];

suite('the way of a model to its call in JavaScript and TypeScript', () => {
  for (const [source, ...routes] of ways) testRoutes(source, routes);
});

suite('what only tells of a model in JavaScript and TypeScript, or asks about it', () => {
  for (const [source, ...routes] of rows) testRoutes(source, routes);
});

/** A table of models, of which the first is that which code behind it may read by name. */
const rows6 = (assigns: string, end: string) =>
  ['gpt-5', 'gpt-4', 'gpt-4-0613', 'gpt-4o', 'gpt-4.1', 'o3-mini']
    .map((model, i) => `M${String(i)}${assigns}'${model}'${end}`)
    .join(' ');
const [enumeration, object] = [`enum M { ${rows6(' =', ',')} }`, `const M = { ${rows6(':', ',')} };`];
const others = ['mention', 'mention', 'mention', 'mention', 'mention'] as const;

/** A source, and of each reference, in their order, whether it is used. */
const lists: readonly (readonly [source: string, ...roles: ('use' | 'mention')[]])[] = [
  [`for (const model of ['gpt-5', 'gpt-4o']) c.responses.create({ model });`, 'use', 'use'],
  [`const all = ['gpt-5', 'gpt-4o']; for (const m of all) await c.responses.create({ model: m });`, 'use', 'use'],
  [`const all = ['gpt-5'] as const; Promise.all(all.map((model) => c.responses.create({ model })));`, 'use'],
  [`['gpt-5'].forEach(async (model = 'gpt-4o') => { await c.responses.create({ model, input }); });`, 'use', 'use'],
  [`const ask = (model) => c.responses.create({ model }); for (const m of ['gpt-5']) ask(m);`, 'use'],
  [`class A { all = ['gpt-5']; go() { for (const model of this.all) c.responses.create({ model }); } }`, 'use'],
  [`const all = ['gpt-5']; for (const m of all) generateText({ model: openai(m) });`, 'use'],
  [`const all = { cheap: ['gpt-5'] }; for (const model of all.cheap) c.responses.create({ model });`, 'use'],
  [`const all = { a: { b: ['gpt-5'] } }; all.a.b.forEach((model) => c.responses.create({ model }));`, 'use'],
  [
    `const all = Array.from(new Set([own, 'gpt-5'])).filter(Boolean); for (const model of all) c.responses.create({ model });`,
    'use',
  ],
  [`const all = ['gpt-5']; for (const model of [own, ...all.slice(1)]) c.responses.create({ model });`, 'use'],
  [`const all = ['gpt-5']; all.filter(Boolean).map((model) => c.responses.create({ model }));`, 'use'],
  [`for (const model of ['gpt-5']) await fetch('https://x.dev', { body: JSON.stringify({ model }) });`, 'use'],
  [
    `for (const model of ['gpt-5']) { const body = { model }; fetch('https://x.dev', { body: JSON.stringify(body, null, 2) }); }`,
    'use',
  ],
  [`for (const model of ['gpt-5']) console.log(JSON.stringify({ model }));`, 'mention'],
  [
    `for (const model of ['gpt-5']) fetch('https://x.dev', { body: JSON.stringify({ text, note: model }) });`,
    'mention',
  ],
  // Joined lists, and lists that functions take or return.
  [`const F = ['gpt-5']; const all = [own, ...F]; for (const model of all) c.responses.create({ model });`, 'use'],
  [`const F = ['gpt-5']; for (const model of [...new Set([own, ...F])]) c.responses.create({ model });`, 'use'],
  [`const F = ['gpt-5']; for (const model of [own].concat(F, more)) c.responses.create({ model });`, 'use'],
  [`for (const model of ['gpt-5'].concat(more)) c.responses.create({ model });`, 'use'],
  [
    `const F = ['gpt-5']; const get = () => [own, ...F]; for (const model of get()) c.responses.create({ model });`,
    'use',
  ],
  [
    `const F = ['gpt-5']; const go = (all) => { for (const model of all) c.responses.create({ model }); }; go(F);`,
    'use',
  ],
  [
    `const F = ['gpt-5']; const go = ({ all }) => all.map((model) => c.responses.create({ model })); go({ all: F });`,
    'use',
  ],
  [`const F = ['gpt-5']; const all = set ? [own] : F; for (const model of all) c.responses.create({ model });`, 'use'],
  [
    `const all = []; for (const m of ['gpt-5']) all.push(m); for (const model of all) c.responses.create({ model });`,
    'use',
  ],
  // The text of a body names its model, too.
  [`for (const model of ['gpt-5']) fetch('https://api.openai.com', { body: JSON.stringify({ model }) });`, 'use'],
  [`for (const m of ['gpt-5']) { const b = JSON.stringify({ model: m }); c.post('/responses', { body: b }); }`, 'use'],
  [`${enumeration} c.responses.create({ model: M.M0 });`, 'use', ...others],
  [`${object} c.responses.create({ model: M.M0 });`, 'use', ...others],
  [`${object} generateText({ model: openai(M['M0']) });`, 'use', ...others],
  // What is offered, compared, told of or asked about is not.
  [`${enumeration} if (model === M.M0) c.responses.create({ model });`, 'mention', ...others],
  [`${object} c.responses.create({ model: pick(M), input: M.M0 });`, 'mention', ...others],
  [`const all = ['gpt-5']; all.map((m) => <option value={m}>{m}</option>);`, 'mention'],
  [`for (const m of ['gpt-5']) fetch(\`https://x.dev?model=\${encodeURIComponent(m)}\`);`, 'use'],
  [`for (const m of ['gpt-5']) show(encodeURIComponent(m));`, 'mention'],
  [`const all = ['gpt-5']; for (const m of all) if (m === model) c.responses.create({ model });`, 'mention'],
  [`const all = ['gpt-5']; if (all.includes(model)) c.responses.create({ model });`, 'mention'],
  [`const all = ['gpt-5']; for (const m of all) c.models.retrieve(m);`, 'mention'],
  [`const all = ['gpt-5']; for (const m of all) c.responses.create({ model, input: m });`, 'mention'],
  [`const all = ['gpt-5']; for (const m of all) rows.push({ model: m });`, 'mention'],
  [`const all = ['gpt-5']; c.check(all); c.responses.create({ model, fallbacks: all });`, 'mention'],
  [
    `const all = { cheap: ['gpt-5'], good: other }; for (const model of all.good) c.responses.create({ model });`,
    'mention',
  ],
  [`const all = { cheap: ['gpt-5'] }; for (const model of all) c.responses.create({ model });`, 'mention'],
  [`for (const m of ['gpt-5']) fetch('https://x.dev', { body: JSON.stringify({ model, note: m }) });`, 'mention'],
  [`for (const m of ['gpt-5']) fetch('https://x.dev', { body: JSON.stringify({ model: labelled(m) }) });`, 'mention'],
  [`const all = []; all.push('gpt-5'); c.responses.create({ model, input: all });`, 'mention'],
  [`const all = ['gpt-5']; const go = (x) => c.responses.create({ model, input: x }); go(all);`, 'mention'],
  [`const all = ['gpt-5']; const get = () => all; c.responses.create({ model: get() });`, 'mention'],
  [`const all = ['gpt-5']; for (const model of pick(...all)) c.responses.create({ model });`, 'mention'],
  [`const all = ['gpt-5']; for (const i in all) c.responses.create({ model: i });`, 'mention'],
  [`const all = ['gpt-5']; all.filter((model) => c.responses.create({ model }));`, 'mention'],
];

suite('models of lists that JavaScript and TypeScript go through', () => {
  for (const [source, ...roles] of lists) {
    test(source, () => {
      const { references } = understanding(`const c = new OpenAI(); ${source}`);
      assert.deepEqual(
        references.map(({ role }) => role),
        roles,
      );
    });
  }
});
