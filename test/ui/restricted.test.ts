// Nothing here needs trust but what decides about coverage itself: a listing that the folder brings along.
import assert from 'node:assert/strict';
import { isAccessible } from './accessible.js';
import { useWorkbench } from './workbench.js';

suite('Token Allowance in restricted mode', () => {
  const listing = { id: 'theirs', title: 'OpenAI', date: '2026-11-20', pools: { large: [], small: ['gpt-4o'] } };
  const files = {
    'app.py': 'client.responses.create(model="gpt-4o", input="Hello")\n',
    '.vscode/token-allowance.json': JSON.stringify(listing),
  };
  const vscode = useWorkbench({
    files,
    trusted: false,
    settings: {
      'security.workspace.trust.startupPrompt': 'never',
      // A user's own setting may name a file in whatever folder is open.
      'tokenAllowance.listingFile': '.vscode/token-allowance.json',
    },
  });

  test('hovers and the panel are there', async () => {
    await vscode().page.getByText('Restricted Mode').first().waitFor();
    await vscode().openFile('app.py');
    assert.match(await vscode().hoverAt('gpt-4o', /tokens a day/), /large pool/);
    await vscode().openView('Token Allowance');
    const frame = await vscode().webviewFrame(/gpt-4o/);
    assert.match(await frame.locator('main').innerText(), /Restricted mode\.[^]*From the large pool[^]*1 use/);
    await isAccessible(frame);
    await vscode().screenshot('restricted');
    await frame.getByRole('button', { name: 'Manage workspace trust' }).click();
    await vscode().page.locator('.workspace-trust-editor').waitFor();
  });
});
