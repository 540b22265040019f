import { Disposable, EventEmitter, RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { languageOf } from '../core/find/languages';
import { changeAt, type Change, type DiskChange } from './change';
import { Coalescer } from './coalescer';
import { outermost } from './reference-table';

/** When new folders are looked at again: once nothing has come for so long, or after so long at most; in milliseconds. */
const secondLook = [3_000, 60_000] as const;

/**
 * Watches the current workspace folders for changes that may concern us. What may be a folder is reported a second time later: on Linux, VS Code
 * misses what is created in a new folder before it watches that, and a checkout is complete only once it has finished.
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
    // `files.watcherExclude` keeps some folders from being watched, but VS Code reports its own changes to files everywhere.
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

  /** Takes a change from any source, and fires if it concerns us. */
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

  /** Watches all files, not only those of known languages: when a folder is deleted or moved, VS Code reports only the folder. */
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
