import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { blankMagics, cellSource, isForeign, joinCells, notebookCells } from '../../../../src/core/find/notebook';

/** A code cell; `rest` overrides. */
function cell(source: unknown, rest: object = {}): object {
  return { cell_type: 'code', source, ...rest };
}

function notebook(cells: readonly unknown[], metadata: object = {}): string {
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
}

suite('notebook: cells', () => {
  const table: readonly [title: string, json: string, cells: [index: number, source: string][]][] = [
    [
      'code cells only',
      notebook([{ cell_type: 'markdown', source: '"gpt-4o"' }, cell('a'), { cell_type: 'raw' }]),
      [[1, 'a']],
    ],
    ['a source in lines', notebook([cell(['a = 1\n', 'b = 2'])]), [[0, 'a = 1\nb = 2']]],
    ['quotes are JSON’s and not the cell’s', notebook([cell('f("gpt-4o")')]), [[0, 'f("gpt-4o")']]],
    [
      'empty and odd sources',
      notebook([cell(''), cell(null), cell(7), cell(['a', 3]), null, 'text']),
      [
        [0, ''],
        [1, ''],
        [2, ''],
        [3, 'a'],
      ],
    ],
    [
      'cells of other magics',
      notebook([cell('%%bash\nx'), cell('%%writefile a.py\nx'), cell('%%time\nx')]),
      [[2, `${' '.repeat(6)}\nx`]],
    ],
    ['a magic behind blank lines', notebook([cell('\n\n%%html\n<a>')]), []],
    [
      'a cell of another language',
      notebook([cell('x', { metadata: { vscode: { languageId: 'csharp' } } }), cell('y')]),
      [[1, 'y']],
    ],
    ['another kernel', notebook([cell('x')], { kernelspec: { name: 'ir', language: 'R' } }), []],
    [
      'another kernel, but a cell in Python',
      notebook([cell('x', { metadata: { vscode: { languageId: 'python' } } })], { kernelspec: { language: 'R' } }),
      [[0, 'x']],
    ],
    ['a kernel that only says its name', notebook([cell('x')], { kernelspec: { name: 'python3' } }), [[0, 'x']]],
    ['a kernel by its language info', notebook([cell('x')], { language_info: { name: 'julia' } }), []],
    [
      'nbformat 3',
      JSON.stringify({ worksheets: [{ cells: [{ cell_type: 'code', input: ['a\n', 'b'] }] }] }),
      [[0, 'a\nb']],
    ],
    ['a byte order mark', `\uFEFF${notebook([cell('a')])}`, [[0, 'a']]],
    ['no cells', notebook([]), []],
  ];
  for (const [title, json, cells] of table) {
    test(title, () =>
      assert.deepEqual(
        notebookCells(json).map(({ index, source }) => [index, source]),
        cells,
      ),
    );
  }

  const deno = { kernelspec: { name: 'deno', language: 'typescript' } };
  const languages: readonly [title: string, json: string, cells: [language: string, source: string][]][] = [
    ['Deno’s kernel, which has no magics', notebook([cell('%%time\n!x')], deno), [['typescript', '%%time\n!x']]],
    [
      'a kernel for JavaScript',
      notebook([cell('x')], { language_info: { name: 'JavaScript' } }),
      [['javascript', 'x']],
    ],
    [
      'cells in several languages',
      notebook([cell('x'), cell('y', { metadata: { vscode: { languageId: 'typescript' } } })]),
      [
        ['python', 'x'],
        ['typescript', 'y'],
      ],
    ],
  ];
  for (const [title, json, cells] of languages) {
    test(title, () =>
      assert.deepEqual(
        notebookCells(json).map(({ language, source }) => [language, source]),
        cells,
      ),
    );
  }

  test('cells joined to a program', () => {
    assert.deepEqual(joinCells(['a', '', 'b\n'], 'python'), { text: 'a\n\nb\n\n', starts: [0, 2, 3] });
    assert.deepEqual(joinCells(['a // b', '(c)'], 'typescript'), { text: 'a // b\n;(c)\n;', starts: [0, 8] });
  });

  test('what is no JSON or no notebook is said', () => {
    for (const text of ['{', '{"cells": [', 'cells']) assert.throws(() => notebookCells(text), SyntaxError);
    assert.throws(
      () => notebookCells('{"cells": [\n  {} {}\n]}'),
      /^SyntaxError: not valid JSON at line 2, column 6 \(Expected .*array element\); open it as text and fix it there$/,
    );
    assert.throws(() => notebookCells('{"cells": [\n'), /not valid JSON at line 2, column 1 \(Unexpected end/);
    assert.throws(() => notebookCells('cells'), /not valid JSON \(Unexpected token 'c', "cells" is not valid JSON\)/);
    for (const text of ['[]', '{}', 'null', '3', '{"cells": {}}', '{"worksheets": []}'])
      assert.throws(
        () => notebookCells(text),
        /^TypeError: it is JSON, but not a Jupyter notebook, which has a list of cells$/,
      );
    for (const text of ['', '\n', '\uFEFF']) assert.deepEqual(notebookCells(text), []);
  });
});

suite('notebook: magics', () => {
  const lines: readonly [source: string, blanked: string][] = [
    ['%pip install openai\nx', '                   \nx'],
    ['  !ls\nx', '  0  \nx'],
    ['?help\nx', '     \nx'],
    ['help?\nopenai.OpenAI??', '     \n               '],
    ['if colab:\n\t%pip install openai', 'if colab:\n\t0                  '],
    ["!pip install \\\r\n  openai \\\r\n  it's\r\nx", '              \r\n          \r\n      \r\nx'],
    ['files = !ls "a\na.b, c[0] = %time x', 'files = 0     \na.b, c[0] = 0      '],
    ['m = ("%s"\n  % name\n  != x)', 'm = ("%s"\n  % name\n  != x)'],
    ['p = """To:\n%s"""\nx', 'p = """To:\n%s"""\nx'],
    ['x = 7 % 3', 'x = 7 % 3'],
    ['a = 1\r\n%time\r\nb', 'a = 1\r\n     \r\nb'],
  ];
  for (const [source, blanked] of lines) test(JSON.stringify(source), () => assert.equal(blankMagics(source), blanked));

  test('offsets and lines stay, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('%', '!', '?', '\n', '\r\n', ' ', 'x', '"gpt-4o"', '😀')), (parts) => {
        const source = parts.join('');
        const blanked = blankMagics(source);
        assert.equal(blanked.length, source.length);
        assert.deepEqual(blanked.match(/\r?\n/g), source.match(/\r?\n/g));
      }),
    );
  });

  test('a megabyte of anything is read through', () => {
    for (const unit of [' ', '%', 'a', 'a ', 'a.b, ', '= ', '\\\n', '!\\\n', '%a\\\n', 'a?', '?\n', '!a = %b\n'])
      assert.equal(
        blankMagics('!' + unit.repeat(1_000_000 / unit.length)).length,
        1 + Math.floor(1_000_000 / unit.length) * unit.length,
      );
    assert.equal(blankMagics(' '.repeat(1_000_000) + '!').length, 1_000_001);
  });

  test('cells of other languages by their magic', () => {
    for (const source of ['%%bash\nls', '%%sh', '%%javascript\nx', '%%!\nls', ' %%sql\nselect'])
      assert.ok(isForeign(source), source);
    for (const source of ['%%time\nx', '%%capture out\nx', '%bash', 'x = "%%bash"', '# %%bash\nx'])
      assert.ok(!isForeign(source), source);
  });

  test('a cell as its language reads it', () => {
    assert.equal(cellSource('%%bash\nmodel = "gpt-4o"', 'python'), '');
    assert.equal(cellSource('%%time\n!ls\nx = 1', 'python'), '      \n   \nx = 1');
    assert.equal(cellSource('!ready\n', 'typescript'), '!ready\n');
  });
});
