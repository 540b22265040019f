// The extension in another display language: its manifest, the words of the editor's features, and the panel's page.
import assert from 'node:assert/strict';
import { until } from './wait.js';
import { useWorkbench } from './workbench.js';

suite('in German', () => {
  const listing = '.vscode/token-allowance.json';
  const vscode = useWorkbench({
    files: { 'a.ts': "export const model = 'gpt-4o';\n", [listing]: '{ "id": "My list" }\n' },
    language: 'de',
  });

  test('the hover, the problem and the panel speak German', async () => {
    await vscode().openFile('a.ts');
    assert.match(await vscode().hoverAt('gpt-4o', /Abgedeckt:/), /Abgedeckt: Pool „groß“, 250\.000 Token am Tag/);
    await vscode().screenshot('hover in German');
    await vscode().openView('Token Allowance');
    const panel = await vscode().webviewFrame('Kostenlose tägliche Token');
    await until('what the code uses', async () => /gpt-4o/.test(await panel.locator('body').innerText()) || undefined);
    assert.equal(await panel.locator('html').getAttribute('lang'), 'de');
    await vscode().screenshot('panel in German');
  });

  test('VS Code’s own check of a listing speaks German', async () => {
    await vscode().openFile(listing);
    const message = 'Nur Kleinbuchstaben, Ziffern und Bindestriche.';
    await until(message, async () => (await vscode().problems()).find((problem) => problem.message === message));
  });
});
