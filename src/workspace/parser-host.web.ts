import { Uri, workspace } from 'vscode';
import type { ParserHost, ParserHostEvents } from './parser-host';
import type { ParserAnswer, ParserRequest } from './question';

/** The part of a browser's `Worker` that is needed. */
interface BrowserWorker {
  onmessage: (event: { data: ParserAnswer }) => void;
  onerror: (event: { message?: string }) => void;
  postMessage(request: ParserRequest): void;
  terminate(): void;
}
declare const Worker: new (url: string) => BrowserWorker;

export const readsDisk = false;

/**
 * Starts a parsing worker, where the extension host itself is a worker.
 * @param file the bundle of `understand-web.ts`, as a URI; its text is read first, since a worker's script must be of the page's origin
 */
export function startParserHost(file: string, { answer, gone }: ParserHostEvents): ParserHost {
  let ended = false;
  const starting = start(file).then((worker) => {
    worker.onmessage = ({ data }) => answer(data);
    worker.onerror = ({ message }) => gone(message ?? 'error');
    if (ended) worker.terminate();
    return worker;
  });
  starting.catch((error: unknown) => gone(String(error)));
  const tell = (what: (worker: BrowserWorker) => void) => void starting.then(what, () => undefined);
  return {
    send: (request) => tell((worker) => worker.postMessage(request)),
    end: () => {
      ended = true;
      tell((worker) => worker.terminate());
    },
  };
}

async function start(file: string): Promise<BrowserWorker> {
  const script = new Blob([new Uint8Array(await workspace.fs.readFile(Uri.parse(file)))], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  try {
    return new Worker(url);
  } finally {
    // The worker knows the URL of its script, but has yet to fetch it.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
