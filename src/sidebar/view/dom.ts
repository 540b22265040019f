type Child = Node | string | false | undefined;
type Listener<K extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[K]) => void;

/** Attributes by name; `true` sets an empty one, `false` and undefined leave it out; `onclick` and its kin add a listener. */
export type Attributes = {
  [name: string]: string | number | boolean | undefined | Listener<'click'> | Listener<'change'> | Listener<'input'>;
};

/**
 * Makes an element. Strings become text nodes and attributes go through setAttribute, so that nothing from the outside
 * is ever read as markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  return furnish(document.createElement(tag), attributes, children);
}

/** Makes an element of a drawing, by the same rules. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): SVGElementTagNameMap[K] {
  return furnish(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function furnish<E extends Element>(
  element: E,
  attributes: Attributes,
  children: readonly (Child | readonly Child[])[],
): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) if (child !== false && child !== undefined) element.append(child);
  return element;
}

/**
 * Replaces the children of `parent`, and gives the focus back to the element with the same `data-key`
 * if it was among the old ones.
 */
export function replaceKeepingFocus(parent: HTMLElement, children: readonly Node[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const key = focused instanceof HTMLElement ? focused.dataset.key : undefined;
  parent.replaceChildren(...children);
  if (key) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** A part of the page under a heading that folds it away. */
export function fold(
  key: string,
  heading: readonly [string, ...(Node | string)[]],
  content: readonly Node[],
): HTMLElement {
  const [name, ...rest] = heading;
  const summary = h('summary', { 'data-key': key }, h('h2', {}, name), ...rest);
  return h('details', { class: 'fold', 'data-fold': key }, summary, ...content);
}
