import type { Language } from '../reference';
import { Literal } from './literal';
import { LexerModule, Wanted } from './module';

/** The languages by the module's numbers. */
const numbers: Readonly<Record<Language, number>> = {
  python: 0,
  javascript: 1,
  javascriptreact: 1,
  typescript: 2,
  typescriptreact: 3,
};

/** Hears what is in a text, in order; comments after all literals. */
export interface Reader {
  /** Without it, only comments are read. The literal is valid only until this returns. */
  literal?(literal: Literal): void;
  /** A comment's UTF-16 offsets, its marks included. */
  comment?(start: number, end: number): void;
}

/** A memory larger than this is not kept for the next text; see `Lexer.release`. */
const maxKept = 16 << 20;
/** How many bytes a text usually has more than UTF-16 units. */
const spare = 1 << 12;
const encoder = new TextEncoder();

/**
 * Reads source texts, one after the other. It is tolerant and never throws: half-typed code costs a line at most, and time grows linearly
 * with the text's length. It builds no tree; what it knows about a literal is the code around it.
 */
export class Lexer {
  /** The most brackets that the last text had open at once. */
  mostOpen = 0;
  #module: LexerModule | undefined;
  #room = new Uint8Array();
  /** The memory that the room is part of. */
  #memory: Uint8Array | undefined;
  #length = 0;
  #reader: Reader = {};
  #comments: number[] = [];

  /** Where to put a text of up to so many bytes, in UTF-8; valid until the next call of any method. */
  room(capacity: number): Uint8Array {
    const module = this.#ready();
    module.reserve(capacity);
    if (this.#memory !== module.bytes || this.#room.length !== capacity) {
      this.#memory = module.bytes;
      this.#room = module.bytes.subarray(module.textStart, module.textStart + capacity);
    }
    return this.#room;
  }

  /** Takes the room's bytes between two offsets as the text. */
  take(from: number, to: number): void {
    const module = this.#ready();
    module.exports.setText(module.textStart + from, module.textStart + to);
    this.#length = to;
  }

  /** Takes a string as the text. */
  takeString(text: string): void {
    let room = this.room(text.length + spare);
    let { read, written } = encoder.encodeInto(text, room);
    while (read < text.length) {
      // The memory keeps what it holds as it grows.
      room = this.room(written + 3 * (text.length - read));
      const more = encoder.encodeInto(text.slice(read), room.subarray(written));
      read += more.read;
      written += more.written;
    }
    this.take(0, written);
  }

  /** Whether the text can name a model at all; text in UTF-16, which has not been decoded yet, always can. */
  mayNameModel(): boolean {
    return this.#ready().exports.mayNameModel() !== 0;
  }

  /** Whether the text can hold an ignore comment; see `directives.ts`. */
  mayHoldDirective(): boolean {
    return this.#ready().exports.mayHoldDirective() !== 0;
  }

  /** Reads the whole text. Where only models are wanted, it stops after the last place that may name one. */
  read(language: Language, wanted: Wanted, reader: Reader): void {
    const module = this.#ready();
    const { exports } = module;
    module.language = language;
    module.isAscii = exports.isAscii(module.textStart, module.textStart + this.#length) !== 0;
    this.#reader = reader;
    this.#comments = [];
    try {
      exports.rewind();
      exports.lex(numbers[language], wanted);
      this.mostOpen = exports.mostOpen();
      exports.rewind();
      for (let at = 0; at < this.#comments.length; at += 2) {
        const start = exports.moveTo(this.#comments[at] as number);
        reader.comment?.(start, exports.moveTo(this.#comments[at + 1] as number));
      }
    } finally {
      this.#reader = {};
      this.release();
    }
  }

  /** To be called if a text was taken but is not read: nothing more is asked about it, and its memory may be freed. */
  release(): void {
    if (!this.#module || this.#module.bytes.length <= maxKept) return;
    this.#module = undefined;
    this.#memory = undefined;
    this.#room = new Uint8Array();
  }

  #ready(): LexerModule {
    if (this.#module) return this.#module;
    const module: LexerModule = new LexerModule({
      literal: (start, end, pieces) => this.#reader.literal?.(literal.at(start, end, pieces)),
      comment: (start, end) => void this.#comments.push(start, end),
    });
    const literal = new Literal(module);
    return (this.#module = module);
  }
}

export { Wanted };

let shared: Lexer | undefined;

/** The lexer that reads all strings, one after the other. */
export function sharedLexer(): Lexer {
  return (shared ??= new Lexer());
}

/** Reads a whole string; see `Lexer.read`. Not to be called while it is reading. */
export function lex(text: string, language: Language, wanted: Wanted, reader: Reader): Lexer {
  const lexer = sharedLexer();
  lexer.takeString(text);
  lexer.read(language, wanted, reader);
  return lexer;
}
