// The main job, on the screen of a real VS Code: hover, Problems panel, allowance panel.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/lib/run.js';
import { isAccessible } from './accessible.js';
import { firstPaint, paintAgain } from './panel-paint.js';
import { until } from './wait.js';
import { useWorkbench, type Theme } from './workbench.js';

const files = {
  'src/chat.ts': [
    "import OpenAI from 'openai';",
    'const client = new OpenAI();',
    "export const ask = (input: string) => client.responses.create({ model: 'gpt-4o', input });",
    "export const old = (input: string) => client.responses.create({ model: 'gpt-3.5-turbo', input });",
    "export const deep = (input: string) => client.responses.create({ model: 'gpt-5-pro', input });",
    '',
  ].join('\n'),
  'app/main.py': [
    'from openai import AzureOpenAI, OpenAI',
    '',
    'client = OpenAI()',
    'client.responses.create(model="gpt-4o", input="Hello")',
    'client.responses.create(model="gpt-5-mini", input="Hello")',
    'client.embeddings.create(model="text-embedding-3-small", input="Hello")',
    'client.chat.completions.create(model="ft:gpt-4o-mini-2024-07-18:org::id", messages=[])',
    '',
  ].join('\n'),
  'test/chat.test.ts': "ask({ model: 'gpt-4.1' });\n",
};

const themes: Theme[] = ['dark', 'high contrast', 'high contrast light', 'light'];

