import type { MessagePort } from 'node:worker_threads';
import type { Batch } from './batch';
import type { Note } from './notes';
import type { Root } from './scan-tree';

/** What holds for every scan. */
interface Asked {
  readonly id: number;
  readonly roots: readonly Root[];
  /** Ids to be found whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
}

/** What the scanning thread is asked to do; one thing at a time, in order. */
export type ScanRequest =
  /**
   * Scan everything. The cache keeps what was found for the next start; of what its content remembers (see `readFound`), only what no
   * longer holds is told. The content comes along, since another scan may have rewritten the file by now. `helpers` are ports of helping
   * threads that are running already, to be transferred with the request.
   */
  | (Asked & {
      readonly kind: 'scan';
      readonly cache?: { readonly file: string; readonly version: string; readonly content: Uint8Array } | undefined;
      readonly helpers?: readonly MessagePort[];
    })
  /** Scan these paths, which may be files or folders, may be gone, and may be left out by the rules. */
  | (Asked & { readonly kind: 'paths'; readonly paths: readonly string[] })
  /** Break off the scan with this id. */
  | { readonly kind: 'cancel'; readonly id: number };

/** What a scan of single paths tells besides what was found. */
export interface PathsAnswer {
  /** Those of the paths that are no part of the workspace (any more): gone, or left out by the rules, be it for what they hold. */
  readonly outside: readonly string[];
  /** The folders among them, and all in these, that the rules do not leave out; they end in `/`. */
  readonly folders: readonly string[];
}

/** What the scanning thread tells; each by the id of its request. */
export type ScanAnswer =
  | { readonly kind: 'batch'; readonly id: number; readonly batch: Batch; readonly total: number }
  | { readonly kind: 'note'; readonly id: number; readonly note: Note }
  /** Of a scan: files that hold nothing of what was said of them by the cache. */
  | { readonly kind: 'gone'; readonly id: number; readonly paths: readonly string[] }
  | ({ readonly kind: 'paths'; readonly id: number } & PathsAnswer)
  /** The last answer. `error` says why the request failed as a whole. */
  | { readonly kind: 'done'; readonly id: number; readonly error?: string };
