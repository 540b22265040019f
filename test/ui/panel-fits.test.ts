// The panel's page in sidebars as narrow as they get, in every language.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/chromium.js';
import { root } from '../../scripts/lib/run.js';
import { panelHtml } from '../../src/sidebar/html';
import type { Snapshot } from '../../src/sidebar/protocol';
import { host, opened, origin, posting } from './panel-alone';
import { full } from './panel-snapshot';

const long = 'services-of-the-customer-support-team';
const [{ rows }] = full.groups as [Snapshot['groups'][number]];
const snapshot: Snapshot = {
  ...full,
  folders: [
    { uri: 'file:///a', name: long, tier: 1, shown: true },
    { uri: 'file:///b', name: 'b', tier: 3, shown: false },
  ],
  tier: { value: 1, decidedBy: 'folder', file: `${long}/.vscode/settings.json` },
  groups: [...full.groups, { group: 'small', rows: [{ ...rows[0]!, model: 'gpt-5.4-mini' }] }],
  usage: {
    connected: true,
    asking: false,
    used: { large: 230_000, small: 1_250_000, basis: 'estimated', billed: 12_000, unplaced: 1, at: 0 },
  },
};

/** What of the page's dates and ids stands in two lines; a fine-tune's has to. */
const broken = `Array.from(document.querySelectorAll('.whole, summary code'))
  .filter(({ textContent }) => !textContent.startsWith('ft:'))
  .filter((each) => each.getBoundingClientRect().height > 25).map((each) => each.textContent)`;

suite('the panel’s page, narrow', () => {
  let browser: Browser;
  suiteSetup(async () => {
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser.close());

  const bundles = readdirSync(path.join(root, 'l10n')).map((file) => /\.l10n\.(.+)\.json$/.exec(file)![1]!);
  for (const locale of ['en', ...bundles])
    test(`${locale}: nothing is cut off, broken within a word or pushed out`, async () => {
      const page = await browser.newPage({ viewport: { width: 180, height: 800 } });
      const file = path.join(root, `l10n/bundle.l10n.${locale}.json`);
      const texts = locale === 'en' ? {} : JSON.parse(readFileSync(file, 'utf8'));
      const html = panelHtml({ ...opened(), given: { ...opened().given, locale, texts } });
      await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.exposeFunction('send', () => {});
      await page.addInitScript(host);
      await page.goto(`${origin}/`);
      await page.locator('main').waitFor();
      await page.waitForFunction('document.querySelector("[data-part=clock] time")');
      await page.evaluate(posting({ type: 'snapshot', snapshot }));
      await page.locator('main:not([aria-busy])').waitFor();
      await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
      await page.screenshot({ path: path.join(root, `test-results/panel-narrow-${locale}.png`), fullPage: true });
      for (const width of [180, 225, 260, 305]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, 'it scrolls sideways');
        assert.deepEqual(await page.evaluate(broken), [], `at ${width}, a date or an id is broken`);
        for (const label of await page.locator('.tier label').all())
          assert.ok((await label.boundingBox())!.height < 30, `${await label.innerText()} is broken within`);
      }
      await page.close();
    });
});
