import type { LexerModule } from './module';
import { kinds, colons, statements, type Site, type Surrounding } from './site';

/** A place as editors count: UTF-16 offsets, a zero-based line and a zero-based column in UTF-16 units. */
export interface Position {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

// Columns of the module's record; the other half is `assembly/record.ts`.
const [beforeColumn, afterColumn, colonColumn, statementColumn, countColumn, firstColumn] = [0, 2, 4, 5, 6, 7];
const surroundingWidth = 6;
const lineReach = 60;

/**
 * A whole literal: a plain string, a template or f-string without substitutions, a run of adjoining Python strings. One object stands
 * for each in its turn, while it is being handed over.
 */
export class Literal {
  #start = 0;
  #end = 0;
  #pieces = 0;
  /** By column, what was read last. */
  #texts: { start: number; end: number; text: string }[] = [];
  #surroundings: { cells: Int32Array; surrounding: Surrounding }[] = [];

  constructor(private readonly module: LexerModule) {}

  /** Lets the object stand for another literal; see `LexerHost.literal`. */
  at(start: number, end: number, pieces: number): this {
    this.#start = start;
    this.#end = end;
    this.#pieces = pieces;
    return this;
  }

  /** Whether it is a run of several literals. */
  get isRun(): boolean {
    return this.#pieces > 0;
  }

  /** What stands between the quotes, as written; of a run, all its parts together. */
  value(): string {
    if (!this.isRun) return this.module.slice(this.#start, this.#end);
    const pieces = this.module.pieces(this.#pieces);
    return pieces.map(([start, end]) => this.module.slice(start, end)).join('');
  }

  /** Where it stands, without the outermost quotes. To be asked in the text's order. */
  position(): Position {
    const { exports } = this.module;
    const start = exports.moveTo(this.#start);
    const [line, column] = [exports.line(), exports.column()];
    return { start, end: exports.moveTo(this.#end), line, column };
  }

  /** What stands around it. */
  site(value = this.value()): Site {
    const { exports, language } = this.module;
    exports.describe();
    const { record } = this.module;
    const around: Surrounding[] = [];
    for (let index = 0; index < (record[countColumn] as number); index++) {
      around.push(this.#surrounding(record, firstColumn + surroundingWidth * index));
    }
    const name = around[0]?.name;
    return {
      value,
      language: language === 'python' ? 'python' : 'javascript',
      line: () => this.#line(),
      before: this.#text(record, beforeColumn) ?? '',
      after: this.#text(record, afterColumn) ?? '',
      colon: colons[record[colonColumn] as number],
      statement: statements[record[statementColumn] as number] ?? 'other',
      ...(name === undefined ? {} : { name }),
      around,
    };
  }

  /** A bracket; mostly the same as around the literal before, since models stand in lists. */
  #surrounding(record: Int32Array, column: number): Surrounding {
    const known = this.#surroundings[column];
    if (known && known.cells.every((cell, index) => cell === record[column + index])) return known.surrounding;
    const [callee, name] = [this.#text(record, column + 1), this.#text(record, column + 3)];
    const surrounding: Surrounding = {
      kind: kinds[record[column] as number] as Surrounding['kind'],
      ...(callee === undefined ? {} : { callee }),
      ...(name === undefined ? {} : { name }),
      index: record[column + 5] as number,
    };
    this.#surroundings[column] = { cells: record.slice(column, column + surroundingWidth), surrounding };
    return surrounding;
  }

  /** The text between the places in two columns; mostly the same as the last time. */
  #text(record: Int32Array, column: number): string | undefined {
    const [start, end] = [record[column] as number, record[column + 1] as number];
    if (start < 0) return undefined;
    const known = this.#texts[column];
    if (known?.start === start && known.end === end) return known.text;
    const text = this.module.slice(start, end);
    this.#texts[column] = { start, end, text };
    return text;
  }

  /** Forgets what stood around literals of an earlier text. */
  forget(): void {
    this.#texts = [];
    this.#surroundings = [];
  }

  #line(): string {
    const before = this.module.slice(this.#start - lineReach, this.#start);
    const after = this.module.slice(this.#end, this.#end + lineReach);
    const lineBreak = after.indexOf('\n');
    return before.slice(before.lastIndexOf('\n') + 1) + (lineBreak < 0 ? after : after.slice(0, lineBreak));
  }
}
