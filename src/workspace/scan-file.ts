import { isUtf8 } from 'node:buffer';
import { findInLexer } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import { noExtraIds } from '../core/find/model-id';
import { decode, markLength, type Decoded } from './decode';
import { scanText, type FileLanguage, type FileReferences } from './scan-text';
import { Sieve, unread, type Sifted } from './sieve';
import { skipReason } from './skip-rules';

/** What scanning one file brought to light; most files bring nothing. */
export interface FileScan extends Sifted {
  readonly found?: readonly FileReferences[];
}

const nothing: FileScan = {};

/** Reads and scans files one after the other, synchronously. What one file does wrong is its own note and stops no other. */
export class FileScanner {
  readonly #sieve: Sieve;

  /** @param extraIds ids to be found whatever their shape; see `Program.extraIds` */
  constructor(extraIds = noExtraIds) {
    this.#sieve = new Sieve(extraIds);
  }

  /** @param named whether the user named this very file, so that no rule leaves it out */
  scan(path: string, named = false): FileScan {
    const sifted = this.#sieve.sift(path, named);
    if (typeof sifted !== 'number') return sifted;
    try {
      return this.#look(path, sifted, named);
    } catch (error) {
      return { note: unread(path, error) };
    }
  }

  /** Looks at what lies in the lexer's room, by its rules and in its encoding. */
  #look(path: string, length: number, named: boolean): FileScan {
    const { lexer, extraIds } = this.#sieve;
    const language = languageOf(path);
    const room = lexer.room(length);
    const bytes = Buffer.from(room.buffer, room.byteOffset, length);
    const extra = this.#holdsExtraId(bytes);
    if (!language || !(extra || lexer.mayNameModel())) return nothing;
    lexer.take(markLength(bytes), length);
    if (extra || language === 'notebook' || !isUtf8(bytes) || lexer.mayHoldDirective())
      return scanDecoded(path, decode(bytes), language, named, extraIds);
    const skipped = named ? undefined : skipReason(bytes, false);
    if (skipped) return { skipped };
    const references = findInLexer(lexer, language);
    return references.length ? { found: [{ path, references }] } : nothing;
  }

  #holdsExtraId(bytes: Buffer): boolean {
    for (const id of this.#sieve.extraIds) if (bytes.includes(id)) return true;
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
