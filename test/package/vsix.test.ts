import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { runNode } from '../../scripts/lib/run.js';
import { runningExtension } from '../ui/running.js';
import { useWorkbench } from '../ui/workbench.js';

const folder = mkdtempSync(path.join(tmpdir(), 'token-allowance-vsix-'));
const vsix = path.join(folder, 'token-allowance.vsix');

suite('the packaged extension', () => {
  suiteSetup(async () => {
    assert.equal(await runNode('scripts/package.js', ['--out', vsix]), 0);
  });
  suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

  suite('in a fresh VS Code', () => {
    const vscode = useWorkbench({ vsix, files: { 'a.ts': "export const model = 'gpt-4o';\n" } });

    test('is small and holds what it needs to run, no more', () => {
      const extensions = path.join(vscode().dataDir, 'extensions');
      const installed = readdirSync(extensions).find((name) => name.startsWith('token-allowance.'));
      assert.ok(installed, `installed are ${readdirSync(extensions)}`);
      const home = path.join(extensions, installed);
      const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
      const { main, browser } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
      for (const entry of [main, browser])
        assert.ok(files.includes(path.normalize(entry)), `${entry} is not among ${files}`);
      const notices = readFileSync(path.join(home, 'dist/third-party-notices.txt'), 'utf8');
      assert.match(notices, /^@lezer\/python \d[^]*^typescript \d.*Apache-2\.0[^]*^zod \d/m);
      for (const file of files)
        assert.doesNotMatch(file, /\.(map|tsx?)$|^(src|scripts|examples|node_modules)\b|\btest\b/);
      assert.ok(statSync(vsix).size <= 1_600_000, `${statSync(vsix).size} bytes`);
    });

    test('has a readme whose links and pictures lead out of it, the dark ones, too', () => {
      const extensions = path.join(vscode().dataDir, 'extensions');
      const installed = readdirSync(extensions).find((name) => name.startsWith('token-allowance.')) ?? '';
      const readme = readFileSync(path.join(extensions, installed, 'readme.md'), 'utf8');
      const addresses = [...readme.matchAll(/(?:\ssrc(?:set)?="|\]\()([^")]+)/g)].map(([, address]) => address!);
      const dark = addresses.filter((address) => address.endsWith('dark.webp'));
      assert.ok(dark.length > 0);
      for (const address of dark) assert.ok(addresses.includes(address.replace('dark', 'light')), address);
      for (const address of addresses) assert.match(address, /^https:/);
    });

    test('activates', async () => {
      await vscode().openFile('a.ts');
      assert.match((await runningExtension(vscode())).activation, /Activation: \d+ms/);
      assert.doesNotMatch(await vscode().page.title(), /Extension Development Host/);
    });

    test('says of a model in a TypeScript file what it is covered by', async () => {
      await vscode().openFile('a.ts');
      const hover = await vscode().hoverAt('gpt-4o', /large pool/i);
      assert.match(hover, /250,000/);
      await vscode().screenshot('packaged');
    });
  });
});
