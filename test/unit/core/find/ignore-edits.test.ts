import assert from 'node:assert/strict';
import { directivesIn } from '../../../../src/core/find/directives';
import { findReferences } from '../../../../src/core/find/find';
import { ignoreFileEdit, ignoreLineEdit, removeDirectiveEdit } from '../../../../src/core/find/ignore-edits';
import { applyEdit } from '../../../../src/core/text-edit';
import type { Language } from '../../../../src/core/find/reference';

/** The text after ignoring `shut-down` at its last reference; nothing if no comment fits. */
function ignoring(text: string, language: Language): string | undefined {
  const reference = findReferences(text, language).at(-1);
  assert.ok(reference);
  const edit = ignoreLineEdit(text, language, reference, 'shut-down');
  return edit && applyEdit(text, edit);
}

suite('writing ignore comments', () => {
  const here = 'token-allowance: ignore[shut-down]';
  const next = 'token-allowance: ignore-next-line[shut-down]';
  const table: [string, Language, string, string | undefined][] = [
    ['behind the line', 'typescript', 'f("gpt-4");\ng();', `f("gpt-4"); // ${here}\ng();`],
    ['behind the line of an argument', 'python', 'f(\n  m="gpt-4",\n)', `f(\n  m="gpt-4",  # ${here}\n)`],
    ['CRLF', 'python', 'm = "gpt-4"\r\nx = 1', `m = "gpt-4"  # ${here}\r\nx = 1`],
    ['before trailing blanks', 'typescript', 'f("gpt-4");  \n', `f("gpt-4"); // ${here}  \n`],
    ['a comment is there already', 'typescript', '  f("gpt-4"); // why\n', `  f("gpt-4"); // why // ${here}\n`],
    [
      'a comment that names rules',
      'typescript',
      'f("gpt-4"); // eslint-disable-line no-f\n',
      `// ${next}\nf("gpt-4"); // eslint-disable-line no-f\n`,
    ],
    [
      'a comment that gives a reason',
      'typescript',
      'f("gpt-4"); // eslint-disable-line no-f -- why\n',
      `f("gpt-4"); // eslint-disable-line no-f -- why // ${here}\n`,
    ],
    [
      'a comment that gives a reason for all rules, beside its marks',
      'typescript',
      'f("gpt-4"); //eslint-disable-line -- why\n',
      `f("gpt-4"); //eslint-disable-line -- why // ${here}\n`,
    ],
    [
      'a comment that names rules beside its marks, below one that ends with a backslash',
      'typescript',
      '// C:\\\nf("gpt-4"); //eslint-disable-line no-f\n',
      `// C:\\\n// ${next}\nf("gpt-4"); //eslint-disable-line no-f\n`,
    ],
    [
      'a comment that speaks of lines',
      'typescript',
      'f("gpt-4"); // eslint-disable-lines no-f\n',
      `f("gpt-4"); // eslint-disable-lines no-f // ${here}\n`,
    ],
    [
      'an element among text',
      'typescriptreact',
      'const a = (\n  <p>\n    <Chat model="gpt-4" /> text\n  </p>\n);',
      `const a = (\n  <p>\n    {/* ${next} */}\n    <Chat model="gpt-4" /> text\n  </p>\n);`,
    ],
    [
      'an element among expressions',
      'javascriptreact',
      'const a = (\n  <p>\n    {" "}\n    <Chat model="gpt-4" /> text\n  </p>\n);',
      `const a = (\n  <p>\n    {" "}\n    {/* ${next} */}\n    <Chat model="gpt-4" /> text\n  </p>\n);`,
    ],
    [
      'an attribute on its own line',
      'javascriptreact',
      'const a = (\n  <Chat\n    model="gpt-4"\n  />\n);',
      `const a = (\n  <Chat\n    model="gpt-4" // ${here}\n  />\n);`,
    ],
    ['in a template', 'javascript', '`a\n${f("gpt-4")} b\nc`', `\`a\n\${f("gpt-4" /* ${here} */)} b\nc\``],
    ['a continued line', 'python', 'm = "gpt-4" \\\n  if x else y', `# ${next}\nm = "gpt-4" \\\n  if x else y`],
    ['a backslash before blanks', 'python', 'm = f("gpt-4", \\  ', `# ${next}\nm = f("gpt-4", \\  `],
    ['the end of a continued line', 'python', 'm = x or \\\n  "gpt-4"', `m = x or \\\n  "gpt-4"  # ${here}`],
    ['the midst of a continued line', 'python', 'm = x or \\\n  "gpt-4" \\\n  or y', undefined],
    ['in a triple-quoted f-string', 'python', 'm = f"""\n{f(model="gpt-4")}\n"""', undefined],
  ];
  for (const [what, language, text, expected] of table)
    test(`${language}: ${what}`, () => {
      assert.equal(ignoring(text, language), expected);
      if (expected === undefined) return;
      // The way back.
      const directive = directivesIn(expected, language).find(
        ({ start }) => expected.startsWith(here, start) || expected.startsWith(next, start),
      );
      assert.ok(directive);
      const restored = applyEdit(expected, removeDirectiveEdit(expected, directive));
      assert.equal(restored.replace(/ +$/gm, ''), text.replace(/ +$/gm, ''));
    });

  const lists: [Language, string, string][] = [
    [
      'typescript',
      'f("gpt-4"); // token-allowance: ignore[fine-tuned]',
      'f("gpt-4"); // token-allowance: ignore[fine-tuned, shut-down]',
    ],
    [
      'typescript',
      'f("gpt-4"); // token-allowance: ignore fine-tuned -- fine-tuned by us',
      'f("gpt-4"); // token-allowance: ignore fine-tuned, shut-down -- fine-tuned by us',
    ],
    [
      'typescript',
      'f("gpt-4"); // token-allowance: ignore[] -- [why]',
      'f("gpt-4"); // token-allowance: ignore[shut-down] -- [why]',
    ],
    [
      'typescript',
      'f("gpt-4"); // token-allowance: ignore[fine-tuned ,]',
      'f("gpt-4"); // token-allowance: ignore[fine-tuned ,shut-down]',
    ],
    [
      'typescript',
      'f("gpt-4"); // token-allowance: ignore[fine-tunde]',
      'f("gpt-4"); // token-allowance: ignore[fine-tunde, shut-down]',
    ],
    [
      'javascript',
      'f("gpt-4" /* token-allowance: ignore[fine-tuned] */);',
      'f("gpt-4" /* token-allowance: ignore[fine-tuned, shut-down] */);',
    ],
    [
      'javascript',
      '/* token-allowance: ignore-next-line[fine-tuned, not-listed]\n */\nf("gpt-4");',
      '/* token-allowance: ignore-next-line[fine-tuned, not-listed, shut-down]\n */\nf("gpt-4");',
    ],
    [
      'javascript',
      'f("gpt-4"); // eslint-disable-line no-f // token-allowance: ignore[fine-tuned]',
      'f("gpt-4"); // eslint-disable-line no-f // token-allowance: ignore[fine-tuned, shut-down]',
    ],
    [
      'typescriptreact',
      '<p>\n  {/* token-allowance: ignore-next-line[fine-tuned] */}\n  <Chat model="gpt-4" /> a\n</p>',
      '<p>\n  {/* token-allowance: ignore-next-line[fine-tuned, shut-down] */}\n  <Chat model="gpt-4" /> a\n</p>',
    ],
    [
      'python',
      'm = "gpt-4"  # token-allowance: ignore[fine-tuned]  # noqa',
      'm = "gpt-4"  # token-allowance: ignore[fine-tuned, shut-down]  # noqa',
    ],
    // Those of other lines stay as they are.
    [
      'python',
      '# token-allowance: ignore-file[fine-tuned]\nm = "gpt-5"  # token-allowance: ignore[not-listed]\nm = "gpt-4"',
      '# token-allowance: ignore-file[fine-tuned]\nm = "gpt-5"  # token-allowance: ignore[not-listed]\nm = "gpt-4"  # token-allowance: ignore[shut-down]',
    ],
  ];
  for (const [language, text, expected] of lists)
    test(`${language}: the list that is there grows, ${JSON.stringify(text)}`, () =>
      assert.equal(ignoring(text, language), expected));

  test('no other reference is lost to the comment, where only CR ends lines', () => {
    const text = 'f("gpt-4");\rg("gpt-5");';
    const [reference] = findReferences(text, 'typescript');
    const edit = ignoreLineEdit(text, 'typescript', reference!, 'shut-down');
    const models = findReferences(applyEdit(text, edit!), 'typescript').map(({ model }) => model);
    assert.deepEqual(models, ['gpt-4', 'gpt-5']);
  });

  const names: [Language, string, string | undefined][] = [
    ['typescript', 'f(NAME);\ng();', `f(NAME); // ${here}\ng();`],
    [
      'typescriptreact',
      '<p>\n  <Chat model={NAME} /> a\n</p>',
      `<p>\n  {/* ${next} */}\n  <Chat model={NAME} /> a\n</p>`,
    ],
    ['typescript', '`a\n${NAME} b\nc`', `\`a\n\${NAME /* ${here} */} b\nc\``],
    ['python', 'f"""\n{NAME}\n"""', undefined],
  ];
  for (const [language, text, expected] of names)
    test(`${language}: at a name, ${JSON.stringify(text)}`, () => {
      const start = text.indexOf('NAME');
      const edit = ignoreLineEdit(text, language, { start, end: start + 4 }, 'shut-down');
      assert.equal(edit && applyEdit(text, edit), expected);
    });

  const files: [Language, string, string][] = [
    ['typescript', 'f();', '// token-allowance: ignore-file[shut-down]\nf();'],
    [
      'typescript',
      '#!/usr/bin/env node\r\nf();\r\n',
      '#!/usr/bin/env node\r\n// token-allowance: ignore-file[shut-down]\r\nf();\r\n',
    ],
    ['python', '', '# token-allowance: ignore-file[shut-down]\n'],
    ['python', '#!/usr/bin/python', '#!/usr/bin/python\n# token-allowance: ignore-file[shut-down]\n'],
    [
      'python',
      '# -*- coding: latin-1 -*-\nx',
      '# -*- coding: latin-1 -*-\n# token-allowance: ignore-file[shut-down]\nx',
    ],
    [
      'python',
      '# (c) us\r\n# coding: latin-1\r\nx',
      '# (c) us\r\n# coding: latin-1\r\n# token-allowance: ignore-file[shut-down]\r\nx',
    ],
    ['python', '#\n#coding=\nx', '#\n#coding=\n# token-allowance: ignore-file[shut-down]\nx'],
    ['python', ' #\r\t# coding:x', ' #\r\t# coding:x\r# token-allowance: ignore-file[shut-down]\r'],
    ['python', '\n# coding: latin-1\nx', '\n# coding: latin-1\n# token-allowance: ignore-file[shut-down]\nx'],
    ['python', 'x\n# coding: latin-1', '# token-allowance: ignore-file[shut-down]\nx\n# coding: latin-1'],
    [
      'python',
      '#!/p\n# vim: set fileencoding=utf-8\n',
      '#!/p\n# vim: set fileencoding=utf-8\n# token-allowance: ignore-file[shut-down]\n',
    ],
    [
      'python',
      '# token-allowance: ignore-file[fine-tuned] -- paid\nx',
      '# token-allowance: ignore-file[fine-tuned, shut-down] -- paid\nx',
    ],
    [
      'typescript',
      'f(); // token-allowance: ignore[fine-tuned]\n/* token-allowance: ignore-file fine-tuned */',
      'f(); // token-allowance: ignore[fine-tuned]\n/* token-allowance: ignore-file fine-tuned, shut-down */',
    ],
  ];
  for (const [language, text, expected] of files)
    test(`a file: ${JSON.stringify(text)}`, () => {
      assert.equal(applyEdit(text, ignoreFileEdit(text, language, 'shut-down')), expected);
      const inFile = directivesIn(expected, language).filter(({ target }) => target === undefined);
      assert.equal(inFile.length, 1);
    });
});

