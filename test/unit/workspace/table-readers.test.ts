import * as assert from 'node:assert/strict';
import { languageOf } from '../../../src/core/find/languages';
import type { Language } from '../../../src/core/find/reference';
import type { Workspace } from '../../../src/workspace/modules';
import { refineText } from '../../../src/workspace/refine-text';
import { scanText } from '../../../src/workspace/scan-text';
import { understandFile } from '../../../src/workspace/understand-file';

/** Texts by path below `/w/src`; the first has the tables. */
type Files = Readonly<Record<string, string>>;

const ids = ['gpt-4', 'gpt-4-turbo', 'gpt-4o', 'gpt-4o-mini', 'gpt-5', 'o3'];
const rows = (row: (name: string, id: string) => string) =>
  ids.map((id) => row(id.replaceAll('-', '_').toUpperCase(), id)).join('\n');

const enumeration = `export enum Models {\n${rows((name, id) => `${name} = '${id}',`)}\n}`;
const object = `export const Models = {\n${rows((name, id) => `${name}: '${id}',`)}\n} as const;`;
const pythonEnum = `from enum import Enum\nclass Models(Enum):\n${rows((name, id) => `    ${name} = "${id}"`)}\n`;
const pythonClass = `class Models:\n${rows((name, id) => `    ${name} = "${id}"`)}\n`;

const openai = `import { Models } from './models';\nimport OpenAI from 'openai';\nconst client = new OpenAI();\n`;
const azure = openai.replace('import OpenAI', 'import { AzureOpenAI }').replace('new OpenAI', 'new AzureOpenAI');
const call = `client.responses.create({ model: Models.GPT_4O });`;
const python = 'from .models import Models\nfrom openai import OpenAI\nclient = OpenAI()\n';

