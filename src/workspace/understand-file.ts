import { findReferences } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import { mayHoldModel } from '../core/find/prefilter';
import type { Language, ModelReference } from '../core/find/reference';
import { importCandidates } from '../core/understand/resolve';
import { understand } from '../core/understand/understand';
import type { ImportedName, ModelBinding, RefinedReference, Understanding } from '../core/understand/understanding';

/** What the second pass says of a file, the names it imports followed to their values. */
export interface FileUnderstanding {
  readonly references: readonly RefinedReference[];
  /** In the text's order. */
  readonly bindings: readonly ModelBinding[];
}

/** A text to understand. */
export interface SourceText {
  /** Absolute, with `/`; absent for a text that is no file. */
  readonly path?: string;
  readonly text: string;
  readonly language: Language;
  readonly references: readonly ModelReference[];
  /** Ids to be found in imported files whatever their shape; see `Program.extraIds`. */
  readonly extraIds?: ReadonlySet<string>;
}

/** Where imported names are looked up. */
export interface Workspace {
  /** Absolute paths with `/`: only what lies below them is read. */
  readonly roots: readonly string[];
  /** A file's text; nothing where there is none, or it is too large. */
  readonly read: (path: string) => string | undefined;
}

/** Runs the second pass over a text. Answers nothing where it does not parse. */
export async function understandFile(source: SourceText, workspace: Workspace): Promise<FileUnderstanding | undefined> {
  const understanding = await understand(source.text, source.language, source.references);
  if (!understanding) return undefined;
  const imported: ModelBinding[] = [];
  for (const name of understanding.imports) imported.push(...(await follow(name, source, workspace)));
  const bindings = [...understanding.bindings, ...imported].sort((a, b) => a.start - b.start);
  return { references: understanding.references, bindings };
}

/** The reads of an imported name whose value stands in another file of the workspace. */
async function follow(
  { specifier, exported, reads }: ImportedName,
  { path, language, extraIds }: SourceText,
  workspace: Workspace,
): Promise<ModelBinding[]> {
  if (path === undefined) return [];
  for (const candidate of importCandidates({ specifier, exported }, path, language)) {
    // A workspace cannot name a file outside itself.
    if (candidate.path === path || !workspace.roots.some((root) => candidate.path.startsWith(`${root}/`))) continue;
    const text = workspace.read(candidate.path);
    if (text === undefined) continue;
    const value = (await exportsOf(candidate.path, text, extraIds)).find(({ name }) => name === candidate.exported);
    if (!value) return [];
    const { start, end, text: whole, model } = value;
    const origin = { specifier, exported, path: candidate.path, start, end };
    return reads.map((read) => ({ ...read, text: whole, model, origin }));
  }
  return [];
}

async function exportsOf(
  path: string,
  text: string,
  extraIds: ReadonlySet<string> | undefined,
): Promise<Understanding['exports']> {
  const language = languageOf(path);
  if (!language || language === 'notebook' || !mayHoldModel(text, extraIds)) return [];
  return (await understand(text, language, findReferences(text, language, extraIds)))?.exports ?? [];
}
