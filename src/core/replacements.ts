import type { ModelReference } from './find/reference';
import { isBilledCall, isListedKind, isShutDown, isWithinHorizon, type AssessOptions, type Finding } from './findings';
import {
  billedAs,
  chosenListings,
  coverageOf,
  idsIn,
  lifecycleOf,
  type Coverage,
  type Lifecycle,
} from './program/coverage';
import type { Program } from './program/program';
import type { Pool } from './program/schema';
import { similarTo } from './similar';
import type { TextEdit } from './text-edit';

/** A model that could stand in a reference's place. */
export interface Candidate {
  readonly model: string;
  /** The pool it draws on; absent where it is not covered, so that its requests are billed. */
  readonly pool?: Pool;
  /** The announced day of its own end, `YYYY-MM-DD`, UTC. */
  readonly shutdown?: string;
  /**
   * `openai`: OpenAI names it as the replacement, directly or by way of others; `covered`: a covered model of the same kind; `spelling`:
   * its id is nearly the unknown one; `pin` and `unpin`: the alias's snapshot, the snapshot's alias.
   */
  readonly reason: 'openai' | 'covered' | 'spelling' | 'pin' | 'unpin';
  /** The replacement that OpenAI names, where that is itself shut down or about to be, and leads here. */
  readonly via?: string;
  /** It draws on another pool than the current model. */
  readonly otherPool?: true;
  /** It is clearly right; true of one candidate at most. */
  readonly preferred?: true;
}

/**
 * What to write instead of a finding's model, best first: covered models of the same kind that do not end within the horizon, those of the
 * current pool before the others, OpenAI's own choice first in its pool. Only where the model is shut down may a last candidate be OpenAI's
 * choice although it is not covered or about to end. Fine-tunes and other hosts' models have no counterpart. A call that is billed with any
 * model gets OpenAI's choice alone: coverage is no reason for another one.
 */
export function candidatesFor(finding: Finding, program: Program): Candidate[] {
  const { coverage, kind, reference, basis } = finding;
  if (coverage.kind === 'fine-tuned' || coverage.kind === 'other-route') return [];
  if (coverage.kind === 'unknown-model') return spellings(reference, program, basis);
  const shutDown = isShutDown(finding);
  const writes = kind !== undefined && isListedKind(kind);
  if (!writes && !shutDown) return [];
  const named = namedCandidate(finding, program);
  const lasts = named !== undefined && !isEnding(named.shutdown, basis);
  if (isBilledCall(finding)) return named && (lasts || shutDown) ? [withoutPool(named)] : [];
  const good = named?.pool !== undefined && lasts;
  const taken = [reference.model, ...(named ? [named.model] : [])].map((model) => countedAs(program, model));
  const others = writes ? coveredCandidates(program, basis, isDated(reference.model)) : [];
  const choices = [
    ...(good ? [named] : []),
    ...others.filter(({ model }) => !taken.includes(countedAs(program, model))),
  ];
  const home = coverage.kind === 'covered' ? coverage.pool : good ? named.pool : likelyPool(reference.model);
  const last = named && !good && shutDown ? [named] : [];
  choices.sort((a, b) => Number(a.pool !== home) - Number(b.pool !== home) || order(a) - order(b));
  return [...choices, ...last].map((choice) => comparedWith(coverage, choice));
}

/** What to write instead of a finding's model, where something is wrong with it. */
export function bestCandidate(finding: Finding, program: Program): Candidate | undefined {
  return finding.code && candidatesFor(finding, program)[0];
}

/** The candidate without its pool, and without the preference that rests on it. */
function withoutPool({ pool: _pool, preferred: _preferred, ...candidate }: Candidate): Candidate {
  return candidate;
}

/** OpenAI's choice first, then models whose end is not announced. */
function order({ reason, shutdown }: Candidate): number {
  return reason === 'openai' ? 0 : shutdown ? 2 : 1;
}

function comparedWith(coverage: Coverage, candidate: Candidate): Candidate {
  const other = coverage.kind === 'covered' && candidate.pool !== undefined && candidate.pool !== coverage.pool;
  return other ? { ...candidate, otherPool: true } : candidate;
}

/** The pool that a model in neither of them resembles. */
function likelyPool(model: string): Pool {
  return /mini|nano/.test(model) ? 'small' : 'large';
}

/** The snapshot that an alias stands for, or the aliases that stand for a snapshot: nothing changes today but who decides tomorrow. */
export function pinCandidates({ coverage, reference, basis }: Finding, program: Program): Candidate[] {
  if (coverage.kind !== 'covered') return [];
  const { model } = reference;
  const [reason, models] = coverage.viaAlias
    ? (['pin', [coverage.snapshot]] as const)
    : (['unpin', aliasesOf(program, model)] as const);
  return models
    .flatMap((id) => candidateOf(program, id, basis, reason) ?? [])
    .filter(({ pool }) => pool)
    .map((candidate) => comparedWith(coverage, candidate));
}

/** The edit that writes a model into a reference, keeping its prefix and suffix; nothing where the text there is not the reference's. */
export function replaceEdit(text: string, reference: ModelReference, model: string): TextEdit | undefined {
  const { start, end, text: value } = reference;
  const at = value.lastIndexOf(reference.model);
  const behind = at + reference.model.length;
  if (text.slice(start, end) === value) return { start: start + at, end: start + behind, insert: model };
  return joinedEdit(text, reference, value.slice(0, at) + model + value.slice(behind));
}

const quote = `("""|'''|["'])`;
/** What may stand between two pieces of a Python string. Not a comment, which would be lost. */
const seam = new RegExp(`${quote}[\\s\\\\]*[a-zA-Z]{0,2}${quote}`, 'g');
const opening = new RegExp(`${quote}$`);

