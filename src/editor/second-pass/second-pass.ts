import * as vscode from 'vscode';
import { directiveWord } from '../../core/codes';
import { isLanguage } from '../../core/find/languages';
import type { Language, ModelReference } from '../../core/find/reference';
import { moved } from '../../core/moved';
import { importsClient, importsModel } from '../../core/understand/imports';
import { treeFields } from '../../core/understand/tree-fields';
import { limits, type ModelBinding } from '../../core/understand/understanding';
import { Coalescer } from '../../workspace/coalescer';
import type { DiskWatch } from '../../workspace/disk-watch';
import type { Lack } from '../../workspace/lack';
import { lookupWithEdits } from '../../workspace/lookup';
import type { Analysis } from '../analysis';
import { fileOf, isWritten, notebookOf } from '../documents';
import { isCurrent, knownOf, programAround, type Part } from './parts';
import { shift, shiftBindings } from './shift';
import { Parser } from '../../workspace/parser';
import { pathOf } from '../../workspace/paths';

/** What the second pass last knew about a document, its offsets updated with every edit since. */
interface Known {
  references: readonly ModelReference[];
  bindings: readonly ModelBinding[];
  /** Paths of the other files that both depend on. */
  readonly reads: readonly string[];
  /** Imports that they would also depend on if the files existed. */
  readonly lacks: readonly Lack[];
}

const nothing: Known = { references: [], bindings: [], reads: [], lacks: [] };

/** How long to wait for more typing before parsing, in milliseconds. */
const delay = 400;

/**
 * Keeps what only a syntax tree can tell about the open documents, parsed in a process of its own a moment after the last edit. Keeps the
 * last good answer while a text does not parse; the first pass never waits for this one.
 */
export class SecondPass implements vscode.Disposable {
  readonly #known = new Map<vscode.TextDocument, Known & { readonly version: number }>();
  /** One for each program. */
  readonly #timers = new Map<unknown, ReturnType<typeof setTimeout>>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.TextDocument[]>();
  /** There is something new to tell about these documents. */
  readonly onDidChange = this.#changed.event;
  readonly #written = new Coalescer<vscode.Uri>(async (files) => this.#scheduleReaders(files));
  readonly #listeners: vscode.Disposable;
  readonly #parser: Parser;

