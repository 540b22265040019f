import type { DiagnosticCode } from './codes';
import type { ModelReference } from './find/reference';
import { coverageOf, lifecycleOf, type Coverage, type Lifecycle, type ListingChoice } from './program/coverage';
import type { Program } from './program/program';
import type { ModelKind } from './program/schema';
import type { GroupName } from './groups';

/** How many days ahead a shutdown is reported unless the settings say otherwise. */
export const defaultHorizonDays = 90;

/** What a reference is judged by. */
export interface AssessOptions {
  readonly listings: ListingChoice;
  /** The day of judgement, `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
  /** How many days ahead a shutdown is reported; default `defaultHorizonDays`. */
  readonly horizonDays?: number;
}

/** A reference and everything there is to say about it. */
export interface Finding {
  readonly reference: ModelReference;
  readonly coverage: Coverage;
  /** Absent where the traffic does not go to OpenAI, whose dates do not bind another host. */
  readonly lifecycle?: Lifecycle;
  /** The kind of the model or, for a fine-tune, of its base; absent if unknown. */
  readonly kind?: ModelKind;
  /** Absent for a mention, where nothing is amiss, and where a comment says to ignore it. */
  readonly code?: DiagnosticCode;
  /** The code it would have, were it not for an ignore comment. */
  readonly ignored?: DiagnosticCode;
  /** What the reference was judged by. */
  readonly basis: AssessOptions;
}

/** Judges one reference. */
export function assess(program: Program, reference: ModelReference, basis: AssessOptions): Finding {
  const { model, route, role } = reference;
  const coverage = coverageOf(program, model, { route, listings: basis.listings });
  const lifecycle = coverage.kind === 'other-route' ? undefined : lifecycleOf(program, model, basis.asOf);
  const base = coverage.kind === 'fine-tuned' ? (coverage.base ?? model) : model;
  const kind = program.models.get(base)?.kind;
  const code = role === 'use' ? codeOf(coverage, lifecycle, basis) : undefined;
  const verdict = code && (reference.ignoredCodes?.includes(code) ? { ignored: code } : { code });
  return { reference, coverage, ...(lifecycle && { lifecycle }), ...(kind && { kind }), ...verdict, basis };
}

function codeOf(
  { kind }: Coverage,
  lifecycle: Lifecycle | undefined,
  basis: AssessOptions,
): DiagnosticCode | undefined {
  if (kind === 'other-route' || kind === 'fine-tuned' || kind === 'unknown-model') return kind;
  if (lifecycle?.state === 'shut-down') return 'shut-down';
  if (kind === 'not-listed') return kind;
  return lifecycle && isNear(lifecycle, basis) ? 'shutting-down' : undefined;
}

/** Whether a model's end is to come, and near enough to be reported. */
export function isNear({ state, date }: Lifecycle, basis: AssessOptions): boolean {
  return state === 'shutting-down' && isWithinHorizon(date, basis);
}

/** Whether a shutdown on this day is past, or near enough to be reported. */
export function isWithinHorizon(date: string, { asOf, horizonDays = defaultHorizonDays }: AssessOptions): boolean {
  return daysBetween(asOf, date) <= horizonDays;
}

/** Whether requests to the model fail, so that they are neither free nor billed. */
export function isShutDown({ lifecycle }: Pick<Finding, 'lifecycle'>): boolean {
  return lifecycle?.state === 'shut-down';
}

/** Whether the call around the model is billed whatever the model: complimentary tokens never apply to it. */
export function isBilledCall({ reference: { purpose } }: Finding): boolean {
  return purpose === 'fine-tuning' || purpose === 'evals';
}

/** What becomes of the tokens that a model's requests use. */
export function groupOf(finding: Finding): GroupName {
  const { coverage } = finding;
  if (coverage.kind === 'other-route') return 'elsewhere';
  if (coverage.kind === 'unknown-model') return 'unknown';
  if (isShutDown(finding)) return 'failing';
  return coverage.kind === 'covered' && !isBilledCall(finding) ? coverage.pool : 'billed';
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What has a severity of its own: each code, and uncovered models of kinds that have no covered counterpart. */
export type SeverityKey = DiagnosticCode | 'not-listed-other-kinds';

/** What holds where the settings say nothing. */
export const defaultSeverities: Readonly<Record<SeverityKey, Severity>> = {
  'not-listed': 'warning',
  'not-listed-other-kinds': 'information',
  'fine-tuned': 'warning',
  'other-route': 'information',
  'unknown-model': 'information',
  'shut-down': 'warning',
  'shutting-down': 'information',
};

/** Which of the severities a finding has; none where it has no code. */
export function severityKeyOf({ code, kind }: Finding): SeverityKey | undefined {
  return code === 'not-listed' && kind && !isListedKind(kind) ? 'not-listed-other-kinds' : code;
}

/** How loudly to report a finding by default; `off` where it has no code. */
export function severityOf(finding: Finding): Severity | 'off' {
  const key = severityKeyOf(finding);
  return key ? defaultSeverities[key] : 'off';
}

/** Whether models of these kinds take the same requests, as far as is known: chat and reasoning models do, speech and realtime do not. */
export function areAskedAlike(one: ModelKind | undefined, other: ModelKind | undefined): boolean {
  return !one || !other || one === other || (isListedKind(one) && isListedKind(other));
}

/** Whether models of this kind are ever listed; all others have no covered counterpart. */
export function isListedKind(kind: ModelKind): boolean {
  return kind === 'chat' || kind === 'reasoning';
}
