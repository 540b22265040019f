import * as assert from 'node:assert/strict';
import { languageOf } from '../../../../../src/core/find/languages';
import { lex, Wanted } from '../../../../../src/core/find/lexer/lexer';
import type { Language } from '../../../../../src/core/find/reference';
import { packageFolder, pythonFolders, sources, type Source } from './sources';

const model = 'gpt-4o';

/** The descriptions of the literals that name a model, by their offsets, when all literals are read or only those. */
function sitesOf({ path, text }: Source, wanted: Wanted): Map<number, unknown> {
  const sites = new Map<number, unknown>();
  lex(text, languageOf(path) as Language, wanted, {
    literal(literal) {
      const value = literal.value();
      if (literal.isRun || value !== model) return;
      sites.set(literal.position().start, { ...literal.site(), line: literal.line() });
    },
  });
  return sites;
}

/** The same source with a model in place of every so many literals. */
function withModels({ path, text }: Source, every: number): Source {
  let changed = '';
  let from = 0;
  let count = 0;
  lex(text, languageOf(path) as Language, Wanted.Literals, {
    literal(literal) {
      const { start, end } = literal.position();
      if (literal.isRun || start === end || ++count % every) return;
      changed += text.slice(from, start) + model;
      from = end;
    },
  });
  return { path, text: changed + text.slice(from) };
}

/** Looks for few literals and demands that they are described as when all are read. Answers how many there were. */
function compare(source: Source, every: number): number {
  const changed = withModels(source, every);
  const all = sitesOf(changed, Wanted.Literals);
  assert.deepEqual(sitesOf(changed, Wanted.Models), all, source.path);
  return all.size;
}

suite('lexers that look for few literals describe them as if they had read everything', () => {
  test('Python’s own library', function () {
    this.timeout(120_000);
    let compared = 0;
    for (const source of pythonFolders().flatMap((folder) => sources(folder, ['.py'], 4_000_000)))
      compared += compare(source, 7);
    assert.ok(compared > 500, `${compared} compared`);
  });

  test('scripts of npm packages', function () {
    this.timeout(120_000);
    let compared = 0;
    for (const name of ['openai', 'ai', 'eslint', 'playwright-core'])
      for (const source of sources(packageFolder(name), ['.ts', '.js'], 1_000_000)) compared += compare(source, 7);
    assert.ok(compared > 500, `${compared} compared`);
  });

  const ahead = 'x = 1\n'.repeat(30);
  for (const statement of [
    ...['f(\n  [a, {b: c}],\n)', 'f(a, (b', 'f(a]', ')', ']', 'f(a\ndef g():', 'f([a)', '[{a]', '{(a}', 'x = [\n# ]\n'],
    ...[
      "x = 'it' # it's (",
      "# it's",
      '# (',
      'x = "a \\" b" (',
      'x = """it\'s\n("""',
      "x = '''a\" (\n''' (",
      'x = "" (',
    ],
    // Read otherwise, each of these would be over before its call is.
    ...['g(f"{a[")"]}",\n1,', 'g(t"{a[")"]}",\n1,', 'g(rf"{a[")"]}",\n1,', 'g(fr"{a[")"]}",\n1,', 'g(F"{a[")"]}",\n1,'],
    ...['g("""a")"b""",\n1,', 'g("""""", ")",\n1,', 'g(\n)\ng(\n1,', 'g([1, {2}],\n1,', 'g(1, # )\n1,'],
    ...['"""(', "x = 'it", 'x = f\'{a["("]}\'', 'x = f"{a["b"]}" (', 'x = t"{a["b"]}" (', 'x = fr"{a["b"]}" ('],
    ...[
      'x = "{" (',
      'x = u"{" (',
      'x = \\\n  "("',
      'x = \\\r\n"("',
      'x = \\\n# (',
      'x = \\\r\n(',
      'x = `"`',
      'x = `(`',
    ],
    ...[`${'('.repeat(20)}a${')'.repeat(20)}`, `${'['.repeat(14)}\n`, `${'['.repeat(15)}a${']'.repeat(14)}\n`],
  ]) {
    test(`Python passed over: ${JSON.stringify(statement)}`, () => {
      for (const behind of ['', ahead]) {
        const source = { path: 'a.py', text: `${ahead}${statement}\n${behind}k("gpt-4o", ["gpt-4o"])\n` };
        assert.deepEqual(sitesOf(source, Wanted.Models), sitesOf(source, Wanted.Literals));
      }
    });
  }

  test('half-typed Python', () => {
    const lines = [
      'f(a',
      'g("x", [1',
      'def h(b="y"):',
      '  """z',
      '  c = f"{d["e"]}" (',
      'return "w"',
      '"""',
      ') ]',
      'k("v")',
    ];
    // Strings left open may hide both of the literals, but not often.
    let compared = 0;
    for (let mask = 0; mask < 1 << lines.length; mask++) {
      const text = lines.filter((_, index) => mask & (1 << index)).join('\n');
      compared += compare(
        { path: `${mask}.py`, text: `${'# begins\n'.repeat(15)}${text}\n${'x = 1\n'.repeat(30)}k("last")\n` },
        1,
      );
      compared += compare(
        { path: `${mask}.py`, text: `${text}\n${'x = 1\n'.repeat(30)}k("a")\n${'x = 1\n'.repeat(30)}k("b")\n` },
        3,
      );
    }
    assert.ok(compared > 2000, `${compared} compared`);
  });
});
