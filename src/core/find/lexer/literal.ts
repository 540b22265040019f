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
const [positionColumn, openedColumn] = [40, 44];
const lineReach = 60;
const restReach = 600;

/**
 * A whole literal: a plain string, a template or f-string without substitutions, a run of adjoining Python strings. One object represents
 * each in turn while it is being handed over.
 */
export class Literal {
  #start = 0;
  #end = 0;
  #pieces = 0;
  #site: Site | undefined;

  constructor(private readonly module: LexerModule) {}

  /** Makes the object represent another literal; see `LexerHost.literal`. */
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

  /** The text between the quotes, as written; for a run, all its parts together. */
  value(): string {
    if (!this.isRun) return this.module.slice(this.#start, this.#end);
    const pieces = this.module.pieces(this.#pieces);
    return pieces.map(([start, end]) => this.module.slice(start, end)).join('');
  }

  /** Where it is, without the outermost quotes. To be asked in the text's order. */
  position(): Position {
    const { exports, record } = this.module;
    exports.locate(this.#start, this.#end);
    const cell = (column: number): number => record[positionColumn + column] as number;
    return { start: cell(0), end: cell(1), line: cell(2), column: cell(3) };
  }

  /** What is around it: the same object as for the last literal if that is the same, as in a list. */
  site(): Site {
    const isOther = this.module.exports.describe() !== 0;
    const [before, after] = [this.#text(beforeColumn) ?? '', this.#text(afterColumn) ?? ''];
    const last = this.#site;
    if (last && !isOther && last.before === before && last.after === after) return last;
    return (this.#site = this.#read(before, after));
  }

  #read(before: string, after: string): Site {
    const { record, language } = this.module;
    const around: Surrounding[] = [];
    for (let index = 0; index < (record[countColumn] as number); index++)
      around.push(this.#surrounding(firstColumn + surroundingWidth * index));
    return {
      language: language === 'python' ? 'python' : 'javascript',
      before,
      after,
      colon: colons[record[colonColumn] as number],
      statement: statements[record[statementColumn] as number] ?? 'other',
      name: around[0]?.name,
      around,
    };
  }

  #surrounding(column: number): Surrounding {
    const { record } = this.module;
    return {
      kind: kinds[record[column] as number] as Surrounding['kind'],
      callee: this.#text(column + 1),
      name: this.#text(column + 3),
      index: record[column + 5] as number,
    };
  }

  /** The text between the places in two columns. */
  #text(column: number): string | undefined {
    const { record } = this.module;
    const start = record[column] as number;
    return start < 0 ? undefined : this.module.slice(start, record[column + 1] as number);
  }

  /** The text before its opening quote, up to 600 bytes. */
  lead(): string {
    const end = this.#start - 1;
    return this.module.slice(Math.max(this.module.textStart, end - restReach), end);
  }

  /**
   * The text between its opening quote and the bracket around it, or the bracket around that one; '' where that opens more than 600 bytes
   * away. To be asked after `site`.
   */
  inBracket(level: 0 | 1 = 0): string {
    const [start, end] = [(this.module.record[openedColumn + level] as number) + 1, this.#start - 1];
    return end - start > restReach ? '' : this.module.slice(start, end);
  }

  /** The text after its closing quote, up to 600 bytes; zeros follow the text's end. */
  rest(): string {
    return this.module.slice(this.#end + 1, this.#end + restReach);
  }

  /** Up to 60 bytes of the same line before and after it, without itself. */
  line(): string {
    const before = this.module.slice(this.#start - lineReach, this.#start);
    const after = this.module.slice(this.#end, this.#end + lineReach);
    const lineBreak = after.indexOf('\n');
    return before.slice(before.lastIndexOf('\n') + 1) + (lineBreak < 0 ? after : after.slice(0, lineBreak));
  }
}
