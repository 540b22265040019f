import type { CancellationToken, Disposable, Uri, WorkspaceFolder } from 'vscode';
import type { Note } from './notes';
import type { FileReferences } from './scan-text';

/** The references in one file of the workspace, or in one cell of a notebook. */
export type IndexedFile = Omit<FileReferences, 'path'> & { readonly uri: Uri };

/** Something that a person should know about a file, a folder or the scan as a whole. */
export type IndexNote = Omit<Note, 'path'> & { readonly uri?: Uri };

/** Receives what a scan finds, while it runs. */
export interface ScanSink {
  /** What an earlier scan found. Called before anything else; afterwards only changes are reported. */
  remembered(files: readonly IndexedFile[]): void;
  /** All references of a file come in one call. */
  found(files: readonly IndexedFile[]): void;
  /** Remembered files that no longer hold any reference. */
  gone(uris: readonly Uri[]): void;
  progress(done: number, total: number): void;
  note(note: IndexNote): void;
}

/** Asks for the ids to find whatever their shape, which the user's own listings name; see `Program.extraIds`. */
export type AskExtraIds = () => Promise<ReadonlySet<string>>;

/** Scans the folders of one kind of file system without blocking the extension host. */
export interface Scanner extends Disposable {
  /** Scans everything in these folders. Settles when done or cancelled; rejects if nothing could be scanned at all. */
  scan(folders: readonly WorkspaceFolder[], sink: ScanSink, token?: CancellationToken): Promise<void>;
  /** Scans files, and folders with everything in them, by the same rules. Returns those that are not part of the workspace. */
  paths(folders: readonly WorkspaceFolder[], uris: readonly Uri[], sink: ScanSink): Promise<Uri[]>;
}
