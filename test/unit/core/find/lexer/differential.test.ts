import * as assert from 'node:assert/strict';
import { languageOf } from '../../../../../src/core/find/languages';
import { lex, Wanted } from '../../../../../src/core/find/lexer/lexer';
import type { Language } from '../../../../../src/core/find/reference';
import { packageFolder, pythonFolders, sources, type Source } from './sources';
import { pythonRanges, scriptRanges } from './trees';

/** Ranges between the quotes of every whole literal, and of every comment, that a lexer reports. */
function lexed(text: string, language: Language): Set<string> {
  const ranges = new Set<string>();
  lex(text, language, Wanted.Comments, {
    literal(literal) {
      const { start, end } = literal.position();
      ranges.add(`${start}-${end}`);
    },
    // Before a CRLF the return is the lexer's last character of a comment, and no parser's.
    comment: (start, end) => void ranges.add(`${start}-${text[end - 1] === '\r' ? end - 1 : end}`),
  });
  return ranges;
}

function compare({ path, text }: Source, tree: Set<string>, found: Set<string>): number {
  const show = (range: string): string =>
    JSON.stringify(text.slice(...(range.split('-').map(Number) as [number, number])).slice(0, 80));
  const missed = [...tree].filter((range) => !found.has(range)).map(show);
  const extra = [...found].filter((range) => !tree.has(range)).map(show);
  assert.deepEqual({ missed: missed.slice(0, 5), extra: extra.slice(0, 5) }, { missed: [], extra: [] }, path);
  return tree.size;
}

const scripts = ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.jsx'];

suite('lexers against parsers, on real sources: the same whole literals and comments at the same places', () => {
  for (const name of ['openai', 'ai', '@langchain/openai', 'typescript', 'eslint', 'zod', 'playwright-core']) {
    test(`npm ${name}`, function () {
      this.timeout(300_000);
      let ranges = 0;
      for (const source of sources(packageFolder(name), scripts, 1_000_000)) {
        const { path, text } = source;
        ranges += compare(source, scriptRanges(text, path), lexed(text, languageOf(path) as Language));
      }
      assert.ok(ranges > 500, `${ranges} ranges compared`);
    });
  }

  test('Python: the standard library and the system’s packages', function () {
    this.timeout(300_000);
    let ranges = 0;
    let unread = 0;
    let files = 0;
    for (const source of pythonFolders().flatMap((folder) => sources(folder, ['.py'], 6_000_000))) {
      files++;
      const tree = pythonRanges(source.text);
      if (tree) ranges += compare(source, tree, lexed(source.text, 'python'));
      else unread++;
    }
    assert.ok(ranges > 5_000, `${ranges} ranges compared`);
    // @lezer/python gives up on some of the library's deliberately odd files; it must not be the rule.
    assert.ok(unread < files * 0.1, `${unread} of ${files} files not parsed`);
  });
});
