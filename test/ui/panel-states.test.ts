// The panel's rarer faces in a real workbench: a scan that fails, drags on or finds nothing, and people who see or work otherwise.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { root } from '../../scripts/lib/run.js';
import { isAccessible } from './accessible.js';
import { until } from './wait.js';
import { useWorkbench } from './workbench.js';

const app = 'client.responses.create(model="gpt-4o", input="Hello")\n';

suite('the panel when the scan has trouble', () => {
  /** The extension as it is built, with a scanning thread that the tests write. */
  const extension = mkdtempSync(path.join(tmpdir(), 'token-allowance-extension-'));
  const thread = path.join(extension, 'dist/scan-worker.js');
  for (const part of ['package.json', 'package.nls.json', 'media', 'syntaxes', 'schemas', 'dist'])
    cpSync(path.join(root, part), path.join(extension, part), {
      recursive: true,
      filter: (file) => !file.includes(`${path.sep}dist${path.sep}test`),
    });
  const working = readFileSync(thread, 'utf8');
  writeFileSync(thread, 'throw new Error("The thread is broken");');
  suiteTeardown(() => rmSync(extension, { recursive: true, force: true }));
  const vscode = useWorkbench({ files: { 'app.py': app }, extension });

  test('says what is wrong, and tries again when told to', async () => {
    await vscode().openView('Token Allowance');
    const frame = await vscode().webviewFrame(/could not be scanned/);
    assert.match(await frame.getByRole('alert').innerText(), /The thread is broken\./);
    await isAccessible(frame);
    await vscode().screenshot('panel-error');
    writeFileSync(thread, working);
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('From the large pool').waitFor();
  });

  test('shows that it reads, and stops when told to', async () => {
    const slow = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 6000);\n';
    writeFileSync(thread, slow + working);
    await vscode().reload();
    await vscode().openView('Token Allowance');
    const frame = await vscode().webviewFrame(/Scanning the workspace/);
    await isAccessible(frame);
    await vscode().screenshot('panel-scanning');
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByRole('button', { name: 'Scan workspace' }).waitFor();
    await vscode().screenshot('panel-cancelled');
    await frame.getByRole('button', { name: 'Scan workspace' }).press('Enter');
    await frame.getByText('From the large pool').waitFor();
  });
});

