import * as z from 'zod/mini';
import { snapshotSchema, type ToHost } from '../protocol';

const savedSchema = z.object({
  snapshot: z.optional(snapshotSchema),
  /** The keys of the parts that are unfolded. */
  open: z.array(z.string()),
  scroll: z.number(),
  /** What the user plans with, by model. */
  plan: z.record(z.string(), z.object({ tokensPerCall: z.int(), callsPerDay: z.int() })),
});

const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function send(message: ToHost): void {
  api.postMessage(message);
}

/** What the page keeps while it is hidden or reloaded; begins empty if there is nothing, or an older version wrote it. */
export const saved: z.infer<typeof savedSchema> = restore();

function restore() {
  const kept = savedSchema.safeParse(api.getState());
  return kept.success ? kept.data : { open: [], scroll: 0, plan: {} };
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
