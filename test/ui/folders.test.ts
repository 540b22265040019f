// A workspace of two folders that belong to organizations of different usage tiers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { isAccessible } from './accessible.js';
import { takeRow } from './list.js';
import { until } from './wait.js';
import { useWorkbench } from './workbench.js';

const files = {
  'backend/ask.py': 'client.responses.create(model="gpt-4o", input="Hello")\n',
  'frontend/ask.ts': "client.responses.create({ model: 'gpt-5', input: 'Hello' });\n",
  // Pieces with a comment between them are left as they are where a model is replaced.
  'backend/old.py': 'ask(model=("gpt-"  # of old\n  "4-0314"))\n',
  'frontend/old.py': 'ask(model=("gpt-"  # of old\n  "4-0314"))\n',
  'frontend/.vscode/settings.json':
    '{ "tokenAllowance.usageTier": 3, "tokenAllowance.severity.shutting-down": "off", "tokenAllowance.listingFile": "/a.json" }\n',
  'team.code-workspace': JSON.stringify({
    folders: [{ path: 'backend' }, { path: 'frontend' }],
    settings: {
      'tokenAllowance.usageTier': 2,
      'tokenAllowance.shutdownHorizonDays': 730,
      'tokenAllowance.ignoreModels': 1,
    },
  }),
};

suite('a workspace of several folders', () => {
  const vscode = useWorkbench({ files, workspace: 'team.code-workspace' });
  const frontend = (): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(vscode().folder, 'frontend/.vscode/settings.json'), 'utf8'));
  const panel = async () => {
    await vscode().openView('Token Allowance');
    return vscode().webviewFrame(/Large pool/);
  };

  test('each file is answered by its folder’s tier, in the hover and in the language status', async () => {
    for (const [file, model, tokens, tier] of [
      ['backend/ask.py', 'gpt-4o', /250,000 tokens a day/, 'Tier 2'],
      ['frontend/ask.ts', 'gpt-5', /1,000,000 tokens a day/, 'Tier 3'],
    ] as const) {
      await vscode().openFile(file);
      await vscode().hoverAt(model, tokens);
      const status = vscode().page.locator('.hover-language-status', { hasText: 'OpenAI: ' });
      await until('the language status', async () => {
        await vscode().page.locator('.statusbar-item[id="status.languageStatus"]').hover();
        return (await status.innerText({ timeout: 3000 })).includes(tier) || undefined;
      });
      await vscode().page.mouse.move(0, 0);
    }
    // The folder's own severity keeps its file out of the Problems panel.
    const own = (await vscode().problems()).filter(({ source }) => source === 'Token Allowance');
    assert.deepEqual([...new Set(own.map(({ file }) => file))], ['ask.py']);
  });

  test('the panel lets one choose among folders, and names the file that decides', async () => {
    const frame = await panel();
    const folder = frame.getByRole('combobox', { name: 'Folder' });
    assert.deepEqual(await folder.locator('option').allInnerTexts(), ['backend: tier 2', 'frontend: tier 3']);
    await frame.getByText('2.75M tokens a day in all').waitFor();
    await frame.getByRole('button', { name: 'Set in team.code-workspace' }).waitFor();
    await folder.selectOption('frontend: tier 3');
    await frame.getByText('11M tokens a day in all').waitFor();
    await isAccessible(frame);
    await vscode().screenshot('panel-folders');
    await frame.getByRole('button', { name: 'Set in frontend/.vscode/settings.json' }).click();
    await vscode().page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
    await vscode().page.locator('.statusbar-item[aria-label^="Ln 1, Col 3"]').waitFor();
    await vscode().runCommand('View: Close Editor');
  });

  test('what is wrong in the settings of one folder alone is told with its name', async () => {
    const said = await (await panel()).getByRole('alert').locator('p').allInnerTexts();
    assert.deepEqual(
      said.map((text) => text.split(' is ')[0]),
      ['tokenAllowance.ignoreModels', 'frontend: tokenAllowance.listingFile'],
    );
  });

  test('a tier that is changed there goes to that folder’s file, and is answered at once', async () => {
    const frame = await panel();
    await frame.getByRole('combobox', { name: 'Usage tier' }).selectOption('Tier 1');
    await frame.getByText('2.75M tokens a day in all').waitFor();
    await until('the file', async () => frontend()['tokenAllowance.usageTier'] === 1 || undefined);
    await frame.getByRole('combobox', { name: 'Folder' }).getByText('frontend: tier 1').waitFor({ state: 'attached' });
    await vscode().openFile('frontend/ask.ts');
    await vscode().hoverAt('gpt-5', /250,000 tokens a day/);
  });

  test('the workspace’s tier opens where it is set', async () => {
    const frame = await panel();
    await frame.getByRole('combobox', { name: 'Folder' }).selectOption('backend: tier 2');
    await frame.getByRole('button', { name: 'Set in team.code-workspace' }).click();
    await vscode().page.locator('.settings-editor .setting-item-label', { hasText: 'Usage Tier' }).waitFor();
    await vscode().screenshot('settings-tier');
  });

  test('files of one name are told apart where a model stays in them', async () => {
    await panel();
    await vscode().runCommand('Token Allowance: Replace Model Everywhere…');
    const input = vscode().page.locator('.quick-input-widget:visible');
    await takeRow(input.locator('.monaco-list-row', { hasText: 'gpt-4-0314' }).first());
    await input.locator('.quick-input-title', { hasText: 'Replace gpt-4-0314 everywhere with' }).waitFor();
    await takeRow(input.locator('.monaco-list-row', { hasText: 'gpt-5.5' }).first());
    await vscode().page.locator('.statusbar-item[id="status.notifications"]').click();
    const told = vscode().page.locator('.notifications-center .notification-list-item', {
      hasText: 'was not replaced',
    });
    assert.match(await told.innerText({ timeout: 20_000 }), / in backend\/old\.py, frontend\/old\.py:/);
  });
});

suite('folders that differ only in listings of their own', () => {
  const own = { id: 'mine', title: 'Ours alone', date: '2026-11-01', pools: { large: ['next-model'], small: [] } };
  const vscode = useWorkbench({
    files: {
      'backend/ask.py': 'client.responses.create(model="gpt-4o", input="Hello")\n',
      'frontend/.vscode/token-allowance.json': JSON.stringify(own),
      'team.code-workspace': JSON.stringify({ folders: [{ path: 'backend' }, { path: 'frontend' }] }),
    },
    workspace: 'team.code-workspace',
  });

  test('the panel lets one choose among them, and names the sources of the one that is shown', async () => {
    await vscode().openView('Token Allowance');
    // What is found pushes down what is below, from under the mouse.
    const frame = await vscode().webviewFrame(/gpt-4o/);
    const folder = frame.getByRole('combobox', { name: 'Folder' });
    await folder.waitFor();
    await frame.getByRole('heading', { name: 'Sources' }).click();
    const sources = frame.getByRole('region', { name: 'Sources' }).getByRole('listitem');
    assert.ok(!(await sources.allInnerTexts()).some((text) => text.includes('Ours alone')));
    await folder.selectOption('frontend: tier 1');
    await sources.filter({ hasText: 'Ours alone' }).waitFor();
    await folder.selectOption('backend: tier 1');
    await sources.filter({ hasText: 'Ours alone' }).waitFor({ state: 'detached' });
  });
});
