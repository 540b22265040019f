// The worker that parses in a browser: it understands one text after the other. Files beside them it cannot read, so that names are followed
// within a text only, and refines nothing by its path.
import { reasonOf } from './notes';
import { understandFile } from './understand-file';
import type { ThreadAnswer, ThreadRequest } from './understand-worker';

interface WorkerScope {
  onmessage: (event: { data: ThreadRequest }) => void;
  postMessage(answer: ThreadAnswer): void;
}
declare const self: WorkerScope;

async function answer(request: ThreadRequest): Promise<ThreadAnswer> {
  const { id } = request;
  if (request.kind !== 'understand') return { id };
  const understanding = await understandFile(request, { roots: [], read: () => undefined });
  return { id, ...(understanding && { understanding }) };
}

self.onmessage = ({ data }) =>
  void answer(data)
    .catch((error: unknown): ThreadAnswer => ({ id: data.id, error: reasonOf(error) }))
    .then((message) => self.postMessage(message));
