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

  test('its code loads in a moment', () => {
    const main = path.join(extension.extensionPath, extension.packageJSON.main);
    const require = createRequire(main);
    const loaded = require.cache[main];
    delete require.cache[main];
    try {
      const started = performance.now();
      require(main);
      const elapsed = performance.now() - started;
      assert.ok(elapsed < 100, `took ${Math.round(elapsed)} ms; the usual is below 10`);
    } finally {
      require.cache[main] = loaded;
    }
  });
});
