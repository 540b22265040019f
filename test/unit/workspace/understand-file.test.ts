import * as assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import type { Language } from '../../../src/core/find/reference';
import { understandFile } from '../../../src/workspace/understand-file';

type Files = Readonly<Record<string, string>>;

/** The bindings in `/w/src/main.…`: the name, its value and the file that holds it. */
async function bindings(text: string, language: Language, files: Files, seen: string[] = []): Promise<string[]> {
  const path = `/w/src/main.${language === 'python' ? 'py' : 'ts'}`;
  const read = (file: string) => {
    if (file in files) seen.push(file);
    return files[file];
  };
  const source = { path, text, language, references: findReferences(text, language) };
  const known = await understandFile(source, { roots: ['/w'], read });
  assert.ok(known);
  return known.bindings.map(({ name, model, origin }) => `${name} ${model} ${'path' in origin ? origin.path : 'here'}`);
}

suite('Imported names', () => {
  const use = 'client.responses.create({ model: MODEL });';
  /** A file that hands on one after the other, the last of which has the model. */
  const chain = (files: number): Files => ({
    ...Object.fromEntries(
      Array.from({ length: files }, (_, at) => [`/w/src/m${at}.ts`, `export * from './m${at + 1}';`]),
    ),
    [`/w/src/m${files}.ts`]: `export const MODEL = 'gpt-4o';`,
  });
  /** One that hands on so many others, the last of which has the model. */
  const fan = (files: number): Files => {
    const names = Array.from({ length: files }, (_, at) => `m${at + 1}`);
    return {
      ...Object.fromEntries(names.map((name) => [`/w/src/${name}.ts`, ''])),
      '/w/src/m0.ts': names.map((name) => `export * from './${name}';`).join('\n'),
      [`/w/src/m${files}.ts`]: `export const MODEL = 'gpt-4o';`,
    };
  };
  const table: readonly [title: string, language: Language, text: string, files: Files, ...expected: string[]][] = [
    [
      'from the file that has them',
      'typescript',
      `import { MODEL } from './config'; ${use}`,
      { '/w/src/config.ts': `export const MODEL = 'gpt-4o';` },
      'MODEL gpt-4o /w/src/config.ts',
    ],
    [
      'by a name that tsconfig has for a path, and through another package of the monorepo',
      'typescript',
      `import { MODEL } from '@acme/ai'; ${use}`,
      {
        '/w/tsconfig.json': `{ "compilerOptions": { "paths": { "@acme/*": ["./libs/*/src/main.ts"] } } }`,
        '/w/package.json': `{ "workspaces": ["libs/models"] }`,
        '/w/libs/ai/src/main.ts': `export * from 'models/fast';`,
        '/w/libs/models/package.json': `{ "name": "models", "exports": { "./*": "./dist/*.js" } }`,
        '/w/libs/models/src/fast.ts': `export const MODEL = 'gpt-4o';`,
        '/w/libs/models/dist/fast.js': `export const MODEL = 'gpt-4';`,
      },
      'MODEL gpt-4o /w/libs/models/src/fast.ts',
    ],
    [
      'through `export * from`, the second of two',
      'typescript',
      `import { MODEL } from '.'; ${use}`,
      {
        '/w/src/index.ts': `export * from './prompts.js';\nexport * from './models.js';`,
        '/w/src/prompts.ts': `export const PROMPT = 'gpt-5';`,
        '/w/src/models.ts': `export const MODEL = 'gpt-4o';`,
      },
      'MODEL gpt-4o /w/src/models.ts',
    ],
    [
      'through `export { … as … } from`, twice',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      {
        '/w/src/a.ts': `export { FAST as MODEL } from './b';`,
        '/w/src/b/index.ts': `export { default as FAST } from './c';`,
        '/w/src/b/c.ts': `export default 'gpt-4o-mini';`,
      },
      'MODEL gpt-4o-mini /w/src/b/c.ts',
    ],
    [
      'through a namespace that is exported',
      'typescript',
      `import { models } from './a'; client.responses.create({ model: models.FAST });`,
      { '/w/src/a.ts': `export * as models from './b';`, '/w/src/b.ts': `export const FAST = 'gpt-4o';` },
      'FAST gpt-4o /w/src/b.ts',
    ],
    [
      'through an import that is exported',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      {
        '/w/src/a.ts': `import { FAST, other } from './b'; export { FAST as MODEL, other };`,
        '/w/src/b.ts': `export const FAST = 'gpt-4o';`,
      },
      'MODEL gpt-4o /w/src/b.ts',
    ],
    [
      'from CommonJS, by `import` and by `require`, through a file that is another',
      'typescript',
      `import config from './a'; const { MODEL } = require('./a'); f({ model: config.MODEL }); ${use}`,
      {
        '/w/src/a.js': `module.exports = require('./b');`,
        '/w/src/b.js': `const config = { MODEL: 'gpt-4o' };\nmodule.exports = config;`,
      },
      'MODEL gpt-4o /w/src/b.js',
      'MODEL gpt-4o /w/src/b.js',
    ],
    [
      'not by `export * from` what the file has itself, nor the other’s default',
      'typescript',
      `import MODEL, { MODEL as M } from './a'; ${use} f({ model: M });`,
      {
        '/w/src/a.ts': `export * from './b';\nexport const MODEL = load();`,
        '/w/src/b.ts': `const MODEL = 'gpt-4o'; export { MODEL, MODEL as default };`,
      },
    ],
    [
      'not from a package',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      { '/w/src/a.ts': `export { MODEL } from 'models';`, '/w/src/models.ts': `export const MODEL = 'gpt-4o';` },
    ],
    [
      'not out of a ring',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      { '/w/src/a.ts': `export * from './b';`, '/w/src/b.ts': `export * from './a';` },
    ],
    [
      'not from outside the workspace',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      { '/w/src/a.ts': `export * from '../../x';`, '/x.ts': `export const MODEL = 'gpt-4o';` },
    ],
    [
      'through a package’s __init__.py',
      'python',
      'from .settings import MODEL\nclient.responses.create(model=MODEL)',
      {
        '/w/src/settings/__init__.py': 'from .models import FAST as MODEL',
        '/w/src/settings/models.py': 'FAST = "gpt-4o"',
      },
      'MODEL gpt-4o /w/src/settings/models.py',
    ],
    [
      'through a star',
      'python',
      'from settings import MODEL\nclient.responses.create(model=MODEL)',
      { '/w/src/settings/__init__.py': 'from .models import *\n', '/w/src/settings/models.py': 'MODEL = "gpt-4o"' },
      'MODEL gpt-4o /w/src/settings/models.py',
    ],
    [
      'from an enum’s member',
      'python',
      'from settings import Kind\nclient.responses.create(model=Kind.FAST.value)',
      { '/w/src/settings.py': 'class Kind(str, Enum):\n    FAST = "gpt-4o"' },
      'FAST gpt-4o /w/src/settings.py',
    ],
    [
      'from the one of two files that is there, and from one of those whose names are all imported',
      'python',
      'try:\n    from .a import MODEL\nexcept ImportError:\n    from b import MODEL\nfrom os import *\nfrom .c import *\nask(model=MODEL)\nask(model=FAST)',
      { '/w/src/b.py': 'MODEL = "gpt-4o"', '/w/src/c.py': 'FAST = "gpt-4o-mini"' },
      'MODEL gpt-4o /w/src/b.py',
      'FAST gpt-4o-mini /w/src/c.py',
    ],
    [
      'not where two files say different things',
      'python',
      'if x:\n    from a import MODEL\nelse:\n    from b import MODEL\nask(model=MODEL)',
      { '/w/src/a.py': 'MODEL = "gpt-4o"', '/w/src/b.py': 'MODEL = "gpt-5"' },
    ],
    [
      'not through a star what the file sets itself',
      'python',
      'from settings import MODEL\nclient.responses.create(model=MODEL)',
      {
        '/w/src/settings/__init__.py': 'from .base import *\nMODEL = env("MODEL")',
        '/w/src/settings/base.py': 'MODEL = "gpt-4o"',
      },
    ],
    [
      'not from a second file where the first lacks it',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      { '/w/src/a.ts': `export const OTHER = 'gpt-5';`, '/w/src/a/index.ts': `export const MODEL = 'gpt-4o';` },
    ],
    [
      'not through what is handed on under another name, of which it is but the beginning',
      'typescript',
      `import { MODEL } from './a'; ${use}`,
      {
        '/w/src/a.ts': `export { MODELS, OTHER as M } from './b';`,
        '/w/src/b.ts': `export const MODEL = 'gpt-4o', MODELS = 'gpt-4o', OTHER = 'gpt-4o';`,
      },
    ],
    [
      'not from the file itself',
      'python',
      'from main import MODEL\nclient.responses.create(model=MODEL)\nif x:\n    MODEL = "gpt-4o"',
      {
        '/w/src/main.py': 'MODEL = "gpt-4o"',
        '/w/src/main/__init__.py': 'MODEL = "gpt-5"',
      },
      'MODEL gpt-5 /w/src/main/__init__.py',
    ],
    [
      'through eight files that hand on',
      'typescript',
      `import { MODEL } from './m0'; ${use}`,
      chain(8),
      'MODEL gpt-4o /w/src/m8.ts',
    ],
    ['but not nine', 'typescript', `import { MODEL } from './m0'; ${use}`, chain(9)],
    [
      'from the last of forty files',
      'typescript',
      `import { MODEL } from './m0'; ${use}`,
      fan(39),
      'MODEL gpt-4o /w/src/m39.ts',
    ],
    ['but not from one more', 'typescript', `import { MODEL } from './m0'; ${use}`, fan(40)],
    [
      'through a module that is imported',
      'python',
      'from settings import models\nclient.responses.create(model=models.FAST)',
      { '/w/src/settings.py': 'import models\n', '/w/src/models.py': 'FAST = "gpt-4o"' },
      'FAST gpt-4o /w/src/models.py',
    ],
  ];
  for (const [title, language, text, files, ...expected] of table) {
    test(title, async () => assert.deepEqual(await bindings(text, language, files), expected));
  }

  const handedOn: readonly [language: Language, text: string, files: Files][] = [
    [
      'typescript',
      `import { MODEL } from './config'; const c = new AzureOpenAI();
      const ask = (text, model) => { c.responses.create({ model }); }; ask('hi', MODEL);`,
      { '/w/src/config.ts': `export const MODEL = 'gpt-4o';` },
    ],
    [
      'python',
      'from config import MODEL\nc = AzureOpenAI()\ndef ask(text, model):\n    c.responses.create(model=model)\nask("hi", MODEL)',
      { '/w/src/config.py': 'MODEL = "gpt-4o"' },
    ],
  ];
  for (const [language, text, files] of handedOn)
    test(`handed on in ${language} they go where the file sends them`, async () => {
      const source = { path: '/w/src/main', text, language, references: [] };
      const known = await understandFile(source, { roots: ['/w'], read: (file) => files[file] });
      assert.deepEqual(
        known?.bindings.map(({ name, model, route }) => `${name} ${model} ${route.kind}`),
        ['MODEL gpt-4o azure'],
      );
    });

  test('a file that changes is read anew', async () => {
    const text = `import { MODEL } from './changing'; ${use}`;
    for (const model of ['gpt-4o', 'gpt-5', 'gpt-5']) {
      const files = { '/w/src/changing.ts': `export const MODEL = '${model}';` };
      assert.deepEqual(await bindings(text, 'typescript', files), [`MODEL ${model} /w/src/changing.ts`]);
    }
  });

  test('a file is read anew with other ids of the user’s own', async () => {
    const text = `import { MODEL } from './own'; ${use}`;
    const source = { path: '/w/src/main.ts', text, language: 'typescript', references: [] } as const;
    const read = (file: string) => ({ '/w/src/own.ts': `export const MODEL = 'house-model';` })[file];
    for (const ids of [[], ['house-model'], ['other'], ['house-model']]) {
      const known = await understandFile({ ...source, extraIds: new Set(ids) }, { roots: ['/w'], read });
      assert.equal(known?.bindings.length, ids.includes('house-model') ? 1 : 0);
    }
  });

  test('a text that is no file has none', async () => {
    const text = `import { MODEL, client } from './a'; ${use}`;
    const read = () => assert.fail('there is nowhere to look');
    const source = { text, language: 'typescript', references: findReferences(text, 'typescript') } as const;
    assert.deepEqual((await understandFile(source, { roots: ['/w'], read }))?.bindings, []);
  });

  test('so much text is looked into for one file, and no more: huge ones would take all the time there is', async () => {
    const long = `// MODEL${' '.repeat(900_000)}\n`;
    const files = (text: string) => ({
      '/w/src/all.ts': ['a', 'b', 'c', 'd'].map((name) => `export * from './${name}';`).join('\n'),
      '/w/src/a.ts': text,
      '/w/src/b.ts': text,
      '/w/src/c.ts': text,
      '/w/src/d.ts': `export const MODEL = 'gpt-4o';`,
    });
    const main = `import { MODEL } from './all'; ${use}`;
    assert.equal((await bindings(main, 'typescript', files('// MODEL'))).length, 1);
    assert.equal((await bindings(main, 'typescript', files(long))).length, 1, 'a small one still is');
    const more = { ...files(long), '/w/src/d.ts': `${long}export const MODEL = 'gpt-4o';` };
    assert.deepEqual(await bindings(main, 'typescript', more), []);

    const three = `import { A_MODEL, B_MODEL, C_MODEL } from './a'; ask(A_MODEL); ask(B_MODEL); ask(C_MODEL);`;
    const once = { '/w/src/a.ts': `${long}export const A_MODEL = 'gpt-4o', B_MODEL = 'gpt-4o', C_MODEL = 'gpt-4o';` };
    assert.equal(
      (await bindings(three, 'typescript', once)).length,
      3,
      'one that is asked for several names counts once',
    );
  });

  test('a wide net of files that hand on everything ends soon', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `m${index}`);
    const all = names.map((name) => `export * from './${name}';`).join('\n');
    const files = Object.fromEntries(names.map((name) => [`/w/src/${name}.ts`, all]));
    const seen: string[] = [];
    assert.deepEqual(await bindings(`import { MODEL } from './m0'; ${use}`, 'typescript', files, seen), []);
    assert.ok(new Set(seen).size < 50);

    const ring = ['r0', 'r1', 'r2'].map((name) => `export * from './${name}';`).join('\n');
    const looked: string[] = [];
    const inRing = Object.fromEntries(['r0', 'r1', 'r2'].map((name) => [`/w/src/${name}.ts`, ring]));
    assert.deepEqual(await bindings(`import { MODEL } from './r0'; ${use}`, 'typescript', inRing, looked), []);
    assert.ok(looked.length < 20, `${looked.length} looks`);
  });
});
