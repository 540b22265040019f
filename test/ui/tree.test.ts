// The model tree, replacing everywhere with its preview, and listings of the user's own, as they are seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { takeRow } from './list.js';
import { until } from './wait.js';
import { useWorkbench, type Theme } from './workbench.js';

const files = {
  'src/chat.ts': [
    "import OpenAI from 'openai';",
    'const client = new OpenAI().responses;',
    'export const ask = (input: string) => client.create({ model: "gpt-5.5", input });',
    'export const old = (input: string) => client.create({ model: "gpt-3.5-turbo", input });',
    'export type Model = "gpt-5.5" | "gpt-5-mini";',
    '',
  ].join('\n'),
  'src/elsewhere.py': 'ask(model="azure/gpt-3.5-turbo")\nask(model="gpt-3.5-turbo")\n',
  'test/chat.test.ts': 'expect(model).toBe("gpt-3.5-turbo");\n',
  '.vscode/token-allowance.json': [
    '{',
    '  "id": "team",',
    '  "title": "Team list",',
    '  "date": "2026-02-30",',
    '  "pools": { "large": ["next-model"], "small": [] }',
    '}',
    '',
  ].join('\n'),
};

suite('the model tree and replacing everywhere', () => {
  const vscode = useWorkbench({ files, settings: { 'workbench.reduceMotion': 'on', 'editor.fontSize': 13 } });
  const themes: Theme[] = ['dark', 'light', 'high contrast'];
  const page = () => vscode().page;
  const pane = (): Locator => page().locator('.pane', { has: page().locator('.pane-header', { hasText: /^Models/ }) });
  const panel = (): Locator => page().locator('.pane-header', { hasText: /^Allowance/ });
  const rows = (): Locator => pane().locator('.monaco-list-row');
  const labels = () => rows().evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));

  test('a listing with an error says so in its place', async () => {
    await vscode().openFile('.vscode/token-allowance.json');
    await page().locator('.squiggly-error, .squiggly-warning').first().waitFor();
    // VS Code checks the file by the contributed schema; what both of us find wrong is said once.
    const text = await vscode().hoverAt('2026-02-30', /must be a calendar date/i);
    assert.equal(text.match(/must be a calendar date/gi)?.length, 1, text);
    await vscode().screenshot('listing error');
  });

  test('shows pools, models, files and places, by the keyboard too', async () => {
    await vscode().openFile('src/chat.ts');
    await vscode().runCommand('Token Allowance: Focus on Models View');
    // Only rows in sight are there to be read: folded, the panel leaves all the room to the tree.
    await panel().click();
    // What is found in open files comes first, without the rest.
    const expected = [
      /^Shut down.*2 uses · 1 in tests · 1 model/,
      /^gpt-3\.5-turbo.*since 20/,
      /^gpt-5\.5/,
      /^Sent elsewhere/,
    ];
    await until('the models', async () => {
      const shown = await labels();
      for (const each of expected)
        assert.ok(
          shown.some((label) => each.test(label)),
          shown.join(' | '),
        );
      return true;
    });
    const model = rows().filter({ hasText: 'gpt-3.5-turbo' }).first();
    await model.click();
    await page().keyboard.press('ArrowRight');
    const file = rows().filter({ hasText: 'elsewhere.py' }).first();
    await file.click();
    assert.match((await file.getAttribute('aria-label')) ?? '', /^src\/elsewhere\.py, 1 use/);
    await page().keyboard.press('ArrowRight');
    await rows()
      .filter({ hasText: /^line 2/ })
      .first()
      .waitFor();
    for (const theme of themes) {
      await vscode().setTheme(theme);
      await vscode().screenshot(`tree ${theme}`);
    }
    await rows()
      .filter({ hasText: /^line 2/ })
      .first()
      .click();
    await page().locator('.tab.active[data-resource-name="elsewhere.py"]').waitFor();
  });

  test('is filtered by what is ticked, and its title says so', async () => {
    // The tooltip of the row under the mouse would cover the view.
    await page().mouse.move(700, 400);
    await page().locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
    await pane().hover();
    await pane().locator('.codicon-filter').click();
    const mentions = page().locator('.quick-input-list .monaco-list-row', { hasText: 'Mentions' });
    await mentions.waitFor();
    await vscode().screenshot('tree filter');
    await mentions.getByText('Mentions').click();
    await page().locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await until('gpt-5-mini to go', async () =>
      (await labels()).some((label) => label.startsWith('gpt-5-mini')) ? undefined : true,
    );
    await pane().hover();
    await pane().locator('.codicon-filter-filled').waitFor();
  });

  test('a model that is ignored says so, and is reported again', async () => {
    const model = rows().filter({ hasText: 'gpt-3.5-turbo' }).first();
    const choose = async (label: string, expected: RegExp) => {
      const entry = page().locator('.monaco-menu').getByText(label, { exact: true });
      await until(`“${label}” to be seen`, async () => {
        if (expected.test((await model.getAttribute('aria-label')) ?? '')) return true;
        if (!(await entry.isVisible())) await model.click({ button: 'right' });
        // In its first 100 ms a menu takes no click.
        await entry.click({ timeout: 1000 });
        return undefined;
      });
      // It may have been opened again before the row was painted anew.
      await page().keyboard.press('Escape');
      await page().locator('.monaco-menu').waitFor({ state: 'detached' });
    };
    await choose('Ignore This Model', /since 20[\d-]+ · ignored · \d/);
    await vscode().screenshot('tree ignored');
    await choose('Report This Model Again', /since 20[\d-]+ · \d/);
  });

  test('a model is replaced everywhere, once its preview is agreed to', async () => {
    const row = (text: string) => page().locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    const model = rows().filter({ hasText: 'gpt-3.5-turbo' }).first();
    // While a tree is renewed, VS Code does not know which line a click is for; what is asked then is which model.
    await until('the question', async () => {
      await model.hover();
      await model.locator('.codicon-replace-all').click();
      const title = page().locator('.quick-input-title', { hasText: /Replace/ });
      await title.waitFor();
      if ((await title.innerText()).startsWith('Replace gpt-3.5-turbo everywhere with')) return true;
      await page().keyboard.press('Escape');
      return undefined;
    });
    await row('gpt-5.4-mini').waitFor();
    await vscode().screenshot('replace choice');
    await page().locator('.quick-input-widget input[type="text"]').fill('gpt-5.6-terra');
    await takeRow(row('gpt-5.6-terra'));
    const preview = page().locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row', { hasText: 'chat.ts' }).first().waitFor();
    // Ticked by default but for what goes to another host.
    const ticks = preview.locator('.monaco-list-row', { hasText: 'ask(' }).locator('[role="checkbox"], input');
    const checked = () =>
      ticks.evaluateAll((boxes) =>
        boxes.map(
          (box) => box.getAttribute('aria-checked') ?? String((box as unknown as { checked: boolean }).checked),
        ),
      );
    assert.deepEqual(await checked(), ['false', 'true']);
    for (const theme of themes) {
      await vscode().setTheme(theme);
      await vscode().screenshot(`replace preview ${theme}`);
    }
    await preview.getByRole('button', { name: 'Apply' }).click();
    const text = (file: string) => readFileSync(path.join(vscode().folder, file), 'utf8');
    await until('the files to be saved', async () => text('src/chat.ts').includes('"gpt-5.6-terra"') || undefined);
    await until(
      'the other file',
      async () => text('src/elsewhere.py').includes('ask(model="gpt-5.6-terra")') || undefined,
    );
    assert.match(text('src/elsewhere.py'), /"azure\/gpt-3\.5-turbo"/);
    await until('the test', async () => text('test/chat.test.ts').includes('"gpt-5.6-terra"') || undefined);
  });

  test('from the palette it is the model under the cursor that Enter replaces, whatever the workspace names most', async () => {
    await vscode().openFile('src/chat.ts');
    await vscode().goto(
      5,
      readFileSync(path.join(vscode().folder, 'src/chat.ts'), 'utf8').split('\n')[4]!.indexOf('gpt-5-mini') + 3,
    );
    await vscode().runCommand('Token Allowance: Replace Model Everywhere…');
    const row = page().locator('.quick-input-list .monaco-list-row.focused');
    await row.filter({ hasText: 'gpt-5-mini' }).waitFor({ timeout: 20_000 });
    await page().keyboard.press('Enter');
    await page().locator('.quick-input-title', { hasText: 'Replace gpt-5-mini everywhere with' }).waitFor();
    await page().keyboard.press('Escape');
  });

  test('two listings are compared in a document to read', async () => {
    await vscode().runCommand('Token Allowance: Compare Listings…');
    for (const title of ['MakerPerks', 'OpenAI Help'])
      await takeRow(page().locator('.quick-input-list .monaco-list-row', { hasText: title }).first());
    const preview = await until('the preview', async () => {
      for (const frame of page().frames()) {
        const text = await frame.locator('body').innerText({ timeout: 1000 });
        if (/From MakerPerks .* to OpenAI Help/.test(text)) return text;
      }
      return undefined;
    });
    assert.match(preview, /Added: \d+ · Removed: \d+/);
    await vscode().screenshot('compare listings');
  });

  test('a row of the panel has the same context menu, by the keyboard, too', async () => {
    await vscode().openView('Token Allowance');
    if ((await panel().getAttribute('aria-expanded')) === 'false') await panel().click();
    const frame = await vscode().webviewFrame(/From the large pool/);
    const row = frame.locator('summary', { hasText: 'gpt-5.5' }).first();
    const menu = page().locator('.monaco-menu');
    const replace = menu.getByText('Replace Model Everywhere…');
    await row.focus();
    await page().keyboard.press('Shift+F10');
    await replace.waitFor();
    await page().keyboard.press('Escape');
    await replace.waitFor({ state: 'detached' });
    await row.click({ button: 'right' });
    await replace.waitFor();
    await vscode().screenshot('panel menu');
    const copy = menu.getByText('Copy Model Id');
    await until('the clipboard', async () => {
      // In its first 100 ms a menu takes no click.
      if (await copy.isVisible()) await copy.click({ timeout: 1000 });
      return (await page().evaluate('navigator.clipboard.readText()')) === 'gpt-5.5' ? true : undefined;
    });
  });
});

suite('the model tree without models', () => {
  const vscode = useWorkbench({ files: { 'a.py': 'x = 1\n' } });

  test('says so, and offers to look again', async () => {
    await vscode().openFile('a.py');
    await vscode().runCommand('Token Allowance: Focus on Models View');
    const welcome = vscode().page.locator('.welcome-view', { hasText: 'No OpenAI model is named' });
    await welcome.getByRole('button', { name: 'Scan Again' }).waitFor();
    await vscode().screenshot('tree empty');
  });
});

suite('the model tree in a workspace without folders', () => {
  const vscode = useWorkbench({
    files: { 'none.code-workspace': '{ "folders": [] }' },
    workspace: 'none.code-workspace',
  });

  test('asks for a folder, as the panel does', async () => {
    const sidebar = await vscode().openView('Token Allowance');
    await vscode().webviewFrame(/Open a folder/);
    await sidebar.locator('.pane-header', { hasText: 'Models' }).click();
    await sidebar.locator('.welcome-view', { hasText: 'Open a folder' }).waitFor();
    assert.equal(await sidebar.getByText('No OpenAI model is named').count(), 0);
  });
});
