import * as assert from 'node:assert/strict';
import { ProjectFiles } from '../../../src/workspace/project-files';
import { meaningsOf } from '../../../src/workspace/specifiers';
import { meanings, paths, type Files } from './meanings';

suite('Packages of a workspace', () => {
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
    ['`exports` that are written wrongly', '@acme/models', manifest({ exports: { '.': 1, a: '[' } }), ...conventional],
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
      'pnpm’s with Windows’ line ends',
      '@acme/models',
      {
        ...manifest({}),
        'package.json': {},
        'pnpm-workspace.yaml': 'packages:\r\n  - apps/*\r\n\r\n  - packages/*\r\n',
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
      { ...manifest({}), 'package.json': { workspaces: ['!packages/models', 'packages/m*s'] } },
      ...conventional,
    ],
    [
      'no other part of a name',
      '@acme/models',
      { ...manifest({}), 'package.json': { workspaces: ['!packages/models', 'packages/a*'] } },
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
        'package.json': { workspaces: ['packages/**', 'packages/**/**', 'packages/*', '../*', '../../../../*'] },
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

  test('a package is looked for where folders are called so, and everywhere only then', async () => {
    const read: string[] = [];
    const files = new Map([
      ['/w/package.json', '{ "workspaces": ["packages/*"] }'],
      ['/w/packages/models/package.json', '{ "name": "@acme/models" }'],
    ]);
    const project = new ProjectFiles({
      roots: ['/w'],
      read: (path) => (read.push(path), files.get(path)),
      list: () => ['a', 'b', 'models'],
    });
    assert.equal((await meaningsOf('@acme/models', '/w/a.ts', project)).length, 2);
    const asked = () => read.filter((path) => path.startsWith('/w/packages/')).map((path) => path.split('/')[3]);
    assert.deepEqual(asked(), ['models']);
    assert.equal((await meaningsOf('@acme/a', '/w/a.ts', project)).length, 0);
    assert.deepEqual(asked(), ['models', 'a', 'b']);
  });
});

suite('A package’s own `imports`', () => {
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