/** The edit that writes a string of several pieces (`"gpt-" '4o'`) as one, in the quotes of the first. */
function joinedEdit(text: string, { start, end, text: value }: ModelReference, insert: string): TextEdit | undefined {
  const [quotes] = opening.exec(text.slice(Math.max(0, start - 3), start)) ?? [];
  const last = text[end];
  if (!quotes || !last || text.slice(start, end).replace(seam, '') !== value) return undefined;
  const closing = text.startsWith(last.repeat(3), end) ? 3 : 1;
  return { start, end: end + closing, insert: insert + quotes };
}

/** A model that OpenAI sends another one's users to. */
export interface Successor {
  readonly model: string;
  readonly coverage: Coverage;
  readonly lifecycle?: Lifecycle;
}

/** Where a model's users are sent. */
export interface Replacement {
  /** What OpenAI names. */
  readonly named: Successor;
  /** The one to move to: the same, or the first of its successors that lasts, else the last that still answers; absent if none does. */
  readonly living?: Successor;
}

/** OpenAI's replacement, followed past those that are shut down or about to be, as far as OpenAI names others. */
export function replacementOf(
  program: Program,
  { replacement: first }: Pick<Lifecycle, 'replacement'>,
  basis: AssessOptions,
): Replacement | undefined {
  let named: Successor | undefined;
  let living: Successor | undefined;
  const seen = new Set<string>();
  for (let model = first; model && !seen.has(model);) {
    seen.add(model);
    const lifecycle = lifecycleOf(program, model, basis.asOf);
    const coverage = coverageOf(program, model, { listings: basis.listings });
    const successor = { model, coverage, ...(lifecycle && { lifecycle }) };
    named ??= successor;
    if (lifecycle?.state !== 'shut-down') living = successor;
    if (!isEnding(lifecycle?.date, basis)) break;
    model = lifecycle?.replacement;
  }
  return named && { named, ...(living && { living }) };
}

function namedCandidate({ lifecycle, coverage, kind, basis }: Finding, program: Program): Candidate | undefined {
  const { named, living } = (lifecycle && replacementOf(program, lifecycle, basis)) ?? {};
  const found = living && candidateOf(program, living.model, basis, 'openai');
  const candidate = found && named !== living ? { ...found, via: named!.model } : found;
  const right =
    candidate &&
    coverage.kind === 'covered' &&
    candidate.pool === coverage.pool &&
    [kind, program.models.get(candidate.model)?.kind].every((kind) => kind && isListedKind(kind)) &&
    isEnding(lifecycle?.date, basis) &&
    !isEnding(candidate.shutdown, basis);
  return candidate && right ? { ...candidate, preferred: true } : candidate;
}

const covered = new WeakMap<Program, Map<string, readonly Candidate[]>>();

/**
 * Covered models that write text and do not end within the horizon: snapshots for code that pins, aliases for other code. Memoized, since
 * they are the same for every model, and a workspace with hundreds of models asks for each of them, again and again.
 */
function coveredCandidates(program: Program, basis: AssessOptions, pinned: boolean): readonly Candidate[] {
  const { asOf, listings, horizonDays } = basis;
  const known = covered.get(program) ?? new Map<string, readonly Candidate[]>();
  covered.set(program, known);
  const key = [asOf, listings, horizonDays, pinned].join('\n');
  const candidates = known.get(key) ?? findCovered(program, basis, pinned);
  known.set(key, candidates);
  return candidates;
}

function findCovered(program: Program, basis: AssessOptions, pinned: boolean): readonly Candidate[] {
  const listed = chosenListings(program, basis.listings).flatMap(idsIn);
  const written = listed.map((id) =>
    pinned ? countedAs(program, id) : isDated(id) ? (aliasesOf(program, id)[0] ?? id) : id,
  );
  return [...new Set(written)].flatMap((id) => {
    const kind = program.models.get(id)?.kind;
    const candidate = kind && isListedKind(kind) && candidateOf(program, id, basis, 'covered');
    return candidate && candidate.pool && !isEnding(candidate.shutdown, basis) ? [candidate] : [];
  });
}

function spellings({ model }: ModelReference, program: Program, basis: AssessOptions): Candidate[] {
  return similarTo(model, program.models.keys()).flatMap((id) => candidateOf(program, id, basis, 'spelling') ?? []);
}

/** A model as a candidate; nothing if it is shut down. */
function candidateOf(
  program: Program,
  model: string,
  { asOf, listings }: AssessOptions,
  reason: Candidate['reason'],
): Candidate | undefined {
  const end = lifecycleOf(program, model, asOf);
  if (end?.state === 'shut-down') return undefined;
  const coverage = coverageOf(program, model, { listings });
  return {
    model,
    ...(coverage.kind === 'covered' && { pool: coverage.pool }),
    ...(end && { shutdown: end.date }),
    reason,
  };
}

function isEnding(date: string | undefined, basis: AssessOptions): boolean {
  return date !== undefined && isWithinHorizon(date, basis);
}

/** The id that requests to a model are counted under. */
function countedAs({ models }: Program, model: string): string {
  return billedAs(models.get(model)) ?? model;
}

function aliasesOf({ models }: Program, snapshot: string): string[] {
  return Array.from(models.values())
    .filter(({ aliasOf, billedApart }) => aliasOf === snapshot && !billedApart)
    .map(({ id }) => id);
}

function isDated(model: string): boolean {
  return /-\d{4}-\d{2}-\d{2}$/.test(model);
}
