import { Disposable, RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { languageOf } from '../core/find/languages';
import { changeAt, type Change } from './change';
import { Coalescer } from './coalescer';
import { outermost } from './reference-table';

/** How long nothing must come until new folders are looked at once more, and how long that waits at most; in milliseconds. */
const secondLook = [3_000, 60_000] as const;

/**
 * Watches the workspace's folders, whichever these are at the time, for what may concern the index. What may be a folder is told of twice:
 * on Linux VS Code does not hear of what comes into one before it watches it, and a checkout is all there only once it is over.
 */
export function watch(hear: (change: Change) => void): Disposable {
  const again = new Coalescer<Uri>(
    async (uris) => {
      for (const uri of outermost(uris)) hear({ kind: 'path', uri });
    },
    ...secondLook,
  );
  const tell = (change: Change) => {
    hear(change);
    if (change.kind === 'path' && !languageOf(change.uri.path)) again.add(change.uri.toString(), change.uri);
  };
  const report =
    (written: boolean) =>
    (...uris: readonly Uri[]) => {
      for (const uri of uris) {
        const folder = workspace.getWorkspaceFolder(uri);
        const change = folder && changeAt(uri, folder.uri, written);
        if (change) tell(change);
      }
    };
  const [written, cameOrWent] = [report(true), report(false)];
  /** All files are watched, not only those of the languages: of a folder that is deleted or moved VS Code reports the folder alone. */
  const watchFolder = (folder: WorkspaceFolder) => {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    watcher.onDidCreate(cameOrWent);
    watcher.onDidDelete(cameOrWent);
    watcher.onDidChange(written);
    return watcher;
  };
  const start = () => Disposable.from(...(workspace.workspaceFolders ?? []).map(watchFolder));
  let watchers = start();
  return Disposable.from(
    again,
    new Disposable(() => watchers.dispose()),
    // Not all folders are watched, those not that `files.watcherExclude` names, nor on Linux some that were just made: of what VS Code
    // does to files itself it tells everywhere.
    workspace.onDidSaveTextDocument(({ uri }) => written(uri)),
    workspace.onDidSaveNotebookDocument(({ uri }) => written(uri)),
    workspace.onDidCreateFiles(({ files }) => cameOrWent(...files)),
    workspace.onDidDeleteFiles(({ files }) => cameOrWent(...files)),
    workspace.onDidRenameFiles(({ files }) => cameOrWent(...files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]))),
    workspace.onDidChangeWorkspaceFolders(() => {
      watchers.dispose();
      watchers = start();
      hear({ kind: 'rules' });
    }),
  );
}
