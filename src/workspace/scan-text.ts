import { findLocated } from '../core/find/find';
import { noExtraIds } from '../core/find/model-id';
import { notebookCells } from '../core/find/notebook';
import type { Language, LocatedReference } from '../core/find/reference';
import type { Lack } from './lack';

export type FileLanguage = Language | 'notebook';

/** The references in one file, or in one cell of a notebook. */
export interface FileReferences {
  /** The file's absolute path. */
  readonly path: string;
  /** The cell's index among all cells of the notebook; places are relative to its source. */
  readonly cell?: number;
  readonly references: readonly LocatedReference[];
  /** Other files that the second pass read to find the routes, by absolute path with `/`. */
  readonly reads?: readonly string[];
  /** Imports that the routes would depend on, too, if there were such files. */
  readonly lacks?: readonly Lack[];
  /** Set where other files were searched for what they ask of this one's tables: a new file may ask more. */
  readonly searched?: true;
}

/** Scans a text, or the code cells of a notebook, each by itself. Throws if a notebook is not JSON; the message is part of a sentence. */
export function scanText(path: string, text: string, language: FileLanguage, extraIds = noExtraIds): FileReferences[] {
  if (language !== 'notebook') {
    const references = findLocated(text, language, extraIds);
    return references.length ? [{ path, references }] : [];
  }
  return notebookCells(text).flatMap(({ index, language: written, source }) => {
    const references = findLocated(source, written, extraIds);
    return references.length ? [{ path, cell: index, references }] : [];
  });
}
