import { Disposable, EventEmitter, RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { languageOf } from '../core/find/languages';
import { changeAt, type Change, type DiskChange } from './change';
import { Coalescer } from './coalescer';
import { outermost } from './reference-table';

/** How long nothing must come until new folders are looked at once more, and how long that waits at most; in milliseconds. */
const secondLook = [3_000, 60_000] as const;

/**
 * Watches the workspace's folders, whichever these are at the time, for what may concern us. What may be a folder is told of twice:
 * on Linux VS Code does not hear of what comes into one before it watches it, and a checkout is all there only once it is over.
 */
export class DiskWatch implements Disposable {
  readonly #changed = new EventEmitter<Change>();
  readonly onDidChange = this.#changed.event;

  readonly #again = new Coalescer<Uri>(
    async (uris) => {
      for (const uri of outermost(uris)) this.#changed.fire({ kind: 'path', uri });
    },
    ...secondLook,
  );
  #watchers: Disposable;
  readonly #listeners: Disposable;

  constructor() {
    this.#watchers = this.#watchFolders();
    // Not all folders are watched, those not that `files.watcherExclude` names: of what VS Code does to files itself it tells everywhere.
    this.#listeners = Disposable.from(
      workspace.onDidSaveTextDocument(({ uri }) => this.#modified(uri)),
      workspace.onDidSaveNotebookDocument(({ uri }) => this.#modified(uri)),
      workspace.onDidCreateFiles(({ files }) => files.forEach(this.#cameOrWent)),
      workspace.onDidDeleteFiles(({ files }) => files.forEach(this.#cameOrWent)),
      workspace.onDidRenameFiles(({ files }) =>
        files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]).forEach(this.#cameOrWent),
      ),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.#watchers.dispose();
        this.#watchers = this.#watchFolders();
        this.#changed.fire({ kind: 'rules' });
      }),
    );
  }

  /** Tells of something that may have happened, whoever has heard of it. */
  report(what: DiskChange): void {
    const folder = workspace.getWorkspaceFolder(what.uri);
    const change = folder && changeAt(what, folder.uri);
    if (!change) return;
    this.#changed.fire(change);
    if (change.kind === 'path' && !languageOf(change.uri.path)) this.#again.add(change.uri.toString(), change.uri);
  }

  readonly #modified = (uri: Uri) => this.report({ uri, modified: true });
  readonly #cameOrWent = (uri: Uri) => this.report({ uri, modified: false });

  #watchFolders(): Disposable {
    return Disposable.from(...(workspace.workspaceFolders ?? []).map((folder) => this.#watchFolder(folder)));
  }

  /** All files are watched, not only those of the languages: of a folder that is deleted or moved VS Code reports the folder alone. */
  #watchFolder(folder: WorkspaceFolder): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    watcher.onDidCreate(this.#cameOrWent);
    watcher.onDidDelete(this.#cameOrWent);
    watcher.onDidChange(this.#modified);
    return watcher;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#watchers.dispose();
    this.#again.dispose();
    this.#changed.dispose();
  }
}
