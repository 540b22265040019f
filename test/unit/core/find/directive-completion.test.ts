import assert from 'node:assert/strict';
import { directiveCompletionsAt } from '../../../../src/core/find/directive-completion';
import type { Language } from '../../../../src/core/find/reference';
import { diagnosticCodes } from '../../../../src/core/codes';

const kinds = ['token-allowance: ignore', 'token-allowance: ignore-next-line', 'token-allowance: ignore-file'];

suite('completing ignore comments', () => {
  const table: [Language, string, string, readonly string[]][] = [
    ['python', 'x = 1  # to|', 'to', kinds],
    ['python', 'x = 1  # token-allowance|', 'token-allowance', kinds],
    ['python', '# token-allowance:|', 'token-allowance:', kinds],
    ['python', '# token-allowance:  ign|', 'token-allowance:  ign', kinds],
    ['python', '# noqa # tok|', 'tok', kinds],
    ['python', '#tok|', 'tok', kinds],
    ['python', '# a\n# tok|\n# b', 'tok', kinds],
    ['python', '#\ttok|', 'tok', kinds],
    ['python', '# token-allowance:\tignore-n|', 'token-allowance:\tignore-n', kinds],
    ['typescript', '/*\ntok|\n*/', 'tok', kinds],
    ['typescript', '/* tok|', 'tok', kinds],
    ['typescript', '// tok|', 'tok', kinds],
    ['typescript', '/* tok| */', 'tok', kinds],
    ['typescript', '/**\n * tok|\n */', 'tok', kinds],
    ['typescriptreact', '<a>{/* tok| */}</a>', 'tok', kinds],
    ['typescript', '// token-allowance: ignore-file[|', '', diagnosticCodes],
    ['python', '# token-allowance: ignore[shut-down, no|]', 'no', diagnosticCodes],
    ['python', '# token-allowance:ignore[shut-|]', 'shut-', diagnosticCodes],
    ['python', '# token-allowance:\tignore\t[shut-down\t,\tno|]', 'no', diagnosticCodes],
    ['python', '# token-allowance: ignore-next-line [shut-down , no|]', 'no', diagnosticCodes],
  ];
  for (const [language, code, replaced, items] of table)
    test(`${language}: ${code.replace(/\n/g, '⏎')}`, () => {
      const offset = code.indexOf('|');
      const text = code.replace('|', '');
      const found = directiveCompletionsAt(text, language, offset);
      assert.ok(found);
      assert.equal(text.slice(found.start, found.end), replaced);
      assert.deepEqual(found.items, items);
    });

  const none: [Language, string][] = [
    ['python', '# t|'],
    ['python', '# the token|'],
    ['python', '# total|'],
    ['python', 'to|'],
    ['python', 's = "# to|"'],
    ['typescript', '/* a */ to|'],
    ['typescript', '/* to */|'],
    ['typescript', '/* to *|/'],
    ['typescript', '|// to'],
    ['typescript', '// to\n|'],
    ['typescript', '/|/ to'],
    ['typescriptreact', '<a>// to|</a>'],
    ['typescript', '// token-allowance: ignore[shut-down] a|'],
  ];
  for (const [language, code] of none)
    test(`nothing: ${language}: ${code}`, () =>
      assert.equal(directiveCompletionsAt(code.replace('|', ''), language, code.indexOf('|')), undefined));
});
