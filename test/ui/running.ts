import type { Frame } from 'playwright-core';
import { allRows, type Row } from './list.js';
import { until } from './wait.js';
import type { Workbench } from './workbench.js';

/**
 * Waits until the extension is among those that run, as VS Code itself lists them; it lists those that still start as well.
 * @returns its row, with the time that VS Code measured
 */
export async function runningExtension(vscode: Workbench): Promise<Row<'activation'>> {
  await vscode.runCommand('Developer: Show Running Extensions');
  const list = vscode.page.locator('.runtime-extensions-editor .monaco-list');
  const own = await until('the extension to be among those that run', async () => {
    const rows = await allRows(list, { activation: '.activation-time' });
    return rows.find(
      ({ label, activation }) => /^(token-allowance$|Token Allowance)/.test(label) && /\d+ms/.test(activation),
    );
  });
  await vscode.runCommand('View: Close Editor');
  return own;
}

/** Waits until the panel says how old the newest listing is on the day that tests go by (`test/clock`). */
export async function saysTheTestsDay(panel: Frame): Promise<void> {
  await panel.getByText('as of 2026-09-28, 55 days ago').first().waitFor({ state: 'attached' });
}