suite('taking ignore comments away', () => {
  const table: [Language, string, string][] = [
    ['python', 'x = 1  # token-allowance: ignore\ny', 'x = 1\ny'],
    ['python', 'a\n  # token-allowance: ignore-next-line -- b\nx', 'a\nx'],
    ['python', 'x # noqa # token-allowance: ignore', 'x # noqa'],
    ['python', 'x # token-allowance: ignore # noqa', 'x  # noqa'],
    ['typescript', '/* token-allowance: ignore */ f();', 'f();'],
    ['typescript', '  /* token-allowance: ignore */ f();', '  f();'],
    ['typescript', 'f(a /* token-allowance: ignore */, b);', 'f(a, b);'],
    ['typescript', 'return /* token-allowance: ignore */ f();', 'return f();'],
    ['typescript', '/* Why\n * token-allowance: ignore-file */\nf();', '/* Why\n */\nf();'],
    ['typescript', '/* Why\n   token-allowance: ignore-file\n*/\nf();', '/* Why\n\n*/\nf();'],
    ['typescript', 'a;\r\n// token-allowance: ignore-file\r\nf();', 'a;\r\nf();'],
    ['typescript', 'a;\n  /* token-allowance: ignore-file */  \nf();', 'a;\nf();'],
    ['typescript', 'f(a /* token-allowance: ignore */ , b);', 'f(a, b);'],
    ['typescript', 'f(a\n  /* token-allowance: ignore */, b);', 'f(a\n  , b);'],
    ['typescript', 'if (a) {/* token-allowance: ignore */}\nf();', 'if (a) {}\nf();'],
    ['typescript', 'f(() => {/* token-allowance: ignore */});', 'f(() => {});'],
    ['typescriptreact', '<p>{/* token-allowance: ignore */}</p>', '<p></p>'],
    ['typescriptreact', '<p>{a}{/* token-allowance: ignore */}</p>', '<p>{a}</p>'],
    ['typescriptreact', '<p>{/* token-allowance: ignore */ a}</p>', '<p>{a}</p>'],
    ['typescriptreact', '<p>{a /* token-allowance: ignore */}</p>', '<p>{a}</p>'],
    ['typescriptreact', '<p>a {/* token-allowance: ignore */}</p>', '<p>a {}</p>'],
  ];
  for (const [language, text, expected] of table)
    test(JSON.stringify(text), () => {
      const [directive] = directivesIn(text, language);
      assert.ok(directive);
      assert.equal(applyEdit(text, removeDirectiveEdit(text, directive)), expected);
    });
});
