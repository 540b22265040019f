import type { MessageKey } from '../../core/messages';
import { groupHeadings, type GroupName } from '../../core/groups';
import { Speaker } from '../../core/words/speaker';
import type { Snapshot } from '../protocol';
import { h, type Markup } from './markup';

/** Says everything on the page, in the language that is set when this is loaded. */
export const speaker = new Speaker();

/** A message with elements in its placeholders. */
export function phrase(key: MessageKey, ...parts: readonly (Markup | string)[]): (Markup | string)[] {
  const pieces = speaker.say(key).split(/\{(\d+)\}/);
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : (parts[Number(piece)] ?? '')));
}

/** How many characters fit in a line of the narrowest sidebar. */
const line = 16;

/** A text whose dates and ids are not broken, unless they need a line or more: a browser may break a line after any hyphen. */
export const whole = (text: string): (Markup | string)[] =>
  text
    .split(/([\w.]+(?:-[\w.]+)+)/)
    .map((part, index) => (index % 2 && part.length <= line ? h('span', { class: 'whole' }, part) : part));

/** A heading over models: what becomes of their tokens, or that this will change soon. */
export type Heading = GroupName | 'soon';

/** The messages of all headings. */
export const headings: Record<Heading, MessageKey> = { ...groupHeadings, soon: 'panelSoon' };

/** One line of explanation for what becomes of a group's tokens. */
export const hints: Record<Heading, MessageKey> = {
  large: 'panelOnePool',
  small: 'panelOnePool',
  failing: 'panelFailingHint',
  soon: 'panelSoonHint',
  billed: 'panelBilledHint',
  elsewhere: 'panelElsewhereHint',
  unknown: 'panelUnknownHint',
};

const deciders: Record<Snapshot['tier']['decidedBy'], MessageKey> = {
  default: 'panelByDefault',
  user: 'panelByUser',
  workspace: 'panelByWorkspace',
  folder: 'panelByFolder',
};

/** Where the usage tier comes from. */
export const decidedText = ({ decidedBy, file }: Snapshot['tier']): string =>
  file === undefined ? speaker.say(deciders[decidedBy]) : speaker.say('panelByFile', file);
