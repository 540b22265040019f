import { isModelName } from './receivers';
import type { Context, LocatedReference } from './reference';

/** From so many models on, a program rather tells what there is than what it asks. */
const minimumModels = 6;
/** Rows may have comments and other companies' models between them. */
const maximumGap = 3;

/** The contexts of what a table's rows hold. */
const held: ReadonlySet<Context> = new Set<Context>(['constant', 'model', 'label']);

/**
 * Tables of models, `enum Model { GPT_4 = "gpt-4", GPT_4O = "gpt-4o", … }`, offer them as lists do: their rows become mentions, and with
 * them all that is named after a model in the same text. What the program asks of them it reads by name.
 * @param references those of one text, in its order; changed in place
 */
export function markTables(references: LocatedReference[]): void {
  if (references.length < minimumModels) return;
  const rows = tableRows(references);
  if (rows.size === 0) return;
  references.forEach((reference, at) => {
    if (rows.has(reference) || (isRow(reference) && tellsVersion(reference)))
      references[at] = { ...reference, context: 'list', role: 'mention' };
  });
}

function tableRows(references: readonly LocatedReference[]): Set<LocatedReference> {
  const rows = new Set<LocatedReference>();
  let table: LocatedReference[] = [];
  const close = () => {
    if (isTable(table)) for (const row of table) rows.add(row);
    table = [];
  };
  for (const reference of references) {
    if (reference.context === 'key') continue; // `'gpt-4o' = 'openai/gpt-4o'`
    const last = table.at(-1);
    if (last && !isNext(reference, last)) close();
    table.push(reference);
  }
  close();
  return rows;
}

/** Whether a reference follows another as the rows of a table do. */
function isNext(row: LocatedReference, last: LocatedReference): boolean {
  return isRow(row) && isRow(last) && row.name !== last.name && row.line - last.line <= maximumGap;
}

/** Whether something may be in a table; beside one stands what the program asks: `DEFAULT_MODEL = "gpt-4o"`. */
function isRow(reference: LocatedReference): boolean {
  const { context, name } = reference;
  return held.has(context) && name !== undefined && (tellsVersion(reference) || !isModelName(name));
}

/** Whether most rows are named after models, of which there are many; settings are named after tasks: `chat`, `speech`. */
function isTable(rows: readonly LocatedReference[]): boolean {
  if (rows.length < minimumModels || new Set(rows.map(({ model }) => model)).size < minimumModels) return false;
  return rows.filter(tellsVersion).length * 2 >= rows.length;
}

function tellsVersion({ name = '' }: LocatedReference): boolean {
  return /\d/.test(name);
}
