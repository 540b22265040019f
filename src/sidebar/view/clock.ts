import { nextReset, resetClock } from '../../core/program/allowance';
import { countdownText } from '../../core/words/reset';
import { h, type Markup } from './markup';
import { phrase, speaker } from './words';

/**
 * How long until the next reset, and when that is. Gives the local time only where `here` is set: the host's clock may differ from its
 * reader's. Without `now` the countdown stays open, for a page that is shown at an unknown time. No live region: a clock that speaks every
 * minute is noise.
 */
export function renderClock(now?: Date, here = false): Markup[] {
  const left = h('strong', {}, now ? countdownText(now) : '…');
  const at = now && h('time', { class: 'dim', datetime: nextReset(now).toISOString() }, here ? places(now) : utc());
  return [h('span', {}, phrase('panelResets', left)), at ?? h('span', { class: 'dim' }, utc())];
}

const utc = (): string => speaker.say('panelMidnight');

/** `01:00 GMT+1 · 00:00 UTC`; only UTC where that is the local time. */
function places(now: Date): string {
  if (nextReset(now).getTimezoneOffset() === 0) return utc();
  return speaker.say('panelMidnightHere', resetClock(now, speaker.locale));
}
