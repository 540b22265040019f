import type { Snapshot } from '../protocol';
import { fold, h, type Markup } from './markup';
import { speaker, whole } from './words';

/** Wrong settings and listings that cannot be read, each with its remedy; one that names a setting links to it. */
export function renderProblems(problems: Snapshot['problems']): Markup[] {
  return problems.map((problem, index) => {
    // Where in the sentence it is depends on the language.
    const [setting] = /\btokenAllowance\.[\w.-]*\w/.exec(problem) ?? [];
    const button =
      setting &&
      h(
        'button',
        { class: 'link', 'data-key': `problem ${index}`, onclick: { type: 'openSettings', query: setting } },
        speaker.say('panelOpenSettings'),
      );
    return h('div', { class: 'notice warning', role: 'alert' }, h('p', {}, ...breaking(problem)), button || undefined);
  });
}

/** A text that a narrow panel may break behind the prefix of a setting's name, which is longer than a line. */
function breaking(text: string): (string | Markup)[] {
  const [first = '', ...others] = text.split(/(?<=\btokenAllowance\.)/);
  return [first, ...others.flatMap((part) => [h('wbr'), part])];
}

/** What to know while the folder is not trusted. */
export function renderRestricted(restricted: boolean): Markup[] {
  if (!restricted) return [];
  return [
    h(
      'div',
      { class: 'notice' },
      h('p', {}, h('strong', {}, speaker.say('panelRestricted')), ' ', speaker.say('panelRestrictedHint')),
      h(
        'button',
        { class: 'link', 'data-key': 'trust', onclick: { type: 'manageTrust' } },
        speaker.say('panelManageTrust'),
      ),
    ),
  ];
}

/** What the scan could not read. */
export function renderNotes(notes: Snapshot['notes']): Markup[] {
  if (notes.length === 0) return [];
  const items = notes.map((note) => h('li', {}, note));
  return [fold('notes', [speaker.say('panelNotRead')], [h('ul', { class: 'text' }, items)])];
}

/** The listings with their dates and ages; a mild warning, always in sight, where even the newest is old. */
export function renderSources({ sources, outdated }: Pick<Snapshot, 'sources' | 'outdated'>): Markup[] {
  const items = sources.map(({ title, date, ageDays, url, chosen }) => {
    const name = speaker.remark(title);
    const age = speaker.say(chosen ? 'panelAsOf' : 'panelAsOfLeftOut', date, speaker.ago(ageDays));
    const link = url ? h('a', { href: url, 'data-key': `source ${url}` }, name) : name;
    return h('li', {}, link, ' ', h('span', { class: 'dim' }, whole(age)));
  });
  const newest = sources.find((source) => source.chosen);
  const hint =
    outdated &&
    newest &&
    h(
      'p',
      { class: 'hint' },
      whole(speaker.say('panelOutdated', newest.date, speaker.ago(newest.ageDays))),
      ' ',
      newest.url && h('a', { href: newest.url, 'data-key': 'newest' }, speaker.say('panelSeeSource')),
    );
  return [...(hint ? [hint] : []), fold('sources', [speaker.say('panelSources')], [h('ul', { class: 'text' }, items)])];
}
