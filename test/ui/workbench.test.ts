import assert from 'node:assert/strict';
import { allRows } from './list.js';
import { until } from './wait.js';
import { useWorkbench, type Theme } from './workbench.js';

suite('the workbench with the extension', () => {
  const vscode = useWorkbench();

  test('opens the sample workspace as an extension development host', async () => {
    await until('the window title', async () =>
      (await vscode().page.title()).includes('[Extension Development Host]') ? true : undefined,
    );
    await vscode().openFile('typescript/assistant.ts');
    await vscode().screenshot('workbench');
  });

  test('runs the extension', async () => {
    await vscode().openFile('typescript/assistant.ts');
    await vscode().runCommand('Developer: Show Running Extensions');
    const list = vscode().page.locator('.runtime-extensions-editor .monaco-list');
    const own = await until('the extension among those that run', async () => {
      const rows = await allRows(list, { activation: '.activation-time' });
      return rows.find((row) => row.label === 'token-allowance');
    });
    assert.match(own.activation, /Activation: \d+ms/);
    await vscode().page.keyboard.press('Escape');
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as Theme[]) {
    test(`takes the ${theme} theme while it runs`, () => vscode().setTheme(theme));
  }
});

suite('the driver', () => {
  const files = {
    'broken.json': `{\n${'  "a" 1,\n'.repeat(60)}  "b": 2\n}\n`,
    'hover.ts': 'const one = 1;\nexport function twice(value: number) {\n  return value * 2;\n}\ntwice(one);\n',
    'page.md': '# A heading\n\nA paragraph.\n',
  };
  const vscode = useWorkbench({ files });

  test('reads the whole Problems panel, also what has to be scrolled to', async () => {
    await vscode().openFile('broken.json');
    const problems = await until('problems', async () => {
      const rows = await vscode().problems();
      return rows.length >= 100 ? rows : undefined;
    });
    const first = { file: 'broken.json', severity: 'error', source: 'json', line: 2, column: 7 };
    const { message, code, ...found } = problems[0]!;
    assert.deepEqual(found, first);
    assert.match(message, /Colon expected/);
    assert.match(code, /^\d+$/);
    assert.equal(new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line)).size, 60);
  });

  test('reads hovers', async () => {
    await vscode().openFile('hover.ts');
    assert.match(await vscode().hoverAt('twice', /function/, 2), /function twice\(value: number\): number/);
    assert.match(await vscode().hoverAt('one'), /const one/);
  });

  test('reads inside webviews', async () => {
    await vscode().openFile('page.md');
    await vscode().runCommand('Markdown: Open Preview');
    const frame = await vscode().webviewFrame('A heading', 'vscode.markdown-language-features');
    assert.equal(await frame.locator('h1').innerText(), 'A heading');
  });

  test('shows view containers', async () => {
    const sidebar = await vscode().openView('Search');
    await sidebar.locator('.search-view').waitFor();
    await vscode().openView('Explorer');
    await sidebar.getByText('page.md').first().waitFor();
  });
});
