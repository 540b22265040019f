import { timeToReset } from '../program/allowance';
import { Speaker } from './speaker';

/** `5 h 12 min`: the time until both pools fill up again, rounded up to the minute. */
export function countdownText(now: Date): string {
  const speaker = new Speaker();
  const { hours, minutes } = timeToReset(now);
  if (!hours) return speaker.say('minutes', String(minutes));
  return minutes ? speaker.say('hoursMinutes', String(hours), String(minutes)) : speaker.say('hours', String(hours));
}

/** `13:20 UTC`, and the local time where it differs. */
export function clockText(moment: Date): string {
  const speaker = new Speaker();
  if (moment.getTimezoneOffset() === 0) return utcClock(moment, speaker);
  const two = (number: number) => String(number).padStart(2, '0');
  return speaker.say('planHourHere', utcTime(moment), `${two(moment.getHours())}:${two(moment.getMinutes())}`);
}

/** `13:20 UTC`: for where the clock may not be that of the readers. */
export function utcClock(moment: Date, speaker = new Speaker()): string {
  return speaker.say('planHour', utcTime(moment));
}

const utcTime = (moment: Date): string => moment.toISOString().slice(11, 16);
