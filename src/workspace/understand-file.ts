import { lineStarts, placeAt } from '../core/lines';
import type { Language, ModelReference } from '../core/find/reference';
import type { ImportedModel, ModelBinding } from '../core/understand/understanding';
import type { Lack } from './lack';
import { Modules, type Workspace } from './modules';

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
  const understanding = await modules.understand(source, source.path);
  if (!understanding) return undefined;
  const imported: ModelBinding[] = [];
  for (const name of understanding.imports) imported.push(...(await follow(name, source, modules)));
  const bindings = [...understanding.bindings, ...agreed(imported)].sort((a, b) => a.start - b.start);
  const { files, lacks } = modules;
  return { references: understanding.references, bindings, reads: [...files], lacks: [...lacks.values()] };
}

/** One binding per place; none where several files have the name and the values differ. */
function agreed(imported: readonly ModelBinding[]): ModelBinding[] {
  const byPlace = new Map<number, ModelBinding | undefined>();
  for (const binding of imported) {
    const { start, text } = binding;
    if (!byPlace.has(start)) byPlace.set(start, binding);
    else if (byPlace.get(start)?.text !== text) byPlace.set(start, undefined);
  }
  return [...byPlace.values()].filter((binding) => binding !== undefined);
}

/** The bindings for each place that reads an imported name, where its value is in another file of the workspace. */
async function follow(
  { specifier, exported, reads }: ImportedModel,
  { path: from, language }: SourceText,
  modules: Modules,
): Promise<ModelBinding[]> {
  const found = from === undefined ? undefined : await modules.model({ specifier, exported }, from, language);
  if (!found) return [];
  const { start, end, text, model } = found.value;
  const lines = lineStarts(found.text);
  const [begins, ends] = [placeAt(lines, start), placeAt(lines, end)];
  const origin = { specifier, exported, path: found.path, start, end, begins, ends };
  return reads.map((read) => ({ ...read, text, model, origin }));
}
