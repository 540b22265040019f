// Where everything is on the page, and what each part shows of a snapshot.
import type { MessageKey } from '../../core/messages';
import type { Known } from '../protocol';
import { allowanceOf, renderAllowance } from './allowance';
import { renderChecklist } from './checklist';
import { h, type Markup } from './markup';
import { renderModels } from './models';
import { renderNotes, renderProblems, renderRestricted, renderSources } from './notes';
import { renderScan, scanOf } from './scan';
import { renderTiers } from './tiers';
import { renderUsage, renderUsageActs } from './usage';
import { speaker } from './words';

/** A part of the page, repainted only when what it shows has changed, so that an open list or a focus elsewhere stays. */
export interface Part<Shown = unknown> {
  readonly slice: (from: Known) => Shown;
  readonly render: (slice: Shown) => Markup[];
}

/** Hides the type of what a part shows, so that all parts have one type. */
export const part = <Shown>(slice: Part<Shown>['slice'], render: Part<Shown>['render']): Part =>
  ({ slice, render }) as Part<unknown>;

/** What is in sight when the page opens: the host writes it into the page for the first paint. */
export const firstParts = {
  problems: part(({ problems = [] }) => problems, renderProblems),
  restricted: part(({ restricted }) => restricted, renderRestricted),
  allowance: part(allowanceOf, renderAllowance),
  usage: part(({ usage: { used, trouble } = {} }) => ({ used, trouble }), renderUsage),
  usageActs: part(({ usage }) => usage, renderUsageActs),
  scan: part(scanOf, renderScan),
  models: part(({ groups = [] }) => groups, renderModels),
};

/** What is further down, and waits until the first paint is done. */
export const laterParts = {
  checklist: part(({ checklist = [] }) => checklist, renderChecklist),
  sources: part(({ sources = [], outdated = false }) => ({ sources, outdated }), renderSources),
  tiers: part(({ bands = [], worth, tier }) => ({ bands, worth, tier: tier.value }), renderTiers),
  notes: part(({ notes = [] }) => notes, renderNotes),
};

export type PartName = keyof typeof firstParts | keyof typeof laterParts | 'clock' | 'planner';

/** The whole page with as much in its parts as is known; marked as busy until the script gets the first snapshot. */
export function renderPage(content: Partial<Record<PartName, readonly Markup[]>>): Markup<'main'> {
  const place = (name: PartName, tag = 'div', attributes = {}) =>
    h(tag, { 'data-part': name, ...attributes }, content[name] ?? []);
  const section = (name: PartName, label: MessageKey) => place(name, 'section', { 'aria-label': speaker.say(label) });
  return h(
    'main',
    { 'aria-busy': 'true' },
    h('h1', { class: 'hidden' }, speaker.say('panelTitle')),
    place('problems'),
    place('restricted'),
    h(
      'section',
      { 'aria-label': speaker.say('panelAllowance') },
      place('allowance'),
      place('usage'),
      place('usageActs', 'p', { class: 'acts' }),
      place('clock', 'p', { class: 'reset' }),
    ),
    h(
      'section',
      { 'aria-labelledby': 'models' },
      h('h2', { id: 'models' }, speaker.say('panelInWorkspace')),
      place('scan'),
      place('models'),
    ),
    section('checklist', 'panelChecklistPart'),
    section('sources', 'panelSources'),
    section('planner', 'panelPlanner'),
    section('tiers', 'panelTiers'),
    section('notes', 'panelNotRead'),
    h('p', { class: 'hidden', role: 'status', id: 'spoken' }),
  );
}
