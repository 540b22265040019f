import type { Group, Known } from '../protocol';
import { renderClock } from './clock';
import { firstParts, renderPage } from './layout';
import { toHtml } from './text';

/** How many models are written into the page at most: a screenful. More would take longer than the rest of it. */
const screenful = 5;

/**
 * The page as HTML, visible before any script has run: what is known of its first parts. Without `now` it does not say how long it is until
 * the reset.
 */
export function firstPaint(known: Known, now?: Date): string {
  const { models, ...others } = firstParts;
  const parts = Object.entries(others).map(([name, { slice, render }]) => [name, render(slice(known))]);
  const inSight = models.render(withinSight(known.groups ?? []));
  return toHtml([renderPage({ ...Object.fromEntries(parts), models: inSight, clock: renderClock(now) })]);
}

/** The first groups, whole, as far as they are in sight; without places, since these are folded away. */
function withinSight(groups: readonly Group[]): Group[] {
  let count = 0;
  const end = groups.findIndex(({ rows }) => (count += rows.length) > screenful);
  return groups.slice(0, end < 0 ? undefined : end).map(({ group, rows }) => ({
    group,
    rows: rows.map((row) => ({ ...row, places: [] })),
  }));
}
