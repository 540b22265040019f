import type { ModelReference } from '../core/find/reference';
import { assess, groupOf, type AssessOptions, type Finding } from '../core/findings';
import type { Program } from '../core/program/program';
import { adviceText, billedCallText, diagnosticText, shortText } from '../core/words';
import { groupNames, type GroupName } from '../core/groups';
import type { Place } from './protocol';

/** A reference in the workspace, its place, and what it is judged by. */
export interface Found {
  readonly reference: ModelReference;
  readonly place: Place;
  readonly basis: AssessOptions;
  readonly program: Program;
  /** Its folder's settings say not to report the model. */
  readonly isIgnored: boolean;
}

/** One model within one group, with all its places. */
export interface Gathered {
  readonly finding: Finding;
  /** What is wrong, in sentences, and the ways out. */
  readonly notes: ReadonlySet<string>;
  readonly advice: ReadonlySet<string>;
  /** The most important first. */
  readonly found: readonly Found[];
  readonly counts: Counts;
  /** The settings of every folder that names it say not to report it. */
  readonly isIgnored: boolean;
}

/** How many places of each kind there are: outside tests uses and mentions, and everything in tests. */
export interface Counts {
  readonly uses: number;
  readonly mentions: number;
  readonly tests: number;
}

/** The models of a workspace by what becomes of their tokens: all groups in their order, each with its most used models first. */
export function gather(found: Iterable<Found>): readonly (readonly [group: GroupName, models: readonly Gathered[]])[] {
  type Row = Omit<Gathered, 'counts' | 'isIgnored'> & { notes: Set<string>; advice: Set<string>; found: Found[] };
  const groups = new Map<GroupName, Map<string, Row>>(groupNames.map((group) => [group, new Map()]));
  // Thousands of references name a few models: each combination of what coverage depends on is judged once.
  const judged = new Map<Program, Map<string, Row>>();
  for (const one of found) {
    const { reference, basis, program } = one;
    const { model, route, purpose } = reference;
    const known = judged.get(program) ?? new Map<string, Row>();
    judged.set(program, known);
    // Only where traffic goes elsewhere do the notes name the evidence.
    const elsewhere = route.kind === 'azure' || route.kind === 'gateway' ? [route.evidence, route.from] : [];
    const key = [model, route.kind, purpose, basis.listings, basis.horizonDays, ...elsewhere].join('\n');
    let row = known.get(key);
    if (!row) {
      // What is wrong with using the model is worth a line even where it is only mentioned, or where a comment silences the problem.
      const finding = assess(program, { ...reference, role: 'use', ignoredCodes: [] }, basis);
      const rows = groups.get(groupOf(finding))!;
      row = rows.get(model) ?? { finding, notes: new Set(), advice: new Set(), found: [] };
      const billed = billedCallText(finding);
      if (billed) row.notes.add(billed);
      if (finding.code) row.notes.add(diagnosticText(finding, program));
      const advice = finding.code === 'other-route' ? shortText(finding) : adviceText(finding, program);
      if (advice) row.advice.add(advice);
      rows.set(model, row);
      known.set(key, row);
    }
    row.found.push(one);
  }
  return [...groups].map(([group, rows]) => {
    const models = [...rows.values()].map((row) => ({
      ...row,
      found: row.found.sort((a, b) => byImportance(a.place, b.place)),
      counts: countsOf(row.found),
      isIgnored: row.found.every((one) => one.isIgnored),
    }));
    return [group, models.sort(byUse)];
  });
}

/** Counts places by kind. */
export function countsOf(found: readonly Pick<Found, 'place'>[]): Counts {
  const tests = found.filter(({ place }) => place.inTest).length;
  const uses = found.filter(({ place }) => !place.inTest && place.role === 'use').length;
  return { uses, mentions: found.length - tests - uses, tests };
}

function byUse(a: Gathered, b: Gathered): number {
  const [x, y] = [a.counts, b.counts];
  const [first, second] = [a.finding.reference.model, b.finding.reference.model];
  return y.uses - x.uses || y.mentions + y.tests - x.mentions - x.tests || (first < second ? -1 : 1);
}

/** Uses first, tests last; within each by file and place. */
export function byImportance(a: Place, b: Place): number {
  const rank = (place: Place): number => (place.inTest ? 2 : place.role === 'use' ? 0 : 1);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line || a.column - b.column;
}
