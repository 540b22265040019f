import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { findBrowser } from '../../../scripts/lib/chromium.js';
import { onPath, root } from '../../../scripts/lib/run.js';
import { installVSCode, oldest } from '../../../scripts/lib/vscode-install.js';

suite('scripts: finding what the tests run on', () => {
  test('the PATH is searched in the order of the names', () => {
    assert.match(onPath('no-such-program', 'node', 'npm') ?? '', /node/);
    assert.equal(onPath('no-such-program'), undefined);
  });

  test('a VS Code that nobody pinned is refused by name', async () => {
    await assert.rejects(installVSCode('0.9.0'), /VS Code 0\.9\.0: known are .*1\.100\.3/);
  });

  test('the oldest VS Code is the one that the manifest asks for', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(manifest.engines.vscode, `^${oldest.replace(/\d+$/, '0')}`);
  });

  test('a browser named by CHROME_PATH has to exist', () => {
    const before = process.env['CHROME_PATH'];
    try {
      process.env['CHROME_PATH'] = '/no/such/browser';
      assert.throws(findBrowser, /CHROME_PATH names no file: \/no\/such\/browser/);
      process.env['CHROME_PATH'] = process.execPath;
      assert.equal(findBrowser(), process.execPath);
    } finally {
      if (before === undefined) delete process.env['CHROME_PATH'];
      else process.env['CHROME_PATH'] = before;
    }
  });
});
