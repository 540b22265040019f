// The page's life: it paints the last snapshot and sends back what the user does. It holds no knowledge of its own.
import { known } from './given';
import { nextReset } from '../../core/program/allowance';
import { isToView } from '../guard';
import type { Known } from '../protocol';
import { renderClock } from './clock';
import { focusOn, replaceKeepingFocus } from './dom';
import { save, saved, send, setOpen } from './host';
import { firstParts, laterParts, part, type PartName } from './layout';
import type { Markup } from './markup';
import { plannerInput, renderPlanner } from './planner';
import { announcement, scanOf } from './scan';

const parts = { ...firstParts, ...laterParts, planner: part(plannerInput, renderPlanner) };

const main = document.querySelector('main')!;
const placeOf = (name: PartName): HTMLElement => main.querySelector<HTMLElement>(`[data-part=${name}]`)!;

/** What each part shows, as JSON. */
const shown = new Map<string, string>();

/** Repaints a part if it is to show something else. */
function show<Shown>(name: PartName, wanted: Shown, render: (wanted: Shown) => Markup[]): void {
  const json = JSON.stringify(wanted);
  if (json === shown.get(name)) return;
  shown.set(name, json);
  const place = placeOf(name);
  replaceKeepingFocus(place, render(wanted));
  for (const fold of place.querySelectorAll('details')) fold.open = saved.open.includes(fold.dataset.fold!);
}

let scrolled = false;

function paint(current: Known): void {
  for (const [name, { slice, render }] of Object.entries(parts)) show(name as PartName, slice(current), render);
  // Before the models are there, the page may be too short to be scrolled to where it was.
  if (scrolled || !current.groups) return;
  scrolled = true;
  window.scrollTo({ top: saved.scroll });
}

/** What a screen reader hears; only what is news. */
function announce(current: Known): void {
  const spoken = document.getElementById('spoken')!;
  const words = announcement(scanOf(current));
  if (spoken.textContent !== words) spoken.textContent = words;
}

window.addEventListener('message', ({ data }) => {
  if (!isToView(data)) return console.warn('Token Allowance: a malformed message was refused.', data);
  paint(data.snapshot);
  announce(data.snapshot);
  main.ariaBusy = null;
});

// A control that somebody has changed shows what was asked for. The next snapshot counts even if it equals the last one, because the
// request has failed.
document.addEventListener('change', ({ target }) => {
  const asks =
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'checkbox');
  const name = asks && target.closest<HTMLElement>('[data-part]')?.dataset.part;
  if (name) shown.delete(name);
});

// `toggle` does not bubble, so it is caught on its way down.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement) setOpen(target.dataset.fold!, target.open);
  },
  true,
);
// When VS Code moves the focus away and back again, the page gets it back, but none of its elements does.
let focused: string | undefined;
document.addEventListener('focusin', ({ target }) => {
  focused = target instanceof HTMLElement ? target.dataset.key : undefined;
});
window.addEventListener('focus', () => {
  if (focused && document.activeElement === document.body) focusOn(main, focused, { preventScroll: true });
});
window.addEventListener('scrollend', () => {
  saved.scroll = document.scrollingElement?.scrollTop ?? 0;
  save();
});

let reset = nextReset(new Date());

/** Counts down; asks for a new snapshot when a new UTC day has begun. */
function tick(): void {
  const now = new Date();
  show('clock', renderClock(now, true), (clock) => clock);
  if (now < reset) return;
  reset = nextReset(now);
  send({ type: 'ready' });
}

tick();
setInterval(tick, 10_000);

paint(known);
send({ type: 'ready' });
