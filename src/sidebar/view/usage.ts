import { clockText } from '../../core/words/reset';
import { usedText } from '../../core/words/used';
import type { ToHost, Usage } from '../protocol';
import { h, type Markup } from './markup';
import { speaker } from './words';

type Act = Extract<ToHost, { type: 'usage' }>['act'];

/** What the figures of today's usage are based on, and what keeps newer ones away. */
export function renderUsage({ used, trouble }: Pick<Usage, 'used' | 'trouble'>): Markup[] {
  const basis = used && h('p', { class: 'dim' }, usedText(used, clockText(new Date(used.at))));
  const notice = trouble && h('div', { class: 'notice warning', role: 'alert' }, h('p', {}, trouble));
  return [...(basis ? [basis] : []), ...(notice ? [notice] : [])];
}

/** The actions for today's usage; a part of its own, since a screen reader repeats the notice beside it whenever that is repainted. */
export function renderUsageActs(usage: Usage | undefined): Markup[] {
  if (!usage) return [];
  const { connected, asking, used, trouble, refused } = usage;
  // One takes the other's place, and its focus.
  if (!connected) return [button('connect', speaker.say('usageSee'), { 'data-key': 'usage key' })];
  const waits = asking || !(used || trouble);
  return [
    refused && !asking
      ? button('connect', speaker.say('usageAnother'), { 'data-key': 'usage refresh' })
      : button('refresh', speaker.say(waits ? 'usageAsking' : 'usageAgain'), {
          'data-key': 'usage refresh',
          'aria-disabled': waits && 'true',
        }),
    button('disconnect', speaker.say('usageDisconnect'), { 'data-key': 'usage key' }),
  ];
}

function button(act: Act, text: string, attributes: Parameters<typeof h>[1]): Markup {
  return h('button', { class: 'link', onclick: { type: 'usage', act }, ...attributes }, text);
}
