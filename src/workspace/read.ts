import { closeSync, constants, openSync, readSync } from 'node:fs';

/** A pipe may have taken a file's place since that was listed; nobody waits for one to write into it. Windows has neither. */
const mode = constants.O_RDONLY | constants.O_NONBLOCK;

/** Reads files one after the other into one room: of all ways to read many small files the fastest by far. */
export class FileReader {
  /**
   * @param room gives a buffer of so many bytes, always in the same place: what lies in a smaller one lies in a larger one too
   * @param usual how many bytes nearly all files fit into
   */
  constructor(
    private readonly room: (bytes: number) => Uint8Array,
    private readonly usual: number,
  ) {}

  /**
   * Puts the file's bytes into the room and answers how many there are; nothing if there are more than `limit`.
   * Throws what the operating system says.
   */
  read(path: string, limit: number): number | undefined {
    const file = openSync(path, mode);
    try {
      let length = 0;
      for (let buffer = this.room(this.usual); ; buffer = this.room(buffer.length * 2)) {
        const wanted = buffer.length - length;
        const got = readSync(file, buffer, length, wanted, null);
        length += got;
        if (length > limit) return undefined;
        // A regular file gives less than wanted only at its end.
        if (got < wanted) return length;
      }
    } finally {
      closeSync(file);
    }
  }
}
