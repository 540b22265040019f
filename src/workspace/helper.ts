import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Batch } from './batch';
import type { Share } from './share';

/** What a helping thread receives: shares to scan, and `undefined` when there will be no more. It sends batches, then `undefined`. */
export type HelperRequest = Share | undefined;
export type HelperAnswer = Batch | undefined;

/**
 * Starts threads that scan the files of shares. A thread ends when its port closes.
 * @param file the bundle of `helper-worker.ts`
 * @returns a port for each, to make a `Helper` from in any thread; fewer if the system does not allow as many threads
 */
export function startHelpers(file: string, count: number): MessagePort[] {
  const ports: MessagePort[] = [];
  try {
    while (ports.length < count) ports.push(start(file));
  } catch {
    // Those that have started have to do.
  }
  return ports;
}

function start(file: string): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(file, { workerData: port2, transferList: [port2], execArgv: [] });
  // The port closes, which tells the other end.
  worker.on('error', () => {});
  return port1;
}

/** A helping thread, seen from the scanning one. */
export class Helper {
  /** Whether nothing more will come from it, and whether it broke off before it was done. */
  ended = false;
  brokeOff = false;

  constructor(private readonly port: MessagePort) {
    port.once('close', () => {
      this.brokeOff = !this.ended;
      this.ended = true;
    });
  }

  /** Gives the thread a share to scan together with others. */
  take(share: Share): void {
    this.port.postMessage(share satisfies HelperRequest);
  }

  /** Tells the thread that there are no more shares. */
  dismiss(): void {
    this.port.postMessage(undefined satisfies HelperRequest);
  }

  /** The next batch that the thread has sent, if there is one. */
  hear(): Batch | undefined {
    const heard = receiveMessageOnPort(this.port) as { message: HelperAnswer } | undefined;
    if (heard && !heard.message) {
      this.ended = true;
      this.port.close();
    }
    return heard?.message;
  }
}
