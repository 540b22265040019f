import type { Snapshot } from '../protocol';
import { h } from './dom';
import { send } from './host';

/** Settings with wrong values, each with its remedy. */
export function renderProblems(problems: Snapshot['problems']): Node[] {
  return problems.map((problem, index) =>
    h(
      'div',
      { class: 'notice warning', role: 'alert' },
      h('p', {}, problem),
      h(
        'button',
        {
          class: 'link',
          'data-key': `problem ${index}`,
          onclick: () => send({ type: 'openSettings', query: problem.split(' ', 1)[0]! }),
        },
        'Open settings',
      ),
    ),
  );
}

/** What the scan could not read. */
export function renderNotes(notes: Snapshot['notes']): Node[] {
  if (notes.length === 0) return [];
  const items = notes.map((note) => h('li', {}, note));
  return [fold('notes', 'Not read', [h('ul', { class: 'text' }, items)])];
}

type Terms = Pick<Snapshot, 'conditions' | 'exclusions' | 'rules'>;

/** What must be true for any token to be free, which no extension can see, and how the tokens are counted. */
export function renderTerms({ conditions, exclusions, rules }: Terms): Node[] {
  const items = conditions.map(({ text, link }) =>
    h('li', {}, text, link && ' ', link && h('a', { href: link.url, 'data-key': `condition ${text}` }, link.label)),
  );
  return [
    fold('terms', 'To check yourself', [
      h('p', { class: 'dim' }, 'This extension cannot see the settings of your organization.'),
      h('ul', { class: 'text' }, items),
      ...list('Never free', exclusions),
      ...list('How tokens count', rules),
    ]),
  ];
}

/** The listings with their dates. */
export function renderSources(sources: Snapshot['sources']): Node[] {
  const items = sources.map(({ title, date, url, chosen }) =>
    h(
      'li',
      {},
      url ? h('a', { href: url, 'data-key': `source ${url}` }, title) : title,
      h('span', { class: 'dim' }, ` as of ${date}${chosen ? '' : ', left out by the settings'}`),
    ),
  );
  return [fold('sources', 'Sources', [h('ul', { class: 'text' }, items)])];
}

function list(heading: string, texts: readonly string[]): Node[] {
  if (texts.length === 0) return [];
  const items = texts.map((text) => h('li', {}, text));
  return [h('h3', {}, heading), h('ul', { class: 'text' }, items)];
}

function fold(key: string, heading: string, content: readonly Node[]): HTMLElement {
  const summary = h('summary', { 'data-key': key }, h('h2', {}, heading));
  return h('details', { class: 'fold', 'data-fold': key }, summary, ...content);
}
