import type { TextDocument } from 'vscode';
import type { Language, ModelReference } from '../core/find/reference';

/** The scheme of the documents that hold a notebook's cells, one each. */
export const cellScheme = 'vscode-notebook-cell';

/** @param isCell whether the text is a notebook cell's */
type Find = (text: string, language: Language, isCell: boolean) => readonly ModelReference[];

interface Entry {
  readonly version: number;
  readonly languageId: string;
  readonly references: readonly ModelReference[];
}

/**
 * The references of open documents, found once for each version; every feature reads them here.
 * An entry goes when VS Code lets go of its document.
 */
export class Analysis {
  readonly #known = new WeakMap<TextDocument, Entry>();
  readonly #load: () => Promise<Find>;

  /** @param load hands out the finder, which costs time to load: asked for only when something is to be found */
  constructor(load: () => Promise<Find>) {
    this.#load = load;
  }

  /** The references of the document in its present version. The document's language must be one of `languages`. */
  async references(document: TextDocument): Promise<readonly ModelReference[]> {
    const find = await this.#load();
    // No await from here on: two callers can neither find the same version twice nor mix two versions.
    const { version, languageId } = document;
    const known = this.#known.get(document);
    // A change of language keeps the version.
    if (known?.version === version && known.languageId === languageId) return known.references;
    const isCell = document.uri.scheme === cellScheme;
    const references = find(document.getText(), languageId as Language, isCell);
    this.#known.set(document, { version, languageId, references });
    return references;
  }
}
