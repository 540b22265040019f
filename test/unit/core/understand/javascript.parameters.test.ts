import { testRoutes } from './javascript';

/** A source, and where the model goes that a function or a constructor of the file is given. */
const table: readonly (readonly [source: string, route: string])[] = [
  [
    `const c = new AzureOpenAI(); async function ask(text, model = pick()) {
        const done = await c.chat.completions.create({ model, messages: [] });
        const { content } = done.choices[0].message; return content || '';
      } ask('hi', 'gpt-4o');`,
    'azure AzureOpenAI(…)',
  ],
  [
    `const c = new AzureOpenAI(); const ask = ({ text, model: m }) => { c.responses.create({ model: m || pick() }); };
      ask({ text, model: 'gpt-4o' });`,
    'azure AzureOpenAI(…)',
  ],
  [
    `class Llm { constructor(private readonly model: string, private client = new AzureOpenAI()) {}
        async ask() { return (await this.client.responses.create({ model: this.model })).output_text; } }
      new Llm('gpt-4o');`,
    'azure AzureOpenAI(…)',
  ],
  [
    `class Llm { constructor(private readonly model = 'gpt-4o', private client = new AzureOpenAI()) {}
        async ask() { return (await this.client.responses.create({ model: this.model })).output_text; } }`,
    'azure AzureOpenAI(…)',
  ],
  [
    `class Llm { constructor(private readonly model = 'gpt-4o', private client = new AzureOpenAI()) {
        client.responses.create({ model }); } }`,
    'azure AzureOpenAI(…)',
  ],
  [
    `class Llm { constructor(model) { this.model = model; this.client = new AzureOpenAI(); }
        async ask() { await this.client.responses.create({ model: this.model }); } }
      new Llm('gpt-4o');`,
    'azure AzureOpenAI(…)',
  ],
  [
    `class Llm { client = new AzureOpenAI(); async say(m) { await this.client.responses.create({ model: m }); }
        async run() { await this.say('gpt-4o'); } }`,
    'azure AzureOpenAI(…)',
  ],
  [
    `const a = new AzureOpenAI(), c = new OpenAI();
      function both(model) { a.responses.create({ model }); c.responses.create({ model }); } both('gpt-4o');`,
    'unknown',
  ],
  [
    `const c = new OpenAI(); function other(text, model) { c.responses.create({ model: text }); } other(x, 'gpt-4o');`,
    'unknown',
  ],
  [`const c = new OpenAI(); function ask(...all) { c.responses.create({ model: all[0] }); } ask('gpt-4o');`, 'unknown'],
  [`const c = new OpenAI(); function ask({ model }) { c.responses.create({ model }); } ask('gpt-4o');`, 'unknown'],
  [`const c = new OpenAI(); function again(model) { return again(model); } again('gpt-4o');`, 'unknown'],
  [
    `const c = new OpenAI(); function ask({ [key]: model }) { c.responses.create({ model }); } ask('gpt-4o');`,
    'unknown',
  ],
];

suite('models handed to parameters in JavaScript and TypeScript', () => {
  for (const [source, route] of table) testRoutes(source, [route], `${source.replace(/\s+/g, ' ')} → ${route}`);
});
