import { Worker } from 'node:worker_threads';
import { reasonOf, type Note } from './notes';
import type { Batch, Share } from './share';

/** What a helping thread hears: shares to work on, and that there will be no more. */
export interface HelpRequest {
  readonly kind: 'help';
  readonly share?: Share;
}

/** What it says: batches, and `undefined` when no file is left. */
export type HelpAnswer = Batch | undefined;

/** Another thread that takes files off a share. */
export class Helper {
  readonly #worker: Worker;
  readonly #end: Promise<unknown>;

  private constructor(file: string) {
    this.#worker = new Worker(file);
    this.#end = new Promise((resolve) => this.#worker.once('error', resolve).once('exit', () => resolve(undefined)));
  }

  /** Starts threads; none where the system allows none. */
  static start(file: string, count: number): Helper[] {
    try {
      return Array.from({ length: count }, () => new Helper(file));
    } catch {
      return [];
    }
  }

  /** Gives the thread a share to work on beside others. */
  take(share: Share): void {
    this.#worker.postMessage({ kind: 'help', share } satisfies HelpRequest);
  }

  /** Hears what the thread finds; settles when it has worked off all shares. Says so if it broke off. */
  async finish(emit: (batch: Batch) => void, complain: (note: Note) => void): Promise<void> {
    this.#worker.on('message', (answer: HelpAnswer) => {
      if (answer) emit(answer);
      else void this.#worker.terminate();
    });
    this.#worker.postMessage({ kind: 'help' } satisfies HelpRequest);
    const error = await this.#end;
    if (error === undefined) return;
    const message = `A thread broke off, so files may be missing; scan again. (${reasonOf(error)})`;
    complain({ severity: 'error', message });
  }
}
