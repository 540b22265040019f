import { languageOf } from '../core/find/languages';
import { noExtraIds } from '../core/find/model-id';
import { mayHoldModel } from '../core/find/prefilter';
import { BytePrefilter } from './byte-prefilter';
import { decode, isUtf16 } from './decode';
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
  readonly #prefilter = createPrefilter();
  readonly #reader = new FileReader(this.#prefilter?.buffer ?? Buffer.allocUnsafeSlow(largestFile + 1));

  /** @param extraIds ids to be found whatever their shape; see `Program.extraIds` */
  constructor(private readonly extraIds = noExtraIds) {}

  /** @param named whether the user named this very file, so that no rule leaves it out */
  scan(path: string, named = false): FileScan {
    if (!named && isMinifiedName(path)) return { skipped: 'minified' };
    try {
      const bytes = this.#reader.read(path, named ? Infinity : largestFile);
      if (!bytes) return { skipped: 'large' };
      const language = languageOf(path);
      return language && this.#mayHoldModel(bytes) ? scanBytes(path, bytes, language, named, this.extraIds) : nothing;
    } catch (error) {
      return { note: { severity: 'error', path, message: `Not read: ${reasonOf(error)}.` } };
    }
  }

  #mayHoldModel(bytes: Buffer): boolean {
    if (isUtf16(bytes)) return true;
    for (const id of this.extraIds) if (bytes.includes(id)) return true;
    const prefilter = this.#prefilter;
    if (prefilter?.buffer.buffer === bytes.buffer) return prefilter.mayHoldModel(bytes.length);
    return mayHoldModel(bytes.toString('latin1'));
  }
}

/** The quick look at bytes, where the machine has what it needs. */
function createPrefilter(): BytePrefilter | undefined {
  try {
    return new BytePrefilter(largestFile + 1);
  } catch {
    return undefined;
  }
}

/** Scans a file's content, by its rules and in its encoding. */
export function scanBytes(
  path: string,
  bytes: Buffer,
  language: FileLanguage,
  named: boolean,
  extraIds = noExtraIds,
): FileScan {
  const { text, lossy } = decode(bytes);
  const skipped = named ? undefined : skipReason(text, language === 'notebook');
  if (skipped) return { skipped };
  const found = scanText(path, text, language, extraIds);
  if (!lossy) return found.length ? { found } : nothing;
  const message = `Not valid ${lossy}: what could not be decoded is read as \ufffd. Save the file as UTF-8.`;
  return { found, note: { severity: 'warning', path, message } };
}
