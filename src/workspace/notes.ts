/**
 * Something a person should know about a scan besides its references.
 * An `error` means that an input could not be read; a `warning` that it was read with a loss; `info` that it was left out by rule.
 */
export interface Note {
  readonly severity: 'error' | 'warning' | 'info';
  /** The absolute path of the file or folder meant; absent when the note is about the scan as a whole. */
  readonly path?: string;
  /** What happened and what helps, in English, without the path. */
  readonly message: string;
}

/** Why the operating system refused, in words; other errors as they are. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied; grant read access to it';
  if (code === 'ENOENT') return 'no such file or folder; check the spelling';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files; raise the limit on open files';
  return error instanceof Error ? error.message : String(error);
}
