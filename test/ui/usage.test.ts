// What is used today, from connecting a key to taking it away, in a real workbench; a server of the test's stands in for OpenAI.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame } from 'playwright-core';
import { isAccessible } from './accessible.js';
import { useWorkbench } from './workbench.js';

suite('the tokens used today', () => {
  const keys: (string | undefined)[] = [];
  let status = 200;
  const openai = createServer(({ headers }, response) => {
    keys.push(headers.authorization);
    const result = (model: string, input_tokens: number, service_tier = 'incentivized-tier') => ({
      model,
      input_tokens,
      output_tokens: 1_000,
      service_tier,
    });
    const results = [
      result('gpt-4o-2024-08-06', 229_000),
      result('gpt-4o-mini-2024-07-18', 99_000),
      result('gpt-4o-2024-08-06', 11_000, 'default'),
    ];
    const isKnown = status === 200 && headers.authorization === 'Bearer sk-admin-right';
    response.writeHead(isKnown ? 200 : status === 200 ? 401 : status);
    const answer = JSON.stringify({ data: [{ start_time: 0, results }], has_more: false, next_page: null });
    // Trouble takes as long as it takes the panel to say that OpenAI is asked.
    setTimeout(() => response.end(answer), status === 200 ? 0 : 1000);
  });
  suiteSetup((done) => {
    openai.listen(0, '127.0.0.1', () => {
      process.env['TOKEN_ALLOWANCE_API'] = `http://127.0.0.1:${(openai.address() as AddressInfo).port}`;
      done();
    });
  });
  suiteTeardown(() => {
    delete process.env['TOKEN_ALLOWANCE_API'];
    openai.close();
  });
  const vscode = useWorkbench({ files: { 'app.py': 'client.responses.create(model="gpt-4o", input="Hello")\n' } });

  const panel = async () => {
    await vscode().openView('Token Allowance');
    return vscode().webviewFrame(/Large pool/);
  };
  const focused = (frame: Frame) => frame.locator('button:focus').innerText();
  const item = () => vscode().page.locator('.statusbar-item[id$="tokenAllowance.usage"]');
  const input = () => vscode().page.locator('.quick-input-widget:visible input');

  test('nobody is asked before somebody connects a key', async () => {
    const frame = await panel();
    await frame.getByText('From the large pool').waitFor();
    assert.match(await frame.locator('main').innerText(), /today's usage is not known here/);
    await isAccessible(frame);
    await vscode().screenshot('usage-off');
    assert.equal(await item().count(), 0);
    assert.deepEqual(keys, []);
  });

  test('a project’s key is not even sent, a wrong one is refused with the remedy', async () => {
    const { page } = vscode();
    const frame = await panel();
    await frame.getByRole('button', { name: 'See how much is used today' }).click();
    await page.getByText('permission to read usage is enough').waitFor();
    await vscode().screenshot('usage-connect');
    await input().fill('sk-proj-abc');
    await page.getByText('project keys cannot read usage').waitFor();
    await input().fill('"sk-admin-wrong"');
    await page.getByText('remove whatever else was pasted').waitFor();
    await vscode().screenshot('usage-key');
    assert.equal(await input().getAttribute('type'), 'password');
    await page.keyboard.press('Enter');
    assert.deepEqual(keys, []);
    await input().fill('sk-admin-wrong');
    await page.keyboard.press('Enter');
    await page.getByText('OpenAI refused the admin key (401)').first().waitFor();
    await vscode().screenshot('usage-refused');
    assert.deepEqual(keys, ['Bearer sk-admin-wrong']);
    await vscode().runCommand('Notifications: Clear All Notifications');
    assert.match(await frame.locator('main').innerText(), /See how much is used today/);
  });

  test('with the right one the panel and the status bar say what is used and left', async () => {
    const { page } = vscode();
    const frame = await panel();
    await frame.getByRole('button', { name: 'See how much is used today' }).click();
    await input().fill(' sk-admin-right ');
    await page.keyboard.press('Enter');
    await frame.getByText('230,000 used · 20,000 left').waitFor();
    assert.match(
      await frame.locator('main').innerText(),
      /100,000 used · 2,400,000 left[^]*Counted as free by OpenAI as of \d\d:\d\d UTC[^]*12,000 more tokens of covered models were not/,
    );
    await isAccessible(frame);
    await item().waitFor();
    assert.match(await item().innerText(), /92% · 4%/);
    assert.match((await item().getAttribute('class')) ?? '', /warning-kind/);
    assert.match((await item().getAttribute('aria-label')) ?? '', /Large pool: 230,000 of 250,000 tokens, 92%\./);
    await item().hover();
    await page.getByText('Small pool: 100,000 of 2,500,000 tokens, 4%.').waitFor();
    await vscode().screenshot('usage-known');
    await vscode().openFile('app.py');
    assert.match(await vscode().hoverAt('gpt-4o', /used today/), /230,000 of them are used today, as of \d\d:\d\d UTC/);
    await vscode().screenshot('usage-hover');
    for (const theme of ['dark', 'high contrast', 'high contrast light'] as const) {
      await vscode().setTheme(theme);
      await isAccessible(await panel());
      await vscode().screenshot(`usage-${theme}`);
    }
    await vscode().setTheme('light');
  });

  test('when OpenAI has trouble, that is said beside what is known', async () => {
    status = 503;
    const frame = await panel();
    await frame.getByRole('button', { name: 'Ask again' }).click();
    await frame.getByText('OpenAI answered with an error (503)').waitFor();
    assert.match(await frame.locator('main').innerText(), /230,000 used/);
    await isAccessible(frame);
    await vscode().screenshot('usage-trouble');
    // A screen reader would say again what is painted anew.
    await frame.evaluate('document.querySelector("[role=alert]").dataset.said = ""');
    await frame.getByRole('button', { name: 'Ask again' }).press('Enter');
    await frame.getByRole('button', { name: 'Asking OpenAI…' }).waitFor();
    await frame.getByRole('button', { name: 'Ask again' }).waitFor();
    assert.equal(await frame.locator('[data-said]').count(), 1);
    assert.equal(await focused(frame), 'Ask again');
    status = 200;
    await frame.getByRole('button', { name: 'Ask again' }).press('Enter');
    await frame.getByText('OpenAI answered with an error').waitFor({ state: 'detached' });
  });

  test('the key can be taken away, and nothing of it stays', async () => {
    const frame = await panel();
    await frame.getByRole('button', { name: 'Disconnect' }).press('Enter');
    await vscode().page.getByText('The admin key was removed from VS Code.').first().waitFor();
    await frame.getByRole('button', { name: 'See how much is used today' }).waitFor();
    assert.match(await focused(frame), /^See how much/);
    await item().waitFor({ state: 'detached' });
  });
});
