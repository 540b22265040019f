import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directiveKinds, directivesIn } from '../../../../src/core/find/directives';
import { findReferences } from '../../../../src/core/find/find';
import type { Language } from '../../../../src/core/find/reference';
import { diagnosticCodes } from '../../../../src/core/codes';

/** The directives of a text in one line each: `line that it applies to | its words | its codes`. */
function told(text: string, language: Language): string[] {
  return directivesIn(text, language).map(({ target = 'file', codes = [], start, end }) => {
    const [, words = ''] = /^token-allowance: ?(.*)$/.exec(text.slice(start, end)) ?? [];
    return [target, words, ...(codes.length > 0 ? [codes.join(' ')] : [])].join(' | ');
  });
}

suite('ignore comments', () => {
  const table: [Language, string, string[]][] = [
    ['typescript', 'f("x"); // token-allowance: ignore', ['0 | ignore']],
    ['typescript', '// token-allowance: ignore-next-line', ['1 | ignore-next-line']],
    ['typescript', '\n/* token-allowance: ignore-file */', ['file | ignore-file']],
    ['typescript', '//token-allowance:ignore', ['0 | ignore']],
    ['typescript', '// token-allowance: ignore -- paid on purpose', ['0 | ignore -- paid on purpose']],
    ['typescript', '// token-allowance: ignore paid on purpose', ['0 | ignore paid on purpose']],
    ['typescript', '/* token-allowance: ignore -- why */ x', ['0 | ignore -- why']],
    ['typescript', '// token-allowance: ignore[shut-down]', ['0 | ignore[shut-down] | shut-down']],
    [
      'typescript',
      '// token-allowance: ignore [shut-down, not-listed] -- a',
      ['0 | ignore [shut-down, not-listed] -- a | shut-down not-listed'],
    ],
    [
      'typescript',
      '// token-allowance: ignore shut-down, not-listed -- a',
      ['0 | ignore shut-down, not-listed -- a | shut-down not-listed'],
    ],
    ['typescript', '// token-allowance: ignore not-listed', ['0 | ignore not-listed | not-listed']],
    ['typescript', '// token-allowance: ignore[no-such-code]', ['0 | ignore[no-such-code] | no-such-code']],
    ['typescript', '// token-allowance: ignore not-listed-yet', ['0 | ignore not-listed-yet']],
    ['typescript', '/*\n * token-allowance: ignore-next-line\n * more\n */\nx', ['4 | ignore-next-line']],
    ['typescript', '/*\r\n token-allowance: ignore-next-line -- b\r\n*/\r\nx', ['3 | ignore-next-line -- b']],
    ['typescript', '// eslint-disable-line // token-allowance: ignore', ['0 | ignore']],
    ['typescript', '// token-allowance: ignore -- a // b', ['0 | ignore -- a']],
    ['typescript', '// token-allowance: ignore -- see https://x.y/#z', ['0 | ignore -- see https://x.y/#z']],
    ['typescriptreact', '<a>{/* token-allowance: ignore */}</a>', ['0 | ignore']],
    ['javascriptreact', '<a // token-allowance: ignore\n b="c" />', ['0 | ignore']],
    ['javascript', '`${ a /* token-allowance: ignore */ }`', ['0 | ignore']],
    ['python', 'f("x")  # token-allowance: ignore', ['0 | ignore']],
    [
      'python',
      '# type: ignore  # token-allowance: ignore[fine-tuned]  # noqa',
      ['0 | ignore[fine-tuned] | fine-tuned'],
    ],
    ['python', '## token-allowance: ignore-file', ['file | ignore-file']],
    ['python', 'x = (\n  "a"  # token-allowance: ignore\n  "b"\n)', ['1 | ignore']],
    ['python', 'x = ("a" # 1\n # token-allowance: ignore\n\n f"b{c}")', ['1 | ignore']],
    ['python', 'x = f"{a # token-allowance: ignore\n}"', ['0 | ignore']],
    ['python', 'x = 1  # token-allowance: ignore\r\ny = 2', ['0 | ignore']],
    // Nothing but real comments, and in these nothing but the comment's own words.
    ['typescript', 'const s = "// token-allowance: ignore";', []],
    ['typescript', 'const s = `/* token-allowance: ignore */`;', []],
    ['typescript', 'const r = /[/]\\/ token-allowance: ignore/;', []],
    ['typescriptreact', '<a>// token-allowance: ignore</a>', []],
    ['python', '"""\n# token-allowance: ignore-file\n"""', []],
    ['python', "s = '# token-allowance: ignore'", []],
    ['python', '# write token-allowance: ignore to silence it', []],
    ['typescript', '// `token-allowance: ignore` silences it', []],
    ['typescript', '// token-allowance: ignored', []],
    ['typescript', '// token-allowance: ignore-line', []],
    ['typescript', '// token-allowance: please', []],
    ['typescript', '// TOKEN-ALLOWANCE: ignore', []],
  ];
  for (const [language, text, expected] of table)
    test(`${language}: ${text.replace(/\r?\n/g, '⏎')}`, () => assert.deepEqual(told(text, language), expected));

  test('know their comment', () => {
    const text = 'f(); /* a\n * token-allowance: ignore */ g();';
    const [directive] = directivesIn(text, 'javascript');
    assert.equal(text.slice(directive?.comment.start, directive?.comment.end), '/* a\n * token-allowance: ignore */');
  });

  test('a megabyte of spaces, marks or directives is read through', () => {
    const begin = '// token-allowance: ignore';
    for (const unit of [' ', '#', '# ', ' -', ' //', ', not-listed', '[', '*/ ', '\n' + begin, begin]) {
      const text = begin + unit.repeat(1_000_000 / unit.length) + 'x';
      assert.ok(directivesIn(text, 'typescript').length > 0);
      assert.ok(directivesIn(`#${text}`, 'python').length > 0);
    }
  });
});

