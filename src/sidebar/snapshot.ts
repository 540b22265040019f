import type { ModelReference } from '../core/find/reference';
import { assess, daysBetween, defaultHorizonDays, type AssessOptions, type Finding } from '../core/findings';
import { allowanceFor } from '../core/program/allowance';
import type { ListingChoice } from '../core/program/coverage';
import type { Program } from '../core/program/program';
import { candidatesFor } from '../core/replacements';
import { candidateTitle, diagnosticText, shortText, type WordsOptions } from '../core/words';
import { groupNames, type GroupName, type Place, type Row, type Snapshot } from './protocol';
import { bandsOf, checklistOf, sourcesOf } from './terms';

/** A reference in the workspace, where it stands and what it is judged against. */
export interface Found {
  readonly reference: ModelReference;
  readonly place: Place;
  readonly basis: AssessOptions;
}

/** What the panel is computed from. */
export interface PanelInput {
  readonly program: Program;
  readonly tier: Snapshot['tier'];
  readonly folders: Snapshot['folders'];
  readonly listings: ListingChoice;
  readonly scan: Snapshot['scan'];
  readonly found: Iterable<Found>;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  /** The day, `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
  /** The texts of the ticked items of the checklist. */
  readonly ticked: ReadonlySet<string>;
  readonly restricted: boolean;
  /** How to speak; English by default. */
  readonly words?: WordsOptions;
}

/** So many places of a model travel with a snapshot; the view asks for all of them where there are more. */
export const placesShown = 20;

/** More notes than these say nothing new. */
const notesShown = 50;

/** Everything the panel shows, whole. */
export function buildSnapshot(input: PanelInput): Snapshot {
  const { program, tier, folders, listings, scan, restricted } = input;
  return {
    tier,
    folders,
    allowance: allowanceFor(tier.value),
    restricted,
    scan,
    groups: groupsOf(program, input.found, input.words),
    notes: input.notes.slice(0, notesShown),
    checklist: checklistOf(program, listings, input.ticked),
    ...sourcesOf(program, listings, input.asOf),
    ...bandsOf(program),
    problems: [...input.problems],
  };
}

/** What becomes of the tokens that a model's requests take. */
export function groupOf({ coverage, lifecycle }: Finding): GroupName {
  if (coverage.kind === 'other-route') return 'elsewhere';
  if (coverage.kind === 'unknown-model') return 'unknown';
  if (coverage.kind === 'fine-tuned') return 'billed';
  if (lifecycle?.state === 'shut-down') return 'failing';
  return coverage.kind === 'covered' ? coverage.pool : 'billed';
}

/** All that stands in one row. */
interface Gathered {
  readonly finding: Finding;
  readonly notes: Set<string>;
  readonly advice: Set<string>;
  readonly places: Place[];
}

function groupsOf(program: Program, found: Iterable<Found>, words?: WordsOptions): Snapshot['groups'] {
  const groups = new Map<GroupName, Map<string, Gathered>>(groupNames.map((group) => [group, new Map()]));
  // Thousands of references name a few models: each combination of what coverage depends on is judged once.
  const judged = new Map<string, Gathered>();
  for (const { reference, place, basis } of found) {
    const { model, route } = reference;
    const key = [model, route.kind, route.evidence, basis.listings, basis.horizonDays].join('\n');
    let row = judged.get(key);
    if (!row) {
      // What is wrong with using the model is worth a line also where it is only mentioned, or where a comment silences it.
      const finding = assess(program, { ...reference, role: 'use', ignoredCodes: [] }, basis);
      const rows = groups.get(groupOf(finding))!;
      row = rows.get(model) ?? { finding, notes: new Set(), advice: new Set(), places: [] };
      if (finding.code) row.notes.add(diagnosticText(finding, program, words));
      const advice = adviceFor(program, finding, words);
      if (advice) row.advice.add(advice);
      rows.set(model, row);
      judged.set(key, row);
    }
    row.places.push(place);
  }
  return [...groups].map(([group, rows]) => ({ group, rows: [...rows.values()].map(rowOf).sort(byUse) }));
}

function adviceFor(program: Program, finding: Finding, words?: WordsOptions): string | undefined {
  if (finding.code === 'other-route') return shortText(finding, words);
  const [best] = finding.code ? candidatesFor(finding, program) : [];
  return best && candidateTitle(best, finding, program, words);
}

function endsSoon({ lifecycle, basis: { asOf, horizonDays = defaultHorizonDays } }: Finding): boolean {
  return lifecycle?.state === 'shutting-down' && daysBetween(asOf, lifecycle.date) <= horizonDays;
}

function rowOf({ finding, notes, advice, places }: Gathered): Row {
  const { coverage, lifecycle, reference } = finding;
  const tests = places.filter((place) => place.inTest).length;
  const uses = places.filter((place) => !place.inTest && place.role === 'use').length;
  return {
    model: reference.model,
    ...(coverage.kind === 'covered' && coverage.viaAlias && { snapshot: coverage.snapshot }),
    uses,
    mentions: places.length - tests - uses,
    tests,
    ...(notes.size > 0 && { note: [...notes].join(' ') }),
    ...(advice.size > 0 && { advice: [...advice].join('; ') }),
    ...(lifecycle && { shutdown: lifecycle.date }),
    endsSoon: endsSoon(finding),
    places: places.sort(byImportance).slice(0, placesShown),
  };
}

function byUse(a: Row, b: Row): number {
  return b.uses - a.uses || b.mentions + b.tests - a.mentions - a.tests || (a.model < b.model ? -1 : 1);
}

/** Uses first, tests last; within each by file and place. */
export function byImportance(a: Place, b: Place): number {
  const rank = (place: Place): number => (place.inTest ? 2 : place.role === 'use' ? 0 : 1);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line || a.column - b.column;
}
