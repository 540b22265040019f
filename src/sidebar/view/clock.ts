import { nextReset, resetClock } from '../../core/program/allowance';
import { countdownText } from '../../core/words/reset';
import { h } from './dom';
import { phrase, speaker } from './words';

/**
 * A line that counts down to the next reset, with the local time and UTC. Calls `onReset` when a new UTC day has begun.
 * No live region: a clock that speaks every minute is noise.
 */
export function clock(onReset: () => void): HTMLElement {
  const left = h('strong');
  const at = h('time', { class: 'dim' });
  let reset = nextReset(new Date());

  const tick = (): void => {
    const now = new Date();
    if (now >= reset) {
      reset = nextReset(now);
      onReset();
    }
    left.textContent = countdownText(now);
    at.dateTime = reset.toISOString();
    at.textContent = places(now, reset);
  };
  tick();
  setInterval(tick, 10_000);
  return h('p', { class: 'reset' }, h('span', {}, phrase('panelResets', left)), at);
}

/** `01:00 GMT+1 · 00:00 UTC`; only UTC where that is the local time. */
function places(now: Date, reset: Date): string {
  if (reset.getTimezoneOffset() === 0) return speaker.say('panelMidnight');
  return speaker.say('panelMidnightHere', resetClock(now, undefined, speaker.locale));
}
