import type { CancellationToken, Uri, WorkspaceFolder } from 'vscode';
import { languageOf } from '../core/find/languages';
import { reasonOf } from './notes';
import { scanText } from './scan-text';
import { isMinifiedName, maxSizeOf, skipReason } from './skip-rules';
import type { AskExtraIds, IndexedFile, Scanner, ScanSink } from './scanner';
import { textOf } from './text-of';
import { filesOf, isIn, concurrency } from './virtual-tree';

/**
 * Scans folders that are not on disk, or where there are no threads for it: in virtual workspaces and on the web.
 * It runs in the extension host itself, a few files at a time, and yields in between.
 */
export class VirtualScanner implements Scanner {
  /** @param extraIds called before each scan */
  constructor(private readonly extraIds: AskExtraIds = async () => new Set()) {}

  async scan(folders: readonly WorkspaceFolder[], sink: ScanSink, token?: CancellationToken): Promise<void> {
    const walk = { folders, token, note: sink.note };
    const lists = await Promise.all(folders.map((folder) => filesOf(folder, walk)));
    await scanAll(lists.flat(), sink, await this.extraIds(), token);
  }

  async paths(folders: readonly WorkspaceFolder[], uris: readonly Uri[], sink: ScanSink): Promise<Uri[]> {
    const walk = { folders, wanted: uris, note: sink.note };
    const concerned = folders.filter((folder) => uris.some((uri) => isIn(uri, folder.uri) || isIn(folder.uri, uri)));
    const files = (await Promise.all(concerned.map((folder) => filesOf(folder, walk)))).flat();
    const leftOut = new Set(await scanAll(files, sink, await this.extraIds()));
    return uris.filter((uri) => !files.some((file) => isIn(file, uri) && !leftOut.has(file)));
  }

  dispose(): void {}
}

/** Scans files. Returns those that are left out because of their names or contents. */
async function scanAll(
  files: readonly Uri[],
  sink: ScanSink,
  extraIds: ReadonlySet<string>,
  token?: CancellationToken,
): Promise<Uri[]> {
  const leftOut: Uri[] = [];
  sink.progress(0, files.length);
  for (let from = 0; from < files.length && !token?.isCancellationRequested; from += concurrency) {
    const some = files.slice(from, from + concurrency);
    const parts = await Promise.all(some.map((uri) => scanOne(uri, sink, extraIds)));
    leftOut.push(...some.filter((_, index) => !parts[index]));
    sink.progress(Math.min(from + concurrency, files.length), files.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return leftOut;
}

/** Scans a file. Returns whether it is part of the workspace as far as can be told. */
async function scanOne(uri: Uri, sink: ScanSink, extraIds: ReadonlySet<string>): Promise<boolean> {
  const language = languageOf(uri.path);
  if (!language || isMinifiedName(uri.path)) return false;
  try {
    const text = await textOf(uri);
    if (text.length > maxSizeOf(uri.path)) return false;
    const found = scanText(uri.path, text, language, extraIds);
    if (!found.length) return true;
    if (skipReason(text, language === 'notebook')) return false;
    sink.found(found.map(({ path: _path, ...rest }): IndexedFile => ({ uri, ...rest })));
  } catch (error) {
    sink.note({ severity: 'error', uri, message: `Not read: ${reasonOf(error)}.` });
  }
  return true;
}
