// The first five minutes, as somebody who has just installed the extension sees them.
import assert from 'node:assert/strict';
import { until } from './wait.js';
import { useWorkbench, type Theme } from './workbench.js';

const themes: Theme[] = ['light', 'dark', 'high contrast'];

suite('the walkthrough', () => {
  const vscode = useWorkbench({ files: { 'readme.md': 'Nothing.\n' }, viewport: { width: 1600, height: 900 } });
  const page = () => vscode().page.locator('.gettingStartedContainer');
  const step = (title: string) => page().locator('.getting-started-step', { hasText: title });
  const open = async () => {
    // The palette does not take in commands that come while it is open.
    await vscode().page.locator('.activitybar a[aria-label^="Token Allowance"]').waitFor();
    await vscode().runCommand('Token Allowance: Get Started');
    await step('Choose your usage tier').waitFor();
  };

  test('opens by its command, with five steps, in light, dark and high contrast', async () => {
    await open();
    const titles = await page().locator('.getting-started-step h3').allInnerTexts();
    assert.deepEqual(titles, [
      'Choose your usage tier',
      'Know the offer and its price',
      'Turn sharing on',
      'Read a hover',
      'Open the panel',
    ]);
    for (const theme of themes) {
      await vscode().setTheme(theme);
      await step('Know the offer').click();
      await page().getByRole('button', { name: "Read OpenAI's Article" }).waitFor();
      await vscode().screenshot(`walkthrough ${theme}`);
    }
  });

  test('a step is done once it is done', async () => {
    await open();
    await step('Read a hover').click();
    await page().getByRole('button', { name: 'Open an Example' }).click();
    await vscode().page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    const hover = vscode().page.locator('.monaco-hover:visible', { hasText: 'large pool' });
    await until('the hover', async () => {
      await vscode().page.mouse.move(0, 0);
      await vscode()
        .page.locator('.view-line span', { hasText: /^"gpt-4o"$/ })
        .last()
        .hover({ timeout: 3000 });
      await hover.waitFor({ timeout: 5000 });
      return true;
    });
    await vscode().screenshot('walkthrough-example');
    await vscode().openView('Token Allowance');
    await vscode().webviewFrame(/Large pool/);
    for (const title of ['Read a hover', 'Open the panel'])
      await step(title).locator('.codicon-getting-started-step-checked').first().waitFor();
    await step('Choose your usage tier').click();
    // The step takes the focus once it has unfolded, which closes a list that was open before.
    await until('the tier to be chosen', async () => {
      await page().getByRole('button', { name: 'Choose Usage Tier' }).click();
      await vscode().page.locator('.quick-input-list').getByText('Tier 3').click({ timeout: 3000 });
      return true;
    });
    await step('Choose your usage tier').locator('.codicon-getting-started-step-checked').first().waitFor();
    await vscode().screenshot('walkthrough-done');
  });
});