suite('ignore comments and references', () => {
  /** The models found, with the codes ignored at each. */
  const ignored = (text: string, language: Language = 'python') =>
    findReferences(text, language).map(({ model, ignoredCodes }) => [model, ignoredCodes?.join(' ') ?? '']);
  const all = diagnosticCodes.join(' ');

  test('a line, the next one, or all', () => {
    const lines = ['a = "gpt-4"', 'b = "gpt-4"', 'c = "gpt-4"'];
    const [a, b, c] = lines;
    assert.deepEqual(ignored(`${a}\n${b} # token-allowance: ignore\n${c}`), [
      ['gpt-4', ''],
      ['gpt-4', all],
      ['gpt-4', ''],
    ]);
    assert.deepEqual(ignored(`${a}\n# token-allowance: ignore-next-line\n${b}\n${c}`), [
      ['gpt-4', ''],
      ['gpt-4', all],
      ['gpt-4', ''],
    ]);
    assert.deepEqual(ignored(`${a}\n${b}\n# token-allowance: ignore-file[shut-down]`), [
      ['gpt-4', 'shut-down'],
      ['gpt-4', 'shut-down'],
    ]);
  });

  test('add up, in the order of the codes', () => {
    const text =
      '# token-allowance: ignore-file[shut-down]\nm = "gpt-4" # token-allowance: ignore[nonsense, fine-tuned]';
    assert.deepEqual(ignored(text), [['gpt-4', 'fine-tuned shut-down']]);
  });

  test('without the word, references are as they were', () => {
    assert.ok(!('ignoredCodes' in (findReferences('m = "gpt-4"', 'python')[0] ?? {})));
  });

  test('for any lines: what is ignored is what a comment speaks of', () => {
    const line = fc.record({
      kind: fc.option(fc.constantFrom(...directiveKinds), { freq: 2 }),
      code: fc.option(fc.constantFrom(...diagnosticCodes, 'nonsense')),
    });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, eol, python) => {
        const text = lines
          .map(({ kind, code }) => {
            const codes = code ? `[${code}]` : '';
            return `m = "gpt-4"${kind ? ` ${python ? '#' : '//'} token-allowance: ${kind}${codes}` : ''}`;
          })
          .join(eol);
        const references = findReferences(text, python ? 'python' : 'typescript');
        references.forEach(({ ignoredCodes = [] }, at) => {
          const codes = diagnosticCodes.filter((code) =>
            lines.some(
              (line, i) =>
                (!line.code || line.code === code) &&
                (line.kind === 'ignore-file' ||
                  (line.kind === 'ignore' && i === at) ||
                  (line.kind === 'ignore-next-line' && i + 1 === at)),
            ),
          );
          assert.deepEqual(ignoredCodes, codes);
        });
        assert.equal(references.length, lines.length);
      }),
    );
  });
});
