// The worker that parses in a browser. It can read no file by itself: names are followed within a text only.
import { nowhere } from './modules';
import { reasonOf } from './notes';
import { refineText } from './refine-text';
import { understandFile } from './understand-file';
import type { ThreadAnswer, ThreadRequest } from './understand-worker';

interface WorkerScope {
  onmessage: (event: { data: ThreadRequest }) => void;
  postMessage(answer: ThreadAnswer): void;
}
declare const self: WorkerScope;

async function answer(request: ThreadRequest): Promise<ThreadAnswer> {
  const { id } = request;
  if (request.kind === 'refine') return { id, refined: await refineText(request.text ?? '', request.found, nowhere) };
  if (request.kind === 'keep') return { id };
  const understanding = await understandFile(request, nowhere);
  return { id, ...(understanding && { understanding }) };
}

self.onmessage = ({ data }) =>
  void answer(data)
    .catch((error: unknown): ThreadAnswer => ({ id: data.id, error: reasonOf(error) }))
    .then((message) => self.postMessage(message));
