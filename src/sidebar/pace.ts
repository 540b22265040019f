/** How much longer than the last work took the next one waits: so it takes a fifth of the extension host's time at most. */
const rest = 4;
/** What it waits at most, in milliseconds: nobody should have to wait for what is the case longer than that. */
const longest = 3_000;

/**
 * Does work some time after it is asked for, once for all that ask meanwhile. While a large workspace is scanned something changes all the
 * time, and what shows thousands of places would do little else than show them.
 */
export class Pace {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #took = 0;

  /** @param pause how long it waits at least, in milliseconds: a scan reports more often than anyone can read */
  constructor(private readonly pause: number) {}

  soon(act: () => void): void {
    const wait = Math.max(this.pause, Math.min(longest, rest * this.#took));
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      act();
    }, wait);
  }

  /** Does the work by which the next wait is measured. */
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
