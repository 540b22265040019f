import { FileType, Uri, workspace, type CancellationToken, type WorkspaceFolder } from 'vscode';
import { isWithin, withoutSlash, withSlash } from '../core/paths';
import { excludesOf } from './folders';
import { IgnoreScope } from './ignore-rules';
import { reasonOf } from './notes';
import { foreignFolders, isSource, Rules } from './rules';
import type { ScanSink } from './scanner';
import { textOf } from './text-of';

/** How many files or folders are requested at once: virtual file systems are slow to answer, but others use them, too. */
export const concurrency = 16;

/** What a walk through virtual folders depends on. */
export interface VirtualWalk {
  /** All folders that have a walk of their own: each walk stays out of the others. */
  readonly folders: readonly WorkspaceFolder[];
  /** Limits the walk to these files and folders. */
  readonly wanted?: readonly Uri[];
  readonly note: ScanSink['note'];
  readonly token?: CancellationToken | undefined;
}

/**
 * The files of a folder that no rule leaves out. Only rules inside the folder are known here, and links are not followed.
 * VS Code's own search would take one request, but never answers where no extension offers search for a file system, as few do.
 */
export async function filesOf(folder: WorkspaceFolder, walk: VirtualWalk): Promise<Uri[]> {
  const { folders, wanted, note, token } = walk;
  const entries = new Set<string>();
  const ignoreTexts = new Map<string, string>();
  const root = { uri: folder.uri, path: withSlash(folder.uri.path), above: undefined };
  const rules = new Rules(
    root.path,
    excludesOf(folder),
    {
      exists: (path) => entries.has(path),
      scopeAbove: () => undefined,
      scopeOf: (path, above, has) => {
        // The rules of an outer repository do not apply in an inner one.
        const outer = has('.git') ? undefined : above;
        const text = ignoreTexts.get(path);
        return text === undefined ? outer : new IgnoreScope(path, text, outer);
      },
    },
    new Set(folders.filter(({ uri }) => isIn(uri, folder.uri)).map(({ uri }) => withoutSlash(uri.path))),
  );
  const files: Uri[] = [];
  const ahead: { uri: Uri; path: string; above: IgnoreScope | undefined }[] = [root];
  const enter = async ({ uri, path, above }: (typeof ahead)[number]): Promise<void> => {
    const listed = await listFolder(uri, note);
    const names = new Set(listed.map(([name]) => name));
    for (const name of names) entries.add(path + name);
    if (names.has('.gitignore')) ignoreTexts.set(path, await textOf(Uri.joinPath(uri, '.gitignore')).catch(() => ''));
    const here = rules.open(path, above, (name) => names.has(name));
    for (const [name, type] of here ? listed : []) {
      const [at, place] = [path + name, Uri.joinPath(uri, name)];
      const isFile = type === FileType.File && isSource(name);
      const isFolder = type === FileType.Directory && !foreignFolders.has(name);
      if (rules.leavesOut(here!, at, name, isFolder)) continue;
      if (isFile && isWanted(place, wanted)) files.push(place);
      if (isFolder && (isWanted(place, wanted) || wanted!.some((one) => isIn(one, place))))
        ahead.push({ uri: place, path: `${at}/`, above: here!.scope });
    }
  };
  while (ahead.length && !token?.isCancellationRequested) await Promise.all(ahead.splice(0, concurrency).map(enter));
  return files;
}

async function listFolder(uri: Uri, note: ScanSink['note']): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(uri);
  } catch (error) {
    note({ severity: 'error', uri, message: `Folder not read: ${reasonOf(error)}.` });
    return [];
  }
}

function isWanted(uri: Uri, wanted: readonly Uri[] | undefined): boolean {
  return !wanted || wanted.some((one) => isIn(uri, one));
}

/** Whether a URI is that of a folder or of something in it. */
export function isIn(uri: Uri, folder: Uri): boolean {
  const same = uri.scheme === folder.scheme && uri.authority === folder.authority;
  return same && isWithin(uri.path, [folder.path]);
}
