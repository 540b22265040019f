import { Uri, workspace } from 'vscode';
import type { ParserHost, ParserHostEvents } from './parser-host';
import type { ParserAnswer, ParserRequest } from './question';

/** As much of a browser's worker as is needed. */
interface BrowserWorker {
  onmessage: (event: { data: ParserAnswer }) => void;
  onerror: (event: { message?: string }) => void;
  postMessage(request: ParserRequest): void;
  terminate(): void;
}
declare const Worker: new (url: string) => BrowserWorker;

export const readsDisk = false;

/**
 * Starts a worker that parses, where the extension host itself is one.
 * @param file the bundle of `understand-web.ts`, as a URI: no worker may come from another origin than its page, so its text is fetched first
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
    // The worker has been told where its script is, but reads it only now.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
