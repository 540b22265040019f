import assert from 'node:assert/strict';
import * as esbuild from 'esbuild';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { commonJsPieces } from '../../../scripts/lib/pieces.js';
import { folderWith, removeFolders } from '../workspace/temporary';

suite('a build in pieces', () => {
  const sources = {
    'program.js': `#!/usr/bin/env node
      import('./last');`,
    'main.js': `
      import * as vscode from 'vscode';
      import { Uri as Place } from 'vscode';
      import { remember } from './shared';
      export const begin = () => (remember(\`\${vscode.version} \${typeof Place}\`), import('./later'));`,
    'later.js': `
      import { version } from 'vscode';
      import { remembered } from './shared';
      import { other } from './others';
      export const later = () => [remembered, version, other];`,
    'others.js': `export const other = import('./last').then(({ last }) => last);`,
    'last.js': `import { remembered } from './shared'; export const last = remembered;`,
    'shared.js': `
      export let remembered = '';
      export const remember = (text) => { remembered = text; };`,
    'node_modules/vscode/index.js': `exports.version = '1.0.0'; exports.Uri = class {};`,
  };

  suiteTeardown(removeFolders);

  async function build(minify: boolean, name = 'main'): Promise<string> {
    const folder = folderWith(sources);
    await esbuild.build({
      entryPoints: { [name]: path.join(folder, `${name}.js`) },
      outdir: path.relative('.', path.join(folder, 'dist')),
      chunkNames: 'main-[name]-[hash]',
      ...{ bundle: true, platform: 'node', target: 'node20', format: 'esm', splitting: true, minify },
      ...{ external: ['vscode'], write: false, metafile: true, plugins: [commonJsPieces()] },
    });
    return path.join(folder, `dist/${name}.js`);
  }

  test('can be run where it begins as a program does', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = path.dirname(await build(false, 'program'));
    const runs = (file: string) => (statSync(path.join(folder, file)).mode & 0o111) !== 0;
    assert.deepEqual(readdirSync(folder).filter(runs), ['program.js']);
  });

  for (const minify of [false, true]) {
    test(`is one file until more is needed, and shares what it has${minify ? ', minified' : ''}`, async () => {
      const main = await build(minify);
      const require = createRequire(main);
      const loaded = () => Object.keys(require.cache).filter((file) => path.dirname(file) === path.dirname(main));
      const { begin } = require(main) as { begin: () => Promise<{ later: () => [string, string, Promise<string>] }> };
      assert.deepEqual(loaded(), [main]);
      const { later } = await begin();
      const [remembered, version, other] = later();
      // Inside VS Code it is the real one.
      const expected = `${version} function`;
      assert.deepEqual([remembered, await other], [expected, expected]);
      assert.equal(loaded().length, 3);
      assert.equal(readdirSync(path.dirname(main)).length, 3);
    });
  }
});
