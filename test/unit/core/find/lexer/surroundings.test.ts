import * as assert from 'node:assert/strict';
import { lex, Wanted } from '../../../../../src/core/find/lexer/lexer';
import type { Site } from '../../../../../src/core/find/lexer/site';
import type { Language } from '../../../../../src/core/find/reference';

const model = 'gpt-4o';

/** A site in one line: the token before, the brackets from the innermost outwards as `kind callee name= #index`, the token behind. */
function shown({ before, around, after, colon, statement }: Site): string {
  const brackets = around.map(({ kind, callee, name, index }) =>
    [kind, callee, name && `${name}=`, index && `#${index}`].filter(Boolean).join(' '),
  );
  const governed = statement === 'other' ? '' : `${statement}: `;
  return `${governed}${before}${colon ? ` (${colon})` : ''} | ${brackets.join(' < ')} | ${after}`.trim();
}

/** What stands around each string `gpt-4o`. */
function sites(code: string, language: Language): string[] {
  const found: string[] = [];
  lex(code, language, Wanted.Literals, {
    literal: (literal) => void (literal.value() === model && found.push(shown(literal.site()))),
  });
  return found;
}

/** Tests what stands around the strings `gpt-4o` of each code; where there is none, it must not be taken for one. */
function table(language: Language, rows: readonly (readonly [code: string, ...sites: string[]])[]): void {
  for (const [code, ...expected] of rows)
    test(`${language}: ${JSON.stringify(code)}`, () => assert.deepEqual(sites(code, language), expected));
}

suite('The lexers: what stands around a string of a script', () => {
  table('typescript', [
    ['#!/usr/bin/env node\n["gpt-4o", "o3"].forEach(ask)', '[ | list < top | ,'],
    ['#model = "gpt-4o"', '= | top #model= |'],
    ['ask(\u00a0"gpt-4o"\u3000)', '( | call ask < top | )'],
    ['ökologisch.größe("gpt-4o")', '( | call ökologisch.größe < top | )'],
    ['ask("gpt-4o'],
    ['say(`asks ${name}`); ask("gpt-4o")', '( | call ask < top | )'],
    ['say(name + ": ".concat("gpt-4o"))', '( | call concat < call say < top | )'],
    ['say(name + `: `.concat("gpt-4o"))', '( | call concat < call say < top | )'],
    ['a.b.choose<Kind>("gpt-4o")', '( | call a.b.choose < top | )'],
    ['type A = { b: string }\nask("gpt-4o")', '( | call ask < top A= | )'],
    ['const model = () => {\n}\nask("gpt-4o")', '( | call ask < top | )'],
    ['enum A { b = 1 }\nask("gpt-4o")', '( | call ask < top | )'],
    ['a = b; ask("gpt-4o")', '( | call ask < top | )'],
    ['interface A { kind?: "gpt-4o" }', ': (type) | type kind= < top | }'],
    ['a?.5:"gpt-4o"', ': (conditional) | top |'],
    ['f(b, ...a("gpt-4o"))', '( | call a < call f #1 < top | )'],
    ['client!("gpt-4o")', '( | call client! < top | )'],
    ['a ! = "gpt-4o"', '= | top != |'],
    ['a ? b ? "gpt-4o" : c : "gpt-4o"', '? | top | :', ': (conditional) | top |'],
    ['class A {\n  a: B\n\tprivate\tkind = "gpt-4o"\n}', '= | class kind= | }'],
    ['switch (a) { case b: kind = "gpt-4o"; case c: { "gpt-4o" } }', '= | block kind= | ;', '{ | block | }'],
    ['function f() { model: "gpt-4o" }', ': (key) | block model= | }'],
    ['/**/ask("gpt-4o")/**/', '( | call ask < top | )'],
    ['/*/ "gpt-4o" */ask("gpt-4o")', '( | call ask < top | )'],
    ['a = /[/"]/g.test("gpt-4o")', '( | call test < top a= | )'],
    ['a << "gpt-4o"', '<< | top |'],
    ['a <= "gpt-4o"', '<= | top |'],
    ['model = a.return ?? "gpt-4o"', '?? | top model= |'],
    ['a!=="gpt-4o"', '!== | top |'],
    ['ask(a,!"gpt-4o")', '! | call ask #1 < top | )'],
    ['class A {\n  a = 1\n  kind: B = "gpt-4o"\n}', '= | class kind= | }'],
    ['let a: B = c < d, kind = "gpt-4o"', '= | top kind= |'],
    ['const kind: A &\n  B<C\n> = "gpt-4o"', '= | top kind= |'],
    ['for (let i = 0; i < n; i++) {}\nlet a: B, kind = "gpt-4o"', '= | top kind= |'],
    ['f(a: Map<() => A, B>, kind = "gpt-4o")', '= | call f kind= #1 < top | )'],
    ['"model": "gpt-4o",', ': (type) | top model= | ,'],
    ['a.b = /c/.test("gpt-4o")', '( | call test < top b= | )'],
    ['new Map<A, <T>() => B>("gpt-4o")', '( | call Map < top | )'],
    ['a ? b : c\nmodel: "gpt-4o",', ': (key) | top model= | ,'],
  ]);
  table('javascript', [
    ['ask({ model: "gpt-4o" }); return <"gpt-4o"', ': (key) | object model= < call ask < top | }', '< | top |'],
  ]);
});

