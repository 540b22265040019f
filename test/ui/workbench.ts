// Drives a real VS Code workbench in headless Chromium, as a user would: mouse, keyboard, and reading the screen.
//
//   suite('hover', () => {
//     const vscode = useWorkbench({ files: { 'a.ts': "const model = 'gpt-4o';\n" }, settings: { 'tokenAllowance.usageTier': 3 } });
//     test('says the pool', async () => {
//       await vscode().openFile('a.ts');
//       assert.match(await vscode().hoverAt('gpt-4o', /pool/), /1,000,000/);
//       await vscode().screenshot('hover');
//     });
//   });
//
// - `useWorkbench` starts one server and one page for the suite (2–5 s) on a temporary folder, a copy of `examples/` if `files` says nothing
//   else; it takes a screenshot of every failed test, and cleans up.
// - The extension is the one in this project's `dist/` (build first), or a packaged one: `vsix`.
// - Everything waits for what it needs; a test needs no sleeps. What is not offered here, `page` can do.
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { launchBrowser } from '../../scripts/lib/chromium.js';
import { root } from '../../scripts/lib/run.js';
import { oldest, wantedVersion } from '../../scripts/lib/vscode-install.js';
import { startServer, type Server } from '../../scripts/lib/vscode-web.js';
import { hoverText } from './hover.js';
import { takeRow } from './list.js';
import { readProblems, type Problem } from './problems.js';
import { until } from './wait.js';

/** Each kind of theme: the class the workbench shows it by, and the name of VS Code's default of that kind. */
const themes = {
  light: { class: 'vs', name: 'Light Modern' },
  dark: { class: 'vs-dark', name: 'Dark Modern' },
  'high contrast': { class: 'hc-black', name: 'Default High Contrast' },
  'high contrast light': { class: 'hc-light', name: 'Default High Contrast Light' },
};
export type Theme = keyof typeof themes;

/** Older VS Codes call all of them "Default …"; newer ones rewrite the settings file to drop it, so it must be right. */
function themeName(theme: Theme, version: string): string {
  const { name } = themes[theme];
  return version === oldest ? `Default ${name.replace('Default ', '')}` : name;
}

export interface WorkbenchOptions {
  /** What the folder holds, path → text; default a copy of `examples/`. */
  files?: Record<string, string>;
  /** A workspace file among `files`, to be opened instead of the folder. */
  workspace?: string;
  /** User settings. */
  settings?: Record<string, unknown>;
  /** The folder of the extension under development; default this project. */
  extension?: string;
  /** The extension runs in the browser's own extension host, as on vscode.dev. */
  inBrowser?: boolean;
  /** A packaged extension to install instead of the one under development. */
  vsix?: string;
  /** Packaged extensions to install beside it. */
  install?: readonly string[];
  /** False: VS Code asks whether the folder is trusted, and starts restricted. */
  trusted?: boolean;
  viewport?: { width: number; height: number };
  /** Pixels of the screen per CSS pixel; default 1. */
  scale?: number;
  /** The display language that extensions are told; VS Code's own texts stay English, since no language pack is installed. */
  language?: string;
}

/** Gives the extension host the tests' day. */
const clock = path.join(root, 'test/clock');

/** The id of the extension whose webviews `webviewFrame` looks for. */
const extensionId = 'token-allowance.token-allowance';

