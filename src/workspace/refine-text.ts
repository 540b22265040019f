import { languageOf } from '../core/find/languages';
import { joinCells, notebookCells } from '../core/find/notebook';
import type { Language, LocatedReference, ModelReference } from '../core/find/reference';
import { groupBy } from '../core/group-by';
import { moved } from '../core/moved';
import { treeFields } from '../core/understand/tree-fields';
import { needsTree, refusalOf, withoutTree } from '../core/understand/understand';
import { limits } from '../core/understand/understanding';
import { Modules, type Workspace } from './modules';
import type { Note } from './notes';
import type { FileReferences } from './scan-text';
import { askedElsewhere } from './table-readers';

/** The text of a file, or of a notebook's cells of one language joined, with what was found in its parts. */
interface Whole {
  readonly text: string;
  readonly language: Language;
  /** Where the cells begin, if it is a notebook. */
  readonly starts?: readonly number[];
  /** The file itself or the cells in which something was found, with their offsets in the text. */
  readonly parts: readonly { readonly found: FileReferences; readonly offset: number }[];
}

/**
 * Runs the second pass over a file's text; `found` is everything that the first pass found in it. A notebook's cells of one language are read
 * as one program. Where the text does not parse, the first pass's answer stays and a note says why.
 * @param workspace where imported clients are looked up
 */
export async function refineText(
  text: string,
  found: readonly FileReferences[],
  workspace: Workspace,
  onNote: (note: Note) => void = () => undefined,
): Promise<readonly FileReferences[]> {
  const path = found[0]?.path ?? '';
  const refined = new Map<FileReferences, FileReferences>();
  for (const whole of wholesOf(path, text, found)) {
    const better = await refineWhole(whole, path, workspace, onNote);
    whole.parts.forEach((part, index) => refined.set(part.found, better[index]!));
  }
  return found.map((part) => refined.get(part) ?? part);
}

/** The second pass's answers for the parts of a whole, in their order. */
async function refineWhole(
  { text, language, starts, parts }: Whole,
  path: string,
  workspace: Workspace,
  onNote: (note: Note) => void,
): Promise<FileReferences[]> {
  const references = parts.flatMap(({ found: part, offset }) =>
    part.references.map((reference): ModelReference => moved(reference, offset)),
  );
  const parsed = needsTree(references);
  const modules = new Modules(workspace);
  const source = { path, text, language, references, ...(starts && { cells: starts }) };
  const understanding = parsed ? await modules.understand(source) : undefined;
  const asked = understanding && (await askedElsewhere(understanding, source, workspace));
  const understood = asked?.references;
  // Without uses there is little that the tree could have added.
  if (parsed && !understood && references.some(({ role }) => role === 'use'))
    onNote({ severity: 'info', path, message: unparsed(whyBroken(text)) });
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
    references: part.references.map((reference): LocatedReference => ({
      ...reference,
      ...better.get(reference.start + offset),
    })),
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

function wholesOf(path: string, text: string, found: readonly FileReferences[]): Whole[] {
  const fileLanguage = languageOf(path);
  if (!fileLanguage) return [];
  if (fileLanguage !== 'notebook')
    return [{ text, language: fileLanguage, parts: found.map((part) => ({ found: part, offset: 0 })) }];
  return Array.from(
    groupBy(notebookCells(text), ({ language }) => language),
    ([language, cells]) => {
      const { text: joined, starts } = joinCells(
        cells.map(({ source }) => source),
        language,
      );
      const offsets = new Map(cells.map(({ index }, place) => [index, starts[place]!]));
      const parts = found.flatMap((part) => {
        const offset = offsets.get(part.cell ?? 0);
        return offset === undefined ? [] : [{ found: part, offset }];
      });
      return { text: joined, language, starts, parts };
    },
  );
}
