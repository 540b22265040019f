import * as assert from 'node:assert/strict';
import { JavaScriptLexer } from '../../../../../src/core/find/lexer/javascript';
import { JsxLexer } from '../../../../../src/core/find/lexer/jsx';
import type { Lexer, OnLiteral } from '../../../../../src/core/find/lexer/lexer';
import { PythonLexer } from '../../../../../src/core/find/lexer/python';
import { packageFolder, pythonFolders, sources, type Source } from './sources';
import { pythonLiterals, scriptLiterals } from './trees';

/** Ranges between the quotes of every whole literal that a lexer reports. */
function lexed(lexer: (onLiteral: OnLiteral) => Lexer): Set<string> {
  const ranges = new Set<string>();
  lexer((_, start, end) => ranges.add(`${start}-${end}`)).run();
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

suite('lexers against parsers, on real sources: the same whole literals at the same places', () => {
  for (const name of ['openai', 'ai', '@langchain/openai', 'typescript', 'eslint', 'zod', 'playwright-core']) {
    test(`npm ${name}`, function () {
      this.timeout(60_000);
      let literals = 0;
      for (const source of sources(packageFolder(name), scripts, 1_000_000)) {
        const { path, text } = source;
        const lexer = (on: OnLiteral): Lexer =>
          /\.[mc]?ts$/.test(path) ? new JavaScriptLexer(text, on) : new JsxLexer(text, path.endsWith('x'), on);
        literals += compare(source, scriptLiterals(text, path), lexed(lexer));
      }
      assert.ok(literals > 500, `${literals} literals compared`);
    });
  }

  test('Python: the standard library and the system’s packages', function () {
    this.timeout(60_000);
    let literals = 0;
    let unread = 0;
    let files = 0;
    for (const source of pythonFolders().flatMap((folder) => sources(folder, ['.py'], 6_000_000))) {
      files++;
      const tree = pythonLiterals(source.text);
      if (tree)
        literals += compare(
          source,
          tree,
          lexed((on) => new PythonLexer(source.text, on)),
        );
      else unread++;
    }
    assert.ok(literals > 5_000, `${literals} literals compared`);
    // @lezer/python gives up on some of the library's deliberately odd files; it must not be the rule.
    assert.ok(unread < files * 0.1, `${unread} of ${files} files not parsed`);
  });
});
