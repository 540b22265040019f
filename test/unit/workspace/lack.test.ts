import * as assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import { pathsFor } from '../../../src/workspace/lack';
import { withUnsaved } from '../../../src/workspace/modules';
import { understandFile } from '../../../src/workspace/understand-file';
import type { Files } from './client-routes';

suite('What imported names rest on', () => {
  const text = `import { MODEL } from './gone'; import { FAST_MODEL } from './there'; ask(MODEL, MODEL, FAST_MODEL);`;
  const path = '/w/src/main.ts';
  const source = { path, text, language: 'typescript', references: [] } as const;
  const files: Files = { '/w/src/there.ts': `export const FAST_MODEL = 'gpt-4o';` };
  const workspace = { roots: ['/w'], read: (file: string) => files[file] };
  const known = async (unsaved?: ReadonlyMap<string, string>) => {
    const found = await understandFile(source, withUnsaved(workspace, unsaved));
    return [found?.bindings.map(({ name, model }) => `${name} ${model}`), found?.reads, found?.lacks];
  };

  test('the files that were read, and each import without a file once', async () => {
    const lacks = [{ specifier: './gone', exported: 'MODEL', from: path }];
    assert.deepEqual(await known(), [['FAST_MODEL gpt-4o'], ['/w/src/there.ts'], lacks]);
  });

  test('no import is without a file that is there, whatever it holds', async () => {
    const found = await understandFile(source, { roots: ['/w'], read: () => 'export const OTHER = 1;' });
    assert.deepEqual(found?.lacks, []);
    const python = 'from app import ai\nai.responses.create(model="gpt-4o")\n';
    const references = findReferences(python, 'python');
    const asked = { path: '/w/main.py', text: python, language: 'python', references } as const;
    const read = (file: string) => (file === '/w/app/ai.py' ? 'responses = 1\n' : undefined);
    const member = await understandFile(asked, { ...workspace, read });
    // The package may still come to have a name of its own that is a model; what the module in it lacks, no other file gives.
    assert.deepEqual(member?.lacks, [{ specifier: 'app', exported: 'ai', from: '/w/main.py' }]);
  });

  test('the file that says what a name stands for, and what such a name would lead to if it were there', async () => {
    const text = `import { MODEL } from '@acme/gone'; import { FAST_MODEL } from '@acme/there'; ask(MODEL, FAST_MODEL);`;
    const settings: Files = {
      '/w/tsconfig.json': `{ "compilerOptions": { "paths": { "@acme/*": ["./src/*"] } } }`,
      '/w/src/tsconfig.json': '{}',
      ...files,
    };
    const found = await understandFile({ ...source, text }, { ...workspace, read: (file) => settings[file] });
    assert.equal(found?.bindings.length, 1);
    assert.deepEqual(found.reads, ['/w/tsconfig.json', '/w/src/there.ts']);
    assert.deepEqual(
      found.lacks.map((lack) => pathsFor(lack).includes('/w/src/gone.ts')),
      [true],
    );
  });

  test('a notebook may import what either of its languages names', () => {
    const paths = (specifier: string) => pathsFor({ specifier, exported: 'ai', from: '/w/a.ipynb' });
    assert.ok(paths('./ai.ts').includes('/w/ai.ts'));
    assert.ok(paths('.ai').includes('/w/ai.py'));
  });

  for (const options of [{ baseUrl: '.' }, { paths: { '*': ['./*'], 'src/there': ['./src/there.ts'] } }])
    test(`no library that might lie elsewhere by ${JSON.stringify(options)}`, async () => {
      const text = `import { MODEL } from 'library'; import { FAST_MODEL } from 'src/there'; ask(MODEL, FAST_MODEL);`;
      const settings: Files = { '/w/tsconfig.json': JSON.stringify({ compilerOptions: options }), ...files };
      const found = await understandFile({ ...source, text }, { ...workspace, read: (file) => settings[file] });
      assert.deepEqual([found?.bindings.length, found?.lacks], [1, []]);
    });

  test('files as they stand in an editor, before those on disk', async () => {
    assert.deepEqual(await known(new Map([['/w/src/other.ts', '']])), await known());
    const unsaved = new Map([
      ['/w/src/there.ts', `export const FAST_MODEL = 'gpt-5';`],
      ['/w/src/gone.ts', `export const MODEL = 'gpt-4o-mini';`],
    ]);
    const names = ['MODEL gpt-4o-mini', 'MODEL gpt-4o-mini', 'FAST_MODEL gpt-5'];
    assert.deepEqual(await known(unsaved), [names, ['/w/src/gone.ts', '/w/src/there.ts'], []]);
  });
});
