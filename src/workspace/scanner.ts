import type { CancellationToken, Disposable, Uri, WorkspaceFolder } from 'vscode';
import type { Note } from './notes';
import type { FileReferences } from './scan-text';

/** The references of one file of the workspace, or of one cell of a notebook. */
export type IndexedFile = Omit<FileReferences, 'path'> & { readonly uri: Uri };

/** Something about a file or folder, or about the scan as a whole, that a person should know. */
export type IndexNote = Omit<Note, 'path'> & { readonly uri?: Uri };

/** Hears what a scan brings to light, as it goes. */
export interface ScanSink {
  /** What an earlier scan has found. It comes before anything else; only what has changed since is told again. */
  remembered(files: readonly IndexedFile[]): void;
  /** All that a file holds comes at once. */
  found(files: readonly IndexedFile[]): void;
  /** Files that hold nothing any more of what is remembered of them. */
  gone(uris: readonly Uri[]): void;
  progress(done: number, total: number): void;
  note(note: IndexNote): void;
}

/** Ids that the user's own listings name whatever their shape; see `Program.extraIds`. */
export type AskExtraIds = () => Promise<ReadonlySet<string>>;

/** Scans the folders of one kind of file system, without keeping the extension host's thread busy. */
export interface Scanner extends Disposable {
  /** Scans everything in these folders; settles when done or cancelled. Rejects if nothing could be scanned at all. */
  scan(folders: readonly WorkspaceFolder[], sink: ScanSink, token?: CancellationToken): Promise<void>;
  /** Scans files, and folders with all they hold, by the same rules. Answers those that are no part of the workspace. */
  paths(folders: readonly WorkspaceFolder[], uris: readonly Uri[], sink: ScanSink): Promise<Uri[]>;
}
