import type { Group, Place, Row, Snapshot } from '../protocol';
import { h } from './dom';
import { send } from './host';
import { count, counted, groups as words, tally } from './texts';

/** The models of the workspace, by what becomes of their tokens; each unfolds to its places. */
export function renderModels(groups: Snapshot['groups']): Node[] {
  return groups.filter((group) => group.rows.length > 0).map(renderGroup);
}

/** Models that the code uses stand open; those that it only names, or uses in tests, are folded away. */
function renderGroup({ group, rows }: Group): HTMLElement {
  const { heading, hint } = words[group];
  const used = rows.filter((row) => row.uses > 0);
  const idle = rows.filter((row) => row.uses === 0);
  const key = `${group}/`;
  return h(
    'section',
    { class: `group ${group}`, 'aria-labelledby': `group-${group}` },
    h('h3', { id: `group-${group}` }, heading),
    h('p', { class: 'dim' }, hint),
    used.length > 0 && renderRows(group, used),
    idle.length > 0 &&
      h(
        'details',
        { 'data-fold': key },
        h('summary', { class: 'dim', 'data-key': key }, `${counted(idle.length, 'model')} only named, or in tests`),
        renderRows(group, idle),
      ),
  );
}

function renderRows(group: Group['group'], rows: readonly Row[]): HTMLElement {
  const items = rows.map((row) => h('li', {}, renderRow(group, row)));
  return h('ul', { class: 'rows' }, items);
}

function renderRow(group: Group['group'], row: Row): HTMLElement {
  const key = `${group}/${row.model}`;
  const places = row.places.map((place, index) => h('li', {}, renderPlace(place, `${key}#${index}`)));
  const more = row.uses + row.mentions + row.tests - row.places.length;
  return h(
    'details',
    { 'data-fold': key },
    h(
      'summary',
      { 'data-key': key },
      h('code', {}, row.model),
      row.shutdown && group !== 'failing' && h('span', { class: 'tag' }, `until ${row.shutdown}`),
      h('span', { class: 'dim tally' }, tally(row)),
    ),
    row.snapshot && h('p', { class: 'dim' }, 'Stands for ', h('code', {}, row.snapshot)),
    row.note && h('p', {}, row.note),
    h('ul', { class: 'places' }, places),
    more > 0 &&
      h(
        'button',
        {
          class: 'link',
          'data-key': `${key}#more`,
          onclick: () => send({ type: 'showPlaces', group, model: row.model }),
        },
        `Show ${count(more)} more…`,
      ),
  );
}

function renderPlace(place: Place, key: string): HTMLElement {
  const { uri, line, column, cell } = place;
  const slash = place.path.lastIndexOf('/') + 1;
  const where = cell === undefined ? `:${line + 1}` : `, cell ${cell + 1}:${line + 1}`;
  const kind = place.inTest ? 'test' : place.role === 'mention' ? 'mention' : undefined;
  return h(
    'button',
    {
      class: 'place',
      'data-key': key,
      title: place.path + where,
      onclick: () => send({ type: 'open', uri, line, column, ...(cell === undefined ? {} : { cell }) }),
    },
    h('span', { class: 'file' }, place.path.slice(slash) + where),
    kind && h('span', { class: 'tag' }, kind),
    h('span', { class: 'dim folder' }, place.path.slice(0, Math.max(0, slash - 1))),
  );
}
