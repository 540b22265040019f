import * as z from 'zod/mini';
import { snapshotSchema, type Snapshot, type ToHost } from '../protocol';

const savedSchema = z.object({
  snapshot: z.optional(snapshotSchema),
  /** The keys of the parts that are unfolded. */
  open: z.array(z.string()),
  scroll: z.number(),
});

/** What the view keeps while it is hidden or reloaded. */
export type Saved = z.infer<typeof savedSchema>;

const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function send(message: ToHost): void {
  api.postMessage(message);
}

/** The state of the last time; a fresh one if there is none or an older version of the view wrote it. */
export function restore(): Saved {
  const saved = savedSchema.safeParse(api.getState());
  return saved.success ? saved.data : { open: [], scroll: 0 };
}

/** Keeps the state for the next time. */
export function save(open: ReadonlySet<string>, snapshot: Snapshot | undefined): void {
  api.setState({ snapshot, open: [...open], scroll: document.scrollingElement?.scrollTop ?? 0 } satisfies Saved);
}
