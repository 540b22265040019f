import { failingFirst } from '../../core/groups';
import { sentences } from '../../core/words/sentences';
import { tallyText } from '../../core/words/tally';
import type { Group, Place, Row, Snapshot } from '../protocol';
import { h, type Markup } from './markup';
import { headings, hints, phrase, speaker, whole, type Heading } from './words';

/** A model with the group it belongs to, wherever it is shown. */
type Member = Row & Pick<Group, 'group'>;

/** The order of the groups: the pools, then what fails or is billed. What fails comes first where the code uses it. */
const order: readonly Heading[] = ['large', 'small', 'failing', 'soon', 'billed', 'elsewhere', 'unknown'];

/** The models of the workspace, by what becomes of their tokens; each unfolds to its places. */
export function renderModels(groups: Snapshot['groups']): Markup[] {
  const members = groups.flatMap(({ group, rows }) => rows.map((row) => ({ ...row, group })));
  const fails = members.some(({ group, uses }) => group === 'failing' && uses > 0);
  return failingFirst(order, (heading) => heading === 'failing' && fails).flatMap((heading) => {
    const shown = members.filter((row) => (heading === 'soon' ? endsSoon(row) : row.group === heading));
    return shown.length > 0 ? [renderGroup(heading, shown)] : [];
  });
}

/** Only models that are covered now; a billed one shows the date in its own group. */
function endsSoon({ group, endsSoon, uses }: Member): boolean {
  return (group === 'large' || group === 'small') && endsSoon && uses > 0;
}

/** Models that the code uses are in sight; those that it only names, or uses in tests, are folded away. */
function renderGroup(heading: Heading, rows: readonly Member[]): Markup {
  const used = rows.filter((row) => row.uses > 0);
  const idle = rows.filter((row) => row.uses === 0);
  const key = `${heading}/`;
  const uses = used.reduce((sum, row) => sum + row.uses, 0);
  const models = speaker.counted(used.length, 'panelModel', 'panelModels');
  const usesText = speaker.counted(uses, 'panelUse', 'panelUses');
  return h(
    'section',
    { class: `group ${heading}`, 'aria-labelledby': `group-${heading}` },
    h('h3', { id: `group-${heading}` }, speaker.say(headings[heading])),
    h(
      'p',
      { class: 'dim' },
      sentences([
        ...(used.length > 0 ? [speaker.say('panelGroupCount', models, usesText)] : []),
        speaker.say(hints[heading]),
      ]),
    ),
    used.length > 0 && renderRows(heading, used),
    idle.length > 0 &&
      h(
        'details',
        { 'data-fold': key },
        h('summary', { class: 'dim', 'data-key': key }, speaker.counted(idle.length, 'panelIdle', 'panelIdles')),
        renderRows(heading, idle),
      ),
  );
}

function renderRows(heading: Heading, rows: readonly Member[]): Markup {
  const items = rows.map((row) => h('li', {}, renderRow(heading, row), renderAdvice(heading, row)));
  return h('ul', { class: 'rows' }, items);
}

/**
 * The way out, visible without unfolding, as a link where it is another model; not in the pools, which show only the date, since the advice
 * is given further below.
 */
function renderAdvice(heading: Heading, { advice, model }: Member): Markup | undefined {
  if (!advice || heading === 'large' || heading === 'small') return undefined;
  const link = {
    class: 'link',
    'data-key': `${heading}/${model}#advice`,
    onclick: { type: 'replace', model },
  } as const;
  return h('p', { class: 'advice' }, heading === 'elsewhere' ? advice : h('button', link, whole(advice)));
}

function renderRow(heading: Heading, row: Member): Markup {
  const key = `${heading}/${row.model}`;
  const places = row.places.map((place, index) => h('li', {}, renderPlace(place, `${key}#${index}`)));
  const more = row.uses + row.mentions + row.tests - row.places.length;
  return h(
    'details',
    { 'data-fold': key },
    h(
      'summary',
      { 'data-key': key, 'data-vscode-context': menuContext(row.model) },
      h('code', {}, row.model),
      ' ',
      row.shutdown &&
        h('span', { class: 'tag' }, speaker.say(row.group === 'failing' ? 'panelSince' : 'panelUntil', row.shutdown)),
      ' ',
      row.ignored && h('span', { class: 'tag' }, speaker.say('panelIgnored')),
      ' ',
      h('span', { class: 'dim tally' }, tallyText(row, speaker)),
    ),
    row.snapshot && h('p', { class: 'dim' }, phrase('panelStandsFor', h('code', {}, row.snapshot))),
    row.note && h('p', { class: 'note' }, whole(row.note)),
    h('ul', { class: 'places' }, places),
    more > 0 &&
      h(
        'button',
        {
          class: 'link',
          'data-key': `${key}#more`,
          onclick: { type: 'showPlaces', group: row.group, model: row.model },
        },
        speaker.say('panelShowMore', speaker.number(more)),
      ),
  );
}

/** What VS Code chooses its context menu by, and passes to the commands chosen there. */
function menuContext(model: string): string {
  return JSON.stringify({ webviewSection: 'model', model, preventDefaultContextMenuItems: true });
}

function renderPlace(place: Place, key: string): Markup {
  const { uri, line, column, cell } = place;
  const slash = place.path.lastIndexOf('/') + 1;
  const where = (file: string) =>
    cell === undefined ? `${file}:${line + 1}` : speaker.say('panelInCell', file, String(cell + 1), String(line + 1));
  const kind = place.inTest ? 'panelTagTest' : place.role === 'mention' ? 'panelTagMention' : undefined;
  return h(
    'button',
    {
      class: 'place',
      'data-key': key,
      title: where(place.path),
      onclick: { type: 'open', uri, line, column, ...(cell === undefined ? {} : { cell }) },
    },
    h('span', { class: 'file' }, where(place.path.slice(slash))),
    kind && h('span', { class: 'tag' }, speaker.say(kind)),
    ' ',
    h('span', { class: 'dim folder' }, place.path.slice(0, Math.max(0, slash - 1))),
  );
}
