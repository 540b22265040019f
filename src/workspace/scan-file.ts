import { isUtf8 } from 'node:buffer';
import { findInLexer } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import { noExtraIds } from '../core/find/model-id';
import type { FileScan } from './batch';
import { decode, markLength, type Decoded } from './decode';
import { scanText, type FileLanguage } from './scan-text';
import { Sieve, unread, type Candidate } from './sieve';
import { skipReason } from './skip-rules';

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
    if (!sifted.candidate) return sifted;
    try {
      return this.#look(path, sifted.candidate, named);
    } catch (error) {
      return { note: unread(path, error) };
    }
  }

  /** Looks at what lies in the lexer's room, by its rules and in its encoding. */
  #look(path: string, { length, extra }: Candidate, named: boolean): FileScan {
    const { lexer, extraIds } = this.#sieve;
    const language = languageOf(path) as FileLanguage;
    const bytes = this.#sieve.bytes(length);
    lexer.take(markLength(bytes), length);
    if (extra || language === 'notebook' || !isUtf8(bytes) || lexer.mayHoldDirective())
      return scanDecoded(path, decode(bytes), language, named, extraIds);
    const skipped = named ? undefined : skipReason(bytes, false);
    if (skipped) return { skipped };
    const references = findInLexer(lexer, language);
    return references.length ? { found: [{ path, references }] } : nothing;
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