suite('Token Allowance on the screen', () => {
  const vscode = useWorkbench({ files, settings: { 'workbench.reduceMotion': 'on' } });

  const tiers: [tier: number, pool: RegExp][] = [
    [3, /large pool, 1,000,000 tokens a day/],
    [1, /large pool, 250,000 tokens a day/],
  ];
  for (const [tier, pool] of tiers) {
    test(`hovering gpt-4o at tier ${tier} shows the large pool and what it holds`, async () => {
      await vscode().configure({ 'tokenAllowance.usageTier': tier });
      for (const file of ['src/chat.ts', 'app/main.py']) {
        await vscode().openFile(file);
        await vscode().hoverAt('gpt-4o', pool);
        await vscode().screenshot(`hover-tier-${tier}-${file.split('.').at(-1)}`);
      }
    });
  }

  test('hovers read well in every theme', async () => {
    await vscode().openFile('src/chat.ts');
    for (const theme of themes) {
      await vscode().setTheme(theme);
      assert.match(await vscode().hoverAt('gpt-3.5-turbo', /overed|pool/), /2026-10-23/);
      await vscode().screenshot(`hover ${theme}`);
    }
  });

  test('the Problems panel lists what is billed or fails', async () => {
    await vscode().openFile('src/chat.ts');
    const problems = await until('two problems', async () => {
      const own = (await vscode().problems()).filter(({ source }) => source === 'Token Allowance');
      return own.some(({ code }) => code === 'not-listed') ? own : undefined;
    });
    const found = problems.map(({ severity, code, file, line }) => ({ severity, code, file, line }));
    const inChat = { severity: 'warning', file: 'chat.ts' };
    assert.deepEqual(
      found.filter(({ severity, file }) => severity === 'warning' && file === 'chat.ts'),
      [
        { ...inChat, code: 'shut-down', line: 4 },
        { ...inChat, code: 'not-listed', line: 5 },
      ],
    );
    await vscode().screenshot('problems');
  });

  test('the panel’s first useful paint is measured', async () => {
    const paint = { first: await firstPaint(vscode()), again: await paintAgain(vscode()) };
    writeFileSync(path.join(root, 'test-results/panel-paint.json'), JSON.stringify(paint));
    assert.ok(paint.first.sinceAsked >= paint.first.sincePage);
  });

  suite('the allowance panel', () => {
    let frame: Frame;
    suiteSetup(() => vscode().configure({ 'tokenAllowance.usageTier': 1 }));
    setup(async () => {
      await vscode().openView('Token Allowance');
      frame = await vscode().webviewFrame(/gpt-4o/);
    });

    test('shows the pools of the tier, and which models draw on them', async () => {
      const shown = await frame.locator('main').innerText();
      for (const words of [
        /Large pool\s+250,000 tokens a day/,
        /Small pool\s+2,500,000 tokens a day/,
        /2\.75M tokens a day in all/,
        /Resets in .*\s*.*00:00 UTC/,
        /From the large pool[^]*gpt-4o[^]*2 uses/,
        /From the small pool[^]*gpt-5-mini[^]*1 use/,
        /Shut down[^]*gpt-3\.5-turbo/,
        /Not covered[^]*gpt-5-pro/,
      ])
        assert.match(shown, words);
    });

    test('can be reached and walked by keyboard', async () => {
      await vscode().openFile('src/chat.ts');
      await vscode().runCommand('Token Allowance: Show Allowance Panel');
      await until('the focus', async () => (await frame.evaluate('document.hasFocus()')) || undefined);
      // The links lead to the setting, and to what is used today.
      for (const focused of ['select', '[data-key="tier-setting"]', '[data-key="usage key"]', 'summary']) {
        await vscode().page.keyboard.press('Tab');
        await frame.locator(`${focused}:focus`).waitFor();
      }
      await vscode().page.keyboard.press('Enter');
      await frame.getByRole('button', { name: 'chat.ts:4' }).waitFor();
      await vscode().page.keyboard.press('Enter');
      await frame.getByRole('button', { name: 'chat.ts:4' }).waitFor({ state: 'hidden' });
    });

    test('changes the tier, and with it the setting, the pools and the hovers', async () => {
      await frame.getByRole('combobox', { name: 'Usage tier' }).selectOption('Tier 3');
      await frame.getByText('1,000,000', { exact: true }).waitFor();
      await frame.getByText('11M tokens a day in all').waitFor();
      await vscode().openFile('src/chat.ts');
      await vscode().hoverAt('gpt-4o', /1,000,000/);
      await frame.getByRole('combobox', { name: 'Usage tier' }).selectOption('Tier 1');
      await frame.getByText('250,000', { exact: true }).waitFor();
    });

    test('opens a place in the editor', async () => {
      await frame.locator('.small summary', { hasText: 'gpt-5-mini' }).click();
      await frame.getByRole('button', { name: 'main.py:5' }).click();
      await vscode().page.locator('.statusbar-item[aria-label^="Ln 5, Col 42 (10 selected)"]').waitFor();
    });

    test('ticks the checklist, which the same page as an editor shows too', async () => {
      await frame.getByRole('heading', { name: 'To check yourself' }).click();
      await frame.getByRole('checkbox', { name: /^The account balance is positive/ }).check();
      await frame.getByText('1 of 8 ticked').waitFor();
      await vscode().runCommand('Token Allowance: Open Panel as Editor');
      const editor = await vscode().webviewFrame(/1 of 8 ticked/, frame);
      await editor.getByRole('heading', { name: 'Plan a day' }).click();
      await editor.getByRole('img', { name: 'The day in both pools' }).scrollIntoViewIfNeeded();
      await vscode().screenshot('panel-editor');
      await vscode().runCommand('View: Close Editor');
    });

    test('copies the plan as Markdown', async () => {
      await frame.getByRole('heading', { name: 'Plan a day' }).click();
      await frame.getByRole('button', { name: 'Copy as Markdown' }).click();
      await until('the clipboard', async () => {
        const text = (await vscode().page.evaluate('navigator.clipboard.readText()')) as string;
        return text.includes('| `gpt-5-mini` | small |') || undefined;
      });
      await frame.getByRole('heading', { name: 'Plan a day' }).click();
      await frame.getByRole('heading', { name: 'To check yourself' }).click();
    });

    test('comes back from hiding as it was', async () => {
      await vscode().openView('Explorer');
      await vscode().openView('Token Allowance');
      frame = await vscode().webviewFrame(/gpt-4o/);
      await frame.getByRole('button', { name: 'main.py:5' }).waitFor();
    });

    test('fits a side bar of 220 pixels', async () => {
      const { page } = vscode();
      const sidebar = (await page.locator('.part.sidebar').boundingBox())!;
      const middle = sidebar.y + sidebar.height / 2;
      await page.mouse.move(sidebar.x + sidebar.width, middle);
      await page.mouse.down();
      await page.mouse.move(sidebar.x + 220, middle, { steps: 5 });
      await page.mouse.up();
      await until('the narrow side bar', async () =>
        Number(await frame.evaluate('innerWidth')) <= 220 ? true : undefined,
      );
      assert.equal(await frame.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
      await vscode().screenshot('panel-narrow');
    });

    for (const theme of themes) {
      test(`is readable and accessible in ${theme}`, async () => {
        await vscode().setTheme(theme);
        await frame.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
        await isAccessible(frame);
        await frame.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = false))');
        await frame.evaluate('scrollTo(0, 0)');
        await vscode().screenshot(`panel ${theme}`);
      });
    }
  });
});
