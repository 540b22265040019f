import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../../src/core/find/find';
import { lex, Wanted } from '../../../../../src/core/find/lexer/lexer';
import type { Context, Language } from '../../../../../src/core/find/reference';

/** What stands around the only string `gpt-4o`. */
function bracket(code: string, language: Language): string | undefined {
  let kind: string | undefined;
  lex(code, language, Wanted.Literals, {
    literal: (literal) => {
      if (literal.value() === 'gpt-4o') kind = literal.site().around[0]?.kind;
    },
  });
  return kind;
}

/** What is called around the only string `gpt-4o`. */
function callees(code: string, language: Language): readonly (string | undefined)[] {
  let found: readonly (string | undefined)[] = [];
  lex(code, language, Wanted.Literals, {
    literal: (literal) => {
      if (literal.value() === 'gpt-4o') found = literal.site().around.map(({ callee }) => callee);
    },
  });
  return found;
}

function models(code: string, language: Language): readonly (readonly [name: string | undefined, context: Context])[] {
  return findReferences(code, language).map(({ name, context }) => [name, context]);
}

suite('The lexers: words behind which no value has ended', () => {
  const script = [
    ...['as', 'await', 'case', 'default', 'delete', 'do', 'else', 'extends', 'in', 'instanceof', 'is', 'keyof', 'new'],
    ...['of', 'return', 'satisfies', 'throw', 'typeof', 'void', 'yield'],
  ];
  const control = ['if', 'while', 'with', 'for', 'switch', 'catch'];
  for (const word of script) {
    test(`JavaScript: ${word}`, () => {
      assert.equal(bracket(`${word} ("gpt-4o", a)`, 'javascript'), 'group');
      assert.equal(bracket(`a.${word}("gpt-4o", a)`, 'javascript'), 'call');
      assert.equal(bracket(`x${word} ("gpt-4o", a)`, 'javascript'), 'call');
      assert.equal(bracket(`${word} /"/.test("gpt-4o")`, 'javascript'), 'call');
    });
  }
  for (const word of control) {
    test(`JavaScript: ${word}`, () => {
      assert.equal(bracket(`${word} ("gpt-4o", a)`, 'javascript'), 'group');
      assert.equal(bracket(`${word}ing ("gpt-4o", a)`, 'javascript'), 'call');
      assert.equal(bracket(`${word} (a) /"/.test("gpt-4o")`, 'javascript'), 'call');
    });
  }
  const python = [
    ...['and', 'await', 'assert', 'case', 'del', 'else', 'elif', 'except', 'for', 'from', 'in', 'is', 'if', 'import'],
    ...['lambda', 'not', 'or', 'return', 'raise', 'while', 'with', 'yield'],
  ];
  for (const word of python) {
    test(`Python: ${word}`, () => {
      assert.equal(bracket(`${word} ("gpt-4o", a)`, 'python'), 'group');
      assert.equal(bracket(`${word} ["gpt-4o", a]`, 'python'), 'list');
      assert.equal(bracket(`${word}s ("gpt-4o", a)`, 'python'), 'call');
    });
  }
});

suite('The lexers: what a slash is', () => {
  for (const code of ['"a"', '`a`', '1', 'a', 'a.of', 'a++', 'a--', '(a)', 'a[0]', '({})', '/a/'])
    test(`behind ${code} it divides`, () =>
      assert.equal(bracket(`x = ${code} / b, f("gpt-4o") / c`, 'javascript'), 'call'));
  for (const code of ['if (a) {}', 'class A {}', 'enum A {}', 'while (a)', 'a =', 'a &&', '('])
    test(`behind ${code} it opens a pattern`, () =>
      assert.equal(bracket(`${code} /"/.test("gpt-4o")`, 'typescript'), 'call'));
});

