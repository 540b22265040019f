import type { Page } from 'playwright-core';
import { until } from './wait.js';

/**
 * Moves the mouse onto the editor's cursor and reads the hover that appears.
 * @param expected waits until the hover says this; without it, until its text stands still
 */
export async function hoverText(page: Page, expected?: RegExp): Promise<string> {
  await page.mouse.move(0, 0);
  const cursor = await page.locator('.monaco-editor.focused .cursors-layer .cursor').first().boundingBox();
  if (!cursor) throw new Error('The editor shows no cursor.');
  // Just right of the cursor: on the character after it.
  const target = [cursor.x + 4, cursor.y + cursor.height / 2] as const;
  const hover = page.locator('.monaco-hover:visible .monaco-hover-content');

  let last = '';
  let since = Date.now();
  await page.mouse.move(...target);
  const what = `a hover${expected ? ` that says ${expected}` : ''}`;
  return until(what, async () => {
    const text = (await hover.allInnerTexts()).join('\n').trim();
    if (text !== last) since = Date.now();
    last = text;
    const settled = text !== '' && !/^Loading/m.test(text) && Date.now() - since > 500;
    if (expected ? expected.test(text) : settled) return text;
    // A hover asked for while the extension starts or the editor scrolls can lack a part, or never come: ask anew.
    if (Date.now() - since > 3000) {
      await page.mouse.move(0, 0);
      await hover.waitFor({ state: 'hidden', timeout: 2000 });
      await page.mouse.move(...target);
      since = Date.now();
    }
    throw new Error(`it says ${JSON.stringify(text)}`);
  });
}
