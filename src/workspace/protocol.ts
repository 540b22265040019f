import type { MessagePort } from 'node:worker_threads';
import type { Batch } from './batch';
import type { Note } from './notes';
import type { Root } from './scan-tree';

/** What every scan needs. */
interface Asked {
  readonly id: number;
  readonly roots: readonly Root[];
  /** Ids to find whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
}

/** What the scanning thread can be asked to do. It handles requests one at a time, in order. */
export type ScanRequest =
  /**
   * Scan everything. The cache stores what is found for the next start; of what its content remembers (see `readFound`), only what no longer
   * holds is reported. The content is passed along, since another scan may have rewritten the file meanwhile. `helpers` are the ports of helping
   * threads that are already running, to be transferred with the request.
   */
  | (Asked & {
      readonly kind: 'scan';
      readonly cache?: { readonly file: string; readonly version: string; readonly content: Uint8Array } | undefined;
      readonly helpers?: readonly MessagePort[];
    })
  /** Scan these paths: files or folders, which may have gone or be left out by the rules. */
  | (Asked & { readonly kind: 'paths'; readonly paths: readonly string[] })
  /** Break off the scan with this id. */
  | { readonly kind: 'cancel'; readonly id: number };

/** What a scan of single paths reports besides what it found. */
export interface PathsAnswer {
  /** The paths that are not part of the workspace (any more): gone, or left out by rules on their names or contents. */
  readonly outside: readonly string[];
  /** The folders among the paths, and those inside them, that the rules do not leave out; they end in `/`. */
  readonly folders: readonly string[];
}

/** What the scanning thread sends, with the id of the request. */
export type ScanAnswer =
  | { readonly kind: 'batch'; readonly id: number; readonly batch: Batch; readonly total: number }
  | { readonly kind: 'note'; readonly id: number; readonly note: Note }
  /** For a scan: files in which nothing is left of what the cache remembered. */
  | { readonly kind: 'gone'; readonly id: number; readonly paths: readonly string[] }
  | ({ readonly kind: 'paths'; readonly id: number } & PathsAnswer)
  /** The last answer. `error` says why the request failed as a whole. */
  | { readonly kind: 'done'; readonly id: number; readonly error?: string };
