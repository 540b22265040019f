import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { findBrowser } from '../../../scripts/lib/chromium.js';
import { ensureProgram } from '../../../scripts/lib/debian.js';
import { onPath, root } from '../../../scripts/lib/run.js';
import { installVSCode, oldest } from '../../../scripts/lib/vscode-install.js';

suite('scripts: finding what the tests run on', () => {
  test('the PATH is searched in the order of the names', () => {
    assert.match(onPath('no-such-program', 'node', 'npm') ?? '', /node/);
    assert.equal(onPath('no-such-program'), undefined);
  });

  test('a VS Code that nobody pinned is refused by name', async () => {
    await assert.rejects(installVSCode('0.9.0'), /VS Code 0\.9\.0 is not available; choose one of .*1\.100\.3/);
  });

  test('the oldest VS Code is the one that the manifest asks for', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(manifest.engines.vscode, `^${oldest.replace(/\d+$/, '0')}`);
  });

  test('a browser named by CHROME_PATH has to exist', () => {
    withEnvironment({ CHROME_PATH: '/no/such/browser' }, () => {
      assert.throws(findBrowser, /CHROME_PATH names no file: \/no\/such\/browser/);
    });
    withEnvironment({ CHROME_PATH: process.execPath }, () => assert.equal(findBrowser(), process.execPath));
  });

  test('where nothing can be installed, it is said what to install', async () => {
    const attempt = withEnvironment({ PATH: '' }, () => ensureProgram(() => undefined, 'chromium', 'Set CHROME_PATH.'));
    await assert.rejects(attempt, /^Error: chromium was not found\. Set CHROME_PATH\./);
  });
});

/** Runs something with other environment variables, to its end or its first wait. */
function withEnvironment<T>(variables: Record<string, string>, action: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return action();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
