import type { Known } from '../protocol';
import { renderClock } from './clock';
import { firstParts, renderPage } from './layout';
import { toHtml } from './text';

/**
 * The page as text, so that it is seen before any script has run: what is known of its first parts. Places are left out, since
 * they are folded away. Without `now` the page does not say how long it is until the reset.
 */
export function firstPaint(known: Known, now?: Date): string {
  const groups = known.groups?.map(({ group, rows }) => ({ group, rows: rows.map((row) => ({ ...row, places: [] })) }));
  const from: Known = { ...known, ...(groups && { groups }) };
  const parts = Object.entries(firstParts).map(([name, { slice, render }]) => [name, render(slice(from))]);
  return toHtml([renderPage({ ...Object.fromEntries(parts), clock: renderClock(now) })]);
}