suite('Rows of tables that other files read', () => {
  function workspace(files: Files) {
    const at = new Map(Object.entries(files).map(([path, text]) => [`/w/src/${path}`, text]));
    const holding = (texts: readonly string[]) =>
      [...at].flatMap(([path, text]) => (texts.some((each) => text.includes(each)) ? [path] : []));
    return { roots: ['/w'], read: (path: string) => at.get(path), holding };
  }

  /** What the first file's uses are, as `id route: evidence (file)`, and which files that rests on. */
  async function uses(files: Files): Promise<{ uses: string[]; reads: readonly string[] | undefined }> {
    const [[name = '', text = ''] = []] = Object.entries(files);
    const path = `/w/src/${name}`;
    const [part] = await refineText(text, scanText(path, text, languageOf(path) as Language), workspace(files));
    const told = part?.references.filter(({ role }) => role === 'use') ?? [];
    assert.ok(told.every(({ context }) => context === 'tried'));
    return {
      uses: told.map(({ model, route: { kind, evidence, from } }) =>
        [model, kind, evidence && `${evidence} in ${from ?? 'itself'}`].filter(Boolean).join(' '),
      ),
      reads: part?.reads?.map((each) => each.slice('/w/src/'.length)),
    };
  }

  const table: readonly [title: string, files: Files, ...expected: string[]][] = [
    ['an enumeration', { 'models.ts': enumeration, 'a.ts': `${openai}${call}` }, 'gpt-4o openai OpenAI(…) in src/a.ts'],
    ['an object', { 'models.ts': object, 'a.ts': `${openai}${call}` }, 'gpt-4o openai OpenAI(…) in src/a.ts'],
    [
      'a class of Python',
      { 'models.py': pythonClass, 'a.py': `${python}client.responses.create(model=Models.GPT_5)\n` },
      'gpt-5 openai OpenAI(…) in src/a.py',
    ],
    [
      'an enumeration of Python',
      { 'models.py': pythonEnum, 'a.py': `${python}client.responses.create(model=Models.GPT_5.value)\n` },
      'gpt-5 openai OpenAI(…) in src/a.py',
    ],
    [
      'through a file that hands it on',
      {
        'models.ts': enumeration,
        'index.ts': `export * from './models';`,
        'app/a.ts': `${openai.replace('./models', '..')}${call}`,
      },
      'gpt-4o openai OpenAI(…) in src/app/a.ts',
    ],
    [
      'through a package of Python',
      {
        'models/all.py': pythonEnum,
        'models/__init__.py': 'from .all import Models\n',
        'a.py': `${python}ask(model=Models.O3)\n`,
      },
      'o3 unknown',
    ],
    [
      'as an argument and as a fallback',
      { 'models.ts': enumeration, 'a.ts': `${openai}ask(Models.GPT_5); run({ model: given ?? Models.O3 });` },
      'gpt-5 unknown',
      'o3 unknown',
    ],
    [
      'constants by themselves',
      {
        'models.ts': rows((name, id) => `export const ${name} = '${id}';`),
        'a.ts': `${openai.replace('Models', 'GPT_5, O3')}client.responses.create({ model: GPT_5 });`,
        'b.ts': `import * as models from './models'; ask({ model: models.O3 });`,
      },
      'gpt-5 openai OpenAI(…) in src/a.ts',
      'o3 unknown',
    ],
    [
      'constants of Python by themselves',
      {
        'models.py': rows((name, id) => `${name} = "${id}"`),
        'a.py': 'from .models import GPT_4O_MINI, GPT_4\nask(model=GPT_4O_MINI)\nif model == GPT_4: pass\n',
      },
      'gpt-4o-mini unknown',
    ],
    [
      'of Python as a default, a result and by another name',
      {
        'models.py': pythonEnum,
        'a.py':
          `${python}def of(given):\n    return given or Models.GPT_4O.value\n` +
          'parser.add_argument("--llm", default=Models.GPT_5.value)\nchosen_model = Models.O3\n',
      },
      'gpt-4o unknown',
      'gpt-5 unknown',
      'o3 unknown',
    ],
    [
      'not where it is compared, listed, a key or only told',
      {
        'models.ts': enumeration,
        'a.ts':
          `${openai}if (model === Models.GPT_4O) run(); const all = [Models.GPT_5, Models.O3];\n` +
          'const limits = { [Models.GPT_4]: 8192 }; console.log(Models.GPT_4_TURBO); const same = Models.GPT_4O_MINI;',
      },
    ],
    [
      'not where Python compares or lists it',
      {
        'models.py': pythonEnum,
        'a.py': `${python}if model == Models.GPT_5: pass\nALL = [Models.O3]\nCOST = {Models.GPT_4: 30}\nprint(Models.GPT_4O)\n`,
      },
    ],
    [
      'not of another table by that name',
      { 'models.ts': enumeration, 'a.ts': `enum Models { GPT_4O = 'x' }\n${call}` },
    ],
    ['not in a file that does not parse', { 'models.py': pythonEnum, 'a.py': `${python}ask(model=Models.O3)\nif :` }],
    ['not in another language', { 'models.ts': enumeration, 'a.py': 'ask(model=Models.GPT_4O)\n' }],
    [
      'another host',
      { 'models.ts': enumeration, 'a.ts': `${azure}${call}`, 'b.ts': `${azure}${call}` },
      'gpt-4o azure AzureOpenAI(…) in src/a.ts',
    ],
    [
      'no route where two files differ',
      { 'models.ts': enumeration, 'a.ts': `${openai}${call}`, 'b.ts': `${azure}${call}` },
      'gpt-4o unknown',
    ],
    [
      'no route where one file does not tell it',
      {
        'models.ts': enumeration,
        'a.ts': `${openai}${call}`,
        'b.ts': `import { Models } from './models'; ask({ model: Models.GPT_4O });`,
      },
      'gpt-4o unknown',
    ],
  ];
  for (const [title, files, ...expected] of table)
    test(title, async () => assert.deepEqual((await uses(files)).uses, expected));

  test('rest on the files in which they stand, also where that is no use, and on what is read with those', async () => {
    const { reads } = await uses({
      'models.ts': enumeration,
      'index.ts': `export * from './models';`,
      'a.ts': `import { Models } from '.'; ask({ model: Models.GPT_5 });`,
      'b.ts': `import { Models } from './models'; if (model === Models.O3) run();`,
      'c.ts': 'enum Models { OTHER }; ask(Models.OTHER)',
    });
    assert.deepEqual(reads, ['a.ts', 'b.ts', 'index.ts']);
  });

  test('are not looked for where there is none to read, or where files cannot be searched', async () => {
    const { holding, ...blind } = workspace({ 'a.ts': `${openai}${call}` });
    let searched = 0;
    const searching = { ...blind, holding: (texts: readonly string[]) => (searched++, holding(texts)) };
    const refined = async (text: string, files: Workspace) =>
      (await refineText(text, scanText('/w/src/models.ts', text, 'typescript'), files))[0];
    const quoted = `export enum Models {\n${rows((_, id) => `'x-${id}.1' = '${id}',`)}\n}`;
    const own = enumeration.replace('export', '');
    for (const text of [`const MODELS = ['gpt-4o'];`, own, quoted, `ask({ model: 'gpt-4o' })`])
      assert.equal((await refined(text, searching))?.searched, undefined);
    const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: pythonEnum }], nbformat: 4 });
    await refineText(notebook, scanText('/w/src/a.ipynb', notebook, 'notebook'), searching);
    assert.equal(searched, 0);
    assert.equal((await refined(enumeration, searching))?.searched, true);
    const unseen = await refined(enumeration, blind);
    assert.deepEqual([unseen?.searched, unseen?.references[2]?.role], [undefined, 'mention']);
  });

  test('are looked for in so many files, and in so much text', async () => {
    const asks = (id: string) => `import { Models } from './models'; ask({ model: Models.${id} });`;
    const many = Array.from({ length: 99 }, (_, at) => [`${at}.ts`, 'ask(Models.O3);'] as const);
    const files = { 'models.ts': enumeration, ...Object.fromEntries(many) };
    assert.deepEqual((await uses({ ...files, 'a.ts': asks('O3'), 'b.ts': asks('GPT_5') })).uses, ['o3 unknown']);
    const long = `${asks('O3')}${' '.repeat(600_000)}`;
    const two = { 'models.ts': enumeration, 'a.ts': long, 'b.ts': long.replace('O3', 'GPT_5') };
    assert.deepEqual((await uses(two)).uses, ['o3 unknown']);
  });

  test('are the same in an editor, with what is not saved yet', async () => {
    const files = workspace({ 'models.ts': enumeration, 'a.ts': `${openai}${call}` });
    const [part] = scanText('/w/src/models.ts', enumeration, 'typescript');
    const source = { ...part!, text: enumeration, language: 'typescript' } as const;
    const known = await understandFile(source, files);
    assert.deepEqual(
      known?.references.map(({ role }) => role === 'use'),
      ids.map((id) => id === 'gpt-4o'),
    );
    assert.deepEqual(known?.reads, ['/w/src/a.ts']);
  });
});
