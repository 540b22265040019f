import type { GroupName, Snapshot } from '../protocol';

const numbers = new Intl.NumberFormat('en-US');
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

/** `250,000`. */
export const count = (value: number): string => numbers.format(value);

/** `2.75M`. */
export const compact = (value: number): string => short.format(value);

/** `1 use`, `3 uses`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export const poolNames = { large: 'Large pool', small: 'Small pool' } as const;

/** `today`, `1 day ago`, `55 days ago`. */
export const ago = (days: number): string => (days <= 0 ? 'today' : `${counted(days, 'day')} ago`);

/** What a group of models stands under: what becomes of their tokens, or that this will change soon. */
export type Heading = GroupName | 'soon';

/** Headings and one line of explanation for what becomes of a model's tokens. */
export const groups: Record<Heading, { heading: string; hint: string }> = {
  large: { heading: 'From the large pool', hint: 'All of these share one pool.' },
  small: { heading: 'From the small pool', hint: 'All of these share one pool.' },
  failing: { heading: 'Shut down', hint: 'Requests to these models fail.' },
  soon: { heading: 'Shutting down soon', hint: 'From that day on, requests to these models fail.' },
  billed: { heading: 'Not covered', hint: 'Every token is billed.' },
  elsewhere: { heading: 'Sent elsewhere', hint: 'Not covered: only traffic shared with OpenAI is.' },
  unknown: { heading: 'Not known', hint: 'Misspelt, or newer than the lists.' },
};

const deciders: Record<Snapshot['tier']['decidedBy'], string> = {
  default: 'Not set yet: tier 1 is assumed.',
  user: 'Set in your user settings.',
  workspace: 'Set in the workspace settings.',
  folder: 'Set in the folder’s settings.',
};

/** Where the usage tier comes from. */
export const decidedBy = (tier: Snapshot['tier']): string => deciders[tier.decidedBy];

/** Uses, mentions and tests of a model; nothing that is zero. */
export function tally(row: { uses: number; mentions: number; tests: number }): string {
  const parts = [
    row.uses > 0 && counted(row.uses, 'use'),
    row.mentions > 0 && counted(row.mentions, 'mention'),
    row.tests > 0 && `${count(row.tests)} in tests`,
  ];
  return parts.filter(Boolean).join(' · ');
}
