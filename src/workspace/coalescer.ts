/**
 * Gathers single items into batches: one goes out when things have been quiet for a while, or have not been for long.
 * While a batch is being dealt with the next one waits, so no two are under way.
 */
export class Coalescer<T> {
  readonly #items = new Map<string, T>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #busy = false;
  #disposed = false;

  /**
   * @param deal takes a batch; each item is the last one given of its key
   * @param quiet how long nothing must come, in milliseconds
   * @param longest how long the first item of a batch waits at most, in milliseconds
   */
  constructor(
    private readonly deal: (items: T[]) => Promise<void>,
    private readonly quiet = 250,
    private readonly longest = 2_000,
  ) {}

  add(key: string, item: T): void {
    if (!this.#items.size) this.#since = Date.now();
    this.#items.set(key, item);
    this.#wait();
  }

  #wait(): void {
    if (this.#disposed || this.#busy) return;
    clearTimeout(this.#timer);
    const left = this.#since + this.longest - Date.now();
    this.#timer = setTimeout(() => void this.#flush(), Math.max(0, Math.min(this.quiet, left)));
  }

  async #flush(): Promise<void> {
    const items = [...this.#items.values()];
    this.#items.clear();
    this.#busy = true;
    try {
      await this.deal(items);
    } finally {
      this.#busy = false;
      if (this.#items.size) this.#wait();
    }
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }
}
