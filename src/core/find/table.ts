import { isModelName } from './receivers';
import type { Context, LocatedReference } from './reference';

/** From so many models on, a program rather tells what there is than what it asks. */
const minimumModels = 6;
/** Rows may have comments and other companies' models between them. */
const maximumGap = 3;

/** The contexts of what a table's rows hold. */
const held: ReadonlySet<Context> = new Set<Context>(['constant', 'model', 'label']);

/**
 * Tables of models, `enum Model { GPT_4 = "gpt-4", GPT_4O = "gpt-4o", … }`, offer them as lists do: their rows become mentions. What the
 * program asks of them it reads by name.
 * @param references those of one text, in its order; changed in place
 */
export function markTables(references: LocatedReference[]): void {
  let start = 0;
  references.forEach((reference, at) => {
    const next = references[at + 1];
    if (next && isNext(next, reference)) return;
    if (isTable(references, start, at + 1)) {
      for (let row = start; row <= at; row++)
        references[row] = { ...(references[row] as LocatedReference), context: 'list', role: 'mention' };
    }
    start = at + 1;
  });
}

/** Whether a reference follows another as the rows of a table do. */
function isNext(row: LocatedReference, last: LocatedReference): boolean {
  return isRow(row) && isRow(last) && row.name !== last.name && row.line - last.line <= maximumGap;
}

/** Whether something may be in a table; beside one stands what the program asks: `DEFAULT_MODEL = "gpt-4o"`. */
function isRow({ context, name }: LocatedReference): boolean {
  return held.has(context) && name !== undefined && (tellsVersion(name) || !isModelName(name));
}

/** Whether most rows are named after models, of which there are many; settings are named after tasks: `chat`, `speech`. */
function isTable(references: readonly LocatedReference[], start: number, end: number): boolean {
  if (end - start < minimumModels) return false;
  const rows = references.slice(start, end);
  const versions = rows.filter(({ name = '' }) => tellsVersion(name));
  return versions.length * 2 >= rows.length && new Set(rows.map(({ model }) => model)).size >= minimumModels;
}

function tellsVersion(name: string): boolean {
  return /\d/.test(name);
}
