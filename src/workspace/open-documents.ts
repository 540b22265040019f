import { Disposable, EventEmitter, workspace, type NotebookDocument, type TextDocument, type Uri } from 'vscode';
import { isLanguage } from '../core/find/languages';
import type { LocatedReference, ModelReference } from '../core/find/reference';
import { Coalescer } from './coalescer';
import { isSame } from './reference-table';
import type { IndexedFile } from './scanner';

/** Finds the references in the current version of an open document, the same for the index and the editor's features. */
export type Analyse = (document: TextDocument) => Promise<readonly ModelReference[]>;

/** An open file: a text, or a notebook. */
type Open = TextDocument | NotebookDocument;

/** The references in open documents, saved or not: they take precedence over those on disk. */
export class OpenDocuments implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  /** Fires when the references of an open file may have changed, or when it was closed. */
  readonly onDidChange = this.#changed.event;

  readonly #known = new Map<string, { readonly document: Open; readonly files: readonly IndexedFile[] }>();
  readonly #later = new Coalescer<Open>((documents) => this.#analyseAll(documents));
  readonly #listeners: Disposable;

  constructor(private readonly analyse: Analyse) {
    const later = (document: Open) => this.analyseLater(document);
    const close = (document: Open) => {
      const key = document.uri.toString();
      // A notebook's file may be open as a text as well, and only that be closed.
      if (this.#known.get(key)?.document !== document) return;
      this.#known.delete(key);
      this.#changed.fire(document.uri);
    };
    this.#listeners = Disposable.from(
      this.#changed,
      this.#later,
      workspace.onDidOpenTextDocument(later),
      workspace.onDidChangeTextDocument(({ document }) => later(document)),
      workspace.onDidCloseTextDocument(close),
      workspace.onDidOpenNotebookDocument(later),
      workspace.onDidChangeNotebookDocument(({ notebook }) => later(notebook)),
      workspace.onDidCloseNotebookDocument(close),
    );
  }

  /** The open files that may belong to the workspace. */
  get uris(): Uri[] {
    return Array.from(this.#known.values(), ({ document }) => document.uri);
  }

  /** The entries of an open file, empty if it names no model; `undefined` if the file is not open. */
  get(uri: Uri): readonly IndexedFile[] | undefined {
    return this.#known.get(uri.toString())?.files;
  }

  /** Analyses an open document a moment later, since it has changed or more is known about it. */
  analyseLater(document: Open): void {
    if (isOurs(document)) this.#later.add(document.uri.toString(), document);
  }

  /** Analyses everything that is open, and forgets what lies in a folder that has left the workspace. */
  async refresh(): Promise<void> {
    for (const [key, { document }] of this.#known) if (!isOurs(document)) this.#known.delete(key);
    await this.#analyseAll([...workspace.textDocuments, ...workspace.notebookDocuments].filter(isOurs));
  }

  async #analyseAll(documents: readonly Open[]): Promise<void> {
    for (const document of documents) {
      try {
        const files = 'notebookType' in document ? await this.#cells(document) : await this.#text(document);
        // It may have been closed meanwhile, or be a text of another language now.
        if (document.isClosed || !isOurs(document)) continue;
        const before = this.#known.get(document.uri.toString())?.files;
        this.#known.set(document.uri.toString(), { document, files });
        if (before && isSame(before, files)) continue;
      } catch {
        // The analysis reports what went wrong; the references on disk count again.
        this.#known.delete(document.uri.toString());
      }
      this.#changed.fire(document.uri);
    }
  }

  async #text(document: TextDocument): Promise<IndexedFile[]> {
    const references = await this.#located(document);
    return references.length ? [{ uri: document.uri, references }] : [];
  }

  async #cells(notebook: NotebookDocument): Promise<IndexedFile[]> {
    const files: IndexedFile[] = [];
    for (const { document, index: cell } of notebook.getCells()) {
      const references = isLanguage(document.languageId) ? await this.#located(document) : [];
      if (references.length) files.push({ uri: notebook.uri, cell, references });
    }
    return files;
  }

  async #located(document: TextDocument): Promise<LocatedReference[]> {
    const references = await this.analyse(document);
    return references.map((reference) => {
      const { line, character: column } = document.positionAt(reference.start);
      return { ...reference, line, column };
    });
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

/** Whether a document is a file of the workspace that may hold references; cells come with their notebooks. */
function isOurs(document: Open): boolean {
  const readable = 'notebookType' in document || isLanguage(document.languageId);
  return readable && workspace.getWorkspaceFolder(document.uri) !== undefined;
}
