/** How many times as long as the last run the next one waits: so it takes at most a fifth of the extension host's time. */
const rest = 4;
/** The longest wait, in milliseconds: nothing that is shown should be older than that. */
const maxWait = 3_000;

/**
 * Throttles work: does it a while after it is asked for, once for all who ask meanwhile. While a large workspace is scanned something
 * changes all the time, and a view of thousands of places would do little but update.
 */
export class Pace {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #took = 0;

  /** @param pause the shortest wait, in milliseconds: a scan reports more often than anyone can read */
  constructor(private readonly pause: number) {}

  soon(act: () => void): void {
    const wait = Math.max(this.pause, Math.min(maxWait, rest * this.#took));
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      act();
    }, wait);
  }

  /** Does the work whose duration decides the next wait. */
  async measured<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.#took = performance.now() - started;
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
