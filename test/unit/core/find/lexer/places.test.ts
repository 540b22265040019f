import * as assert from 'node:assert/strict';
import { languageOf } from '../../../../../src/core/find/languages';
import { lex } from '../../../../../src/core/find/lexer/lex';
import type { Places } from '../../../../../src/core/find/lexer/lexer';
import type { Site } from '../../../../../src/core/find/lexer/site';
import type { Language } from '../../../../../src/core/find/reference';
import { packageFolder, pythonFolders, sources, type Source } from './sources';

/** Every literal's description, or only those in which some place stands. */
function sitesOf({ path, text }: Source, places?: Places): Map<number, Site> {
  const sites = new Map<number, Site>();
  const note = (start: number, site: Site) => sites.set(start, site);
  const language = languageOf(path) as Language;
  lex(text, language, (lexer, start, end) => note(start, lexer.site(start, end, '')), undefined, places);
  return sites;
}

/** Looks for few literals and demands that they are described as when all are read. Answers how many there were. */
function compare(source: Source, every: number): number {
  const all = sitesOf(source);
  const wanted = [...all.values()].filter(({ start, end }, index) => end > start && index % every === every - 1);
  const places = { next: (from: number) => wanted.find(({ start }) => start >= from)?.start ?? Infinity };
  const some = sitesOf(source, places);
  for (const site of wanted) assert.deepEqual(atTop(some.get(site.start)), atTop(site), source.path);
  assert.equal(some.size, wanted.length, source.path);
  return wanted.length;
}

/** The place among all that stands outside brackets says nothing, and is not counted where text is passed over. */
function atTop(site: Site | undefined): unknown {
  return site && { ...site, around: site.around.map((each) => (each.kind === 'top' ? { ...each, index: 0 } : each)) };
}

suite('lexers that look for few literals describe them as if they had read everything', () => {
  test('Python’s own library', function () {
    this.timeout(120_000);
    let compared = 0;
    for (const source of pythonFolders().flatMap((folder) => sources(folder, ['.py'], 2_000_000)))
      compared += compare(source, 7);
    assert.ok(compared > 500, `${compared} compared`);
  });

  test('scripts of npm packages', function () {
    this.timeout(120_000);
    let compared = 0;
    for (const source of sources(packageFolder('openai'), ['.ts', '.js'], 500_000)) compared += compare(source, 7);
    assert.ok(compared > 100, `${compared} compared`);
  });

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
    for (let mask = 0; mask < 1 << lines.length; mask++) {
      const text = lines.filter((_, index) => mask & (1 << index)).join('\n');
      compare({ path: `${mask}.py`, text: `${'# begins\n'.repeat(15)}${text}\n${'x = 1\n'.repeat(30)}k("last")\n` }, 1);
      compare(
        { path: `${mask}.py`, text: `${text}\n${'x = 1\n'.repeat(30)}k("a")\n${'x = 1\n'.repeat(30)}k("b")\n` },
        3,
      );
    }
  });
});
