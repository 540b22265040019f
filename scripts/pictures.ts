// Takes the pictures of README (docs/pictures) and of the walkthrough (media/walkthrough) from the built extension in a real workbench,
// light and dark. Run: npm run pictures
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { Workbench, type Theme } from '../test/ui/workbench';
import { root } from './lib/run';

/** The window's size in CSS pixels: for a step of the walkthrough, and for the full width of README. */
const sizes = { step: { width: 700, height: 600 }, page: { width: 1280, height: 760 } };

/** README's pictures are fetched from the web; the walkthrough's ship with the extension, so they are coarser and show only what they must. */
const fine = { scale: 1, quality: 85 };
const small = { scale: 0.65, quality: 50 };

/** Parts of a step's window, in CSS pixels. */
const parts = {
  sideBar: { x: 0, y: 0, width: 352, height: 560 },
  top: { x: 0, y: 0, width: 700, height: 400 },
};

/** Hides what differs between machines, and what tells nothing. */
const settings = {
  'tokenAllowance.usageTier': 3,
  'window.commandCenter': false,
  'window.title': 'Token Allowance',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.stickyScroll.enabled': false,
  'editor.fontSize': 13,
  'editor.hover.delay': 0,
};

async function main(): Promise<void> {
  for (const folder of ['docs/pictures', 'media/walkthrough']) mkdirSync(path.join(root, folder), { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    const vscode = await Workbench.start({ settings, viewport: sizes.page, scale: 2 });
    try {
      await vscode.setTheme(theme);
      await takeAll(vscode, theme);
    } finally {
      await vscode.stop();
    }
  }
}

async function takeAll(vscode: Workbench, theme: Theme): Promise<void> {
  const { page } = vscode;
  const step = (name: string, part: keyof typeof parts) =>
    take(vscode, `media/walkthrough/${name}-${theme}.webp`, { ...parts[part], ...small });
  const readme = (name: string) =>
    take(vscode, `docs/pictures/${name}-${theme}.webp`, { x: 0, y: 0, ...sizes.page, ...fine });

  await vscode.openFile('python/summarize.py');
  await vscode.openView('Token Allowance');
  const panel = await vscode.webviewFrame(/Sent elsewhere/);
  await panel.locator('progress').waitFor({ state: 'detached' });
  // The second pass finds what a client in a variable sends elsewhere a moment later.
  await panel.getByText('1 model, 3 uses').waitFor();
  await vscode.hoverAt('"o1"', /Listed by[^]*Quick Fix/);
  await readme('readme');

  await page.setViewportSize(sizes.step);
  await restMouse(vscode);
  await step('panel', 'sideBar');
  await unfold(panel, 'checklist');
  await step('sharing', 'sideBar');
  await fold(panel, 'checklist');
  await unfold(panel, 'tiers');
  await step('offer', 'sideBar');

  await vscode.runCommand('View: Toggle Primary Side Bar Visibility');
  await vscode.hoverAt('"o1"', /Listed by[^]*Quick Fix/);
  await step('hover', 'top');
  await restMouse(vscode);
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible input[type="text"]').fill('>Token Allowance: Choose Usage Tier');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list').getByText('Tier 5').waitFor();
  await step('tier', 'top');
  await page.keyboard.press('Escape');

  await page.setViewportSize(sizes.page);
  await vscode.runCommand('Token Allowance: Open Panel as Editor');
  const editor = await vscode.webviewFrame(/Sent elsewhere/, panel);
  await unfold(editor, 'planner');
  const [largeCalls, , smallCalls] = await editor.getByRole('slider', { name: 'Calls a day' }).all();
  for (let times = 0; times < 5; times++) await largeCalls!.press('ArrowRight');
  for (let times = 0; times < 3; times++) await smallCalls!.press('ArrowRight');
  await scrollTo(editor, 'planner');
  await readme('planner');
}

/** Unfolds a part of the panel and brings it to the top. */
async function unfold(frame: Frame, part: string): Promise<void> {
  await frame.locator(`[data-fold="${part}"] > summary`).click();
  await scrollTo(frame, part);
}

async function fold(frame: Frame, part: string): Promise<void> {
  await frame.locator(`[data-fold="${part}"] > summary`).click();
}

async function scrollTo(frame: Frame, part: string): Promise<void> {
  await frame.evaluate(`document.querySelector('[data-fold="${part}"]').scrollIntoView()`);
  // Whatever had the focus last does not belong in the picture.
  await frame.evaluate('document.activeElement?.blur()');
}

/** Moves the mouse away from everything, and waits until the hover is gone. */
async function restMouse({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
}

/** The part of the window that a picture shows, in CSS pixels, and its quality. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Percent. */
  readonly quality: number;
}

/** Takes a picture of the window; as WebP, a third of the size of PNG. */
async function take({ page }: Workbench, file: string, { quality, ...clip }: View): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip });
  await session.detach();
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(path.join(root, file), bytes);
  console.log(`${file} (${Math.round(bytes.length / 1000)} kB)`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
