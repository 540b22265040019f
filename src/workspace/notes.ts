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

const denied = 'permission denied; grant read access to it';
const missing = 'no such file or folder; check the spelling';
const folder = 'it is a folder';
const locked = 'another program has locked it; close it there, then scan again';
const tooMany = 'too many open files; raise the limit on open files';

/** What helps, by the codes of Node's errors and of VS Code's `FileSystemError`. */
const reasons: Readonly<Record<string, string>> = {
  ...{ EACCES: denied, EPERM: denied, NoPermissions: denied },
  ...{ ENOENT: missing, FileNotFound: missing },
  ...{ EBUSY: locked },
  ...{ EISDIR: folder, FileIsADirectory: folder },
  ...{ EMFILE: tooMany, ENFILE: tooMany },
};

/**
 * Whether what has been listed at a path has gone since: programs write and remove files all the time, which is nobody's fault.
 * What has a name that is no UTF-8 is not found by how that is read, though it is there.
 */
export function hasGone(error: unknown, path: string): boolean {
  const { code = '' } = Object(error) as { code?: string };
  return ['ENOENT', 'ENOTDIR'].includes(code) && !path.includes('\ufffd');
}

/** Why the operating system or a file system provider refused, in words; other errors as they are. */
export function reasonOf(error: unknown): string {
  const { code = '' } = Object(error) as { code?: string };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
