import { Lexer } from '../core/find/lexer/lexer';
import { noExtraIds } from '../core/find/model-id';
import { reasonOf, type Note } from './notes';
import { FileReader } from './read';
import { isMinifiedName, largestFile, type SkipReason } from './skip-rules';

/** What there is to say of a file that is not to be looked at any closer; of most, nothing. */
export interface Sifted {
  readonly skipped?: SkipReason;
  readonly note?: Note;
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
   * A file's length if it may name a model, which is then what the lexer has taken; else what there is to say of it.
   * @param named whether the user named this very file, so that no rule leaves it out
   */
  sift(path: string, named: boolean): number | Sifted {
    if (!named && isMinifiedName(path)) return { skipped: 'minified' };
    try {
      const length = this.#reader.read(path, named ? Infinity : largestFile);
      if (length === undefined) return { skipped: 'large' };
      this.lexer.take(0, length);
      return this.lexer.mayNameModel() || this.extraIds.size > 0 ? length : nothing;
    } catch (error) {
      return { note: unread(path, error) };
    }
  }
}

/** What is said of a file that cannot be read. */
export function unread(path: string, error: unknown): Note {
  return { severity: 'error', path, message: `Not read: ${reasonOf(error)}.` };
}
