import { languageOf } from '../core/find/languages';
import { notebookCells } from '../core/find/notebook';
import type { Language, LocatedReference, ModelReference } from '../core/find/reference';
import { moved } from '../core/moved';
import { treeFields } from '../core/understand/tree-fields';
import { needsTree, refusalOf, withoutTree } from '../core/understand/understand';
import { limits } from '../core/understand/understanding';
import { Modules, type Workspace } from './modules';
import type { Note } from './notes';
import type { FileReferences } from './scan-text';
import { askedElsewhere } from './table-readers';

/** The text of a file, or of a notebook's cells joined, with what was found in its parts. */
interface Whole {
  readonly text: string;
  readonly language: Language;
  /** Where the cells begin, if it is a notebook. */
  readonly starts?: readonly number[];
  /** The file itself or the cells in which something was found, with their offsets in the text. */
  readonly parts: readonly { readonly found: FileReferences; readonly offset: number }[];
}

/**
 * Runs the second pass over a file's text; `found` is everything that the first pass found in it. A notebook's cells are read as one program.
 * Where the text does not parse, the first pass's answer stays and a note says why.
 * @param workspace where imported clients are looked up
 */
export async function refineText(
  text: string,
  found: readonly FileReferences[],
  workspace: Workspace,
  onNote: (note: Note) => void = () => undefined,
): Promise<readonly FileReferences[]> {
  const path = found[0]?.path ?? '';
  const whole = wholeOf(path, text, found);
  if (!whole) return found;
  const { text: program, language, starts, parts } = whole;
  const references = parts.flatMap(({ found: part, offset }) =>
    part.references.map((reference): ModelReference => moved(reference, offset)),
  );
  const parsed = needsTree(references);
  const modules = new Modules(workspace);
  const source = { path, text: program, language, references, ...(starts && { cells: starts }) };
  const understanding = parsed ? await modules.understand(source) : undefined;
  const asked = understanding && (await askedElsewhere(understanding, source, workspace));
  const understood = asked?.references;
  // Without uses there is little that the tree could have added.
  if (parsed && !understood && references.some(({ role }) => role === 'use'))
    onNote({ severity: 'info', path, message: unparsed(whyBroken(program)) });
  const refined = understood ?? references.map(withoutTree);
  const better = new Map(refined.map((reference) => [reference.start, treeFields(reference)]));
  const { lacks } = modules;
  const files = new Set([...modules.files, ...(asked?.reads ?? [])]);
  const rests = {
    ...(files.size > 0 && { reads: [...files] }),
    ...(lacks.size > 0 && { lacks: [...lacks.values()] }),
    ...(asked?.reads && { searched: true as const }),
  };
  return parts.map(({ found: part, offset }) => ({
    ...part,
    ...rests,
    references: part.references.map(
      (reference): LocatedReference => ({ ...reference, ...better.get(reference.start + offset) }),
    ),
  }));
}

function whyBroken(text: string): string {
  const reasons = {
    long: `it is longer than ${limits.characters} characters`,
    deep: `its brackets are nested more than ${limits.depth} levels deep`,
    broken: 'it has syntax that is not understood',
  };
  return reasons[refusalOf(text)];
}

/** The note that a file keeps the first pass's answer, and why. */
export function unparsed(reason: string): string {
  return `Not parsed, since ${reason}: models are found, but not where clients held in variables send their requests.`;
}

function wholeOf(path: string, text: string, found: readonly FileReferences[]): Whole | undefined {
  const language = languageOf(path);
  if (language !== 'notebook')
    return language && { text, language, parts: found.map((part) => ({ found: part, offset: 0 })) };
  let joined = '';
  const offsets = new Map<number, number>();
  for (const { index, source } of notebookCells(text)) {
    offsets.set(index, joined.length);
    joined += `${source}\n`;
  }
  return {
    text: joined,
    language: 'python',
    starts: [...offsets.values()],
    parts: found.map((part) => ({ found: part, offset: offsets.get(part.cell ?? 0) ?? 0 })),
  };
}
