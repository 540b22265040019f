import { findLocated } from '../core/find/find';
import { noExtraIds } from '../core/find/model-id';
import { notebookCells } from '../core/find/notebook';
import type { Language, LocatedReference } from '../core/find/reference';
import type { Lack } from './lack';

export type FileLanguage = Language | 'notebook';

/** The references of one file, or of one cell of a notebook. */
export interface FileReferences {
  /** The file's absolute path. */
  readonly path: string;
  /** The cell's index among all cells of the notebook; places are within its source. */
  readonly cell?: number;
  readonly references: readonly LocatedReference[];
  /** Other files that the routes rest on, by their absolute paths with `/`; the second pass has read them. */
  readonly reads?: readonly string[];
  /** Imports that the routes would rest on, too, if there were such files. */
  readonly lacks?: readonly Lack[];
}

/** Scans a text; of a notebook its code cells, each by itself. Throws a sentence if a notebook is no JSON. */
export function scanText(path: string, text: string, language: FileLanguage, extraIds = noExtraIds): FileReferences[] {
  if (language !== 'notebook') {
    const references = findLocated(text, language, extraIds);
    return references.length ? [{ path, references }] : [];
  }
  return notebookCells(text).flatMap(({ index, source }) => {
    const references = findLocated(source, 'python', extraIds);
    return references.length ? [{ path, cell: index, references }] : [];
  });
}
