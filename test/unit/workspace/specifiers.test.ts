import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { ProjectFiles } from '../../../src/workspace/project-files';
import { meaningsOf } from '../../../src/workspace/specifiers';

suite('Specifiers of a project’s own', () => {
  test('nothing is asked for paths and libraries', async () => {
    const read = (path: string): string => assert.fail(path);
    const project = new ProjectFiles({ roots: ['/w'], read });
    for (const specifier of ['./a', '../a', '/a', 'openai', '@ai-sdk/openai', 'node:fs', 'https://a.dev/x.js'])
      assert.deepEqual(await meaningsOf(specifier, '/w/a.ts', project), []);
  });

  test('no file outside of the workspace is read, and each only once', async () => {
    const read: string[] = [];
    const project = new ProjectFiles({
      roots: ['/w'],
      read: (path) => (
        read.push(path),
        path === '/w/package.json' ? '{ "workspaces": ["../*", "../../y"] }' : undefined
      ),
      list: (folder) => assert.fail(folder),
    });
    for (const specifier of ['a', 'a', 'b', '@a/b', '#a']) await meaningsOf(specifier, '/w/x/a.ts', project);
    assert.deepEqual(read.sort(), [
      ...['/w/jsconfig.json', '/w/package.json', '/w/tsconfig.json'],
      ...['/w/x/jsconfig.json', '/w/x/package.json', '/w/x/pnpm-workspace.yaml', '/w/x/tsconfig.json'],
    ]);
  });

  test('whatever stands in a project’s files', async () => {
    const fields = ['name', 'main', 'module', 'exports', 'imports', 'workspaces', 'packages', 'extends', 'references'];
    const keys = [...fields, 'path', 'compilerOptions', 'paths', 'baseUrl', '.', './*', '#a', '@acme/*', 'import'];
    const leaf = fc.constantFrom(
      './a',
      '../..',
      '@acme/a',
      'packages/*',
      '**',
      '[',
      '*',
      './tsconfig.json',
      1,
      null,
      '',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
      ),
    }));
    const text = fc.oneof(
      value.map((content) => JSON.stringify(content)),
      fc.string(),
      fc.constantFrom('packages:\n  - "**"\n', 'packages: [a, b'),
    );
    const name = fc.constantFrom('tsconfig.json', 'package.json', 'pnpm-workspace.yaml', 'a/package.json');
    const files = fc.dictionary(name, text).map((each) => new Map(Object.entries(each)));
    const specifier = fc.constantFrom('@acme/a', '@acme/a/b', 'a', '#a', '#', '@', 'a/', '//', '');
    await fc.assert(
      fc.asyncProperty(files, specifier, async (all, wanted) => {
        const read = (path: string) => all.get(path.replace('/w/', ''));
        const list = (folder: string) => (folder === '/w' ? ['a', 'node_modules'] : []);
        for (const { path } of await meaningsOf(wanted, '/w/x/y.ts', new ProjectFiles({ roots: ['/w'], read, list })))
          assert.ok(path.startsWith('/') || path === '');
      }),
      { numRuns: 2_000 },
    );
  });
});