suite('the panel for everybody', () => {
  const vscode = useWorkbench({ files: { 'readme.md': 'No code yet.\n' }, viewport: { width: 1000, height: 700 } });
  const panel = async () => {
    await vscode().openView('Token Allowance');
    return vscode().webviewFrame(/Large pool/);
  };

  test('says that nothing is there, until something is', async () => {
    await vscode().openView('Token Allowance');
    const frame = await vscode().webviewFrame(/No OpenAI model is named/);
    await isAccessible(frame);
    await vscode().screenshot('panel-empty');
    writeFileSync(path.join(vscode().folder, 'app.py'), app);
    await frame.getByText('From the large pool').waitFor();
  });

  test('is usable by keyboard alone, from the tier to a place in the code', async () => {
    const { page } = vscode();
    writeFileSync(path.join(vscode().folder, 'app.py'), app);
    const frame = await panel();
    await frame.getByText('From the large pool').waitFor();
    await vscode().runCommand('Token Allowance: Show Allowance Panel');
    await until('the focus', async () => (await frame.evaluate('document.hasFocus()')) || undefined);
    const focused = () =>
      frame.evaluate(`(document.activeElement?.closest('[data-key]')?.dataset.key ?? '')`) as Promise<string>;
    const walk = async (key: string, to: string) => {
      for (let steps = 0; (await focused()) !== to; steps++) {
        assert.ok(steps < 60, `${to} cannot be reached; the focus is on ${await focused()}`);
        await page.keyboard.press(key);
      }
    };
    await walk('Tab', 'large/gpt-4o');
    await page.keyboard.press('Enter');
    await walk('Tab', 'planner');
    await page.keyboard.press('Enter');
    await walk('Tab', 'plan gpt-4o callsPerDay range');
    for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight');
    await frame.getByText('Runs dry at').first().waitFor();
    await vscode().screenshot('panel-keyboard');
    await walk('Shift+Tab', 'large/gpt-4o#0');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item[aria-label^="Ln 1, Col 38 (6 selected)"]').waitFor();
  });

  test('whoever asks by keyboard, and then wants nothing, is back where the question came from', async () => {
    const { page, folder } = vscode();
    writeFileSync(path.join(folder, 'many.py'), `ask(model="gpt-4-32k")\n`.repeat(21));
    await vscode().openFile('readme.md');
    await vscode().runCommand('Token Allowance: Show Allowance Panel');
    const frame = await panel();
    await frame.locator('summary', { hasText: 'gpt-4-32k' }).press('Enter');
    for (const name of ['Show 1 more…', 'Replace with gpt-6-luna', 'See how much is used today…']) {
      await frame.getByRole('button', { name }).first().press('Enter');
      await page.locator('.quick-input-widget input:focus').waitFor();
      await page.keyboard.press('Escape');
      const focused = 'document.hasFocus() && document.activeElement.innerText';
      await until(
        `the focus on ${name}`,
        async () => String(await frame.evaluate(focused)).startsWith(name) || undefined,
      );
    }
    await frame.locator('summary', { hasText: 'gpt-4-32k' }).press('Enter');
    rmSync(path.join(folder, 'many.py'));
  });

  test('a tier that cannot be written is no tier: why is said, and the one that holds is shown again', async () => {
    const { page, dataDir } = vscode();
    const tier = (await panel()).getByRole('combobox', { name: 'Usage tier' });
    const settings = path.join(dataDir, 'data/User/settings.json');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, before.replace(/\}\s*$/, ', "broken": '));
    try {
      await tier.selectOption('Tier 3');
      await until('the tier that holds', async () => (await tier.inputValue()) === '1' || undefined);
      await vscode().runCommand('Notifications: Show Notifications');
      await page.locator('.notification-list-item', { hasText: 'Unable to write into user settings' }).waitFor();
      await vscode().runCommand('Notifications: Clear All Notifications');
    } finally {
      writeFileSync(settings, before);
    }
  });

  test('fits and stays accessible at 200 % zoom', async () => {
    const frame = await panel();
    const session = await vscode().page.context().newCDPSession(vscode().page);
    const zoomed = { width: 500, height: 350, deviceScaleFactor: 2, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', zoomed);
    await until('the zoom', async () => (await frame.evaluate('devicePixelRatio')) === 2 || undefined);
    await frame.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
    assert.equal(await frame.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
    await isAccessible(frame);
    // Playwright's own picture would be taken without the zoom.
    const { data } = await session.send('Page.captureScreenshot');
    writeFileSync(path.join(root, 'test-results/panel-zoom.png'), Buffer.from(data, 'base64'));
    await session.send('Emulation.clearDeviceMetricsOverride');
  });

  test('keeps its meaning with forced colours, and stands still where motion is unwanted', async () => {
    const frame = await panel();
    await vscode().page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await isAccessible(frame);
    assert.equal(await frame.evaluate('document.getAnimations().length'), 0);
    await frame.evaluate('scrollTo(0, 0)');
    await vscode().screenshot('panel-forced-colours-workbench');
    await vscode().page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  test('as an editor it can be searched, and has an icon for light tabs and one for dark ones', async () => {
    const { page } = vscode();
    const sidebar = await panel();
    await vscode().runCommand('Token Allowance: Open Panel as Editor');
    const editor = await vscode().webviewFrame(/Large pool/, sidebar);
    await editor.getByText('Large pool', { exact: true }).first().click();
    await page.keyboard.press('ControlOrMeta+F');
    await page.locator('.simple-find-part.visible').waitFor();
    await page.keyboard.press('Escape');
    for (const theme of ['dark', 'light'] as const) {
      await vscode().setTheme(theme);
      await until(`the ${theme} icon`, async () => {
        const icons = await page.evaluate(
          `[...document.querySelectorAll('.tab.active *')].flatMap((each) =>
            ['', '::before'].map((part) => getComputedStyle(each, part).backgroundImage)).join()`,
        );
        return String(icons).includes(`panel-${theme}.svg`) || undefined;
      });
    }
    await vscode().runCommand('View: Close Editor');
  });

  test('as an editor it comes back with the window, as it was', async () => {
    const sidebar = await panel();
    await vscode().runCommand('Token Allowance: Open Panel as Editor');
    const editor = await vscode().webviewFrame(/Large pool/, sidebar);
    await vscode().openView('Explorer');
    await editor.getByRole('heading', { name: 'Usage tiers side by side' }).click();
    await editor.getByText('Worth up to').waitFor();
    await vscode().reload();
    await vscode().page.locator('.tab.active', { hasText: 'Token Allowance' }).waitFor();
    const back = await panel();
    await back.getByText('From the large pool').waitFor();
    await back.getByText('Worth up to').waitFor();
    await vscode().screenshot('panel-editor-reloaded');
  });
});
