import { readFileSync } from 'node:fs';
import { languageOf } from '../core/find/languages';
import { notebookCells } from '../core/find/notebook';
import type { Language, ModelReference } from '../core/find/reference';
import { moved } from '../core/moved';
import { understandCells } from '../core/understand/cells';
import { treeSays } from '../core/understand/tree-says';
import { mayGoElsewhere, refusalOf, withoutTree, understand } from '../core/understand/understand';
import { limits } from '../core/understand/understanding';
import { decode } from './decode';
import type { LocatedReference } from '../core/find/reference';
import { reasonOf, type Note } from './notes';
import type { FileReferences } from './scan-text';

/** One text with the references of the cells, or of the file, that make it up. */
interface Whole {
  readonly text: string;
  readonly language: Language;
  /** Where a notebook's cells begin. */
  readonly starts?: readonly number[];
  /** Where each part begins in the text. */
  readonly parts: readonly { readonly found: FileReferences; readonly offset: number }[];
}

/**
 * Runs the second pass over the files whose text speaks of other clients and hosts, so that each reference has the route its call takes.
 * A notebook's cells are read as the one program they are. What cannot be parsed keeps what the first pass says, and is noted.
 */
export async function refine(
  found: readonly FileReferences[],
  onNote: (note: Note) => void,
): Promise<FileReferences[]> {
  const byPath = new Map<string, FileReferences[]>();
  for (const part of found) {
    const parts = byPath.get(part.path);
    if (parts) parts.push(part);
    else byPath.set(part.path, [part]);
  }
  const refined: FileReferences[] = [];
  for (const [path, parts] of byPath) {
    try {
      refined.push(...((await refineFile(path, parts, onNote)) ?? parts));
    } catch (error) {
      // It may have gone since the first pass, whose answer stays.
      onNote({ severity: 'error', path, message: unparsed(`that failed (${reasonOf(error)})`) });
      refined.push(...parts);
    }
  }
  return refined;
}

/** The same for one file, of which `found` is all; nothing where it cannot be read as what it was. */
export async function refineFile(
  path: string,
  found: readonly FileReferences[],
  onNote: (note: Note) => void,
): Promise<FileReferences[] | undefined> {
  const whole = read(path, found);
  if (!whole) return undefined;
  const { text, language, starts, parts } = whole;
  const references = parts.flatMap(({ found: part, offset }) =>
    part.references.map((reference): ModelReference => moved(reference, offset)),
  );
  const parsed = mayGoElsewhere(text, references);
  const refined = parsed
    ? (await (starts ? understandCells(text, starts, references) : understand(text, language, references)))?.references
    : withoutTree(text, references);
  if (parsed && !refined) onNote({ severity: 'info', path, message: unparsed(await whyBroken(text)) });
  const better = new Map(refined?.map((reference) => [reference.start, treeSays(reference)]));
  return parts.map(({ found: part, offset }) => ({
    ...part,
    references: part.references.map(
      (reference): LocatedReference => ({ ...reference, ...better.get(reference.start + offset) }),
    ),
  }));
}

async function whyBroken(text: string): Promise<string> {
  const reasons = {
    long: `it is longer than ${limits.characters} characters`,
    deep: `its brackets are nested deeper than ${limits.depth} levels`,
    broken: 'it has syntax that is not understood',
  };
  return reasons[await refusalOf(text)];
}

function unparsed(reason: string): string {
  return `Not parsed, since ${reason}: models are found, but variables that hold clients are not followed to where requests go.`;
}

function read(path: string, found: readonly FileReferences[]): Whole | undefined {
  const language = languageOf(path);
  const { text } = decode(readFileSync(path));
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
