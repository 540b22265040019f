import type { TextDocument } from 'vscode';
import type { Language, ModelReference } from '../core/find/reference';

/** The URI scheme of notebook cells, each of which is a document. */
export const cellScheme = 'vscode-notebook-cell';

/**
 * @param isCell whether the text is a notebook cell's
 * @param extraIds ids to be found whatever their shape
 */
type Find = (
  text: string,
  language: Language,
  isCell: boolean,
  extraIds?: ReadonlySet<string>,
) => readonly ModelReference[];

interface Entry {
  readonly version: number;
  readonly languageId: string;
  readonly extraIds: ReadonlySet<string> | undefined;
  readonly references: readonly ModelReference[];
}

/** The references in open documents, found once per version and shared by all features. VS Code dropping a document drops its entry. */
export class Analysis {
  readonly #known = new WeakMap<TextDocument, Entry>();

  /**
   * @param load hands out the finder, which takes time to load: called only when there is something to find
   * @param extraIds the ids to be found in a document whatever their shape; see `Program.extraIds`
   */
  constructor(
    private readonly load: () => Promise<Find>,
    readonly extraIds: (document: TextDocument) => Promise<ReadonlySet<string> | undefined> = async () => undefined,
  ) {}

  /** The references in the document's current version. The document's language must be one of `languages`. */
  async references(document: TextDocument): Promise<readonly ModelReference[]> {
    const find = await this.load();
    const extraIds = await this.extraIds(document);
    // No await from here on: two callers can neither find the same version twice nor mix two versions.
    const { version, languageId } = document;
    const known = this.#known.get(document);
    // Neither a change of language nor one of the listings changes the version.
    if (known?.version === version && known.languageId === languageId && known.extraIds === extraIds)
      return known.references;
    const isCell = document.uri.scheme === cellScheme;
    const references = find(document.getText(), languageId as Language, isCell, extraIds);
    this.#known.set(document, { version, languageId, extraIds, references });
    return references;
  }
}
