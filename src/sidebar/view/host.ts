import { isSaved, type Saved } from '../guard';
import type { ToHost } from '../protocol';

const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function send(message: ToHost): void {
  api.postMessage(message);
}

/** What the page keeps while it is hidden or reloaded; begins empty if there is nothing, or an older version wrote it. */
export const saved: Saved = restore(api.getState());

function restore(kept: unknown): Saved {
  const { open, scroll, plan } = isSaved(kept) ? kept : { open: [], scroll: 0, plan: {} };
  return { open, scroll, plan };
}

/** Keeps `saved` as it is now for the next time. */
export function save(): void {
  api.setState(saved);
}

/** Notes whether a part is unfolded. */
export function setOpen(key: string, open: boolean): void {
  saved.open = [...saved.open.filter((each) => each !== key), ...(open ? [key] : [])];
  save();
}
