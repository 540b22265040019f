import assert from 'node:assert/strict';
import { noticesOf } from '../../../scripts/lib/notices.js';
import { folderWith, removeFolders } from '../workspace/temporary';

suite('notices of what others have written', () => {
  suiteTeardown(removeFolders);

  const manifest = (version: string) => JSON.stringify({ version, license: 'MIT' });

  test('each package once, by its name, with all texts it has; our own sources have none', () => {
    const folder = folderWith({
      'node_modules/b/package.json': manifest('2.0.0'),
      'node_modules/b/LICENSE': 'May be used.\n',
      'node_modules/b/NOTICE.txt': 'By somebody.\n',
      'node_modules/b/node_modules/@a/c/package.json': manifest('1.0.0'),
      'node_modules/b/node_modules/@a/c/licence.md': 'May be used, too.\n',
    });
    const inputs = ['node_modules/b/x.js', 'node_modules/b/lib/y.js', 'node_modules/b/node_modules/@a/c/z.js'];
    const text = noticesOf(['src/extension.ts', ...inputs.map((input) => `${folder}/${input}`)]);
    assert.match(
      text,
      /-\n\n@a\/c 1\.0\.0 \(MIT\)\n\nMay be used, too\.\n\n-+\n\nb 2\.0\.0 \(MIT\)\n\nMay be used\.\n\nBy somebody\.\n$/,
    );
    assert.equal(text.match(/ \(MIT\)/g)?.length, 2);
  });

  test('a package without a licence’s text stops the build', () => {
    const folder = folderWith({ 'node_modules/b/package.json': manifest('2.0.0') });
    assert.throws(() => noticesOf([`${folder}/node_modules/b/x.js`]), /node_modules\/b has no text of its licence/);
  });
});
