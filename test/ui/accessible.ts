import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

/** Fails unless axe-core finds nothing in a webview's page, or in the panel's by itself, as it stands. */
export async function isAccessible(frame: Frame): Promise<void> {
  // A webview lets its surroundings shine through, which axe takes for white.
  await frame.evaluate('document.body.style.background = "var(--vscode-sideBar-background)"');
  await frame.evaluate(axe.source);
  const { violations } = (await frame.evaluate('axe.run()')) as AxeResults;
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map((node) => node.failureSummary)]),
    [],
  );
}
