import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { noExtraIds } from '../core/find/model-id';
import type { Batch } from './batch';
import { ScanCache } from './cache';
import { reasonOf, type Note } from './notes';
import type { ScanAnswer, ScanRequest } from './protocol';
import { scanPaths } from './scan-paths';
import { scanTree } from './scan-tree';

// Electron's Node treats `.asar` archives as folders and keeps them open once asked about them, so that on Windows nobody could rebuild one.
(process as { noAsar?: boolean }).noAsar = true;

/** The running scans, by the ids of their requests. */
const underway = new Map<number, AbortController>();

function send(answer: ScanAnswer): void {
  parentPort?.postMessage(answer);
}

parentPort?.on('message', (request: ScanRequest) => {
  if (request.kind === 'cancel') underway.get(request.id)?.abort();
  else void answer(request);
});

async function answer(request: Exclude<ScanRequest, { kind: 'cancel' }>): Promise<void> {
  const { id, roots, extraIds = noExtraIds } = request;
  const onBatch = (batch: Batch, total: number) => send({ kind: 'batch', id, batch, total });
  const onNote = (note: Note) => send({ kind: 'note', id, note });
  const abort = new AbortController();
  underway.set(id, abort);
  let saveCache = () => {};
  try {
    if (request.kind === 'paths') {
      send({ kind: 'paths', id, ...(await scanPaths(roots, request.paths, onBatch, onNote, extraIds)) });
    } else {
      const kept = request.cache;
      const cache = kept && new ScanCache(kept.file, kept.version, Date.now(), kept.content);
      const { signal } = abort;
      saveCache = await scanTree({
        roots,
        helperFile: join(__dirname, 'helper-worker.js'),
        ...(request.helpers && { helpers: request.helpers }),
        ...(cache && { cache }),
        extraIds,
        onBatch,
        onGone: (paths) => send({ kind: 'gone', id, paths }),
        onNote,
        signal,
      });
    }
    send({ kind: 'done', id });
  } catch (error) {
    send({ kind: 'done', id, error: reasonOf(error) });
  } finally {
    underway.delete(id);
  }
  // Results come first; the next request has to wait for this, which does not take long.
  saveCache();
}