suite('The lexers: what stands around a string among elements', () => {
  table('typescriptreact', [
    ['const f = <T,>(a: T) => ask("gpt-4o")', '( | call ask < top | )'],
    ['const f = <const T extends B>(a: T) => ask("gpt-4o")', '( | call ask < top | )'],
    ['const f = <T extendsB="gpt-4o">it\'s</T>', '= | tag extendsB= < top f= | >'],
    ['a = <>it\'s {ask("gpt-4o")}</>', '( | call ask < group < element < top a= | )'],
    ['a = <Öl b="gpt-4o">it\'s</Öl>', '= | tag b= < top a= | >'],
    ['a = <b /* "gpt-4o" */ c="gpt-4o"/>', '= | tag c= < top a= | /'],
    ['a = <b\u00a0c="gpt-4o"/>', '= | tag c= < top a= | /'],
    ['a = <b data-model="gpt-4o"/>', '= | tag data-model= < top a= | /'],
    ['a = <b c="x>\n  <d e="gpt-4o"/>', '= | tag e= < top a= | /'],
    ['a = <b c="x\n ; d("gpt-4o")', '( | call d < top a= | )'],
    ['a = <b>c < / b>, d("gpt-4o")', '( | call d < top | )'],
    ['a = <b>it\'s<c/>it\'s<d e="gpt-4o"/></b>', '= | tag e= < element < top a= | /'],
    ['a = <b/>\n("gpt-4o", c)', '( | group < top a= | ,'],
    ['if (a <b && c) ask("gpt-4o")', '( | call ask < top | )'],
    ['a = <b ö="gpt-4o"/>', '= | tag ö= < top a= | /'],
    ['const f = <Größe extends A>(a: Größe) => ask("gpt-4o")', '( | call ask < top f= | )'],
    ["a = <b c=\"x\n  d='gpt-4o'/>", '= | tag d= < top a= | /'],
    ['a = <b c="x\n  y" d="gpt-4o"/>', '= | tag d= < top a= | /'],
    ['a = <b>c</b>, d("gpt-4o") / 2', '( | call d < top | )'],
    ['a = <b c <d e="gpt-4o">it\'s</d>, f("gpt-4o")', '= | tag e= < top a= | >', '( | call f < top | )'],
    ['a = <b c="x"<d e="gpt-4o">it\'s</d>, f("gpt-4o")', '= | tag e= < top a= | >', '( | call f < top | )'],
    ["a = <b c=\"x\n  d('gpt-4o')\n  {e}</b>", '( | tag c= < top a= | )'],
  ]);
  table('javascriptreact', [['a = <T, b="gpt-4o">it\'s</T>', '= | tag b= < top a= | >']]);
  table('typescript', [['a = <T>b("gpt-4o")', '( | call b < top a= | )']]);
});

suite('The lexers: what stands around a string of Python', () => {
  table('python', [
    ['ask(\u00a0"gpt-4o"\u3000)', '( | call ask < top | )'],
    ['ökologisch.größe("gpt-4o")', '( | call ökologisch.größe < top | )'],
    ['ask(a, 1 ["gpt-4o"])', '[ | subscript < call ask #1 < top | ]'],
    ['x = `"gpt-4o"`', '= | top x= | `'],
    ['a.b\n.c("gpt-4o")', '( | call c < top | )'],
    ['ask(a.b, r"x" ("gpt-4o"))', '( | call < call ask #1 < top | )'],
    ['say(name + f"{a}: ".join("gpt-4o"))', '( | call join < call say < top | )'],
    ['a.type [b] = "gpt-4o"', '= | top |'],
    ['x = (b"gpt-" "4o")'],
    ['x = ("gpt-" "4o" b"")'],
    ['x = ("gpt-"\n# c\n"4o")', '= | top x= |'],
    ['x = "" "gpt-4o"', '= | top x= |'],
    [
      'x = f"""{a("gpt-4o")} "gpt-4o" {b["gpt-4o"]}"""\ny("gpt-4o")',
      '( | call a < group < top x= | )',
      '[ | subscript b < group < top x= | ]',
      '( | call y < top | )',
    ],
    [
      'x = f"{a:>{b("gpt-4o")}} {c("gpt-4o")}", "gpt-4o"',
      '( | call b < group < group < top x= | )',
      '( | call c < group < top x= | )',
      ', | top |',
    ],
    ['x = f"{a:>10"\ny("gpt-4o")', '( | call y < top | )'],
    ['a = b; ask("gpt-4o")', '( | call ask < top | )'],
    ['a << "gpt-4o"', '<< | top |'],
    ['a < "gpt-4o"', '< | top |'],
    ['a /= "gpt-4o"', '/= | top |'],
    ['a = b = "gpt-4o"', '= | top a= |'],
    ['a: "gpt-4o"', ': (type) | top a= |'],
    ['(a)("gpt-4o")', '( | call < top | )'],
    ['say(f"{a}")\nask("x\n "gpt-4o")', '"x | call ask < top | )'],
    ['x = """gpt-4o""", "gpt-4o"', '= | top x= | ,', ', | top |'],
    ['x = f"{a:\'>10}"\ny("gpt-4o")', '( | call y < top | )'],
    ['x = f"{a} b\ny("gpt-4o")', '( | call y < top | )'],
    ['a = \\\n"gpt-4o"', '= | top a= |'],
    ['a = \\\r\n"gpt-4o"', '= | top a= |'],
    ['if a: assert b == {"c": "gpt-4o"}', 'assert: : (key) | object c= < top | }'],
    ['chat: str = "gpt-4o"', '= | top chat= |'],
    ['engine: str = "gpt-4o"', '= | top engine= |'],
    ['fast: str = "gpt-4o"', '= | top fast= |'],
    ['id: str = "gpt-4o"', '= | top id= |'],
    ['writer: str = "gpt-4o"', '= | top writer= |'],
    ['type : str = "gpt-4o"', '= | top type= |'],
    ['async with a(kind="gpt-4o"): ...', '= | call a kind= < top | )'],
    ['create (kind="gpt-4o")', '= | call create kind= < top | )'],
    ["x = 'gpt-' '4o'", '= | top x= |'],
  ]);
});
