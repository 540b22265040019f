import type { ToHost } from '../protocol';
import type { Action, Attributes, Control, Live, Markup } from './markup';
import { send } from './host';

type ElementOf<Tag extends string> = Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : Element;

/**
 * Makes an element. Strings become text nodes and attributes go through setAttribute, so that nothing from the outside
 * is ever read as markup.
 */
export function create<Tag extends string>({ tag, drawn, attributes, children }: Markup<Tag>): ElementOf<Tag> {
  const element = drawn ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  furnish(element, attributes);
  element.append(...children.map(node));
  return element as Element as ElementOf<Tag>;
}

function furnish(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'object' || typeof value === 'function') act(element, name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

function act(element: Element, event: string, action: Action): void {
  element.addEventListener(event, (happened) => {
    const message = typeof action === 'function' ? action(element as unknown as Control) : action;
    if (message) send(isByKey(happened) ? told(message) : message);
  });
}

/** Enter and the space bar cause clicks with a count of 0. */
const isByKey = (event: Event): boolean => event instanceof MouseEvent && event.detail === 0;

/** Adds to a message that it was sent by keyboard, if VS Code's own inputs will take the focus. */
function told(message: ToHost): ToHost {
  switch (message.type) {
    case 'usage':
    case 'showPlaces':
    case 'replace':
      return { ...message, byKey: true };
    default:
      return message;
  }
}

function node(child: Markup | string | Live): Node | string {
  return typeof child === 'object' && 'tag' in child ? create(child) : (child as Node | string);
}

/**
 * Replaces the children of `parent`, and gives the focus back to the element with the same `data-key`
 * if it was among the old ones.
 */
export function replaceKeepingFocus(parent: HTMLElement, children: readonly Markup[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const key = focused instanceof HTMLElement ? focused.dataset.key : undefined;
  parent.replaceChildren(...children.map(node));
  if (key) focusOn(parent, key);
}

/** Gives the focus to the element with this `data-key`, if there is one. */
export function focusOn(parent: HTMLElement, key: string, options?: FocusOptions): void {
  parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus(options);
}
