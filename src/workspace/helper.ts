import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Batch } from './batch';
import type { Share } from './share';

/** What a helping thread hears: shares to work on, and `undefined` when there will be no more. It says batches, then `undefined`. */
export type HelperRequest = Share | undefined;
export type HelperAnswer = Batch | undefined;

/**
 * Starts threads that scan files off shares. A thread ends when its port closes.
 * @param file the bundle of `helper-worker.ts`
 * @returns their ports, for a `Helper` each, in whatever thread; fewer where the system allows no more threads
 */
export function startHelpers(file: string, count: number): MessagePort[] {
  const ports: MessagePort[] = [];
  try {
    while (ports.length < count) ports.push(start(file));
  } catch {
    // The others have to do.
  }
  return ports;
}

function start(file: string): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(file, { workerData: port2, transferList: [port2], execArgv: [] });
  // The port closes, so whoever holds the other end hears of it.
  worker.on('error', () => {});
  return port1;
}

/** A helping thread, as the scanning one knows it. */
export class Helper {
  /** Whether there is nothing more to hear of it, and whether it broke off before it was done. */
  ended = false;
  brokeOff = false;

  constructor(private readonly port: MessagePort) {
    port.once('close', () => {
      this.brokeOff = !this.ended;
      this.ended = true;
    });
  }

  /** Gives the thread a share to work on beside others. */
  take(share: Share): void {
    this.port.postMessage(share satisfies HelperRequest);
  }

  /** Says that there are no more shares. */
  dismiss(): void {
    this.port.postMessage(undefined satisfies HelperRequest);
  }

  /** The next of what the thread has said, if there is any. */
  hear(): Batch | undefined {
    const heard = receiveMessageOnPort(this.port) as { message: HelperAnswer } | undefined;
    if (heard && !heard.message) {
      this.ended = true;
      this.port.close();
    }
    return heard?.message;
  }
}
