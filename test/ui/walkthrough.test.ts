// The first five minutes, as somebody who has just installed the extension sees them.
import assert from 'node:assert/strict';
import { until } from './wait.js';
import { useWorkbench, type Theme } from './workbench.js';

const themes: Theme[] = ['light', 'dark', 'high contrast'];

suite('the walkthrough', () => {
  const vscode = useWorkbench({ files: { 'readme.md': 'Nothing.\n' } });
  const page = () => vscode().page.locator('.gettingStartedContainer');
  const step = (title: string) => page().locator('.getting-started-step', { hasText: title });
  const open = async () => {
    await vscode().runCommand('Token Allowance: Get Started');
    await step('Choose your usage tier').waitFor();
  };

  test('opens by its command, with five steps, each with a picture that is there', async () => {
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
      for (const title of titles) {
        await step(title).click();
        const picture = page().locator('.getting-started-media img');
        const kind = theme === 'light' ? 'light' : 'dark';
        await until(`the ${kind} picture of ${title}`, async () => {
          const [source, width] = (await picture.evaluate('(img) => [img.src, img.naturalWidth]')) as [string, number];
          return (source.includes(`-${kind}.webp`) && width > 0) || undefined;
        });
      }
      await step('Know the offer').click();
      await vscode().screenshot(`walkthrough ${theme}`);
    }
  });

  test('a step is done once it is done', async () => {
    await open();
    await step('Read a hover').click();
    await page().getByRole('button', { name: 'Open an Example' }).click();
    const hover = vscode().page.locator('.monaco-hover:visible', { hasText: 'large pool' });
    await hover.waitFor();
    await vscode().screenshot('walkthrough-example');
    await vscode().openView('Token Allowance');
    await vscode().webviewFrame(/Large pool/);
    for (const title of ['Read a hover', 'Open the panel'])
      await step(title).locator('.codicon-getting-started-step-checked').first().waitFor();
    await step('Choose your usage tier').click();
    await page().getByRole('button', { name: 'Choose Usage Tier' }).click();
    await vscode().page.locator('.quick-input-list').getByText('Tier 3').click();
    await step('Choose your usage tier').locator('.codicon-getting-started-step-checked').first().waitFor();
    await vscode().screenshot('walkthrough-done');
  });
});
