import { groupBy } from '../../src/core/group-by';
import type { Expected, Reading } from './reference';

/** A finding as the command line's JSON report has it. */
export interface Finding {
  readonly path: string;
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly model: string;
  readonly context: string;
  readonly role: 'use' | 'mention';
  readonly coverage: string;
  readonly route: 'openai' | 'azure' | 'gateway' | 'unknown';
  readonly routeEvidence?: string;
  /** The problem's code, if it is one. */
  readonly code: string | null;
}

/** A reference on which the two readings of a checkout agree or differ. */
export interface Pair {
  readonly kind: 'both' | 'missed' | 'extra';
  readonly path: string;
  readonly expected?: Expected;
  readonly found?: Finding;
}

const uses = new Set([
  'model',
  'argument',
  'constant',
  'default',
  'fallback',
  'conditional',
  'return',
  'attribute',
  'deployment',
]);

/** Whether a context is one from which a run sends requests. */
export function roleOf(context: string): 'use' | 'mention' {
  return uses.has(context) ? 'use' : 'mention';
}

const label = /(?<!model_?)(?:label|title|display_?name|placeholder)|^(?:id|key|name|author)$|(?<!model)_id$/i;

/**
 * Whether a word such as `o1` is a model: the nearest name does not mark it as a label or a key of something else, and either a name around it
 * is about models or the file holds another id.
 */
function isModel(expected: Expected, others: boolean): boolean {
  if (!expected.bare) return true;
  const [nearest = '', ...further] = expected.names;
  if (label.test(nearest)) return false;
  if ([nearest, ...further].some((name) => /model|llm|engine|openai|chat|gpt/i.test(name))) return true;
  return others;
}

/** Entries of tables of models, most of them named after their versions, are offered as those of a list are. */
function withTables(references: readonly Expected[]): readonly Expected[] {
  const entries = references.filter(
    ({ table, context }) => table !== null && /^(?:constant|model|label)$/.test(context ?? ''),
  );
  const tables = [...groupBy(entries, ({ table }) => table).values()].filter(
    (rows) =>
      new Set(rows.map(({ model }) => model)).size > 5 &&
      rows.filter(({ names: [nearest = ''] }) => /\d/.test(nearest)).length * 2 >= rows.length,
  );
  const offered = new Set(tables.flat());
  return references.map((each) => (offered.has(each) ? { ...each, context: 'list' } : each));
}

/** Pairs the expected references with those found, by place. */
export function pair(readings: readonly Reading[], findings: readonly Finding[]): Pair[] {
  const pairs: Pair[] = [];
  const byPath = groupBy(findings, ({ path }) => path);
  for (const { path, how, references } of readings) {
    if (how === 'refused') continue;
    const company = references.some(({ bare }) => !bare);
    const wanted = new Map(
      withTables(references)
        .filter((each) => isModel(each, company))
        .map((each) => [placeOf(each), each]),
    );
    for (const found of byPath.get(path) ?? []) {
      const expected = wanted.get(placeOf(found));
      wanted.delete(placeOf(found));
      pairs.push(expected ? { kind: 'both', path, expected, found } : { kind: 'extra', path, found });
    }
    for (const expected of wanted.values()) pairs.push({ kind: 'missed', path, expected });
  }
  return pairs;
}

function placeOf({ cell, line, column, text }: { cell?: number; line: number; column: number; text: string }): string {
  return `${cell ?? ''}:${line}:${column}:${text}`;
}
