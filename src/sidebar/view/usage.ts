import { clockText } from '../../core/words/reset';
import { usedText } from '../../core/words/used';
import type { ToHost, Usage } from '../protocol';
import { h, type Markup } from './markup';
import { speaker } from './words';

type Act = Extract<ToHost, { type: 'usage' }>['act'];

/** What the figures of today's use rest on, what stands in the way of newer ones, and what can be done about either. */
export function renderUsage({ connected, asking, used, trouble }: Usage): Markup[] {
  if (!connected) return [h('p', {}, button('connect', speaker.say('usageSee')))];
  const basis = used && h('p', { class: 'dim' }, usedText(used, clockText(new Date(used.at))));
  const notice = trouble && h('div', { class: 'notice warning', role: 'alert' }, h('p', {}, trouble));
  const waits = asking || !(used || trouble);
  return [
    ...(basis ? [basis] : []),
    ...(notice ? [notice] : []),
    h(
      'p',
      { class: 'acts' },
      waits ? speaker.say('usageAsking') : button('refresh', speaker.say('usageAgain')),
      button('disconnect', speaker.say('usageDisconnect')),
    ),
  ];
}

function button(act: Act, text: string): Markup {
  return h('button', { class: 'link', 'data-key': `usage ${act}`, onclick: { type: 'usage', act } }, text);
}
