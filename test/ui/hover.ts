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
    // While providers are asked, or the editor still scrolls, a hover can fail to come: a nudge asks again.
    if (text === '' && Date.now() - since > 1500) {
      since = Date.now();
      await page.mouse.move(target[0] + 40, target[1] + 100);
      await page.mouse.move(...target, { steps: 4 });
    }
    if (expected) {
      if (expected.test(text)) return text;
      throw new Error(`it says ${JSON.stringify(text)}`);
    }
    return text !== '' && !/^Loading/m.test(text) && Date.now() - since > 500 ? text : undefined;
  });
}
