import { isNear } from '../core/findings';
import type { ListingChoice } from '../core/program/coverage';
import type { Program } from '../core/program/program';
import { gather, type Found, type Gathered } from './groups';
import type { Essentials, Row, Snapshot } from './protocol';
import { bandsOf, checklistOf, sourcesOf } from './terms';

/** What the panel is computed from. */
export interface PanelInput extends Essentials {
  readonly program: Program;
  readonly listings: ListingChoice;
  readonly found: readonly Found[];
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  /** The day, `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
  /** The texts of the ticked items of the checklist. */
  readonly ticked: ReadonlySet<string>;
}

/** How many places of a model a snapshot holds; the view asks for the others. */
export const placesShown = 20;

/** More notes than these say nothing new. */
const notesShown = 50;

/** Everything the panel shows, whole. */
export function buildSnapshot(input: PanelInput): Snapshot {
  const { program, listings, found, notes, problems, asOf, ticked, ...essentials } = input;
  const { scan } = essentials;
  const files = new Set(found.map(({ place }) => place.uri)).size;
  return {
    ...essentials,
    scan: scan.state === 'ready' ? { ...scan, files } : scan,
    groups: gather(found).map(([group, models]) => ({ group, rows: models.map(rowOf) })),
    notes: notes.slice(0, notesShown),
    checklist: checklistOf(program, listings, ticked),
    ...sourcesOf(program, listings, asOf),
    ...bandsOf(program),
    problems: [...problems],
  };
}

function rowOf({ finding, notes, advice, found, counts, isIgnored }: Gathered): Row {
  const { coverage, lifecycle, reference } = finding;
  return {
    model: reference.model,
    ...(coverage.kind === 'covered' && coverage.viaAlias && { snapshot: coverage.snapshot }),
    ...counts,
    ...(notes.size > 0 && { note: [...notes].join('\n') }),
    ...(advice.size > 0 && { advice: [...advice].join('; ') }),
    ...(lifecycle && { shutdown: lifecycle.date }),
    ...(isIgnored && { ignored: true }),
    endsSoon: lifecycle !== undefined && isNear(lifecycle, finding.basis),
    places: found.slice(0, placesShown).map(({ place }) => place),
  };
}
