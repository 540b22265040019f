import type { MessageKey } from '../../core/messages';
import type { Snapshot } from '../protocol';
import { fold, h, type Markup } from './markup';
import { speaker } from './words';

type Item = Snapshot['checklist'][number];

const headings: Record<Item['about'], MessageKey> = {
  condition: 'panelConditions',
  exclusion: 'panelExclusions',
  rule: 'panelRules',
};

/** Rules of counting are there to be read; there is nothing to tick. */
const isTickable = ({ about }: Item): boolean => about !== 'rule';

/** What must be true for any token to be free, which no extension can see: to be ticked by whoever has checked it. */
export function renderChecklist(checklist: Snapshot['checklist']): Markup[] {
  const tickable = checklist.filter(isTickable);
  const ticked = tickable.filter((item) => item.ticked).length;
  const about = (Object.keys(headings) as Item['about'][]).map((kind) => {
    const items = checklist.filter((item) => item.about === kind);
    const list = h('ul', { class: kind === 'rule' ? 'text' : 'plain' }, items.map(row));
    return items.length > 0 && h('fieldset', {}, h('legend', {}, speaker.say(headings[kind])), list);
  });
  const count = speaker.say('panelTicked', speaker.number(ticked), speaker.number(tickable.length));
  // The page appears a moment before its checklist has items.
  const counted = tickable.length > 0 ? [' ', h('span', { class: 'dim' }, count)] : [];
  return [
    fold(
      'checklist',
      [speaker.say('panelChecklist'), ...counted],
      [h('p', { class: 'dim' }, speaker.say('panelChecklistHint')), ...about.filter((each) => each !== false)],
    ),
  ];
}

function row(item: Item): Markup {
  const { text, link, ticked } = item;
  if (!isTickable(item)) return h('li', {}, speaker.remark(text));
  const box = h('input', {
    type: 'checkbox',
    'data-key': `tick ${text}`,
    checked: ticked,
    onchange: (control) => ({ type: 'tick', text, ticked: control.checked }),
  });
  return h(
    'li',
    {},
    h('label', { class: 'check' }, box, h('span', {}, speaker.remark(text))),
    link && h('a', { class: 'after', href: link.url, 'data-key': `link ${text}` }, speaker.remark(link.label)),
  );
}
