/**
 * Something that a person should know about a scan besides its references.
 * `error`: an input could not be read; `warning`: it was read with losses; `info`: a rule left it out.
 */
export interface Note {
  readonly severity: 'error' | 'warning' | 'info';
  /** The absolute path of the file or folder; absent where the note is about the scan as a whole. */
  readonly path?: string;
  /** What happened and what to do about it, in English, without the path. */
  readonly message: string;
}

const denied = 'permission denied; grant read access to it';
const missing = 'no such file or folder; check the spelling';
const folder = 'it is a folder';
const locked = 'another program has locked it; close it there, then scan again';
const tooMany = 'too many open files; raise the limit on open files';

/** What went wrong and what to do about it, by the codes of Node's errors and of VS Code's `FileSystemError`. */
const reasons: Readonly<Record<string, string>> = {
  ...{ EACCES: denied, EPERM: denied, NoPermissions: denied },
  ...{ ENOENT: missing, FileNotFound: missing },
  ...{ EBUSY: locked },
  ...{ EISDIR: folder, FileIsADirectory: folder },
  ...{ EMFILE: tooMany, ENFILE: tooMany },
};

/**
 * Whether a file or folder has gone since it was listed, which is no error: programs write and remove files all the time.
 * One whose name is not valid UTF-8 is there all the same: it only cannot be found under its decoded name.
 */
export function hasGone(error: unknown, path: string): boolean {
  const { code = '' } = Object(error) as { code?: string };
  return ['ENOENT', 'ENOTDIR'].includes(code) && !path.includes('\ufffd');
}

/** Why the operating system or a file system provider refused, in words; the message of any other error. */
export function reasonOf(error: unknown): string {
  const { code = '' } = Object(error) as { code?: string };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
