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
  const start = () => Disposable.from(...(workspace.workspaceFolders ?? []).map((folder) => watchFolder(folder, tell)));
  let watchers = start();
  return Disposable.from(
    again,
    new Disposable(() => watchers.dispose()),
    workspace.onDidChangeWorkspaceFolders(() => {
      watchers.dispose();
      watchers = start();
      hear({ kind: 'rules' });
    }),
  );
}

/** All files are watched, not only those of the languages: of a folder that is deleted or moved VS Code reports the folder alone. */
function watchFolder(folder: WorkspaceFolder, hear: (change: Change) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
  const report = (written: boolean) => (uri: Uri) => {
    const change = changeAt(uri, folder.uri, written);
    if (change) hear(change);
  };
  watcher.onDidCreate(report(false));
  watcher.onDidDelete(report(false));
  watcher.onDidChange(report(true));
  return watcher;
}
