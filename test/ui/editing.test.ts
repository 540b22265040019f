// What helps while one writes: completion, quick fixes, ignore comments, inlay hints, the language status.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { runningExtension } from './running.js';
import { until } from './wait.js';
import { useWorkbench, type Theme } from './workbench.js';

const files = {
  'chat.ts': [
    "import OpenAI from 'openai';",
    'const client = new OpenAI().responses;',
    'export const ask = (input: string) => client.create({ model: "gpt-5.5", input });',
    'export const old = (input: string) => client.create({ model: "gpt-3.5-turbo", input });',
    'export const fine = (input: string) => client.create({ model: "gpt-5.4-mini", input }); // token-allowance: ignore',
    '',
  ].join('\n'),
  'empty.py': 'client.responses.create(\n',
};

suite('writing code', () => {
  const vscode = useWorkbench({ files, settings: { 'workbench.reduceMotion': 'on', 'editor.fontSize': 13 } });
  const themes: Theme[] = ['dark', 'light'];

  /** The entries of VS Code's list of suggestions, as a screen reader says them. */
  const suggestions = (): Locator => vscode().page.locator('.suggest-widget.visible .monaco-list-row');
  const saved = (file: string): string => readFileSync(path.join(vscode().folder, file), 'utf8');

  test('models are offered in a string, filtered as one types, and replace its content', async () => {
    await vscode().openFile('empty.py');
    await runningExtension(vscode());
    await vscode().goto(1, 25);
    await vscode().page.keyboard.type('model="');
    await suggestions().first().waitFor();
    assert.match((await suggestions().first().getAttribute('aria-label')) ?? '', /gpt-6-astra, large pool/);
    for (const theme of themes) {
      await vscode().page.keyboard.press('Escape');
      await vscode().setTheme(theme);
      await vscode().goto(1, 32);
      await until('the suggestions', async () => {
        await vscode().page.keyboard.press('Control+Space');
        await suggestions().first().waitFor({ timeout: 3000 });
        return true;
      });
      await vscode().screenshot(`completion ${theme}`);
    }
    const firstIs = (what: string, model: string): Promise<true> =>
      until(what, async () => {
        const label = (await suggestions().first().getAttribute('aria-label')) ?? '';
        return label.startsWith(model) || undefined;
      });
    await vscode().page.keyboard.type('gpt-4');
    await firstIs('what answers before gpt-4, which is shut down', 'gpt-4.1');
    await vscode().page.keyboard.press('Backspace');
    await vscode().page.keyboard.type('5.4-m');
    await firstIs('only what fits', 'gpt-5.4-mini');
    await vscode().page.keyboard.press('Enter');
    await vscode().page.keyboard.press('ControlOrMeta+S');
    await until('the file to be saved', async () => saved('empty.py').includes('model="gpt-5.4-mini"') || undefined);
  });

  test('a quick fix says pool and source, and an unneeded comment is faint', async () => {
    await vscode().openFile('chat.ts');
    await vscode().page.locator('.squiggly-warning').first().waitFor();
    for (const theme of themes) {
      await vscode().setTheme(theme);
      await vscode().goto(4, 66);
      const menu = vscode().page.locator('.action-widget').first();
      await until('the quick fixes', async () => {
        await vscode().page.keyboard.press('ControlOrMeta+.');
        await menu.waitFor({ timeout: 3000 });
        return true;
      });
      assert.match(await menu.innerText(), /Replace with gpt-5\.6-terra \(OpenAI's replacement, small pool\)/);
      await vscode().screenshot(`quick-fixes ${theme}`);
      await vscode().page.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
    }
    await vscode().page.locator('.squiggly-inline-unnecessary').first().waitFor();
  });

  test('inlay hints name the pool, and the language status sums the file up', async () => {
    await vscode().configure({ 'tokenAllowance.inlayHints.enabled': true });
    await vscode().openFile('chat.ts');
    await vscode().page.locator('.view-lines').getByText('large pool').waitFor();
    await vscode().page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    const hover = vscode().page.locator('.hover-language-status', { hasText: 'OpenAI: ' });
    await hover.waitFor();
    assert.match(await hover.innerText(), /2 covered, 1 shut down\s*Tier 1, list of 2026-09-28/);
    await vscode().screenshot('language-status');
    await hover.getByText('Panel', { exact: true }).click();
    await vscode().webviewFrame(/Large pool/);
  });
});
