import type { Locator } from 'playwright-core';
import { until } from './wait.js';

/** A row as a screen reader announces it, and the text of the asked parts, '' where the row has no such part. */
export type Row<Part extends string> = { label: string } & Record<Part, string>;

/**
 * Reads all rows of one of VS Code's lists. Lists keep only the rows in sight, so this scrolls through.
 * @param list a `.monaco-list`
 * @param parts name → selector inside a row
 */
export async function allRows<Part extends string>(list: Locator, parts: Record<Part, string>): Promise<Row<Part>[]> {
  const box = await list.boundingBox();
  if (!box) return [];
  const page = list.page();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -1_000_000);

  const found = new Map<number, Row<Part>>();
  let total = Infinity;
  // Half a screen at a time; the limit is for a list that changes without end.
  for (let step = 0; found.size < total && step < 500; step++) {
    const rows = await list.locator('.monaco-list-row').evaluateAll(
      (elements, selectors) =>
        elements.map((element) => {
          const row: Record<string, string> = { label: element.getAttribute('aria-label') ?? '' };
          for (const [part, selector] of selectors)
            row[part] = element.querySelector(selector)?.textContent?.trim() ?? '';
          const last = element.getAttribute('data-last-element') === 'true';
          return { index: Number(element.getAttribute('data-index')), last, row };
        }),
      Object.entries<string>(parts),
    );
    if (rows.length === 0) break;
    for (const { index, last, row } of rows) {
      found.set(index, row as Row<Part>);
      if (last) total = index + 1;
    }
    if (found.size < total) await page.mouse.wheel(0, box.height / 2);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/**
 * Takes one row of a quick input, and waits until it is gone: the row rather than the input, for a command may ask
 * for something there at once. A click is lost where the list is filled anew between press and release.
 */
export async function takeRow(row: Locator): Promise<void> {
  await row.click({ timeout: 10_000 });
  await until('the row to be taken', async () => {
    await row.waitFor({ state: 'hidden', timeout: 5000 }).catch(() => row.click({ timeout: 1000 }));
    return (await row.isHidden()) || undefined;
  });
}
