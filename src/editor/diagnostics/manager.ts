import * as vscode from 'vscode';
import { isLanguage } from '../../core/find/languages';

/** Computes a document's diagnostics, and tells when they may change without the document. */
export interface DiagnosticSource {
  /** The diagnostics of these documents, or of all where undefined, may have changed. */
  readonly onDidChange: vscode.Event<readonly vscode.TextDocument[] | undefined>;
  /** The diagnostics of the document as it is now. May stop early when cancelled; the result is dropped then. */
  diagnose(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.Diagnostic[]>;
}

/** In milliseconds; VS Code's own Markdown diagnostics wait as long for more typing. */
const defaultDelay = 300;

/**
 * Keeps the diagnostics of all open documents: computes them a moment after the last change, never publishes outdated ones, and clears them
 * when a document closes, moves, is deleted or changes its language.
 */
export class DiagnosticManager implements vscode.Disposable {
  readonly #jobs = new Map<string, vscode.CancellationTokenSource>();
  readonly #listeners: vscode.Disposable;

  constructor(
    private readonly collection: vscode.DiagnosticCollection,
    private readonly source: DiagnosticSource,
    private readonly log: vscode.LogOutputChannel,
    private readonly delay = defaultDelay,
  ) {
    const { workspace } = vscode;
    this.#listeners = vscode.Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.#schedule(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document)),
      // A change of language closes and reopens the document.
      workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
      workspace.onDidDeleteFiles(({ files }) => files.forEach((file) => this.#forgetBelow(file))),
      workspace.onDidRenameFiles(({ files }) => files.forEach((file) => this.#forgetBelow(file.oldUri))),
      source.onDidChange((documents) => this.#scheduleAll(documents)),
    );
    this.#scheduleAll();
  }

  #scheduleAll(documents = vscode.workspace.textDocuments): void {
    for (const document of documents) this.#schedule(document);
  }

  #schedule(document: vscode.TextDocument): void {
    if (!isLanguage(document.languageId)) return;
    const key = document.uri.toString();
    this.#jobs.get(key)?.cancel();
    const job = new vscode.CancellationTokenSource();
    this.#jobs.set(key, job);
    const timer = setTimeout(() => void this.#run(document, job.token), this.delay);
    job.token.onCancellationRequested(() => clearTimeout(timer));
  }

  async #run(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<void> {
    try {
      const diagnostics = await this.source.diagnose(document, token);
      // Each change cancels the job before it, so one that was not cancelled is about the current version.
      if (token.isCancellationRequested) return;
      this.collection.set(document.uri, diagnostics);
    } catch (error) {
      this.log.error(`${document.uri.toString(true)} could not be examined.`, error);
    }
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#jobs.get(key)?.cancel();
    this.#jobs.delete(key);
    this.collection.delete(uri);
  }

  /** Forgets a file, or a folder and everything in it. */
  #forgetBelow(root: vscode.Uri): void {
    const prefix = `${root.toString()}/`;
    this.collection.forEach((uri) => {
      if (uri.toString() === root.toString() || uri.toString().startsWith(prefix)) this.#forget(uri);
    });
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const job of this.#jobs.values()) job.cancel();
    this.#jobs.clear();
    this.collection.dispose();
  }
}
