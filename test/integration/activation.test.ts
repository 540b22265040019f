import assert from 'node:assert/strict';
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

  test('it loads the first piece alone: what knows models, parses or validates waits until it is needed', () => {
    const main = path.join(extension.extensionPath, extension.packageJSON.main);
    const require = createRequire(main);
    const pieces = (): string[] => Object.keys(require.cache).filter((file) => file.startsWith(path.dirname(main)));
    const loaded = Object.fromEntries(pieces().map((file) => [file, require.cache[file]]));
    for (const file of pieces()) delete require.cache[file];
    try {
      require(main);
      const names = pieces().map((file) => path.basename(file));
      assert.ok(names.includes('extension.js'));
      assert.deepEqual(
        names.filter((name) => /engine|settings|page|scanner|thread|typescript|python/.test(name)),
        [],
      );
    } finally {
      Object.assign(require.cache, loaded);
    }
  });
});
