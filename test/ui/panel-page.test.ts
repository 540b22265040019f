// The panel's page by itself in a browser: every state and action, quickly and without VS Code.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/chromium.js';
import { root } from '../../scripts/lib/run.js';
import { messages } from '../../src/core/messages';
import { panelHtml } from '../../src/sidebar/html';
import type { Snapshot, ToHost } from '../../src/sidebar/protocol';
import { firstPaint } from '../../src/sidebar/view/first-paint';
import { isAccessible } from './accessible.js';
import { host, opened, origin, posting } from './panel-alone';
import { full, place } from './panel-snapshot';
import { until } from './wait.js';

const golden = path.join(root, 'test/golden/panel.yml');

suite('the panel’s page', () => {
  let browser: Browser;
  let page: Page;
  let sent: ToHost[];
  let complaints: string[];
  let html: string;

  suiteSetup(async () => {
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser.close());

  setup(async () => {
    page = await browser.newPage({ viewport: { width: 220, height: 800 }, timezoneId: 'UTC', locale: 'en-US' });
    sent = [];
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    html = panelHtml(opened());
    await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.exposeFunction('send', (message: ToHost) => void sent.push(message));
    await page.addInitScript(host);
    await page.goto(`${origin}/`);
    await ready();
  });
  teardown(() => page.close());

  /** Waits until the page's script runs, which it does behind the first paint, and asks for a snapshot. */
  const ready = () => until('the page to be ready', async () => sent.some(({ type }) => type === 'ready') || undefined);
  async function reload(): Promise<void> {
    sent = [];
    await page.reload();
    await ready();
  }
  const post = (message: unknown) => page.evaluate(posting(message));
  async function show(changes: Partial<Snapshot> = {}): Promise<void> {
    await post({ type: 'snapshot', snapshot: { ...full, ...changes } });
    await page.locator('main:not([aria-busy])').waitFor();
  }
  const text = () => page.locator('main').innerText();

  async function isFlawless(): Promise<void> {
    await isAccessible(page.mainFrame());
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 220, 'it scrolls sideways');
    assert.deepEqual(complaints, []);
  }

  test('asks for a snapshot, and shows the allowance, the models and the reset', async () => {
    assert.deepEqual(sent, [{ type: 'ready' }]);
    await show({ scan: { state: 'ready', files: 2, refining: true } });
    const shown = await text();
    const allowance = ['250,000 tokens a day', '2,500,000 tokens a day', '2.75M', 'Resets in', '00:00 UTC'];
    for (const words of [...allowance, 'Still finding out where requests go', 'gpt-4o'])
      assert.ok(shown.includes(words), `${words} is missing in:\n${shown}`);
    await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
    await isFlawless();
  });

  const states: [scan: Snapshot['scan'], words: RegExp][] = [
    [{ state: 'no-folder' }, /Open a folder[^]*Open folder/],
    [{ state: 'idle' }, /Scan workspace/],
    [{ state: 'scanning', done: 120, total: 400 }, /120 of 400 files/],
    [{ state: 'scanning', done: 0 }, /Scanning the workspace/],
    [{ state: 'ready', files: 0 }, /No OpenAI model/],
    [{ state: 'error', message: 'The disk is on fire.' }, /The disk is on fire\.\s+Try again/],
  ];
  for (const [scan, words] of states) {
    test(`has a face for ${JSON.stringify(scan)}`, async () => {
      await show({ scan, groups: [], problems: [] });
      assert.match(await text(), words);
      await isFlawless();
    });
  }

  test('a scan can be cancelled, and what it has found so far stays', async () => {
    await show({ scan: { state: 'scanning', done: 1, total: 2 } });
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(sent.splice(1), [{ type: 'cancelScan' }]);
    await show({ scan: { state: 'idle' } });
    assert.match(await text(), /Only part of the workspace has been scanned[^]*gpt-4o/);
  });

  test('restricted mode is said, with the way to trust', async () => {
    await show({ restricted: true });
    assert.match(await text(), /Restricted mode/);
    await page.getByRole('button', { name: 'Manage workspace trust' }).click();
    assert.deepEqual(sent.splice(1), [{ type: 'manageTrust' }]);
    await isFlawless();
  });

  test('what ends soon names the day and the way out without unfolding', async () => {
    await show();
    assert.match(
      await text(),
      /Shutting down soon[^]*gpt-4o[^]*until 2027-01-14[^]*Replace with gpt-5\.5 \(large pool\)/,
    );
  });

  test('the way out is a link that begins to replace the model everywhere; where a call goes is none', async () => {
    const [row] = full.groups[0]!.rows;
    const rows = [{ ...row!, advice: 'goes to Azure, not covered' }];
    await show({ groups: [...full.groups, { group: 'elsewhere', rows }] });
    await page.getByRole('button', { name: 'Replace with gpt-5.5 (large pool)' }).press('Enter');
    assert.deepEqual(sent.splice(1), [{ type: 'replace', model: 'gpt-4o', byKey: true }]);
    assert.equal(await page.getByText('goes to Azure').evaluate(({ tagName }) => tagName), 'P');
    await isFlawless();
  });

  test('the checklist is ticked by its words, and counts', async () => {
    await show();
    await page.getByText('1 of 2 ticked').click();
    await page.getByRole('checkbox', { name: 'Evals' }).check();
    await page.getByRole('checkbox', { name: 'Sharing is on.' }).uncheck();
    assert.deepEqual(sent.splice(1), [
      { type: 'tick', text: 'Evals', ticked: true },
      { type: 'tick', text: 'Sharing is on.', ticked: false },
    ]);
  });

  test('sources say their age, and warn mildly when even the newest is old', async () => {
    await show();
    assert.doesNotMatch(await text(), /may have changed/);
    await page.getByRole('heading', { name: 'Sources' }).click();
    assert.match(await text(), /as of 2026-09-28, 55 days ago/);
    await show({ outdated: true, sources: [{ ...full.sources[0]!, ageDays: 61 }] });
    assert.match(await text(), /newest list is from 2026-09-28, 61 days ago/);
    await isFlawless();
  });

  test('the planner says whether the day fits, keeps what is set, and copies it', async () => {
    const groups = structuredClone(full.groups);
    groups.splice(1, 0, { group: 'small', rows: [{ ...groups[0]!.rows[0]!, model: 'gpt-5.4-mini', uses: 1 }] });
    await show({ groups });
    await page.getByRole('heading', { name: 'Plan a day' }).click();
    const planner = page.locator('section[aria-label="Planner"]');
    const words = () => planner.innerText();
    assert.match(await words(), /Large pool Fits: 50 calls, 100,000 tokens\. About 125 calls a day/);
    const [calls] = await planner.getByRole('slider', { name: 'Calls a day' }).all();
    for (let times = 0; times < 3; times++) await calls!.press('ArrowRight');
    assert.equal(await calls!.getAttribute('aria-valuetext'), '500');
    assert.match(await words(), /Runs dry at 06:01 UTC.*: 125 of 500 calls free, 375 calls with 750,000 tokens billed/);
    const exact = planner.getByRole('spinbutton', { name: 'Tokens per call' }).first();
    for (const typed of ['501', '', '0', '1.5', '99999999', '501']) {
      await exact.fill(typed);
      await exact.press('Enter');
      assert.equal(await exact.evaluate((field) => field.matches(':invalid')), typed !== '501', typed);
      assert.match(await words(), /499 of 500 calls free, 1 call with 501 tokens billed/);
    }
    await planner.getByRole('button', { name: 'Copy as Markdown' }).click();
    const copied = sent.find((message) => message.type === 'copy');
    assert.match(copied!.text, /\| `gpt-4o` \| large \| 501 \| 500 \| 250,500 \|/);
    assert.match(copied!.text, /\*\*Small pool\*\* \(2,500,000 tokens\): Fits: 50 calls/);
    await page.getByRole('img', { name: 'The day in both pools' }).waitFor();
    await isFlawless();
    await reload();
    await show({ groups });
    assert.equal(await exact.inputValue(), '501');
  });

  test('the usage tiers stand side by side', async () => {
    await show();
    await page.getByRole('heading', { name: 'Usage tiers side by side' }).click();
    const rows = await page.getByRole('row').allInnerTexts();
    assert.deepEqual(
      rows.map((row) => row.trim().split(/\s*[\t\n]\s*/)),
      [
        ['Tiers 1–2 yours', 'Tiers 3–5', 'Gain'],
        ['Large pool', '250K', '1M', '+750K'],
        ['Small pool', '2.5M', '10M', '+7.5M'],
        ['Together', '2.75M', '11M', '+8.25M'],
        ['Worth up to', '$50', '$2,000', '+$1,950'],
      ],
    );
  });

  test('what assistive technology meets is what it was; UPDATE_GOLDEN=1 accepts a new design', async () => {
    await page.clock.setFixedTime('2026-11-22T09:30:00Z');
    await reload();
    await show({ restricted: true, outdated: true });
    await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
    const tree = `${await page.locator('main').ariaSnapshot()}\n`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, tree);
    assert.equal(tree, readFileSync(golden, 'utf8'));
  });

  test('counts down to midnight, UTC, and asks then what the new day brings', async () => {
    await page.clock.install({ time: '2026-11-22T23:58:30Z' });
    await reload();
    await show();
    assert.match(await text(), /Resets in 2 min/);
    sent = [];
    await page.clock.runFor(60_000);
    assert.match(await text(), /Resets in 1 min/);
    assert.deepEqual(sent, []);
    await page.clock.runFor(40_000);
    assert.deepEqual(sent, [{ type: 'ready' }]);
    assert.match(await text(), /Resets in 24 h/);
  });

  test('with forced colours and reduced motion everything is still there, and nothing moves', async () => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await show();
    await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
    await isFlawless();
    assert.equal(await page.evaluate('document.getAnimations().length'), 0);
    await page.screenshot({ path: path.join(root, 'test-results/panel-forced-colours.png'), fullPage: true });
  });

  test('a wrong setting leads to itself, and a listing that cannot be read to no setting', async () => {
    await show({ problems: ['The listing a.json was not read.', '"3" kann tokenAllowance.usageTier nicht sein.'] });
    await page.getByRole('button', { name: 'Open settings' }).click(); // there is but one
    assert.deepEqual(sent.at(-1), { type: 'openSettings', query: 'tokenAllowance.usageTier' });
  });

  test('the tier that is assumed can be confirmed, and the focus stays there', async () => {
    await show();
    await page.getByRole('button', { name: 'Confirm tier 1' }).press('Enter');
    assert.deepEqual(sent.splice(1), [{ type: 'setTier', tier: 1 }]);
    await show({ tier: { value: 1, decidedBy: 'user' } });
    assert.equal(await page.locator('button:focus').innerText(), 'Set in your user settings');
  });

  test('the keyboard alone chooses the tier, unfolds a model and opens its places', async () => {
    await show({ problems: [] });
    await page.getByRole('combobox', { name: 'Usage tier' }).selectOption('Tier 3');
    assert.deepEqual(sent.splice(1), [{ type: 'setTier', tier: 3 }]);

    await page.getByRole('combobox').focus();
    for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
    const { uri, line, column } = place;
    assert.deepEqual(sent.splice(1), [
      { type: 'open', uri, line, column },
      { type: 'open', uri, line, column, cell: 3 },
    ]);
    await page.getByRole('button', { name: 'Show 1 more…' }).press('Enter');
    await page.getByRole('button', { name: 'Show 1 more…' }).click();
    const asked = { type: 'showPlaces', group: 'large', model: 'gpt-4o' };
    assert.deepEqual(sent.splice(1), [{ ...asked, byKey: true }, asked]);
  });

  test('speaks the language that it is handed, with its numbers and its grammar', async () => {
    const german: Record<string, string> = {
      [messages.panelInAll]: 'Zusammen {0} Tokens am Tag.',
      [messages.panelModel]: '{0} Modell',
      [messages.panelUses]: '{0} Verwendungen',
      [messages.panelGroupCount]: '{1} aus {0}.',
      [messages.panelStandsFor]: 'Bei {0} ist gemeint: dies.',
    };
    html = panelHtml({ ...opened(), given: { ...opened().given, locale: 'de', texts: german } });
    await reload();
    await show();
    await page.locator('summary').first().click();
    const shown = await text();
    for (const words of ['250.000', 'Zusammen 2,75\u00a0Mio. Tokens am Tag.', '2 Verwendungen aus 1 Modell.'])
      assert.ok(shown.includes(words), `${words} is missing in:\n${shown}`);
    assert.match(shown, /Bei gpt-4o-2024-08-06 ist gemeint: dies\./);
    assert.equal(await page.getAttribute('html', 'lang'), 'de');
  });

  test('text from files is never read as markup', async () => {
    await show();
    await page.getByText('ft:gpt-4o-mini').click();
    assert.match(await text(), /<img src=x onerror=/);
    assert.match(await text(), /<b>bold\.ts/);
    assert.notEqual(await page.title(), 'broken in');
  });

  test('a new snapshot keeps what is unfolded and focused', async () => {
    await show();
    await page.locator('summary').first().press('Enter');
    const groups = structuredClone(full.groups);
    groups[0]!.rows[0]!.uses = 3;
    await show({ groups });
    assert.match(await text(), /3 uses/);
    assert.match((await page.locator('summary:focus').innerText()) ?? '', /gpt-4o/);
    assert.equal(await page.locator('details[open]').count(), 1);
  });

  test('shown again it stands as it was, before any message comes', async () => {
    await show();
    // A fold's `toggle` comes a moment behind the click, and only then is there something to keep.
    const toggled = page.evaluate(
      `new Promise((resolve) => document.addEventListener('toggle', () => resolve(true), { capture: true, once: true }))`,
    );
    await page.locator('summary').first().click();
    await toggled;
    // What the host leaves for the next time when the page is hidden.
    html = panelHtml({ ...opened(), body: firstPaint(full), given: { ...opened().given, known: full } });
    await reload();
    assert.match(await text(), /completions\.ts:12/);
    assert.equal(await page.locator('details[open]').count(), 1);
    assert.equal(await page.locator('main').getAttribute('aria-busy'), 'true');
  });

  test('before its script has run, it is painted as it stands afterwards', async () => {
    const known = { ...full, problems: [], restricted: true };
    html = panelHtml({ ...opened(), body: firstPaint(known, new Date()) });
    const asText = await browser.newPage({
      viewport: page.viewportSize()!,
      javaScriptEnabled: false,
      timezoneId: 'UTC',
    });
    await asText.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await asText.goto(`${origin}/`);
    const seen = ['.notice', '#tier', '.pool.large', '.pool.small', '.reset', '.group.large', '.rows summary'];
    const places = async (on: Page) => Promise.all(seen.map((what) => on.locator(what).first().boundingBox()));
    assert.equal(await asText.locator('main').getAttribute('aria-busy'), 'true');
    const before = await places(asText);
    await asText.screenshot({ path: path.join(root, 'test-results/panel-first-paint.png') });
    await asText.close();
    await show(known);
    assert.deepEqual(await places(page), before);
  });

  test('the control that has the focus while the script takes over keeps it', async () => {
    await page.getByRole('combobox', { name: 'Usage tier' }).focus();
    await show({ tier: { value: 3, decidedBy: 'user' } });
    assert.equal(await page.locator('select:focus').inputValue(), '3');
  });

  test('a malformed message is refused with a line in the log, and changes nothing', async () => {
    await show();
    const before = await text();
    const warning = page.waitForEvent('console');
    await post({ type: 'snapshot', snapshot: { ...full, tier: { value: 9 } } });
    assert.match((await warning).text(), /malformed message was refused/);
    assert.equal(await text(), before);
  });
});
