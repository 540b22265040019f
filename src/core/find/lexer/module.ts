import type { Language } from '../reference';
import { binary } from './binary';

/** What a lexer hands over; the numbers are the module's. */
export enum Wanted {
  /** Literals that may name a model. */
  Models,
  /** All whole literals. */
  Literals,
  /** All whole literals and all comments. */
  Comments,
}

/** What the WebAssembly module in `assembly/` exports. Places are addresses in its memory. */
interface LexerExports {
  readonly memory: WebAssembly.Memory;
  /** Makes room for a text of so many bytes and returns where to put it. */
  reserve(bytes: number): number;
  setText(start: number, end: number): void;
  mayNameModel(): number;
  mayHoldDirective(): number;
  lex(language: number, wanted: Wanted): void;
  /** Describes the literal being handed over in the record; returns whether its surroundings differ from the last one's. */
  describe(): number;
  recordAddress(): number;
  piecesAddress(): number;
  isAscii(start: number, end: number): number;
  rewind(): void;
  /** The number of UTF-16 units before a place at or after the last one asked for. */
  moveTo(place: number): number;
  /** Writes the positions of two places at or after the last one into the record: start, end, line, column. */
  locate(start: number, end: number): void;
  mostOpen(): number;
}

/** What the module reports while it reads; `pieces` is the number of literals in a run, else 0. */
export interface LexerHost {
  literal(start: number, end: number, pieces: number): void;
  comment(start: number, end: number): void;
}

let compiled: WebAssembly.Module | undefined;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Shorter texts are faster made of their bytes than decoded; of those around a model, 600 bytes long, that was half of a file's time. */
const maxArguments = 100;
const recordCells = 64;
/** As many as the module stores; no name has more. */
const maxPieces = 200;
const smallestRoom = 1 << 16;

/** Base64's bytes; `Uint8Array.from` takes three times as long. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** One instance of the module, with its own memory. Throws where there is no WebAssembly; VS Code itself does not run there. */
export class LexerModule {
  readonly exports: LexerExports;
  /** The language being read. */
  language: Language = 'python';
  /** Whether all of the text is ASCII. */
  isAscii = false;
  /** The whole memory. Looked up only when it grows, since asking for it is slow. */
  bytes = new Uint8Array();
  /** The numbers that `describe` writes. */
  record = new Int32Array();
  /** Where texts are put, and how many bytes there is room for. */
  textStart = 0;
  capacity = 0;

  constructor(host: LexerHost) {
    compiled ??= new WebAssembly.Module(bytesOf(binary));
    this.exports = new WebAssembly.Instance(compiled, { host }).exports as LexerExports;
    this.reserve(smallestRoom);
  }

  /** Makes room for a text of so many bytes; keeps what is there. */
  reserve(bytes: number): void {
    if (bytes <= this.capacity) return;
    this.textStart = this.exports.reserve(bytes);
    this.capacity = bytes;
    const { buffer } = this.exports.memory;
    this.bytes = new Uint8Array(buffer);
    this.record = new Int32Array(buffer, this.exports.recordAddress(), recordCells);
  }

  /** The text between two places. */
  slice(start: number, end: number): string {
    const first = this.bytes[start] as number;
    if (end - start === 1 && first < 128) return String.fromCharCode(first);
    const bytes = this.bytes.subarray(start, end);
    return end - start < maxArguments && (this.isAscii || this.exports.isAscii(start, end))
      ? String.fromCharCode.apply(null, bytes as unknown as number[])
      : decoder.decode(bytes);
  }

  /** The places of the first pieces of a run of literals. */
  pieces(count: number): [start: number, end: number][] {
    const most = Math.min(count, maxPieces);
    const cells = new Int32Array(this.bytes.buffer, this.exports.piecesAddress(), 2 * most);
    return Array.from({ length: most }, (_, index) => [cells[2 * index] as number, cells[2 * index + 1] as number]);
  }
}
