import { Disposable, RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { changeAt, type Change } from './change';

/** Watches the workspace's folders, whichever these are at the time, for what may concern the index. */
export function watch(hear: (change: Change) => void): Disposable {
  const start = () => Disposable.from(...(workspace.workspaceFolders ?? []).map((folder) => watchFolder(folder, hear)));
  let watchers = start();
  return Disposable.from(
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
