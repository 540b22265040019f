import { isAscii, isUtf8 } from 'node:buffer';
import { encodingOf } from './encoding';

/** A file's text as an editor shows it, without its byte order mark. */
export interface Decoded {
  readonly text: string;
  /** The encoding, where some bytes could not be decoded and stand as U+FFFD in the text. */
  readonly lossy?: 'UTF-8' | 'UTF-16';
}

/** The length of the UTF-8 byte order mark at the beginning, in bytes; 0 if there is none. */
export function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Decodes UTF-8, and UTF-16 with a byte order mark. */
export function decode(bytes: Buffer): Decoded {
  // Most source files are ASCII, and copying takes a fraction of the time that decoding does.
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding === 'utf-8') return isUtf8(bytes) ? { text } : { text, lossy: 'UTF-8' };
  return text.includes('\ufffd') ? { text, lossy: 'UTF-16' } : { text };
}
