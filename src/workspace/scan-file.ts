import { isUtf8 } from 'node:buffer';
import { findInLexer } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import { Lexer } from '../core/find/lexer/lexer';
import { noExtraIds } from '../core/find/model-id';
import { record, type Batch, type FileScan } from './batch';
import { decode, markLength, type Decoded } from './decode';
import { hasGone, reasonOf } from './notes';
import { FileReader } from './read';
import { scanText, type FileLanguage } from './scan-text';
import { takeChunk, type Share } from './share';
import { isMinifiedName, maxFileSize, maxSizeOf, skipReason } from './skip-rules';

const nothing: FileScan = {};

/** Reads and scans files one at a time, synchronously. An error in one file becomes a note and does not affect the others. */
export class FileScanner {
  /** Files are read straight into its memory, so that those that name no model are neither copied nor decoded. */
  readonly #lexer = new Lexer();
  readonly #reader = new FileReader((bytes) => this.#lexer.room(bytes), maxFileSize + 1);

  /** @param extraIds ids to find whatever their shape; see `Program.extraIds` */
  constructor(private readonly extraIds = noExtraIds) {}

  /** @param named whether the user named this file, so that no rule leaves it out */
  scan(path: string, named = false): FileScan {
    if (!named && isMinifiedName(path)) return { skipped: 'minified' };
    try {
      const length = this.#reader.read(path, named ? Infinity : maxSizeOf(path));
      if (length === undefined) return { skipped: 'large' };
      this.#lexer.take(0, length);
      const extra = this.#holdsExtraId(length);
      return extra || this.#lexer.mayNameModel() ? this.#look(path, length, extra, named) : nothing;
    } catch (error) {
      if (!named && hasGone(error, path)) return nothing;
      return { note: { severity: 'error', path, message: `Not read: ${reasonOf(error)}.` } };
    } finally {
      this.#lexer.release();
    }
  }

  /** Scans the file in the lexer's memory, in most cases without decoding it. */
  #look(path: string, length: number, extra: boolean, named: boolean): FileScan {
    const language = languageOf(path);
    if (!language) return nothing;
    const lexer = this.#lexer;
    const bytes = this.#bytes(length);
    lexer.take(markLength(bytes), length);
    if (extra || language === 'notebook' || !isUtf8(bytes) || lexer.mayHoldDirective())
      return scanDecoded(path, decode(bytes), language, named, this.extraIds);
    const skipped = named ? undefined : skipReason(bytes, false);
    if (skipped) return { skipped };
    const references = findInLexer(lexer, language);
    return references.length ? { found: [{ path, references }] } : nothing;
  }

  #holdsExtraId(length: number): boolean {
    if (!this.extraIds.size) return false;
    const bytes = this.#bytes(length);
    for (const id of this.extraIds) if (bytes.includes(id)) return true;
    return false;
  }

  /** The first bytes in the lexer's memory. */
  #bytes(length: number): Buffer {
    const room = this.#lexer.room(length);
    return Buffer.from(room.buffer, room.byteOffset, length);
  }
}

function scanDecoded(
  path: string,
  { text, lossy }: Decoded,
  language: FileLanguage,
  named: boolean,
  extraIds: ReadonlySet<string>,
): FileScan {
  const skipped = named ? undefined : skipReason(text, language === 'notebook');
  if (skipped) return { skipped };
  const found = scanText(path, text, language, extraIds);
  if (!lossy) return found.length ? { found } : nothing;
  const message = `Not valid ${lossy}: bytes that cannot be decoded are read as \ufffd. Save the file as UTF-8.`;
  return { found, note: { severity: 'warning', path, message } };
}

/** Scans the next chunk of a share. Returns whether there was one. */
export function scanChunk(share: Share, scanner: FileScanner, batch: Batch): boolean {
  const taken = takeChunk(share);
  if (!taken) return false;
  for (let index = taken[0]; index < taken[1]; index++) {
    const path = share.files[index] as string;
    record(batch, path, scanner.scan(path, index < share.named));
  }
  return true;
}
