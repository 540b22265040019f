/**
 * Gathers items into batches: a batch goes out once no item has come for a while, or once its first item has waited long enough.
 * Only one batch is handled at a time; the next one waits.
 */
export class Coalescer<T> {
  readonly #items = new Map<string, T>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #busy = false;
  #disposed = false;

  /**
   * @param deal handles a batch, in which each key has the item added last
   * @param quiet how long no item must come before a batch goes out, in milliseconds
   * @param maxWait how long the first item of a batch waits at most, in milliseconds
   */
  constructor(
    private readonly deal: (items: T[]) => Promise<void>,
    private readonly quiet = 250,
    private readonly maxWait = 2_000,
  ) {}

  add(key: string, item: T): void {
    if (!this.#items.size) this.#since = Date.now();
    this.#items.set(key, item);
    this.#wait();
  }

  #wait(): void {
    if (this.#disposed || this.#busy) return;
    clearTimeout(this.#timer);
    const left = this.#since + this.maxWait - Date.now();
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
