import { readFileSync } from 'node:fs';
import { languageOf } from '../core/find/languages';
import { notebookCells } from '../core/find/notebook';
import type { Language, ModelReference } from '../core/find/reference';
import { mayGoElsewhere, throughOnlyClient, understand } from '../core/understand/understand';
import { decode } from '../workspace/decode';
import type { LocatedReference } from '../workspace/locate';
import type { FileReferences } from '../workspace/scan-text';

/** One text with the references of the cells, or of the file, that make it up. */
interface Whole {
  readonly text: string;
  readonly language: Language;
  /** Where each part begins in the text. */
  readonly parts: readonly { readonly found: FileReferences; readonly offset: number }[];
}

/**
 * Runs the second pass over the files whose text speaks of other clients and hosts, so that each reference has the route its call takes.
 * A notebook's cells are read as the one program they are. What cannot be read or parsed keeps what the first pass says.
 */
export async function refine(found: readonly FileReferences[]): Promise<FileReferences[]> {
  const byPath = new Map<string, FileReferences[]>();
  for (const part of found) byPath.set(part.path, [...(byPath.get(part.path) ?? []), part]);
  const refined: FileReferences[] = [];
  for (const [path, parts] of byPath) refined.push(...((await refineFile(path, parts)) ?? parts));
  return refined;
}

async function refineFile(path: string, found: readonly FileReferences[]): Promise<FileReferences[] | undefined> {
  const whole = read(path, found);
  if (!whole) return undefined;
  const { text, language, parts } = whole;
  const references = parts.flatMap(({ found: part, offset }) =>
    part.references.map((reference) => shift(reference, offset)),
  );
  const refined = mayGoElsewhere(text, references)
    ? (await understand(text, language, references))?.references
    : throughOnlyClient(text, references);
  const routes = new Map(refined?.map(({ start, route }) => [start, route]));
  return parts.map(({ found: part, offset }) => ({
    ...part,
    references: part.references.map((reference): LocatedReference => {
      const route = routes.get(reference.start + offset);
      return route ? { ...reference, route } : reference;
    }),
  }));
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
    parts: found.map((part) => ({ found: part, offset: offsets.get(part.cell ?? 0) ?? 0 })),
  };
}

function shift(reference: ModelReference, offset: number): ModelReference {
  return offset ? { ...reference, start: reference.start + offset, end: reference.end + offset } : reference;
}
