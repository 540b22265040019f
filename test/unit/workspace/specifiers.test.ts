import * as assert from 'node:assert/strict';
import { Specifiers } from '../../../src/workspace/specifiers';

suite('Specifiers of a project’s own', () => {
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
      read: (path) => (
        read.push(path),
        path === '/w/package.json' ? '{ "workspaces": ["../*", "../../y"] }' : undefined
      ),
      list: (folder) => assert.fail(folder),
    });
    for (const specifier of ['a', 'a', 'b', '@a/b', '#a']) await specifiers.meanings(specifier, '/w/x/a.ts');
    assert.deepEqual(read.sort(), [
      ...['/w/jsconfig.json', '/w/package.json', '/w/tsconfig.json'],
      ...['/w/x/jsconfig.json', '/w/x/package.json', '/w/x/pnpm-workspace.yaml', '/w/x/tsconfig.json'],
    ]);
  });
});
