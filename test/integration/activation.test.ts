import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

suite('activation', () => {
  const extension = vscode.extensions.getExtension('token-allowance.token-allowance');
  assert.ok(extension, 'the extension is not installed');

  test('opening a TypeScript file activates the extension', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: 'export {};\n' });
    await vscode.window.showTextDocument(document);
    while (!extension.isActive) await delay(10); // mocha's time limit ends a wait in vain
  });

  test('it names the files that need it, and never asks to start with VS Code', () => {
    const events: string[] = extension.packageJSON.activationEvents;
    assert.ok(events.includes('onLanguage:python'));
    for (const event of events) assert.doesNotMatch(event, /^\*|onStartupFinished/);
  });

  test('it loads one small file: all that does something waits until it is needed', () => {
    const main = path.join(extension.extensionPath, extension.packageJSON.main);
    const require = createRequire(main);
    const pieces = (): string[] => Object.keys(require.cache).filter((file) => file.startsWith(path.dirname(main)));
    const loaded = Object.fromEntries(pieces().map((file) => [file, require.cache[file]]));
    for (const file of pieces()) delete require.cache[file];
    try {
      require(main);
      const names = pieces().map((file) => path.basename(file));
      assert.deepEqual(names, ['extension.js']);
      const code = readFileSync(main, 'utf8').replace(/^\/\/# sourceMappingURL.*/m, '');
      assert.ok(code.length < 20_000, `${code.length} characters`);
      // One question to VS Code's module loader a file, and never a copy of its API.
      assert.doesNotMatch(code, /__toESM\(require\("vscode"\)/);
    } finally {
      Object.assign(require.cache, loaded);
    }
  });
});
