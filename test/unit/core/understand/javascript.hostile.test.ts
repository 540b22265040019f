import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findReferences } from '../../../../src/core/find/find';
import { understandJavaScript } from '../../../../src/core/understand/javascript';
import { told, understanding } from './javascript';
import { repeated } from './repeated';

const file = `import { AzureOpenAI } from 'openai';
const MODEL = process.env.MODEL ?? 'gpt-4o';
const client = new AzureOpenAI();
export async function ask(prompt: string) {
  return await client.responses.create({ model: MODEL, input: prompt });
}
`;

suite('JavaScript that is half typed', () => {
  const endings = [
    'const a = new OpenAI({ model: "gpt-4o", ',
    'call(',
    'class A { x = 1; call( }',
    'const x = { a: 1 ; let y',
    'if (a) { call({ b: 1 }',
    'a.',
    'const { a, b = = c;',
    'for (const x of) { }',
    'import { a from "b";',
    '@dec class',
    'enum { A = 1 }',
    'let a: = 3',
    'let s = "never closed',
    'type X = ',
    '<<<<<<< HEAD',
    'function (a) { return 1',
  ];
  for (const ending of endings) {
    test(`keeps names and clients beside ${ending}`, () => {
      const { bindings } = understanding(`${file}${ending}`);
      assert.deepEqual(
        bindings.slice(0, 1).map(({ name, text, route }) => [name, text, told(route)]),
        [['MODEL', 'gpt-4o', 'azure AzureOpenAI(…)']],
      );
    });
  }

  test('answers with every reference, or not at all, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.nat(file.length),
        fc.nat(20),
        fc.constantFrom('', '(', '}', '"', '`', '<', '=>'),
        (at, gone, put) => {
          const source = file.slice(0, at) + put + file.slice(at + gone);
          const references = findReferences(source, 'typescriptreact');
          const found = understandJavaScript(source, 'typescriptreact', references);
          if (!found) return;
          // What reads a name may be gone.
          const same = found.references.map((each, i) => (each.context === 'unread' ? references[i]! : each));
          assert.deepEqual(
            same.map(({ start, end, text, context, role }) => ({ start, end, text, context, role })),
            references.map(({ start, end, text, context, role }) => ({ start, end, text, context, role })),
          );
          for (const { start, end, name } of found.bindings) assert.equal(source.slice(start, end), name);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Pieces of which random programs are made: they set a few names to each other, their members and what calls make of them. */
const pieces = [
  'let a, b, c, model = "gpt-4o";\n',
  'a = b.c; b = a.c ?? c; c = [a, b][0];\n',
  'a = { ...a, model, b: a.b }; b = a.b.a;\n',
  'var { a, b: { c } = {} } = b(c);\n',
  'b.a = c; c.a = b.a.b; this.a = b;\n',
  'Object.assign(a, { b }); a.push(b, c);\n',
  'a = ["gpt-4o", ...b]; b = [...a].concat(c); c = f(a, [b]);\n',
  'for (const a of b) { c = a.b; b = c; }\n',
  'function f(a, { b = c, model } = {}) { return g(a.b, { model, ...b }) ?? f(b, a); }\n',
  'const g = (a, b) => (a ? f(b, a) : b.a);\n',
  'class C extends D { constructor(a) { super(a); this.a = a.b; } ask(model) { return this.a.b.create({ model }); } }\n',
  'class D extends C { a = this.b; get b() { return this.a; } }\n',
  'a = new C(b); b = new D(a).a; c = C;\n',
  'a = new OpenAI({ baseURL: a.b }); b = wrap(a, b);\n',
  'a.b.create({ model: b.model, tools: [a, ...c] });\n',
  'b.then((a) => c.map((b) => a(b)));\n',
  'fetch(a + `${b}/${model}`, { body: JSON.stringify({ model: c }) });\n',
  'export { a as b, model }; export * from "./x";\n',
  'import OpenAI, { a, b as c } from "openai";\n',
  'if (a) {\n',
  '}\n',
  '`${',
  '(',
];

suite('JavaScript put together at random', () => {
  test('is understood in good time, without an error, and no reference is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (chosen) => {
        const source = chosen.join('');
        const references = findReferences(source, 'typescript');
        const found = understandJavaScript(source, 'typescript', references);
        assert.deepEqual(
          (found?.references ?? references).map(({ start, text }) => [start, text]),
          references.map(({ start, text }) => [start, text]),
        );
      }),
      { numRuns: 200 },
    );
  });
});

