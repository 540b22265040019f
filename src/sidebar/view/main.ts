// The allowance panel's page. It holds no knowledge of its own: it paints the last snapshot and sends back what the user does.
import { toView, type Snapshot } from '../protocol';
import { renderAllowance } from './allowance';
import { renderChecklist } from './checklist';
import { clock } from './clock';
import { h, replaceKeepingFocus } from './dom';
import { save, saved, send, setOpen } from './host';
import { renderModels } from './models';
import { renderNotes, renderProblems, renderRestricted, renderSources } from './notes';
import { plannerInput, renderPlanner } from './planner';
import { announcement, renderScan } from './scan';
import { renderTiers } from './tiers';
import { speaker } from './words';

/** Parts of the page, each painted anew only when what it shows has changed: an open list or a focus elsewhere stays. */
const parts: {
  element: HTMLElement;
  slice: (from: Snapshot) => unknown;
  paint: (from: Snapshot) => Node[];
  last?: string;
}[] = [];

function part<T>(element: HTMLElement, slice: (from: Snapshot) => T, render: (slice: T) => Node[]): HTMLElement {
  parts.push({ element, slice, paint: (from) => render(slice(from)) });
  return element;
}

const scanOf = (from: Snapshot) => ({
  ...from.scan,
  models: new Set(from.groups.flatMap((group) => group.rows.map((row) => row.model))).size,
});
/** The name of the mark at the first useful paint; its detail holds `sinceAsked`, in ms since VS Code asked for the page. */
const firstPaint = 'token-allowance: first useful paint';

const spoken = h('p', { class: 'hidden', role: 'status' });

document.body.replaceChildren(
  h(
    'main',
    {},
    h('h1', { class: 'hidden' }, speaker.say('panelTitle')),
    part(h('div'), (from) => from.problems, renderProblems),
    part(h('div'), (from) => from.restricted, renderRestricted),
    h(
      'section',
      { 'aria-label': speaker.say('panelAllowance') },
      part(h('div'), ({ tier, folders, allowance, used }) => ({ tier, folders, allowance, used }), renderAllowance),
      clock(() => send({ type: 'ready' })),
    ),
    h(
      'section',
      { 'aria-labelledby': 'models' },
      h('h2', { id: 'models' }, speaker.say('panelInWorkspace')),
      part(h('div'), scanOf, renderScan),
      part(h('div'), (from) => from.groups, renderModels),
    ),
    part(h('section', { 'aria-label': speaker.say('panelChecklistPart') }), (from) => from.checklist, renderChecklist),
    part(
      h('section', { 'aria-label': speaker.say('panelSources') }),
      ({ sources, outdated }) => ({ sources, outdated }),
      renderSources,
    ),
    part(h('section', { 'aria-label': speaker.say('panelPlanner') }), plannerInput, renderPlanner),
    part(
      h('section', { 'aria-label': speaker.say('panelTiers') }),
      ({ bands, worth, tier }) => ({ bands, worth, tier: tier.value }),
      renderTiers,
    ),
    part(h('section', { 'aria-label': speaker.say('panelNotRead') }), (from) => from.notes, renderNotes),
    spoken,
  ),
);

function paint(current: Snapshot): void {
  for (const each of parts) {
    const json = JSON.stringify(each.slice(current));
    if (json === each.last) continue;
    each.last = json;
    replaceKeepingFocus(each.element, each.paint(current));
    for (const fold of each.element.querySelectorAll('details')) fold.open = saved.open.includes(fold.dataset.fold!);
  }
  markFirstPaint();
  const words = announcement(scanOf(current));
  if (spoken.textContent !== words) spoken.textContent = words;
}

window.addEventListener('message', (event) => {
  const message = toView.safeParse(event.data);
  if (!message.success) return console.warn('Token Allowance: a malformed message was refused.', message.error.issues);
  saved.snapshot = message.data.snapshot;
  paint(saved.snapshot);
  save();
});

// `toggle` does not bubble, so it is caught on its way down.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement) setOpen(target.dataset.fold!, target.open);
  },
  true,
);
window.addEventListener('scrollend', () => {
  saved.scroll = document.scrollingElement?.scrollTop ?? 0;
  save();
});

/** Notes when the allowance was first seen: on the screen, not only in the document. Measured by bench/panel-paint.ts. */
function markFirstPaint(): void {
  if (performance.getEntriesByName(firstPaint).length > 0) return;
  // A frame that is asked for now is drawn before the one asked for in it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const sinceAsked = performance.timeOrigin + performance.now() - Number(document.documentElement.dataset.askedAt);
      performance.mark(firstPaint, { detail: { sinceAsked } });
    }),
  );
}

if (saved.snapshot) {
  paint(saved.snapshot);
  window.scrollTo({ top: saved.scroll });
}
send({ type: 'ready' });
