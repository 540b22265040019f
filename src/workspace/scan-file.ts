import { isUtf8 } from 'node:buffer';
import { findInLexer } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import { Lexer } from '../core/find/lexer/lexer';
import { noExtraIds } from '../core/find/model-id';
import { decode, isUtf16, markLength, type Decoded } from './decode';
import { reasonOf, type Note } from './notes';
import { FileReader } from './read';
import { scanText, type FileLanguage, type FileReferences } from './scan-text';
import { isMinifiedName, largestFile, skipReason, type SkipReason } from './skip-rules';

/** What scanning one file brought to light; most files bring nothing. */
export interface FileScan {
  readonly found?: readonly FileReferences[];
  readonly skipped?: SkipReason;
  readonly note?: Note;
}

const nothing: FileScan = {};

/** Reads and scans files one after the other, synchronously. What one file does wrong is its own note and stops no other. */
export class FileScanner {
  /** Files are read right into the lexer's memory: what names no model is never copied nor decoded. */
  readonly #lexer = new Lexer();
  readonly #reader = new FileReader((bytes) => this.#lexer.room(bytes), largestFile + 1);

  /** @param extraIds ids to be found whatever their shape; see `Program.extraIds` */
  constructor(private readonly extraIds = noExtraIds) {}

  /** @param named whether the user named this very file, so that no rule leaves it out */
  scan(path: string, named = false): FileScan {
    if (!named && isMinifiedName(path)) return { skipped: 'minified' };
    try {
      const length = this.#reader.read(path, named ? Infinity : largestFile);
      if (length === undefined) return { skipped: 'large' };
      const language = languageOf(path);
      return language ? this.#scan(path, length, language, named) : nothing;
    } catch (error) {
      return { note: { severity: 'error', path, message: `Not read: ${reasonOf(error)}.` } };
    }
  }

  /** Scans what lies in the lexer's room, by its rules and in its encoding. */
  #scan(path: string, length: number, language: FileLanguage, named: boolean): FileScan {
    const lexer = this.#lexer;
    const room = lexer.room(length);
    const bytes = Buffer.from(room.buffer, room.byteOffset, length);
    lexer.take(markLength(bytes), length);
    const special = isUtf16(bytes) || this.#holdsExtraId(bytes);
    if (!special && !lexer.mayNameModel()) return nothing;
    if (special || language === 'notebook' || !isUtf8(bytes) || lexer.mayHoldDirective())
      return scanDecoded(path, decode(bytes), language, named, this.extraIds);
    const skipped = named ? undefined : skipReason(bytes, false);
    if (skipped) return { skipped };
    const references = findInLexer(lexer, language);
    return references.length ? { found: [{ path, references }] } : nothing;
  }

  #holdsExtraId(bytes: Buffer): boolean {
    for (const id of this.extraIds) if (bytes.includes(id)) return true;
    return false;
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
  const message = `Not valid ${lossy}: what could not be decoded is read as \ufffd. Save the file as UTF-8.`;
  return { found, note: { severity: 'warning', path, message } };
}
