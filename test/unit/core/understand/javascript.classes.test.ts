import assert from 'node:assert/strict';
import { bindings, testRoutes } from './javascript';

const azure = 'azure AzureOpenAI(…)';
const own = 'openai OpenAI(…)';
const x = 'gateway x.dev';

/** A class that sends what its constructor is given to Azure; what `body` says stands in it, too. */
const base = (head = 'class Base', body = '') => `${head} { client = new AzureOpenAI(); ${body}
    constructor(protected model: string) {}
    ask() { return this.client.responses.create({ model: this.model }); } }`;

/** A class that extends a client and asks through itself; what `body` says stands in it, too. */
const mine = (body = '', from = 'openai') => `import { OpenAI } from '${from}'; class Mine extends OpenAI { ${body}
    ask() { return this.chat.completions.create({ model: 'gpt-4o' }); } }`;

/** A source, and where the traffic of its references goes, in their order. */
const table: Readonly<Record<string, readonly [source: string, ...routes: string[]][]>> = {
  'classes that are a client themselves': [
    [mine(`constructor() { super({ apiKey: k }); }`), own],
    [mine(`constructor() { super({ baseURL: 'https://x.dev/v1' }); }`), x],
    [mine(`constructor(options) { super(options); }`), 'unknown'],
    [mine(`constructor(url) { super(); this.baseURL = url; }`), 'unknown'],
    [mine(`chat = new AzureOpenAI(); constructor() { super(); }`), azure],
    [mine(), 'unknown'],
    [mine(`constructor() { super(k, 'https://x.dev/v1'); }`, './mine'), 'unknown'],
    [
      `import { OpenAIApi } from 'openai'; class Mine extends OpenAIApi { constructor() { super(new Configuration({ apiKey })); }
        ask() { return this.createChatCompletion({ model: 'gpt-4o' }); } }`,
      'openai OpenAIApi(…)',
    ],
    [
      `import OpenAI from 'openai'; class Mine extends OpenAI { constructor(private other) { super(); }
        ask(model) { return this.other.send({ model }); } run() { return this.ask('gpt-4o'); } }`,
      'unknown',
    ],
  ],
  'private names': [
    [`class Llm { #client = new AzureOpenAI(); ask() { this.#client.responses.create({ model: 'gpt-4o' }); } }`, azure],
    [
      `class Llm { client = new AzureOpenAI(); #client: OpenAI; #model = 'gpt-4o';
        constructor() { this.#client = new OpenAI({ baseURL: 'https://x.dev/v1' }); }
        ask() { this.#client.responses.create({ model: this.#model }); } }`,
      x,
    ],
    [
      `class Llm { get #client() { return new AzureOpenAI(); } #ask(model) { return this.#client.responses.create({ model }); }
        say() { return this.#ask('gpt-4o'); } }`,
      azure,
    ],
    [
      `class Llm { #url = process.env.URL; #client = new OpenAI({ baseURL: this.#url });
        ask() { this.#client.responses.create({ model: 'gpt-4o' }); } }`,
      'unknown',
    ],
  ],
  overloads: [
    [
      `class Llm { private client = new AzureOpenAI(); private model: string;
        constructor(model: string); constructor(options: Options); constructor(given: any) { this.model = given; }
        async ask() { await this.client.responses.create({ model: this.model }); } } new Llm('gpt-4o');`,
      azure,
    ],
    [
      `class Llm { constructor(); constructor(private client = new AzureOpenAI()) {}
        ask() { this.client.responses.create({ model: 'gpt-4o' }); } }`,
      azure,
    ],
    [
      `class Llm extends OpenAI { constructor(); constructor(key?: string) { super({ baseURL: 'https://x.dev/v1' }); } }
        new Llm().responses.create({ model: 'gpt-4o' });`,
      x,
    ],
    [
      `class Llm { client = new AzureOpenAI(); ask(model: 'a'): void; ask(model: string) {
        this.client.responses.create({ model }); } } new Llm().ask('gpt-4o');`,
      azure,
    ],
  ],
  'what a class inherits': [
    [`${base()} class Llm extends Base {} new Llm('gpt-4o');`, azure],
    [`${base()} class Llm extends Base { say() {} } class Sub extends Llm {} new Sub('gpt-4o').ask();`, azure],
    [`${base('abstract class Base')} class Llm extends Base { constructor() { super('gpt-4o'); } }`, azure],
    [`${base('const Base = class')}; const Llm = class extends Base {}; new Llm('gpt-4o');`, azure],
    [
      `${base('const Base = class Inner')}; const Llm = class extends Base { constructor() { super('gpt-4o'); } };`,
      azure,
    ],
    [`${base()} class Llm extends Base { say() { this.client.responses.create({ model: 'gpt-4o' }); } }`, azure],
    [`${base()} class Llm extends Base { override client = new OpenAI(); } new Llm('gpt-4o');`, 'unknown'],
    [
      `${base()} class Llm extends Base { override client = new OpenAI();
        say() { this.client.responses.create({ model: 'gpt-4o' }); } }`,
      own,
    ],
    [`class Llm extends Base { constructor() { super('gpt-4o'); } } ${base()}`, azure],
    [`class Llm extends Base { constructor() { super('gpt-4o'); } }`, 'unknown'],
    [`${base()} class Llm extends Base { constructor(text) { super(text); } } new Llm('gpt-4o');`, azure],
    [`${base()} class Llm extends Base { constructor(text) { super(pick()); } } new Llm('gpt-4o');`, 'unknown'],
    [`class A extends B {} class B extends A {} new A('gpt-4o');`, 'unknown'],
    [`class A extends A {} new A('gpt-4o').responses.create({ model: 'gpt-4o' });`, 'unknown', 'unknown'],
  ],
  'what a class declares': [
    [
      `class Base { c: AzureOpenAI; } class Llm extends Base { f() { this.c.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI',
    ],
    [
      `abstract class Llm { abstract c: AzureOpenAI; f() { this.c.create({ model: 'gpt-4o' }); } }`,
      'azure AzureOpenAI',
    ],
    [
      `class Base { c: AzureOpenAI; } class Llm extends Base { c: OpenAI; f() { this.c.create({ model: 'gpt-4o' }); } }`,
      'unknown',
    ],
  ],
  'what derived classes give': [
    [
      `abstract class Base { abstract client: OpenAI; ask() { this.client.responses.create({ model: 'gpt-4o' }); } }
        class Llm extends Base { client = new AzureOpenAI(); }`,
      azure,
    ],
    [
      `abstract class Base { abstract client; ask() { this.client.responses.create({ model: 'gpt-4o' }); } }
        class One extends Base { client = new AzureOpenAI(); } class Two extends Base { client = new OpenAI(); }`,
      'unknown',
    ],
    [
      `abstract class Base { abstract send(model: string): void; ask() { this.send('gpt-4o'); } }
        class Llm extends Base { send(model: string) { new AzureOpenAI().responses.create({ model }); } }`,
      azure,
    ],
    [
      `class Base { client = new AzureOpenAI(); send(model: string) { this.client.responses.create({ model }); } }
        class Llm extends Base { ask() { this.send('gpt-4o'); } }`,
      azure,
    ],
    [
      `class Base { client = new AzureOpenAI(); send() { this.client.responses.create({ model: this.model }); } }
        class Llm extends Base { model = 'gpt-4o'; }`,
      azure,
    ],
    [
      `class Base { client = new AzureOpenAI(); } class One extends Base { model = 'gpt-4o'; }
        class Two extends Base { ask() { this.client.responses.create({ model: this.model }); } }`,
      'unknown',
    ],
    [
      `class Base { constructor(private url = 'https://api.openai.com/v1') {}
        ask() { new OpenAI({ baseURL: this.url }).responses.create({ model: 'gpt-4o' }); } }
        class Llm extends Base { constructor() { super('https://x.dev/v1'); } }`,
      x,
    ],
    [
      `class Base { constructor(private url = 'https://api.openai.com/v1') {}
        ask() { new OpenAI({ baseURL: this.url }).responses.create({ model: 'gpt-4o' }); } }
        class Llm extends Base {} new Llm('https://x.dev/v1');`,
      x,
    ],
    [
      `class Base { constructor(private url = 'https://api.openai.com/v1') {}
        ask() { new OpenAI({ baseURL: this.url }).responses.create({ model: 'gpt-4o' }); } }
        class Llm extends Base {} new Llm(); new Llm('https://x.dev/v1');`,
      'unknown',
    ],
  ],
};

suite('classes in JavaScript and TypeScript', () => {
  for (const [subject, cases] of Object.entries(table))
    for (const [source, ...routes] of cases)
      testRoutes(source, routes, `${subject}: ${source.replace(/\s+/g, ' ')} → ${routes.join(', ')}`);

  test('a private field holds a model', () =>
    assert.deepEqual(bindings(`class Llm { #model = 'gpt-4o'; ask() { return f(this.#model); } }`), [
      '#model@1 = gpt-4o use/argument ← 1',
    ]));

  test('a field, static or not, is held by a class that inherits it', () =>
    assert.deepEqual(
      bindings(`class Base { static FAST = 'gpt-4o-mini'; model = 'gpt-4o'; }
class Llm extends Base { ask() { return f(this.model); } }
f(Llm.FAST, new Llm().model);`),
      ['model@2 = gpt-4o use/argument ← 1', 'FAST@3 = gpt-4o-mini use/argument ← 1'],
    ));
});
