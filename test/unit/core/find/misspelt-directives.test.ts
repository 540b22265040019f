import assert from 'node:assert/strict';
import { directiveKinds, directivesIn } from '../../../../src/core/find/directives';
import { misspeltIn } from '../../../../src/core/find/misspelt-directives';
import type { Language } from '../../../../src/core/find/reference';
import { diagnosticCodes } from '../../../../src/core/codes';

const misspelt = (text: string, language: Language) => misspeltIn(text, language, directivesIn(text, language));

/** What is wrong in a text, and what to write instead: `said → meant`. */
function told(text: string, language: Language): string[] {
  return misspelt(text, language).map(({ start, end, code, meant }) => {
    const said = text.slice(start, end);
    if (code !== undefined) assert.equal(said, code);
    return `${said} → ${meant ?? '?'}`;
  });
}

suite('misspelt ignore comments', () => {
  const [line, next, file] = directiveKinds.map((kind) => `token-allowance: ${kind}`);
  const table: [Language, string, string[]][] = [
    ['typescript', '// token-allowance-ignore', [`token-allowance-ignore → ${line}`]],
    ['typescript', '// token-allowance-ignore-nextline', [`token-allowance-ignore-nextline → ${next}`]],
    ['typescript', '// token-allowance-ignore-next-line as ever', [`token-allowance-ignore-next-line → ${next}`]],
    ['typescript', '// token-allowance-disable-next-line', [`token-allowance-disable-next-line → ${next}`]],
    ['typescript', '// token-allowance-disable-line -- why', [`token-allowance-disable-line → ${line}`]],
    ['typescript', '// token-allowance-disable', ['token-allowance-disable → ?']],
    ['typescript', '// token-allowance: off', ['token-allowance: off → ?']],
    ['typescript', '/* token-allowance-ignore-start */', ['token-allowance-ignore-start → ?']],
    ['typescript', '/* token-allowance ignore */', [`token-allowance ignore → ${line}`]],
    ['typescript', '/*\n * token-allowance: ignore-nextline\n */', [`token-allowance: ignore-nextline → ${next}`]],
    ['typescript', '// token-allowance: ignore-line', [`token-allowance: ignore-line → ${line}`]],
    ['typescript', '// token-allowance : ignore[shut-down]', [`token-allowance : ignore → ${line}`]],
    ['typescript', '// TOKEN-ALLOWANCE: ignore', [`TOKEN-ALLOWANCE: ignore → ${line}`]],
    ['typescript', '// @token-allowance ignore', [`@token-allowance ignore → ${line}`]],
    ['typescript', '// @token-allowance: ignore', [`@token-allowance: ignore → ${line}`]],
    ['python', '# type: ignore  # token-allowance: noqa  # more', [`token-allowance: noqa → ${line}`]],
    ['python', '# token-allowance: ingore shut-down', [`token-allowance: ingore → ${line}`]],
    ['python', '# token-allowance: ignore_next_line', [`token-allowance: ignore_next_line → ${next}`]],
    ['python', '# token-allowance: skip-file', [`token-allowance: skip-file → ${file}`]],
    ['python', '# token-allowance: ignore-cell', [`token-allowance: ignore-cell → ${file}`]],
    ['python', '# token-allowance-suppress', [`token-allowance-suppress → ${line}`]],
    ['python', '# token-allowance-silence-this', [`token-allowance-silence-this → ${line}`]],
    ['python', '# token-allowance: ignorethenextline', [`token-allowance: ignorethenextline → ${next}`]],
    ['python', '# token-allowance: ignore-module', [`token-allowance: ignore-module → ${file}`]],
    ['python', '# token-allowance-skip-the-file as ever', [`token-allowance-skip-the-file → ${file}`]],
    ['python', '# token-allowance: ignore-nxt-line', [`token-allowance: ignore-nxt-line → ${next}`]],
    ['python', '# token-allowance: ignore-all', ['token-allowance: ignore-all → ?']],
    ['python', '# token-allowance: ignore-begin', ['token-allowance: ignore-begin → ?']],
    ['python', '# token-allowance: disable-end', ['token-allowance: disable-end → ?']],
    ['python', '#\ttoken-allowance\t:\tnoqa', [`token-allowance\t:\tnoqa → ${line}`]],
    ['python', '#  token-allowance  ignore', [`token-allowance  ignore → ${line}`]],
    ['python', '#token-allowance\tignore', [`token-allowance\tignore → ${line}`]],
    ['typescript', '/*\ntoken-allowance-noqa\n*/', [`token-allowance-noqa → ${line}`]],
    // Codes.
    ['python', '# token-allowance: ignore[shutdown]', ['shutdown → shut-down']],
    ['python', '# token-allowance: ignore[shut-down, NotListed] -- why', ['NotListed → not-listed']],
    ['python', '# token-allowance: ignore[OTHER_ROUTE]', ['OTHER_ROUTE → other-route']],
    ['python', '# token-allowance: ignore[gpt-4o]', ['gpt-4o → ?']],
    // What is right.
    ...directiveKinds.map((kind): [Language, string, string[]] => ['python', `# token-allowance: ${kind}`, []]),
    ['typescript', `//token-allowance:ignore[${diagnosticCodes.join()}] -- why`, []],
    ['typescript', '// token-allowance: ignore what this costs', []],
    // What only names the tool, or is no comment.
    ['python', '# token-allowance', []],
    ['python', '# token-allowance: see the docs', []],
    ['python', '# token-allowance: ignored', []],
    ['python', '# token-allowance: ignores', []],
    ['python', '# token-allowance: ignoring', []],
    ['python', '# token-allowance: ignore[]', []],
    ['python', '# token-allowance: noqas-file as ever', []],
    ['python', '# token-allowance: filed as ever', []],
    ['python', '# token-allowance: skip this, the file says', []],
    ['python', '# token-allowance skip-file as ever', []],
    ['python', '# token-allowance-skip.', []],
    ['python', '# token-allowance-skip-file.md', []],
    ['python', '# token-allowance-skip-file/a', []],
    ['python', '# token-allowance-please-skip-file', []],
    ['python', '# token-allowance-skip-file-all as ever', []],
    ['python', '# token-allowance-skip-', []],
    ['python', '# token-allowance: ignored by this team', []],
    ['python', '# token-allowance ignores what is in strings', []],
    ['python', '# token-allowance ignore comments begin with the name', []],
    ['python', '# token-allowance-ignore comments were renamed', []],
    ['python', '# token-allowance: disable it in the settings', []],
    ['python', '# token-allowance-skip.md', []],
    ['python', '# token-allowance/ignore', []],
    ['python', '# write token-allowance-ignore', []],
    ['python', '# Token allowance: ignore', []],
    ['python', '# token_allowance: skip', []],
    ['typescript', '// `token-allowance-ignore` is no comment', []],
    ['typescript', 'f("// token-allowance-ignore");', []],
  ];
  for (const [language, text, expected] of table)
    test(`${language}: ${text.replace(/\n/g, '⏎')} ${expected.join() || 'is not meant'}`, () =>
      assert.deepEqual(told(text, language), expected));

  test('a code that stands in what the comment begins with is marked in the brackets', () => {
    const text = '# token-allowance: ignore-file[file, ignore]';
    const codes = misspelt(text, 'python').map(({ start, code }) => [start, code]);
    assert.deepEqual(codes, [
      [text.indexOf('[') + 1, 'file'],
      [text.lastIndexOf('ignore'), 'ignore'],
    ]);
  });

  test('come in the text’s order', () => {
    const comments = ['# token-allowance-skip', '# token-allowance: ignore[x]'];
    const wrong = [`token-allowance-skip → ${line}`, 'x → ?'];
    assert.deepEqual(told(comments.join('\n'), 'python'), wrong);
    assert.deepEqual(told(comments.reverse().join('\n'), 'python'), wrong.reverse());
  });

  test('what was meant is right', () => {
    for (const [language, text] of table)
      for (const { start, end, meant } of misspelt(text, language))
        if (meant) assert.deepEqual(misspelt(text.slice(0, start) + meant + text.slice(end), language), []);
  });

  test('a megabyte of spaces, marks or words is read through', () => {
    const begin = '// token-allowance-ignore';
    for (const unit of [' ', '#', '# ', '-', 'e', '-line', ' :', '[', '*/ ', `\n${begin}`, begin, '// token-allowance'])
      misspelt(begin + unit.repeat(1_000_000 / unit.length) + 'x', 'typescript');
  });
});
