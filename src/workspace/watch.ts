import { Disposable, RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { changeAt, type Change } from './change';

/**
 * Watches folders for what may concern the index. It watches all files, not only those of the languages, because of a folder that is
 * deleted or moved VS Code reports the folder alone.
 */
export function watch(folders: readonly WorkspaceFolder[], hear: (change: Change) => void): Disposable {
  return Disposable.from(
    ...folders.map((folder) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
      const report = (uri: Uri, written: boolean) => {
        const change = changeAt(uri, folder.uri, written);
        if (change) hear(change);
      };
      watcher.onDidCreate((uri) => report(uri, false));
      watcher.onDidDelete((uri) => report(uri, false));
      watcher.onDidChange((uri) => report(uri, true));
      return watcher;
    }),
  );
}