suite('The lexers: words that open a statement', () => {
  const headers = [
    ...['class A:', 'if a:', 'elif a:', 'else:', 'except A:', 'for a in b:', 'finally:', 'try:', 'with a:', 'while a:'],
    ...['def f(a):', 'async def f(a):', 'async with a:', 'case _:'],
  ];
  for (const header of headers)
    test(`Python: ${header}`, () =>
      assert.deepEqual(models(`${header} model = "gpt-4o"`, 'python'), [['model', 'model']]));
  for (const [code, context] of [
    ['type = "gpt-4o"', 'constant'],
    ['type : str = "gpt-4o"', 'constant'],
    ['type("gpt-4o")', 'argument'],
    ['type.kind = "gpt-4o"', 'constant'],
    ['type Kind = "gpt-4o"', 'type'],
    ['types = "gpt-4o"', 'constant'],
    ['case = ask({"model": "gpt-4o"})', 'model'],
    ['case {"model": "gpt-4o"}:\n  pass', 'comparison'],
    ['match "gpt-4o":\n  case _: pass', 'key'],
    ['return "gpt-4o"', 'return'],
    ['yield "gpt-4o"', 'return'],
  ] as const)
    test(`Python: ${code}`, () => assert.deepEqual(models(code, 'python')[0]?.[1], context));

  // Without semicolons a statement ends where the next one begins by a word.
  const statements = [
    ...['const a = { model: "gpt-4o" }', 'let a = { model: "gpt-4o" }', 'var a = { model: "gpt-4o" }'],
    ...['if (a) ask({ model: "gpt-4o" })', 'while (a) ask({ model: "gpt-4o" })', 'for (;a;) ask({ model: "gpt-4o" })'],
    ...['return { model: "gpt-4o" }', 'throw fail({ model: "gpt-4o" })', 'import a from "a"\nask({ model: "gpt-4o" })'],
    ...['class A { a = { model: "gpt-4o" } }', 'function f(a = { model: "gpt-4o" }) {}'],
  ];
  for (const code of statements)
    test(`TypeScript: ${code}`, () =>
      assert.deepEqual(models(`type A = B\n${code}`, 'typescript'), [['model', 'model']]));
  for (const [code, context] of [
    ['enum A { a = "gpt-4o" }', 'constant'],
    ['interface A { a: "gpt-4o" }', 'type'],
    ['interface A { "gpt-4o": number }', 'type'],
    // As names they open none.
    ['type.of = { kind: "gpt-4o" }', 'label'],
    ['const o = { type: { kind: "gpt-4o" } }', 'label'],
    ['const o = { class: { kind: "gpt-4o" }, enum: a }', 'label'],
    ['const o = { enum: { kind: "gpt-4o" } }', 'label'],
    ['const o = { case: { kind: "gpt-4o" } }', 'label'],
    ['a.type = { kind: "gpt-4o" }', 'label'],
    ['interface = { kind: "gpt-4o" }', 'label'],
    ['const o = { case : { kind: "gpt-4o" } }', 'label'],
  ] as const)
    test(`TypeScript: ${code}`, () => assert.deepEqual(models(code, 'typescript')[0]?.[1], context));
});

suite('The lexers: words by which Python shows that a bracket was left open', () => {
  const words = [
    ...['@a', 'assert a', 'async def f():', 'break', 'class A:', 'class A(B):', 'continue', 'def f():', 'del a'],
    ...['from a.b import c', 'global a', 'import a', 'pass', 'return', 'raise a', 'try:', 'while a:', 'with a:'],
  ];
  for (const word of words)
    test(word, () => assert.equal(bracket(`f(a,\n  ${word}\nmodel = "gpt-4o"`, 'python'), 'top'));
  const others = [
    ...['@', 'asserted', 'async a', 'breaks', 'class_', 'class A', 'classes A:', 'def f', 'def (', 'defined f('],
    ...[
      'from a',
      'from a.b',
      'from a b',
      'froma import',
      'formats import',
      'from import',
      'passed',
      'returned',
      'trying',
    ],
    ...['x', 'data(a)', 'call(a)'],
  ];
  for (const word of others)
    test(`not ${word}`, () => assert.ok(callees(`f(a,\n  ${word}\n, "gpt-4o"`, 'python').includes('f')));
});

