import assert from 'node:assert/strict';
import { runningExtension, saysTheTestsDay } from './running.js';
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
    assert.match((await runningExtension(vscode())).activation, /Activation: \d+ms/);
  });

  test('goes by the tests’ day', async () => {
    await vscode().openView('Token Allowance');
    await saysTheTestsDay(await vscode().webviewFrame());
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as Theme[]) {
    test(`takes the ${theme} theme while it runs`, () => vscode().setTheme(theme));
  }
});

suite('the driver', () => {
  const files = {
    'broken.json': `{\n${'  "a" 1,\n'.repeat(15)}  "b": 2\n}\n`,
    'hover.ts': 'const one = 1;\nexport function twice(value: number) {\n  return value * 2;\n}\ntwice(one);\n',
    'page.md': '# A heading\n\nA paragraph.\n',
  };
  const vscode = useWorkbench({ files });

  test('reads the whole Problems panel, also what has to be scrolled to', async () => {
    await vscode().openFile('broken.json');
    const problems = await until('problems', async () => {
      const rows = await vscode().problems();
      return rows.length >= 30 ? rows : undefined;
    });
    const first = { file: 'broken.json', severity: 'error', source: 'json', line: 2, column: 7 };
    const { message, code, ...found } = problems[0]!;
    assert.deepEqual(found, first);
    assert.match(message, /Colon expected/);
    assert.match(code, /^\d+$/);
    assert.equal(new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line)).size, 15);
  });

  test('reads hovers', async () => {
    await vscode().openFile('hover.ts');
    assert.match(await vscode().hoverAt('twice', /function/, 2), /function twice\(value: number\): number/);
    assert.match(await vscode().hoverAt('one'), /const one/);
  });

  test('reads inside webviews', async () => {
    await vscode().openFile('page.md');
    await vscode().runCommand('Markdown: Open Preview');
    const frame = await vscode().webviewFrame('A heading', undefined, 'vscode.markdown-language-features');
    assert.equal(await frame.locator('h1').innerText(), 'A heading');
  });

  test('shows view containers', async () => {
    const sidebar = await vscode().openView('Search');
    await sidebar.locator('.search-view').waitFor();
    await vscode().openView('Explorer');
    await sidebar.getByText('page.md').first().waitFor();
  });
});
