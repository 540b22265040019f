import * as assert from 'node:assert/strict';
import { meanings, paths, type Files } from './meanings';

suite('Specifiers by tsconfig.json', () => {
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
    ['not another end', '@x/a.css', config({ paths: { '@x/*.js': ['./*.ts'] } })],
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
      'rather than those beside it that it names',
      '@acme/ai',
      {
        ...config({}, { extends: './one.json', references: [{ path: './two.json' }] }),
        'apps/web/one.json': { compilerOptions: { paths: { '@acme/*': ['one/*'] } } },
        'apps/web/two.json': { compilerOptions: { paths: { '@acme/*': ['two/*'] } } },
      },
      'apps/web/one/ai',
    ],
    [
      'those beside it that it names',
      '@acme/ai',
      {
        'apps/web/tsconfig.json': {
          files: [],
          references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }],
        },
        'apps/web/tsconfig.node.json': { references: [{ path: './tsconfig.other.json' }] },
        'apps/web/tsconfig.other.json': { compilerOptions: { paths: { '@acme/*': ['./other/*'] } } },
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
    ['one that is no object', '@acme/ai', { 'tsconfig.json': 'null' }],
    ['one whose entries are', '@acme/ai', config({ paths: { '@acme/*': 1, '@acme/ai': [2, null] }, baseUrl: 3 })],
    [
      'one that builds on itself, time and again',
      '@acme/ai',
      config({ paths: { '@acme/*': ['./a/*'] } }, { extends: Array(50).fill('./tsconfig.json') }),
      'apps/web/a/ai',
    ],
    ['targets above the root', '@acme/ai', config({ paths: { '@acme/*': ['../../../../../*'] } })],
  ];
  for (const [title, specifier, files, ...expected] of table)
    test(title, async () => assert.deepEqual(await paths(specifier, files), expected));

  test('tells which file says so, be it one that the nearest builds on', async () => {
    assert.deepEqual(await meanings('@acme/ai', config({ paths: { '@acme/*': ['./a/*'] } })), [
      'apps/web/a/ai by apps/web/tsconfig.json',
    ]);
    const base = { 'tsconfig.base.json': { compilerOptions: { paths: { '@acme/*': ['./a/*'] } } } };
    assert.deepEqual(await meanings('@acme/ai', { ...config({}, { extends: '../../tsconfig.base.json' }), ...base }), [
      'a/ai by tsconfig.base.json',
    ]);
  });
});
