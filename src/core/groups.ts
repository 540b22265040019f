import type { MessageKey } from './messages';

/** What becomes of a model's tokens: drawn from a pool, refused, billed, out of OpenAI's hands, or not known. */
export const groupNames = ['large', 'small', 'failing', 'billed', 'elsewhere', 'unknown'] as const;

export type GroupName = (typeof groupNames)[number];

/** Puts what fails before everything else. */
export function failingFirst<T>(groups: readonly T[], isFailing: (group: T) => boolean): T[] {
  return [...groups.filter(isFailing), ...groups.filter((group) => !isFailing(group))];
}

/** The heading of each group. */
export const groupHeadings: Readonly<Record<GroupName, MessageKey>> = {
  large: 'panelLarge',
  small: 'panelSmall',
  failing: 'panelFailing',
  billed: 'panelBilled',
  elsewhere: 'panelElsewhere',
  unknown: 'panelUnknown',
};
