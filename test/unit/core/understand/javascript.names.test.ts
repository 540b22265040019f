import assert from 'node:assert/strict';
import { bindings, told, understanding } from './javascript';

/** A source, and the names that hold a model where they are read, as `bindings` tells them. */
const table: Readonly<Record<string, readonly [source: string, ...bindings: string[]][]>> = {
  variables: [
    [`const M = 'gpt-4o';\ncall({ model: M });`, 'M@2 = gpt-4o use/model ← 1'],
    [`const model = \`gpt-4o\`;\nc.create({ model });`, 'model@2 = gpt-4o use/model ← 1'],
    [`const model = 'gpt-4o' as const;\nopenai(model!);`, 'model@2 = gpt-4o use/argument ← 1'],
    [`const M = 'gpt-4o' satisfies Model;\nopenai(M as string);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = <Model>'gpt-4o';\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`let a, M = (a = 'gpt-4o');\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`let M = 'gpt-4o';\nM ||= 'gpt-4';\nopenai(M);`],
    [`let M;\nM = 'gpt-4o';\nopenai(M);`, 'M@3 = gpt-4o use/argument ← 2'],
    [`let M = 'gpt-4o';\nM = 'gpt-4o';\nopenai(M);`, 'M@3 = gpt-4o use/argument ← 1'],
    [`let M = 'gpt-4o';\nif (a) M = 'gpt-4';\nopenai(M);`],
    [`let M = 'gpt-4o';\nM = load();\nopenai(M);`],
    [`let M = 'gpt-4o';\nM += '-mini';\nopenai(M);`],
    [`for (const M of ['gpt-4o']) openai(M);`],
    [
      `const A = 'gpt-4o';\nconst B = A;\nopenai(B);`,
      'A@2 = gpt-4o mention/constant ← 1',
      'B@3 = gpt-4o use/argument ← 1',
    ],
  ],
  'what stands in': [
    [`const M = process.env.X ?? 'gpt-4o';\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = process.env.X || 'gpt-4o';\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = getenv('X', 'gpt-4o');\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = a ? 'gpt-4o' : 'gpt-4o';\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = a ? 'gpt-4o' : undefined;\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = a ? 'gpt-4o' : 'gpt-4';\nopenai(M);`],
    [`const M = a ? 'gpt-4o' : null;\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = a ? null : 'gpt-4o';\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = a ? 'gpt-4o' : other();\nopenai(M);`],
    [`const M = a ? other() : 'gpt-4o';\nopenai(M);`],
    [
      `const A = 'gpt-4o', M = A || 'gpt-4';\nopenai(M);`,
      'A@1 = gpt-4o mention/fallback ← 1',
      'M@2 = gpt-4o use/argument ← 1',
    ],
    [`const M = config.get('model', 'gpt-4o');\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`const M = lookUp('gpt-4o');\nopenai(M);`],
    [`const M = a && 'gpt-4o';\nopenai(M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`function f(m) {\n m ??= 'gpt-4o';\n openai(m); }`, 'm@3 = gpt-4o use/argument ← 2'],
  ],
  'parameters and destructuring': [
    [`function f(model = 'gpt-4o') {\n c.create({ model }); }`, 'model@2 = gpt-4o use/model ← 1'],
    [`const f = ({ model = 'gpt-4o' }: Options = {}) =>\n c.create({ model });`, 'model@2 = gpt-4o use/model ← 1'],
    [`const f = ({ model: m = 'gpt-4o' }) =>\n c.create({ model: m });`, 'm@2 = gpt-4o use/model ← 1'],
    [`const f = ({ model } = { model: 'gpt-4o' }) =>\n openai(model);`, 'model@2 = gpt-4o use/argument ← 1'],
    [`const { model = 'gpt-4o' } = options;\nopenai(model);`, 'model@2 = gpt-4o use/argument ← 1'],
    [`const { fast } = { fast: 'gpt-4o' };\nopenai(fast);`, 'fast@2 = gpt-4o use/argument ← 1'],
    [`const { fast = 'gpt-4' } = { fast: 'gpt-4o' };\nopenai(fast);`, 'fast@2 = gpt-4o use/argument ← 1'],
    [`const [M] = ['gpt-4o'];\nopenai(M);`],
    [
      `function f({ a: { model } } = { a: { model: 'gpt-4o' } }) {\n openai(model); }`,
      'model@2 = gpt-4o use/argument ← 1',
    ],
  ],
  members: [
    [
      `const M = { fast: 'gpt-4o', deep: { a: 'gpt-4' } } as const;\nopenai(M.fast, M['fast'], M.deep.a, M.none, M[x]);`,
      'fast@2 = gpt-4o use/argument ← 1',
      'fast@2 = gpt-4o use/argument ← 1',
      'a@2 = gpt-4 use/argument ← 1',
    ],
    [`const M = Object.freeze({ fast: 'gpt-4o' });\nopenai(M.fast);`, 'fast@2 = gpt-4o use/argument ← 1'],
    [`const M = { fast: 'gpt-4o', ...others };\nopenai(M.fast);`],
    [`const M = { ...others, fast: 'gpt-4o' };\nopenai(M.fast);`, 'fast@2 = gpt-4o use/argument ← 1'],
    [`const M = { fast: 'gpt-4o' };\nM.fast = load();\nopenai(M.fast);`],
    [`const M = { fast: 'gpt-4o', [other]: 'gpt-4' };\nopenai(M.fast);`],
    [`const M = { [other]: 'gpt-4', ['fast']: 'gpt-4o' };\nopenai(M?.fast);`, 'fast@2 = gpt-4o use/argument ← 1'],
    [`const M = freeze({ fast: 'gpt-4o' });\nopenai(M.fast);`],
    [`const A = class { static M = 'gpt-4o'; };\nopenai(A.M);`, 'M@2 = gpt-4o use/argument ← 1'],
    [`class A {\n static m = 'gpt-4';\n m = 'gpt-4o';\n f() { openai(this.m); } }`, 'm@4 = gpt-4o use/argument ← 3'],
    [
      `class A {\n constructor(private n = 'gpt-4', private m = 'gpt-4o') {}\n f() { openai(this.m); } }`,
      'm@3 = gpt-4o use/argument ← 2',
    ],
    [
      `class A {\n get m() { return 'gpt-4o'; }\n set m(m) { return 'gpt-4'; }\n f() { openai(this.m); } }`,
      'm@4 = gpt-4o use/argument ← 2',
    ],
    [
      `class A {\n m = 'gpt-4o';\n f() { openai(this.m); function g() { this.m = 'gpt-4'; } } }`,
      'm@3 = gpt-4o use/argument ← 2',
    ],
    [`enum M { Fast = 'gpt-4o' }\nopenai(M.Fast);`, 'Fast@2 = gpt-4o use/argument ← 1'],
    [`class A {\n m = 'gpt-4o';\n f() { openai(this.m); } }`, 'm@3 = gpt-4o use/argument ← 2'],
    [
      `class A {\n static M = 'gpt-4o';\n f() { openai(A.M, A.M.length); } }`,
      'M@3 = gpt-4o use/argument ← 2',
      'M@3 = gpt-4o mention/expression ← 2',
    ],
    [
      `class A {\n constructor(o) { this.m = o.m ?? 'gpt-4o'; }\n f = () => openai(this.m); }`,
      'm@3 = gpt-4o use/argument ← 2',
    ],
    [`class A {\n constructor(private m = 'gpt-4o') {}\n f() { openai(this.m); } }`, 'm@3 = gpt-4o use/argument ← 2'],
    [`class A {\n m = 'gpt-4o';\n set(m) { this.m = m; }\n f() { openai(this.m); } }`],
    [`class A {\n get m() { return 'gpt-4o'; }\n f() { openai(this.m); } }`, 'm@3 = gpt-4o use/argument ← 2'],
  ],
  'uses and mentions': [
    [
      `const M = 'gpt-4o';\nif (x === M) y[M] = 1;\nconst z = M;\nexpect(x).toBe(M);`,
      'M@2 = gpt-4o mention/comparison ← 1',
      'M@2 = gpt-4o mention/key ← 1',
      'M@3 = gpt-4o mention/constant ← 1',
      'M@4 = gpt-4o mention/assertion ← 1',
    ],
    [`const M = 'gpt-4o';\nc.create({ model: options.model ?? M });`, 'M@2 = gpt-4o use/fallback ← 1'],
    [`const M = 'gpt-4o';\nopenai(a ? M : b);`, 'M@2 = gpt-4o use/conditional ← 1'],
    [`const M = 'gpt-4o';\nconst f = () => M;`, 'M@2 = gpt-4o mention/return ← 1'],
    [`const M = 'gpt-4o';\nfunction f() { return M; }`, 'M@2 = gpt-4o mention/return ← 1'],
    [`const M = 'gpt-4o';\nexport default M;`, 'M@2 = gpt-4o mention/constant ← 1'],
    [`const M = 'gpt-4o';\nfunction f(m = M) {}`, 'M@2 = gpt-4o mention/default ← 1'],
    [`const M = 'gpt-4o';\nlet n; n = M;`, 'M@2 = gpt-4o mention/constant ← 1'],
    [`const M = 'gpt-4o';\nclass A { m = M; }`, 'M@2 = gpt-4o mention/constant ← 1'],
    [`const M = 'gpt-4o';\nM.toUpperCase();`, 'M@2 = gpt-4o mention/expression ← 1'],
    [`const M = 'gpt-4o';\nlet t: typeof M;\nexport { M };`],
  ],
  shadowing: [
    [`const M = 'gpt-4o';\nfunction f(M) { openai(M); }`],
    [`const M = 'gpt-4o';\n{ const M = load(); openai(M); }\nopenai(M);`, 'M@3 = gpt-4o use/argument ← 1'],
    [`const M = 'gpt-4o';\nfunction f() { openai(M); var M = 'gpt-4'; }`, 'M@2 = gpt-4 use/argument ← 2'],
  ],
  'names that lead in circles': [
    [`let a = b, b = a;\nopenai(a);\nconst M = 'gpt-4o';\nopenai(M);`, 'M@4 = gpt-4o use/argument ← 3'],
    [`let m = m ?? 'gpt-4o';\nopenai(m);`, 'm@1 = gpt-4o mention/fallback ← 1', 'm@2 = gpt-4o use/argument ← 1'],
    [`const o = { a: o.b, b: o.a, c: 'gpt-4o' };\nopenai(o.c);`, 'c@2 = gpt-4o use/argument ← 1'],
  ],
};

suite('names bound to a model in JavaScript and TypeScript', () => {
  for (const [title, rows] of Object.entries(table)) {
    suite(title, () => {
      for (const [source, ...expected] of rows) {
        test(source.replaceAll('\n', ' '), () => assert.deepEqual(bindings(source), expected));
      }
    });
  }

  test('in JSX, a prop is a use and a child is not', () => {
    const source = `const M = 'gpt-4o';\nconst a = <Chat model={M}>{M}</Chat>;`;
    const [prop, child] = understanding(source, 'typescriptreact').bindings;
    assert.deepEqual([prop?.role, child?.role], ['use', 'mention']);
  });

  test('a read has the route and the tools of its own place', () => {
    const source = `const M = 'gpt-4o';
      new AzureOpenAI().responses.create({ model: M, tools: [{ type: 'web_search' }] });
      new OpenAI({ baseURL: 'https://x.dev' }).responses.create({ model: M });
      client.fineTuning.jobs.create({ model: M });`;
    const found = understanding(source).bindings;
    assert.deepEqual(
      found.map(({ route, extras, purpose }) => [told(route), extras, purpose]),
      [
        ['azure AzureOpenAI(…)', ['web_search'], undefined],
        ['gateway x.dev', undefined, undefined],
        ['unknown', undefined, 'fine-tuning'],
      ],
    );
  });

  test('a prefix in the held string counts at the read', () => {
    const source = `const A = 'azure/gpt-4o', O = 'openai/gpt-4o';\nopenai(A); f(O); azure(O);`;
    assert.deepEqual(
      understanding(source).bindings.map(({ route }) => told(route)),
      ['azure azure/', 'openai openai/', 'azure azure(…)'],
    );
  });
});

suite('imports and exports of JavaScript and TypeScript', () => {
  /** `specifier exported role`, for each read. */
  const imports = (source: string) =>
    understanding(source).imports.flatMap(({ specifier, exported, reads }) =>
      reads.map(({ start, end, name, role }) => {
        assert.equal(source.slice(start, end), name);
        return `${specifier} ${exported} ${role}`;
      }),
    );
  const exported = (source: string) =>
    understanding(source).exports.map(({ name, start, end, text }) => {
      assert.equal(source.slice(start, end), text);
      return `${name} ${text}`;
    });

  const importTable: [string, ...string[]][] = [
    [`import { MODEL } from './config'; openai(MODEL);`, './config MODEL use'],
    [`import { MODEL as M } from '../a/config.js'; c.create({ model: M });`, '../a/config.js MODEL use'],
    [`import model from '@/model'; c.create({ model });`, '@/model default use'],
    [`import * as config from './config'; openai(config.MODELS.fast);`, './config MODELS.fast use'],
    [
      `import { MODELS } from './config'; openai(MODELS.fast); openai(MODELS['slow']);`,
      './config MODELS.fast use',
      './config MODELS.slow use',
    ],
    [`const { MODEL } = require('./config'); openai(MODEL);`, './config MODEL use'],
    [`const config = await import('./config'); openai(config.MODEL);`, './config MODEL use'],
    [
      `import { MODEL } from './config'; const { fast } = MODEL; openai(fast);`,
      './config MODEL mention',
      './config MODEL.fast use',
    ],
    [`import { run, Model } from './config'; run(); new Model(); let x: Model;`],
    [`import { MODEL } from '@acme/models'; openai(MODEL);`, '@acme/models MODEL use'],
    [`import { MODEL } from 'openai/models'; openai(MODEL);`],
    [`import { getModel } from './config'; openai(getModel());`],
    [`import { Model } from './config'; class A extends Model {} @Model() class B {} let x: Model.Kind;`],
    [`import * as models from './models'; openai(models);`],
    [`import { FAST } from './config'; c.create({ model: FAST });`, './config FAST use'],
    [`import { FAST } from './config'; log(FAST);`],
    [`import { MODEL } from './config'; openai(MODEL.toLowerCase());`, './config MODEL mention'],
    [
      `import { MODEL as A } from './a'; import { MODEL as B } from './b'; const M = x ? A : B; openai(M);`,
      './a MODEL mention',
      './b MODEL mention',
    ],
    [`import { MODEL } from './config'; function f(MODEL) { openai(MODEL); }`],
  ];
  for (const [source, ...expected] of importTable) test(source, () => assert.deepEqual(imports(source), expected));

  const exportTable: [string, ...string[]][] = [
    [`export const MODEL = process.env.M ?? 'gpt-4o', OTHER = 1;`, 'MODEL gpt-4o'],
    [`export const M = { fast: 'gpt-4o', a: { b: 'gpt-4' } } as const;`, 'M.fast gpt-4o', 'M.a.b gpt-4'],
    [`export enum M { Fast = 'gpt-4o' }`, 'M.Fast gpt-4o'],
    [`export class A { static M = 'gpt-4o'; m = 'gpt-4'; }`, 'A.M gpt-4o'],
    [`const M = 'gpt-4o'; export { M as N }; export default M;`, 'N gpt-4o', 'default gpt-4o'],
    [`export default { model: 'gpt-4o' };`, 'default.model gpt-4o'],
    [`const M = 'gpt-4o'; module.exports = { M }; exports.N = 'gpt-4';`, 'default.M gpt-4o', 'M gpt-4o', 'N gpt-4'],
    [`const c = { a: { M: 'gpt-4o' } };\nmodule.exports = c;`, 'default.a.M gpt-4o', 'a.M gpt-4o'],
    [`module.exports = Object.freeze({ M: 'gpt-4o' });`, 'default.M gpt-4o', 'M gpt-4o'],
    [`const c = { M: 'gpt-4o' };\nexport = c;`, 'default.M gpt-4o', 'M gpt-4o'],
    [`export const c = { M: 'gpt-4o', N: 'gpt-4' };\nexport function set(m) { c.M = m; }`, 'c.N gpt-4'],
    [`export const c = { M: 'gpt-4o', ...others, N: 'gpt-4' };`, 'c.N gpt-4'],
    [`class B { static M = 'gpt-4o'; } export class A extends B {}`, 'A.M gpt-4o'],
    [
      `class B { m = 'gpt-4'; n = 'gpt-4o'; } class A extends B { m = 'gpt-4o'; } export const a = new A();`,
      'a.m gpt-4o',
      'a.n gpt-4o',
    ],
    [`export enum M { A = 'gpt-4o', B = other() }`, 'M.A gpt-4o'],
    [`const M = 'gpt-4o'; export function f() { const N = 'gpt-4o'; }`],
    [`export let M = 'gpt-4o'; M = load();`],
  ];
  for (const [source, ...expected] of exportTable) test(source, () => assert.deepEqual(exported(source), expected));

  /** The clients that others can have, and the names that they are handed on. */
  const offered = (source: string): string[] => {
    const { clients, reexports } = understanding(source);
    const handedOn = reexports.map(({ name, specifier, exported: there, except }) =>
      [name ?? `all but ${except?.join()}`, 'from', specifier, there].filter(Boolean).join(' '),
    );
    return [...clients.map(({ name, route }) => `${name || 'file'}: ${told(route)}`), ...handedOn];
  };
  const offerTable: [string, ...string[]][] = [
    [`const c = new AzureOpenAI(); export { c as d };`, 'd: azure AzureOpenAI(…)'],
    [`module.exports = new AzureOpenAI();`, 'default: azure AzureOpenAI(…)', 'file: azure AzureOpenAI(…)'],
    [
      `class A { c = new AzureOpenAI(); f() { return this.c.responses.create({}); } static s = new OpenAI(); }
      export const a = new A();`,
      ...['a.c: azure AzureOpenAI(…)', 'a.f: azure AzureOpenAI(…)'],
    ],
    [
      `abstract class B { constructor(u = 'https://y.dev') { this.c = new OpenAI({ baseURL: u }); } }
      class A extends B { constructor(u) { super(u); } } class O extends B { constructor() { super('https://api.openai.com/v1'); } }
      export const a = new A('https://x.dev/v1'), o = new O();`,
      ...['a.c: gateway x.dev', 'o.c: openai api.openai.com'],
    ],
    [
      `export * from './a'; export const X = 1; export * as b from './b'; export { c as d } from './c'; export { e } from 'pkg'; export * from 'zod';`,
      ...['all but default,X from ./a', 'b from ./b', 'd from ./c c', 'e from pkg e'],
    ],
    [
      `import { a } from './a'; import * as m from './m'; import { z } from 'zod'; export { a as b, m, z };`,
      'b from ./a a',
      'm from ./m',
    ],
    [`module.exports = require('./a');`, 'default from ./a', 'all but default from ./a'],
    [`module.exports = require('openai');`],
    [`import { a } from './a'; import { b } from './b'; let c = a; if (x) c = b; export { c };`],
  ];
  for (const [source, ...expected] of offerTable) test(source, () => assert.deepEqual(offered(source), expected));
});
