import { languageOf } from '../core/find/languages';
import { Lexer } from '../core/find/lexer/lexer';
import { noExtraIds } from '../core/find/model-id';
import type { FileScan } from './batch';
import { reasonOf, type Note } from './notes';
import { FileReader } from './read';
import { isMinifiedName, largestFile } from './skip-rules';

/** What a look at a file's bytes comes to. */
export interface Sifted extends Omit<FileScan, 'found'> {
  /** There if the file may name a model: it is to be looked at closer. */
  readonly candidate?: Candidate;
}

/** A file that may name a model. */
export interface Candidate {
  /** In bytes. */
  readonly length: number;
  /** Whether it holds an id that only a listing of the user's makes one; see `Program.extraIds`. */
  readonly extra: boolean;
}

const nothing: Sifted = {};

/** Reads files one after the other, synchronously, and tells which may name a model. */
export class Sieve {
  /** Files are read right into its memory: what names no model is never copied nor decoded. */
  readonly lexer = new Lexer();
  readonly #reader = new FileReader((bytes) => this.lexer.room(bytes), largestFile + 1);

  /** @param extraIds ids to be found whatever their shape; see `Program.extraIds` */
  constructor(readonly extraIds = noExtraIds) {}

  /**
   * Reads a file. If it is a candidate, the lexer has taken its bytes.
   * @param named whether the user named this very file, so that no rule leaves it out
   */
  sift(path: string, named: boolean): Sifted {
    if (!named && isMinifiedName(path)) return { skipped: 'minified' };
    try {
      const length = this.#reader.read(path, named ? Infinity : largestFile);
      if (length === undefined) return { skipped: 'large' };
      this.lexer.take(0, length);
      const extra = this.#holdsExtraId(length);
      const mayName = extra || this.lexer.mayNameModel();
      return mayName && languageOf(path) ? { candidate: { length, extra } } : nothing;
    } catch (error) {
      return { note: unread(path, error) };
    }
  }

  /** The first bytes in the lexer's room. */
  bytes(length: number): Buffer {
    const room = this.lexer.room(length);
    return Buffer.from(room.buffer, room.byteOffset, length);
  }

  #holdsExtraId(length: number): boolean {
    if (!this.extraIds.size) return false;
    const bytes = this.bytes(length);
    for (const id of this.extraIds) if (bytes.includes(id)) return true;
    return false;
  }
}

/** What is said of a file that cannot be read. */
export function unread(path: string, error: unknown): Note {
  return { severity: 'error', path, message: `Not read: ${reasonOf(error)}.` };
}
