import * as assert from 'node:assert/strict';
import { Specifiers } from '../../../src/workspace/specifiers';

type Files = Readonly<Record<string, unknown>>;

/** What specifiers mean in `/w/apps/web/src/a.ts`, in a workspace of these files, relative to `/w`; manifests as objects. */
async function meanings(specifier: string, files: Files, from = 'apps/web/src/a.ts'): Promise<string[]> {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [
      `/w/${path}`,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  const list = (folder: string): string[] => {
    const below = [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
    const rest = below.map((path) => path.slice(folder.length + 1).split('/'));
    return [...new Set(rest.flatMap(([name, ...more]) => (name !== undefined && more.length > 0 ? [name] : [])))];
  };
  const found = await new Specifiers({ roots: ['/w'], read: (path) => texts.get(path), list }).meanings(
    specifier,
    `/w/${from}`,
  );
  return found.map(({ path, by }) => `${path.slice(3)} by ${by.slice(3)}`);
}

/** The same without the files that say so. */
async function paths(...args: Parameters<typeof meanings>): Promise<string[]> {
  return (await meanings(...args)).map((each) => each.replace(/ by .*/, ''));
}

suite('Specifiers of a project’s own', () => {
  suite('tsconfig', () => {
    const config = (compilerOptions: object, more = {}): Files => ({
      'apps/web/tsconfig.json': { compilerOptions, ...more },
    });
    const table: readonly [title: string, specifier: string, files: Files, ...expected: string[]][] = [
      [
        'a pattern',
        '@acme/ai/models',
        config({ paths: { '@acme/*': ['../../libs/*/index.ts', './own/*'] } }),
        'libs/ai/models/index.ts',
        'apps/web/own/ai/models',
      ],
      [
        'a name by itself goes before patterns, and of these the one with the longest beginning',
        '@acme/ai',
        config({ paths: { '@acme/*': ['./a'], '@acme/ai': ['./b'] } }),
        'apps/web/b',
      ],
      ['the longest beginning', '@acme/ai', config({ paths: { '*': ['./a'], '@acme/*': ['./b/*'] } }), 'apps/web/b/ai'],
      ['an end, too', '@x/a.js', config({ paths: { '@x/*.js': ['./*.ts'] } }), 'apps/web/a.ts'],
      ['not where both overlap', 'aba', config({ paths: { 'ab*ba': ['./x'] } })],
      ['not for others', '@other/ai', config({ paths: { '@acme/*': ['./a'], '@acme': ['./b'] } })],
      [
        'paths and other names below `baseUrl`',
        'lib/models',
        config({ baseUrl: './src', paths: { 'lib/*': ['library/*'] } }),
        'apps/web/src/library/models',
        'apps/web/src/lib/models',
      ],
      [
        'what another configuration says, from where it lies',
        '@acme/ai',
        {
          ...config({ strict: true }, { extends: '../../tsconfig.base' }),
          'tsconfig.base.json': { compilerOptions: { paths: { '@acme/*': ['libs/*'] } } },
        },
        'libs/ai',
      ],
      [
        'the last of several others, and a folder that only the one that is used knows',
        '@acme/ai',
        {
          ...config({}, { extends: ['./one.json', './two.json', '@acme/tsconfig'] }),
          'apps/web/one.json': { compilerOptions: { paths: { '@acme/*': ['one/*'] } } },
          'apps/web/two.json': { extends: '../../deep/three.json' },
          'deep/three.json': { compilerOptions: { paths: { '@acme/*': ['${configDir}/three/*'] } } },
        },
        'apps/web/three/ai',
      ],
      [
        'those beside it that it names',
        '@acme/ai',
        {
          'apps/web/tsconfig.json': {
            files: [],
            references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }],
          },
          'apps/web/tsconfig.node.json': {},
          'apps/web/tsconfig.app.json': { compilerOptions: { paths: { '@acme/*': ['./src/*'] } } },
        },
        'apps/web/src/ai',
      ],
      [
        'not those of other folders that it names',
        '@acme/ai',
        {
          'tsconfig.json': { references: [{ path: './libs/ai' }, { path: './libs/ai/tsconfig.json' }, 1] },
          'libs/ai/tsconfig.json': { compilerOptions: { paths: { '@acme/*': ['./src/*'] } } },
        },
      ],
      [
        'the next one above where the nearest says nothing of it, JavaScript’s, too',
        '@acme/ai',
        {
          ...config({ paths: { '~x/*': ['./x/*'] } }),
          'jsconfig.json': '{ // JavaScript\n "compilerOptions": { "paths": { "@acme/*": ["libs/*"], }, }, }',
        },
        'libs/ai',
      ],
      ['one that is written wrongly', '@acme/ai', { 'tsconfig.json': '{ "compilerOptions": [' }],
      ['one whose entries are', '@acme/ai', config({ paths: { '@acme/*': 1, '@acme/ai': [2, null] }, baseUrl: 3 })],
      [
        'one that builds on itself',
        '@acme/ai',
        config({ paths: { '@acme/*': ['./a/*'] } }, { extends: './tsconfig.json' }),
        'apps/web/a/ai',
      ],
      ['targets above the root', '@acme/ai', config({ paths: { '@acme/*': ['../../../../../*'] } })],
    ];
    for (const [title, specifier, files, ...expected] of table)
      test(title, async () => assert.deepEqual(await paths(specifier, files), expected));

    test('tells which file says so', async () =>
      assert.deepEqual(await meanings('@acme/ai', config({ paths: { '@acme/*': ['./a/*'] } })), [
        'apps/web/a/ai by apps/web/tsconfig.json',
      ]));
  });

  suite('packages of a workspace', () => {
    const npm = { 'package.json': { workspaces: ['packages/*'] } };
    const manifest = (content: object): Files => ({
      ...npm,
      'packages/models/package.json': { name: '@acme/models', ...content },
    });
    const conventional = ['packages/models/src', 'packages/models'];
    const table: readonly [title: string, specifier: string, files: Files, ...expected: string[]][] = [
      ['by its name', '@acme/models', manifest({}), ...conventional],
      ['a module in it', '@acme/models/a/b', manifest({}), 'packages/models/src/a/b', 'packages/models/a/b'],
      [
        'in a folder of another name',
        'models-data',
        { ...npm, 'packages/data/package.json': { name: 'models-data' }, 'packages/models-data/package.json': {} },
        'packages/data/src',
        'packages/data',
      ],
      ['not by the name of its folder', 'models', manifest({})],
      ['not one that nobody has', '@acme/other', manifest({})],
      [
        'its `exports`',
        '@acme/models',
        manifest({ exports: { '.': './lib/main.ts' } }),
        'packages/models/src',
        'packages/models/lib/main.ts',
        'packages/models',
      ],
      [
        'a pattern among them',
        '@acme/models/fast',
        manifest({ exports: { './*': { import: './source/*/index.ts' } } }),
        'packages/models/src/fast',
        'packages/models/source/fast/index.ts',
        'packages/models/fast',
      ],
      [
        'what is built from what it is built from',
        '@acme/models',
        manifest({ exports: { '.': { require: './dist/cjs/main.cjs', import: './dist/esm/main.mjs' } } }),
        'packages/models/src/main.cjs',
        'packages/models/main.cjs',
        'packages/models/src',
        'packages/models/dist/cjs/main.cjs',
        'packages/models',
      ],
      [
        '`types`, where nothing else is there',
        '@acme/models',
        manifest({ types: './dist/index.d.ts' }),
        'packages/models/src/index.js',
        'packages/models/index.js',
        'packages/models/src',
        'packages/models/dist/index.d.ts',
        'packages/models',
      ],
      [
        '`main`',
        '@acme/models',
        manifest({ main: 'source/main.js' }),
        'packages/models/src',
        'packages/models/source/main.js',
        'packages/models',
      ],
      [
        'what its `exports` do not offer, if it is there',
        '@acme/models/src/db',
        manifest({ exports: { '.': './a.ts' } }),
        'packages/models/src/src/db',
        'packages/models/src/db',
      ],
      [
        '`exports` that are written wrongly',
        '@acme/models',
        manifest({ exports: { '.': 1, a: '[' } }),
        ...conventional,
      ],
      [
        'Yarn’s way to list them',
        '@acme/models',
        { ...manifest({}), 'package.json': { workspaces: { packages: ['./packages/*/'] } } },
        ...conventional,
      ],
      [
        'pnpm’s',
        '@acme/models',
        {
          ...manifest({}),
          'package.json': {},
          'pnpm-workspace.yaml':
            'catalog:\n  zod: 4\npackages:\n  # those of others\n\n  - \'apps/*\' # and\n  - "packages/*"\nother:\n  - x/*\n',
        },
        ...conventional,
      ],
      [
        'pnpm’s on one line',
        '@acme/models',
        { ...manifest({}), 'package.json': {}, 'pnpm-workspace.yaml': 'packages: ["apps/*", packages/models]' },
        ...conventional,
      ],
      [
        'part of a name',
        '@acme/models',
        { ...manifest({}), 'package.json': { workspaces: ['!packages/x', 'packages/m*s'] } },
        ...conventional,
      ],
      [
        'any depth, three folders at most',
        'deep',
        {
          'package.json': { workspaces: ['packages/**'] },
          'packages/a/b/c/package.json': { name: 'deep' },
          'packages/a/b/c/d/package.json': { name: 'deeper' },
        },
        'packages/a/b/c/src',
        'packages/a/b/c',
      ],
      [
        'not deeper, nor in folders of others’',
        'deeper',
        {
          'package.json': { workspaces: ['packages/**', 'packages/*', '../*', '../../../../*'] },
          'packages/a/b/c/d/package.json': { name: 'deeper' },
          'packages/node_modules/package.json': { name: 'deeper' },
          'packages/.cache/package.json': { name: 'deeper' },
        },
      ],
      [
        'of the nearest folder that has it',
        'a',
        {
          'package.json': { workspaces: ['packages/*'] },
          'packages/a/package.json': { name: 'a' },
          'apps/web/package.json': { workspaces: ['parts/*'] },
          'apps/web/parts/a/package.json': { name: 'a' },
        },
        'apps/web/parts/a/src',
        'apps/web/parts/a',
      ],
      ['manifests that are none', 'a', { 'package.json': { workspaces: [1, 'x/*'] }, 'x/y/package.json': '["a"' }],
    ];
    for (const [title, specifier, files, ...expected] of table)
      test(title, async () => assert.deepEqual(await paths(specifier, files), expected));

    test('tells which file says so, behind what tsconfig says', async () =>
      assert.deepEqual(
        await meanings('@acme/models', {
          ...manifest({}),
          'tsconfig.json': { compilerOptions: { paths: { '@acme/*': ['./libs/*'] } } },
        }),
        [
          'libs/models by tsconfig.json',
          'packages/models/src by packages/models/package.json',
          'packages/models by packages/models/package.json',
        ],
      ));
  });

  suite('a package’s own `imports`', () => {
    const imports = { '#ai/*.js': './dist/ai/*.js', '#config': { node: './config.js' }, '#openai': 'openai' };
    const files = { 'apps/web/package.json': { imports }, 'package.json': { imports: { '#top': './top.js' } } };
    const table: readonly [specifier: string, ...expected: string[]][] = [
      ['#ai/fast.js', 'apps/web/src/ai/fast.js', 'apps/web/ai/fast.js', 'apps/web/dist/ai/fast.js'],
      ['#config', 'apps/web/config.js'],
      ['#openai'],
      ['#top'],
    ];
    for (const [specifier, ...expected] of table)
      test(specifier, async () => assert.deepEqual(await paths(specifier, files), expected));
  });

  test('nothing is asked for paths and libraries', async () => {
    const read = (path: string): string => assert.fail(path);
    const specifiers = new Specifiers({ roots: ['/w'], read });
    for (const specifier of ['./a', '../a', '/a', 'openai', '@ai-sdk/openai', 'node:fs', 'https://a.dev/x.js'])
      assert.deepEqual(await specifiers.meanings(specifier, '/w/a.ts'), []);
  });

  test('no file outside of the workspace is read, and each only once', async () => {
    const read: string[] = [];
    const specifiers = new Specifiers({
      roots: ['/w'],
      read: (path) => void read.push(path),
      list: (folder) => assert.fail(folder),
    });
    for (const specifier of ['a', 'a', 'b', '@a/b', '#a']) await specifiers.meanings(specifier, '/w/x/a.ts');
    assert.deepEqual(read.sort(), [
      ...['/w/jsconfig.json', '/w/package.json', '/w/pnpm-workspace.yaml', '/w/tsconfig.json'],
      ...['/w/x/jsconfig.json', '/w/x/package.json', '/w/x/pnpm-workspace.yaml', '/w/x/tsconfig.json'],
    ]);
  });
});