/** A running VS Code with one window. */
export class Workbench {
  private currentFile: string | undefined;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    /** The page that shows the workbench. */
    readonly page: Page,
    /** The opened folder: a temporary copy, free to be changed. */
    readonly folder: string,
  ) {}

  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const folder = mkdtempSync(path.join(tmpdir(), 'token-allowance-folder-'));
    if (!options.files) cpSync(path.join(root, 'examples'), folder, { recursive: true });
    for (const [name, text] of Object.entries(options.files ?? {})) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const settings = {
      'workbench.colorTheme': themeName('light', wantedVersion()),
      'workbench.editor.useModal': 'off', // every editor is a tab, as in older versions
      ...(options.inBrowser && {
        'remote.extensionKind': { [extensionId]: ['web'], 'token-allowance-tests.clock': ['web'] },
      }),
      ...options.settings,
    };
    const install = [...(options.install ?? []), ...(options.vsix ? [options.vsix] : [])];
    const server = await startServer({ settings, install, unpacked: [clock], trusted: options.trusted ?? true });
    const browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
    });
    page.setDefaultTimeout(90_000);
    // What a language pack would set.
    if (options.language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${options.language}'`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const workbench = new Workbench(server, browser, page, folder);
    try {
      const workspace = options.workspace && path.join(folder, options.workspace);
      await page.goto(
        server.url({
          folder,
          ...(workspace ? { workspace } : {}),
          ...(options.vsix ? {} : { extension: options.extension ?? root }),
        }),
      );
      await workbench.restored();
      return workbench;
    } catch (error) {
      await workbench.screenshot('start-failed');
      await workbench.stop();
      throw error;
    }
  }

  /** VS Code's own folder: `data/User` has the user's settings, `extensions` the installed extensions. */
  get dataDir(): string {
    return this.server.dataDir;
  }

  /** Reloads the window as a user does, and waits until its parts are back. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.restored();
  }

  private async restored(): Promise<void> {
    await this.page.waitForFunction('window.driver', undefined, { timeout: 180_000 });
    await this.page.evaluate('window.driver.whenWorkbenchRestored()');
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Opens a file of the folder in an editor. @param file path from the folder, `/` between its parts */
  async openFile(file: string): Promise<void> {
    await this.pick('ControlOrMeta+P', file, path.posix.basename(file));
    await this.page.locator(`.tab.active[data-resource-name="${path.posix.basename(file)}"]`).waitFor();
    this.currentFile = path.join(this.folder, file);
  }

  /** Puts the cursor of the active editor. @param line 1-based @param column 1-based, UTF-16 */
  async goto(line: number, column = 1): Promise<void> {
    const input = await this.quickInput('Control+G');
    await input.fill(`:${line}:${column}`);
    const status = this.page.locator(`.statusbar-item[aria-label^="Ln ${line}, Col ${column}"]`);
    // Enter does nothing before the workbench has read what was filled in.
    await until(`the cursor at ${line}:${column}`, async () => {
      if (await input.isVisible()) await this.page.keyboard.press('Enter');
      // Keys go to the editor again only once the input is gone, even where the cursor did not have to move.
      await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 2000 });
      await status.waitFor({ timeout: 2000 });
      return status;
    });
  }

  /**
   * Rests the mouse on the middle of a text in the file last opened.
   * @param text looked up in the file as it is on disk
   * @param expected waits until the hover says this; without it, until it stands still
   * @param occurrence which of several, from 1
   * @returns the hover's text, all parts of it
   */
  async hoverAt(text: string, expected?: RegExp, occurrence = 1): Promise<string> {
    const content = readFileSync(this.currentFile ?? '', 'utf8');
    let at = -1;
    for (let n = 0; n < occurrence; n++) at = content.indexOf(text, at + 1);
    if (at < 0) throw new Error(`${this.currentFile} has no ${text}`);
    const before = content.slice(0, at + Math.floor(text.length / 2)).split(/\r?\n/);
    await this.goto(before.length, (before.at(-1)?.length ?? 0) + 1);
    return hoverText(this.page, expected);
  }

  /** What the Problems panel lists, in its order. Waits for nothing: combine with `until`. */
  async problems(): Promise<Problem[]> {
    await this.runCommand('Problems: Focus on Problems View');
    return readProblems(this.page);
  }

  /** Runs a command of the palette. @param title as the palette shows it, with its category */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title);
  }

  /** Shows a view container of the activity bar. @param title its name @returns the side bar */
  async openView(title: string): Promise<Locator> {
    const item = this.page.locator('.activitybar .action-item', {
      has: this.page.locator(`a[aria-label^="${title}"]`),
    });
    await item.waitFor();
    if (!(await item.getAttribute('class'))?.includes('checked')) await item.click();
    const sidebar = this.page.locator('.part.sidebar');
    await sidebar.locator('.composite.title', { hasText: new RegExp(title, 'i') }).waitFor();
    return sidebar;
  }

  /**
   * The document inside a webview of the extension, once it shows something and can be used.
   * @param containing tells one webview from another
   * @param not another one that contains the same
   * @param extension the id of the extension it belongs to
   */
  async webviewFrame(containing: string | RegExp = /\S/, not?: Frame, extension = extensionId): Promise<Frame> {
    return until(`a webview of ${extension} with ${containing}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame === not) continue;
        if (!frame.parentFrame()?.url().includes(`extensionId=${extension}`)) continue;
        // Ours begins as a text that shows something and does nothing yet.
        if (await frame.locator('main[aria-busy="true"]').count()) continue;
        const text = await frame.locator('body').innerText();
        if (typeof containing === 'string' ? text.includes(containing) : containing.test(text)) return frame;
      }
      return undefined;
    });
  }

  /** Changes user settings while VS Code runs, by way of its own editor. The editor shown before is shown again. */
  async configure(settings: Record<string, unknown>): Promise<void> {
    const file = path.join(this.dataDir, 'data/User/settings.json');
    const before = readFileSync(file, 'utf8');
    const text = JSON.stringify({ ...JSON.parse(before), ...settings }, undefined, 2);
    if (text === before) return;
    await this.runCommand('Preferences: Open User Settings (JSON)');
    const tab = this.page.locator('.tab.active', { hasText: 'settings.json' });
    await tab.waitFor();
    await this.page.locator('.monaco-editor.focused').waitFor();
    await this.page.keyboard.press('ControlOrMeta+A');
    // Pasted, since typing makes the editor close quotes and brackets by itself.
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.page.keyboard.press('ControlOrMeta+V');
    await until('the settings to be saved', async () => {
      await this.page.keyboard.press('ControlOrMeta+S');
      return readFileSync(file, 'utf8') === text || undefined;
    });
    // The editor hears of it a moment after the disk, and asks what to do with changes if it is closed before.
    await this.page.locator('.tab.active:not(.dirty)', { hasText: 'settings.json' }).waitFor();
    await this.runCommand('View: Close Editor');
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.configure({ 'workbench.colorTheme': themeName(theme, this.server.version) });
    await this.page.locator(`.monaco-workbench.${themes[theme].class}`).waitFor();
  }

  /** Leaves a picture of the whole window in `test-results/`. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(root, 'test-results', `${name.replace(/[^\w-]+/g, '-')}.png`) });
  }

  /** Opens a quick input by its key and takes the row with exactly this label. */
  private async pick(key: string, text: string, label: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', {
      has: this.page.locator('.quick-input-list-label .label-name').getByText(label, { exact: true }),
    });
    await until(`${label} to be picked`, async () => {
      const input = await this.quickInput(key);
      // What takes the focus a moment later, as the walkthrough does, closes the input again.
      await input.fill(text, { timeout: 3000 });
      await takeRow(row.first());
      return true;
    });
  }

  /** A key pressed while the workbench is busy can get lost: hence the repetition. */
  private async quickInput(key: string): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    return until(`the quick input of ${key}`, async () => {
      await this.page.keyboard.press(key);
      await input.waitFor({ timeout: 2000 });
      return input;
    });
  }
}

/**
 * Gives a suite its own workbench, from its first test to its last.
 * @returns the workbench; call it inside tests only
 */
export function useWorkbench(options?: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  const get = (): Workbench => {
    if (!workbench) throw new Error('The workbench has not started yet.');
    return workbench;
  };
  suiteSetup(async () => {
    workbench = await Workbench.start(options);
  });
  teardown(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  suiteTeardown(() => workbench?.stop());
  return get;
}
