import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grammarPath, grammarText } from '../../../scripts/generate-grammar';

const grammar = JSON.parse(readFileSync(grammarPath, 'utf8')) as {
  scopeName: string;
  patterns: { match: string; captures: { '1': { name: string } } }[];
};

/** The scopes that the rules put on pieces of a line, as if all of it were inside strings. */
function scopes(line: string): [string, string][] {
  return grammar.patterns.flatMap(({ match, captures }) =>
    Array.from(line.matchAll(new RegExp(match, 'g')), ([, id = '']): [string, string] => [id, captures['1'].name]),
  );
}

const large = 'constant.other.model.covered.large.token-allowance';
const small = 'constant.other.model.covered.small.token-allowance';

suite('the TextMate injection', () => {
  test('is in sync with the data; after a change of the data run: npm run generate', () => {
    assert.equal(readFileSync(grammarPath, 'utf8'), grammarText());
  });

  test('is contributed for every language that is read', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(contributes.grammars, [
      {
        scopeName: grammar.scopeName,
        path: `./${grammarPath}`,
        injectTo: ['source.ts', 'source.tsx', 'source.js', 'source.js.jsx', 'source.python'],
      },
    ]);
  });

  const table: [string, [string, string][]][] = [
    ['"gpt-4o"', [['gpt-4o', large]]],
    ["'gpt-4o-mini'", [['gpt-4o-mini', small]]],
    ['`gpt-4.1-2025-04-14`', [['gpt-4.1-2025-04-14', large]]],
    ['"openai/gpt-4.1"', [['gpt-4.1', large]]],
    ['"openai:o4-mini"', [['o4-mini', small]]],
    ['"gpt-4o-mini-tts"', []],
    ['"gpt-4x1"', []],
    ['"a gpt-4o b"', []],
    ['"gpt-4o\'s"', []],
    ['"azure/gpt-4o"', []],
    ['"o1", "o3"', []],
  ];
  for (const [line, expected] of table) test(line, () => assert.deepEqual(scopes(line), expected));
});
