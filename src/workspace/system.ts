/** The differences between operating systems. Nothing else asks which one this is. */
interface System {
  /** Whether names that differ only in case are the same, unless a repository says otherwise. */
  readonly ignoresCase: boolean;
  /** Whether a folder's time reliably tells when entries came or went. */
  readonly keepsFolderTimes: boolean;
  /** Whether watching a folder includes the folders in it, even those created later. */
  readonly watchesTrees: boolean;
  /** Converts a path or a name to the form that the extension uses throughout: that of VS Code's URIs, with `/` as separator. */
  readonly normalizePath: (path: string) => string;
}

/** @param platform as Node calls it; `browser` on the web */
export function systemOf(platform: string): System {
  switch (platform) {
    case 'win32':
      return {
        ignoresCase: true,
        // Not all of its file systems keep these times.
        keepsFolderTimes: false,
        watchesTrees: true,
        // Node and the system write drive letters in upper case, VS Code in lower case.
        normalizePath: (path) => path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase()),
      };
    case 'darwin':
      // Names on disk may be decomposed (accents apart from their letters). VS Code composes all names, and the system accepts either form.
      return {
        ignoresCase: true,
        keepsFolderTimes: true,
        watchesTrees: true,
        normalizePath: (path) => path.normalize(),
      };
    default:
      return { ignoresCase: false, keepsFolderTimes: true, watchesTrees: false, normalizePath: (path) => path };
  }
}

/** The values for this machine. */
export const { ignoresCase, keepsFolderTimes, watchesTrees, normalizePath } = systemOf(process.platform);
