import { closeSync, openSync, readSync } from 'node:fs';

/** Reads files one after the other into one buffer: of all ways to read many small files the fastest by far. */
export class FileReader {
  #buffer: Buffer;

  /** @param buffer used as long as files fit into it; a larger one takes its place for those that do not */
  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  /**
   * The file's bytes, valid until the next call; nothing if there are more than `limit`.
   * Throws what the operating system says.
   */
  read(path: string, limit: number): Buffer | undefined {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        const wanted = this.#buffer.length - length;
        const got = readSync(file, this.#buffer, length, wanted, null);
        length += got;
        if (length > limit) return undefined;
        // A regular file gives less than wanted only at its end.
        if (got < wanted) return this.#buffer.subarray(0, length);
        this.#grow();
      }
    } finally {
      closeSync(file);
    }
  }

  #grow(): void {
    const larger = Buffer.allocUnsafeSlow(this.#buffer.length * 2);
    this.#buffer.copy(larger);
    this.#buffer = larger;
  }
}
