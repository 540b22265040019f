import { nextReset, resetClock } from '../../core/program/allowance';
import { countdownText } from '../../core/words/reset';
import { h, type Markup } from './markup';
import { phrase, speaker } from './words';

/**
 * How long until the next reset, and when that is. The local time only where `here`: the host may be on other clocks than its
 * reader. Without `now` the countdown is left open, for a page that is shown nobody knows when.
 * No live region: a clock that speaks every minute is noise.
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
