import { Worker } from 'node:worker_threads';
import { reasonOf, type Note } from './notes';
import type { Batch, Share } from './share';

/** What a helping thread hears: its only message. */
export interface HelpRequest {
  readonly kind: 'help';
  readonly share: Share;
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

  /** Lets the thread work on the share; settles when it has ended. Says so if it broke off. */
  async help(share: Share, emit: (batch: Batch) => void, complain: (note: Note) => void): Promise<void> {
    this.#worker.on('message', (answer: HelpAnswer) => {
      if (answer) emit(answer);
      else void this.#worker.terminate();
    });
    this.#worker.postMessage({ kind: 'help', share } satisfies HelpRequest);
    const error = await this.#end;
    if (error === undefined) return;
    const message = `A thread broke off, so files may be missing; scan again. (${reasonOf(error)})`;
    complain({ severity: 'error', message });
  }
}
