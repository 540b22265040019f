// The page as data: the host writes it as text for the first paint, the page itself makes live elements of it.
import type { ToHost } from '../protocol';

/** What a control's event causes: a message to the host, or whatever a function makes of the control's state. */
export type Action = ToHost | ((control: Control) => ToHost | void);

/** What an action may read of its control. */
export interface Control {
  readonly value: string;
  readonly checked: boolean;
}

/** Attributes by name; `true` stands for an empty one, `false` and undefined for none; `onclick` and its kin hold an action. */
export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined | Action;
}

/** A live element, which cannot be written as text. */
export interface Live {
  readonly nodeType: number;
}

/** An element with its attributes and what it holds. */
export interface Markup<Tag extends string = string> {
  readonly tag: Tag;
  /** Part of a drawing. */
  readonly drawn: boolean;
  readonly attributes: Attributes;
  readonly children: readonly (Markup | string | Live)[];
}

type Child = Markup | string | Live | false | undefined;

/** An element of the page; strings in it are text, and nothing else. */
export const h = <Tag extends string>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): Markup<Tag> => markup(tag, false, attributes, children);

/** An element of a drawing, by the same rules. */
export const svg = <Tag extends string>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): Markup<Tag> => markup(tag, true, attributes, children);

function markup<Tag extends string>(
  tag: Tag,
  drawn: boolean,
  attributes: Attributes,
  children: readonly (Child | readonly Child[])[],
): Markup<Tag> {
  const there = (child: Child) => child !== false && child !== undefined;
  return { tag, drawn, attributes, children: children.flat().filter(there) };
}

/** A part of the page that folds away under its heading. */
export function fold(
  key: string,
  heading: readonly [string, ...(Markup | string)[]],
  content: readonly (Markup | Live)[],
): Markup {
  const [name, ...rest] = heading;
  const summary = h('summary', { 'data-key': key }, h('h2', {}, name), ...rest);
  return h('details', { class: 'fold', 'data-fold': key }, summary, ...content);
}
