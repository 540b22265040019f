import { FileType, workspace, type Uri } from 'vscode';
import { languageOf } from '../core/find/languages';
import { withoutSlash } from '../core/paths';
import { onceLoaded } from '../core/remember';
import { maxModuleSize } from './skip-rules';
import { readsDisk } from './parser-host';
import { pathOf } from './paths';
import { textOf } from './text-of';

/** Where the imports of one text are looked up. */
export interface Lookup {
  /** The path of the text's file; absent for a text that is not in a file. */
  readonly path?: string;
  /** Only files below these folders are read. */
  readonly roots: readonly string[];
  /** The text of files with unsaved changes, by path; it takes precedence over the file. */
  readonly unsaved?: ReadonlyMap<string, string>;
  /** Reads a file where the parser cannot do so by itself; nothing where there is none, or it is too large. */
  readonly read?: (path: string) => Promise<string | undefined>;
}

/** Where the imports of a text are looked up, unsaved changes included. */
export function lookupWithEdits(uri: Uri): Lookup {
  const dirty = workspace.textDocuments.filter(
    // Files of other languages cannot be imported and may be large, and all this is sent with each question.
    (each) => each.isDirty && each.uri.scheme === uri.scheme && languageOf(each.uri.path),
  );
  const unsaved = new Map(dirty.map((each) => [pathOf(each.uri), each.getText()]));
  return { ...lookupFrom(uri), ...(unsaved.size > 0 && { unsaved }) };
}

/** Where the imports of a file are looked up, as it is saved. */
export function lookupFrom(uri: Uri): Lookup {
  if (uri.scheme === 'untitled') return { roots: [] };
  const path = pathOf(uri);
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  if (readsDisk && uri.scheme === 'file')
    return { path, roots: folders.filter(({ scheme }) => scheme === 'file').map(pathOf) };
  const near = folders.filter(({ scheme, authority }) => scheme === uri.scheme && authority === uri.authority);
  const roots = near.map((folder) => withoutSlash(pathOf(folder)));
  const files = new VirtualFiles(uri, roots);
  return { path, roots, read: (wanted) => files.read(wanted) };
}

/**
 * Reads files of one file system through VS Code. Each request may take long, and most of the dozens of files that an import may mean do not
 * exist. So folders are listed, each once and none above the roots, and only files that exist are read.
 */
export class VirtualFiles {
  readonly #listings = new Map<string, Promise<ReadonlyMap<string, FileType>>>();

  /**
   * @param base any URI in that file system
   * @param roots folders that exist; nothing outside them is read
   */
  constructor(
    private readonly base: Uri,
    private readonly roots: readonly string[],
  ) {}

  async read(path: string): Promise<string | undefined> {
    try {
      if ((await this.#typeOf(path)) !== FileType.File) return undefined;
      const uri = this.base.with({ path });
      const { size } = await workspace.fs.stat(uri);
      return size > maxModuleSize ? undefined : await textOf(uri);
    } catch {
      return undefined; // It has gone since, or is not readable.
    }
  }

  async #typeOf(path: string): Promise<FileType | undefined> {
    const end = path.lastIndexOf('/');
    return (await this.#list(path.slice(0, end))).get(path.slice(end + 1));
  }

  #list(folder: string): Promise<ReadonlyMap<string, FileType>> {
    return onceLoaded(this.#listings, folder, () => this.#read(folder));
  }

  async #read(folder: string): Promise<ReadonlyMap<string, FileType>> {
    const isRoot = this.roots.includes(folder);
    if (!isRoot && (!folder || (await this.#typeOf(folder)) !== FileType.Directory)) return new Map();
    try {
      return new Map(await workspace.fs.readDirectory(this.base.with({ path: folder || '/' })));
    } catch {
      return new Map();
    }
  }
}
