/** What operating systems do each in their own way. Nothing else asks which of them this is. */
interface System {
  /** Whether names that differ in nothing but their case are the same, where no repository says otherwise. */
  readonly ignoresCase: boolean;
  /** Whether a folder's time tells when its entries came and went. */
  readonly keepsFolderTimes: boolean;
  /** Whether it watches a folder with all the folders in it, made later or not. */
  readonly watchesTrees: boolean;
  /** A path, or a name, as all are written inside: as VS Code's addresses have them, with `/` for every separator. */
  readonly written: (path: string) => string;
}

/** @param platform as Node calls it; `browser` on the web */
export function systemOf(platform: string): System {
  switch (platform) {
    case 'win32':
      return {
        ignoresCase: true,
        // Not all of its file systems keep them.
        keepsFolderTimes: false,
        watchesTrees: true,
        // Node and the system name drives by capitals, VS Code by small letters.
        written: (path) => path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase()),
      };
    case 'darwin':
      // A disk may hold accents apart from their letters; VS Code puts them together wherever it learns of names, and the system finds both.
      return {
        ignoresCase: true,
        keepsFolderTimes: true,
        watchesTrees: true,
        written: (path) => path.normalize(),
      };
    default:
      return { ignoresCase: false, keepsFolderTimes: true, watchesTrees: false, written: (path) => path };
  }
}

/** This machine's. */
export const { ignoresCase, keepsFolderTimes, watchesTrees, written } = systemOf(process.platform);