  /** @param parserFile the parsing process's bundle */
  constructor(
    private readonly analysis: Analysis,
    disk: DiskWatch,
    parserFile: string,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const { workspace } = vscode;
    this.#parser = new Parser(parserFile, (name, fate) => log.warn(`Parsing ${name} ${fate}.`));
    this.#listeners = vscode.Disposable.from(
      disk.onDidChange((change) => {
        if (change.kind === 'path') this.#written.add(change.uri.toString(), change.uri);
      }),
      this.#written,
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.#scheduleReaders([...added, ...removed].map(({ uri }) => uri)),
      ),
      workspace.onDidOpenTextDocument((document) => {
        this.#schedule(document);
        // A cell whose language changes is reopened, and may leave its notebook's program.
        this.#scheduleCells(notebookOf(document));
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!contentChanges.length) return;
        const known = this.#known.get(document);
        if (known) {
          for (const change of contentChanges) {
            known.references = shift(known.references, change);
            known.bindings = shiftBindings(known.bindings, change);
          }
        }
        this.#schedule(document);
        this.#scheduleReadersOf(document);
      }),
      workspace.onDidCloseTextDocument((document) => {
        // A cell shares its notebook's timer, which the other cells still need.
        this.#unschedule(document);
        this.#known.delete(document);
        // What was not saved is gone: the file on disk counts again.
        this.#scheduleReadersOf(document);
      }),
      workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length) this.#scheduleCells(notebook);
      }),
    );
    for (const document of workspace.textDocuments) this.#schedule(document);
  }

  /** The first pass's references with the routes and tools that the tree showed. */
  refine(document: vscode.TextDocument, references: readonly ModelReference[]): readonly ModelReference[] {
    const known = this.#known.get(document);
    if (!known) return references;
    const refined = new Map(known.references.map((reference) => [reference.start, reference]));
    return references.map((reference) => {
      const better = refined.get(reference.start);
      return better?.text === reference.text ? { ...reference, ...treeFields(better) } : reference;
    });
  }

  /** The names in the document that hold a model written elsewhere. */
  bindings(document: vscode.TextDocument): readonly ModelBinding[] {
    return this.#known.get(document)?.bindings ?? [];
  }

  /** Whether the second pass has answered for the document's current version: an outdated answer proves nothing absent. */
  hasAnswered(document: vscode.TextDocument): boolean {
    return this.#known.get(document)?.version === document.version;
  }

  /** Parses a document at once unless its current version has been answered for. */
  async ensure(document: vscode.TextDocument): Promise<void> {
    if (this.hasAnswered(document)) return;
    this.#unschedule(keyOf(document));
    await this.#run(document);
  }

  #schedule(document: vscode.TextDocument): void {
    if (!isLanguage(document.languageId) || !isWritten(document)) return;
    const key = keyOf(document);
    this.#unschedule(key);
    const run = (): void => {
      this.#timers.delete(key);
      this.#run(document).catch((error) =>
        this.log.error(`${document.uri.toString(true)} could not be examined.`, error),
      );
    };
    this.#timers.set(key, setTimeout(run, delay));
  }

  #unschedule(key: unknown): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  /** Schedules the programs that a notebook's cells make up, one for each language. */
  #scheduleCells(notebook: vscode.NotebookDocument | undefined): void {
    const cells = new Map(notebook?.getCells().map(({ document }) => [document.languageId, document]));
    for (const document of cells.values()) this.#schedule(document);
  }

  /** Files were written, or files and folders created or deleted: schedules the open documents that import models or clients, or may. */
  #scheduleReaders(files: readonly vscode.Uri[]): void {
    const names = new Set(files.map(String));
    for (const document of vscode.workspace.textDocuments) {
      const own = names.has(document.uri.toString()) ? 1 : 0;
      if (names.size > own && this.#imports(document)) this.#schedule(document);
    }
  }

  /** Schedules the documents that import from this one: what is typed counts at once. */
  #scheduleReadersOf({ uri }: vscode.TextDocument): void {
    const path = pathOf(uri);
    for (const [document, { reads }] of this.#known) if (reads.includes(path)) this.#schedule(document);
  }

  #imports(document: vscode.TextDocument): boolean {
    const { reads, lacks } = this.#known.get(document) ?? nothing;
    if (reads.length + lacks.length) return true;
    const text = document.getText();
    return importsModel(text) || importsClient(text, document.languageId as Language);
  }

  async #run(document: vscode.TextDocument): Promise<void> {
    const { text, parts } = programAround(document);
    if (text.length > limits.characters) return;
    const references: ModelReference[] = [];
    for (const { document: own, offset } of parts) {
      for (const each of await this.analysis.references(own)) references.push(moved(each, offset));
    }
    if (!isCurrent(parts)) return;
    if (!references.length && !importsModel(text)) return this.#keep(parts, nothing);
    const cells = parts[0]?.cell === undefined ? {} : { cells: parts.map(({ offset }) => offset) };
    const extraIds = await this.analysis.extraIds(document);
    const extra = extraIds && { extraIds };
    const answer = await this.#parser.ask(
      { ...cells, ...extra, text, language: document.languageId as Language, references },
      lookupWithEdits(fileOf(document)),
    );
    // An outdated answer is dropped: the newer version's own run is on its way.
    if (answer && isCurrent(parts)) this.#keep(parts, answer);
  }

  #keep(parts: readonly Part[], answer: Known): void {
    const changed = parts.filter((part) => {
      const before = this.#known.get(part.document);
      const after = { ...answer, ...knownOf(part, parts, answer) };
      this.#known.set(part.document, { ...after, version: part.version });
      // Whether an ignore comment is needed is known only with the answer, whatever that is; see `hasAnswered`.
      return said(before) !== said(after) || part.text.includes(directiveWord);
    });
    if (changed.length) this.#changed.fire(changed.map((part) => part.document));
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#parser.dispose();
    this.#changed.dispose();
  }
}

/** All that an answer tells beyond the first pass, to be compared with another. */
function said({ references, bindings } = nothing): string {
  const refined = references.map((reference) => [reference.start, reference.text, treeFields(reference)]);
  return JSON.stringify([refined, bindings]);
}

/** The key of a document's program: a notebook with a language for its cells, else the document itself. */
function keyOf(document: vscode.TextDocument): unknown {
  const notebook = notebookOf(document);
  return notebook ? `${notebook.uri.toString()} ${document.languageId}` : document;
}