suite('The lexers: prefixes of Python’s strings', () => {
  const before = (code: string): string | undefined => {
    let found: string | undefined;
    lex(code, 'python', Wanted.Literals, { literal: (literal) => void (found = literal.site().before) });
    return found;
  };
  for (const prefix of ['', 'r', 'u', 'f', 't', 'fr', 'rf', 'tr', 'rt', 'ur', 'R', 'Fr', 'RT'])
    for (const quote of ['"', "'", '"""'])
      test(`${prefix}${quote}`, () => assert.equal(before(`f(${prefix}${quote}gpt-4o${quote})`), '('));
  for (const prefix of ['b', 'br', 'rb', 'B', 'bR'])
    test(`${prefix}: bytes`, () => assert.equal(before(`f(${prefix}"gpt-4o")`), undefined));
  for (const word of ['x', 'ru', 'uf', 'ff', 'rr', 'rbr'])
    test(`${word} is none`, () => assert.equal(before(`f(${word}"gpt-4o")`), word));
  for (const prefix of ['f', 't', 'rf', 'rt'])
    test(`${prefix}: with substitutions`, () => assert.equal(before(`f(${prefix}"{a["gpt-4o"]}")`), '['));
});

suite('The lexers: what braces hold', () => {
  for (const [code, kind] of [
    ['{ "gpt-4o" }', 'block'],
    ['do { "gpt-4o" } while (a)', 'block'],
    ['if (a) {} else { "gpt-4o" }', 'block'],
    ['try { "gpt-4o" } catch {}', 'block'],
    ['try {} finally { "gpt-4o" }', 'block'],
    ['f(() => { "gpt-4o" })', 'block'],
    ['a(); { "gpt-4o" }', 'block'],
    ['switch (a) { case b: { "gpt-4o" } }', 'block'],
    ['{ { "gpt-4o" } }', 'block'],
    ['f({ "gpt-4o": 1 })', 'object'],
    ['[{ "gpt-4o": 1 }]', 'object'],
    ['const { "gpt-4o": a } = b', 'object'],
    ['return { "gpt-4o": 1 }', 'object'],
    ['a = { "gpt-4o": 1 }', 'object'],
    ['a ? { "gpt-4o": 1 } : b', 'object'],
    ['a || { "gpt-4o": 1 }', 'object'],
    ['a && { "gpt-4o": 1 }', 'object'],
    ['a ?? { "gpt-4o": 1 }', 'object'],
    ['a == { "gpt-4o": 1 }', 'object'],
    ['f({ a: { "gpt-4o": 1 } })', 'object'],
    ['`${{ "gpt-4o": 1 }}`', 'object'],
    ['const m = a as { "gpt-4o": 1 }', 'type'],
    ['const m = a satisfies { "gpt-4o": 1 }', 'type'],
    ['class A<B extends { "gpt-4o": 1 }> {}', 'type'],
    ['function f(a): a is { "gpt-4o": 1 } {}', 'type'],
    ['type A = keyof { "gpt-4o": 1 }', 'type'],
    ['let a: { "gpt-4o": 1 }', 'type'],
    ['let a: B | { "gpt-4o": 1 }', 'type'],
    ['let a: B & { "gpt-4o": 1 }', 'type'],
    ['f<{ "gpt-4o": 1 }>()', 'type'],
    ['type A = { "gpt-4o": 1 }', 'type'],
    ['interface A { b(): void, c = { "gpt-4o": 1 } }', 'type'],
    ['interface A { "gpt-4o": 1 }', 'type'],
    ['class A { "gpt-4o" = 1 }', 'class'],
    ['class A<B> { "gpt-4o" = 1 }', 'class'],
    ['enum A { "gpt-4o" = 1 }', 'class'],
    ['function f(): B { "gpt-4o" }', 'block'],
    ['function f(): B<C> { "gpt-4o" }', 'block'],
  ] as const)
    test(`${code} → ${kind}`, () => assert.equal(bracket(code, 'typescript'), kind));
  test('an element’s {…} and an object in it', () => {
    assert.equal(bracket('a = <b c={{ "gpt-4o": 1 }} />', 'typescriptreact'), 'object');
    assert.equal(bracket('a = <b>{{ "gpt-4o": 1 }}</b>', 'typescriptreact'), 'object');
  });
});
