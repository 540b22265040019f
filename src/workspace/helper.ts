import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { reasonOf, type Note } from './notes';
import type { Share } from './share';
import type { SkipReason } from './skip-rules';

/** What a helping thread has sifted since it last said so. */
export interface Sifting {
  /** How many files it is done with: all but those that are to be looked at closer. */
  readonly done: number;
  /** Files that may name a model. */
  readonly closer: readonly { readonly path: string; readonly named: boolean }[];
  readonly notes: readonly Note[];
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[];
}

/** What a helping thread hears: shares to work on, and `undefined` when there will be no more. It says siftings, then `undefined`. */
export type HelperRequest = Share | undefined;
export type HelperAnswer = Sifting | undefined;

/**
 * Another thread that reads files off shares and tells which of them may name a model. It finds nothing itself: what does that takes a
 * JIT so long to compile that a second thread doing the same would gain nothing.
 */
export class Helper {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  /** Whether there is nothing more to hear of it, and why if it broke off. */
  ended = false;
  brokeOff: string | undefined;

  private constructor(file: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(file, { workerData: port2, transferList: [port2], execArgv: [] });
    this.#worker.once('error', (error) => (this.brokeOff = reasonOf(error)));
    this.#worker.once('exit', () => (this.ended = true));
  }

  /** Starts threads; none where the system allows none. */
  static start(file: string, count: number): Helper[] {
    try {
      return Array.from({ length: count }, () => new Helper(file));
    } catch {
      return [];
    }
  }

  /** Gives the thread a share to work on beside others, or says that there are no more. */
  take(share: HelperRequest): void {
    this.#port.postMessage(share);
  }

  /** The next of what the thread has said, if there is any. */
  hear(): Sifting | undefined {
    const heard = receiveMessageOnPort(this.#port) as { message: HelperAnswer } | undefined;
    if (!heard || heard.message) return heard?.message;
    this.ended = true;
    void this.#worker.terminate();
    return undefined;
  }
}
