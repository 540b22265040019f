import type { Language, ModelReference } from '../core/find/reference';
import type { ModelBinding } from '../core/understand/understanding';
import { importedModels } from './imported-models';
import type { Lack } from './lack';
import { Modules, type Workspace } from './modules';
import { askedElsewhere } from './table-readers';

/** What the second pass finds in a file, with imported names followed to their values. */
export interface FileUnderstanding {
  readonly references: readonly ModelReference[];
  /** In the text's order. */
  readonly bindings: readonly ModelBinding[];
  /** Paths of the other files that the answer depends on. */
  readonly reads: readonly string[];
  /** Imports that it would depend on, too, if there were such files. */
  readonly lacks: readonly Lack[];
}

/** A text to understand. */
export interface SourceText {
  /** Absolute, with `/`; absent for a text that is not in a file. */
  readonly path?: string;
  readonly text: string;
  readonly language: Language;
  readonly references: readonly ModelReference[];
  /** Ids to find in imported files whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
  /** Where the cells begin, if the text is that of a notebook's cells. */
  readonly cells?: readonly number[];
}

/** Runs the second pass over a text. Returns nothing if it does not parse. */
export async function understandFile(source: SourceText, workspace: Workspace): Promise<FileUnderstanding | undefined> {
  const modules = new Modules(workspace, source.extraIds);
  const understanding = await modules.understand(source);
  if (!understanding) return undefined;
  const imported = await importedModels(understanding.imports, source, modules);
  const bindings = [...understanding.bindings, ...imported].sort((a, b) => a.start - b.start);
  const { references, reads = [] } = await askedElsewhere(understanding, source, workspace);
  const { files, lacks } = modules;
  return { references, bindings, reads: [...new Set([...files, ...reads])], lacks: [...lacks.values()] };
}