suite('JavaScript made to be hard', () => {
  const n = 20_000;
  const answered: Readonly<Record<string, string>> = {
    'a name through many names': repeated(3000, (i) => `const a${i + 1} = a${i};`),
    'conditionals that double': repeated(300, (i) => `const b${i + 1} = x ? b${i} : b${i};`),
    'assignments that double': repeated(60, (i) => `let c${i + 1} = c${i}; c${i + 1} = c${i};`),
    'clients that double': `${repeated(60, (i) => `const d${i + 1} = wrap(d${i}, d${i});`)}\nd60.create({ model: "gpt-4o" });`,
    'a constant read often': `const M = 'gpt-4o';${'f(M);'.repeat(5000)}`,
    'a long list of ids': `const all = [${'"gpt-4o",'.repeat(n)}]; f(all); g(all);`,
    'a long map of ids': `const all = {${repeated(n, (i) => `k${i}: "gpt-4o"`, ',')}}; f(all); g(all);`,
    'options that hold themselves': `const o = {}; ${'o.config = o; o.options = {...o};'.repeat(100)} new OpenAI(o).create({ model: 'gpt-4o' });`,
    'tools that hold themselves': `const t = []; ${'t.push(t, ...t);'.repeat(100)} c.create({ model: 'gpt-4o', tools: t });`,
    'a field that every method sets': `class A {${repeated(n, (i) => `f${i}() { this.model = 'gpt-4o'; }`)}}`,
    'thousands of functions with a default': `function all() {${repeated(16_000, (i) => `function f${i}(m='gpt-4o'){a({model:m})}f${i}();`)}}`,
    'thousands of classes with a default': `function all() {${repeated(12_000, (i) => `class A${i}{constructor(m='gpt-4o'){a({model:m})}}new A${i}();`)}}`,
    'lists made of each other': `const l0 = ['gpt-4o']; ${repeated(300, (i) => `const l${i + 1} = [...l${i}, ...l${i}].concat(l${i}); l${i}.push(...l${i + 1});`)} for (const m of l300) c.create({ model: m });`,
    'lists that functions hand on': `const l = ['gpt-4o']; ${repeated(3000, (i) => `function f${i}(l) { return g(f${i + 1}(l), [...l]); }`)} f0(l);`,
    'an object that is set and passed often': `const p = {}; ${"p.a = 1; f(p, 'gpt-4o');".repeat(5000)}`,
    'classes that extend each other': repeated(
      1000,
      (i) =>
        `class E${i} extends E${i + 1} { f${i} = this.f${i + 1}; ask() { this.f${i}.create({ model: 'gpt-4o' }); } }`,
    ),
    'names that take members of each other': `let a, b, c;\n${repeated(30, (i) => `${'abc'[i % 3]} = ${'abc'[(i * 2 + 1) % 3]}.m${i};`)}\na.create({ model: "gpt-4o" });`,
    'members of a name that is set over and over': `let a, b;\n${repeated(3000, (i) => `a = f${i};`)}\n${'b = a.b;\nb = a.c;\n'.repeat(150)}b.create({ model: "gpt-4o" });`,
    'addresses that lead to themselves':
      'let u = v ?? u, v = u ?? v; new OpenAI({ baseURL: u }).create({ model: "gpt-4o" });',
    'addresses put together over and over': `let u; ${'u = u.trim(); u = u + "a"; u = `${u}b`;'.repeat(40)} new OpenAI({ baseURL: u }).create({ model: "gpt-4o" });`,
  };
  for (const [name, source] of Object.entries(answered)) {
    test(`${name} costs no more than its length`, function () {
      // Each takes a few seconds at most, quadratic time half a minute.
      this.timeout(25_000);
      const { bindings } = understanding(`${file}\n${source}`);
      assert.ok(bindings.some(({ name: read, route }) => read === 'MODEL' && route.kind === 'azure'));
    });
  }

  /** Too deep to be worth a parser's stack; each alone would overflow it, or double its time at every level. */
  const refused: Readonly<Record<string, string>> = {
    brackets: '['.repeat(n),
    calls: 'f('.repeat(n),
    'async arrow functions': 'async('.repeat(40),
    'async functions with type parameters': 'x = async <T>('.repeat(40),
    'words that an arrow function may begin with': 'async '.repeat(n),
    'functions in functions': 'function f(){'.repeat(n),
  };
  for (const [name, source] of Object.entries(refused)) {
    test(`${name} without end are left to the first pass`, () => {
      const text = `${file}\n${source}`;
      const started = performance.now();
      assert.equal(understandJavaScript(text, 'typescript', findReferences(text, 'typescript')), undefined);
      assert.ok(performance.now() - started < 2000);
    });
  }

  test('chains that overflow the parser are left to the first pass, without an error', function () {
    this.timeout(120_000);
    for (const source of [
      `a${'.b'.repeat(n)}`,
      `a${'+a'.repeat(n)}`,
      '<a>'.repeat(n),
      'x=>'.repeat(n),
      '!'.repeat(n),
    ]) {
      understandJavaScript(source, 'typescriptreact', []);
    }
  });

  test('brackets in strings and comments are no depth', () => {
    const text = `${file}\n${"f('(((('); // ((((\n".repeat(200)}`;
    assert.ok(understandJavaScript(text, 'typescript', findReferences(text, 'typescript')));
  });

  test('callbacks with async inside each other are no hostile text', () => {
    const text = `${file}\n${'it(async (t) => {'.repeat(30)}${'});'.repeat(30)}`;
    assert.ok(understandJavaScript(text, 'typescript', findReferences(text, 'typescript')));
  });
});
