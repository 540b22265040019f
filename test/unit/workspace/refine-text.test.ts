import * as assert from 'node:assert/strict';
import { languageOf } from '../../../src/core/find/languages';
import { refineText } from '../../../src/workspace/refine-text';
import { scanText, type FileLanguage, type FileReferences } from '../../../src/workspace/scan-text';
import type { Note } from '../../../src/workspace/notes';

suite('Refining what was found in a text', () => {
  const files: Readonly<Record<string, string>> = { '/w/ai.py': 'client = AzureOpenAI()' };
  const workspace = { roots: ['/w'], read: (path: string) => files[path] };

  const found = (path: string, text: string) => scanText(path, text, languageOf(path) as FileLanguage);
  const routes = (parts: readonly FileReferences[]) =>
    parts.flatMap(({ cell, references }) =>
      references.map(({ route, line }) => [cell, line, route.kind].filter((part) => part !== undefined).join(':')),
    );

  const notebook = (cells: readonly object[], language = 'python') =>
    JSON.stringify({ cells, metadata: { kernelspec: { language } }, nbformat: 4 });
  const cells = (...sources: string[]) =>
    notebook(sources.map((source) => ({ cell_type: source.startsWith('#') ? 'markdown' : 'code', source })));
  const cell = (source: string, languageId?: string) => ({
    cell_type: 'code',
    source,
    metadata: { vscode: { languageId } },
  });
  const scriptCall = 'await client.responses.create({ model: "gpt-4o" });';
  const call = 'client.responses.create(model="gpt-4o")';
  const deep = `${'['.repeat(250)}AzureOpenAI${']'.repeat(250)}`;

  const table: [what: string, path: string, text: string, expected: string[], note?: RegExp][] = [
    ['a call by itself', '/w/a.py', call, ['0:unknown']],
    ['a call of a client that is made', '/w/a.py', `client = AzureOpenAI()\n${call}`, ['1:azure']],
    [
      'a notebook, whose cells are one program',
      '/w/a.ipynb',
      cells(`x = "gpt-5"`, '# text', 'client = AzureOpenAI()', call, call),
      [...['0:0:unknown', '3:0:azure', '4:0:azure']],
    ],
    [
      'a notebook in TypeScript',
      '/w/a.ipynb',
      notebook([cell('const client = new AzureOpenAI()'), cell(`[1].at(0)\n${scriptCall}`)], 'typescript'),
      ['1:1:azure'],
    ],
    [
      'a notebook in two languages, each a program by itself',
      '/w/a.ipynb',
      notebook([
        cell('client = AzureOpenAI()'),
        cell('const client = new OpenAI()', 'typescript'),
        cell(scriptCall, 'typescript'),
        cell(call),
      ]),
      ['2:0:openai', '3:0:azure'],
    ],
    [
      'a notebook with a cell that does not parse',
      '/w/a.ipynb',
      cells('client = AzureOpenAI()', call, 'if :'),
      ['1:0:azure'],
    ],
    [
      'what does not parse',
      '/w/a.py',
      `client = AzureOpenAI()\nif :\n  ${call}`,
      ['2:unknown'],
      /syntax that is not understood/,
    ],
    ['what is nested too deep', '/w/a.py', `${deep}\n${call}`, ['1:unknown'], /more than 200 levels deep/],
    [
      'what is too long',
      '/w/a.py',
      `client = AzureOpenAI()\n${call}\n${' '.repeat(1_000_000)}`,
      ['1:unknown'],
      /longer than 1000000 char/,
    ],
    ['what the string itself says where nothing parses', '/w/a.py', 'if :\n  ask(model="azure/gpt-4o")', ['1:azure']],
    ['what does not parse and holds but mentions', '/w/a.py', 'if :\n  MODELS = ["gpt-4o"]', ['1:unknown']],
  ];
  for (const [what, path, text, expected, note] of table)
    test(what, async () => {
      const notes: Note[] = [];
      const refined = await refineText(text, found(path, text), workspace, (said) => notes.push(said));
      assert.deepEqual(routes(refined), expected);
      assert.equal(notes.length, note ? 1 : 0);
      if (note) assert.match(notes[0]?.message ?? '', note);
    });

  test('tells that a list’s models are asked', async () => {
    const text = `client = OpenAI()\nfor model in ["gpt-4o", "gpt-5"]:\n    client.responses.create(model=model)\n`;
    const [part] = await refineText(text, found('/w/a.py', text), workspace);
    const told = part?.references.map(({ context, role, route }) => [context, role, route.kind]);
    assert.deepEqual(told, [
      ['tried', 'use', 'openai'],
      ['tried', 'use', 'openai'],
    ]);
  });

  test('says what it rests on, and what that would be', async () => {
    const text = `from ai import client\n${call}\n`;
    const first = await refineText(text, found('/w/a.py', text), workspace);
    assert.deepEqual([routes(first), first[0]?.reads, first[0]?.lacks], [['1:azure'], ['/w/ai.py'], undefined]);
    const gone = await refineText(text, found('/w/a.py', text), { roots: ['/w'], read: () => undefined });
    assert.deepEqual([routes(gone), gone[0]?.reads, gone[0]?.lacks?.length], [['1:unknown'], undefined, 1]);
  });

  test('leaves what is no source, and nothing, as they are', async () => {
    const odd = found('/w/a.py', call).map((part) => ({ ...part, path: '/w/a.txt' }));
    assert.deepEqual(await refineText(call, odd, workspace), odd);
    assert.deepEqual(await refineText(call, [], workspace), []);
  });
});
