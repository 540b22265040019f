/** A text's encoding according to its byte order mark, which Windows PowerShell writes for UTF-16. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const marks = (first: number, second: number): boolean => bytes[0] === first && bytes[1] === second;
  return marks(0xff, 0xfe) ? 'utf-16le' : marks(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
}
