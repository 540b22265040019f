import { assessUse, completionsFor } from './completions';
import { areAskedAlike, isShutDown, type AssessOptions, type Finding } from './findings';
import type { Program } from './program/program';
import { candidatesFor } from './replacements';

/** Why a model is replaced, the most urgent reason first. */
const reasons: readonly Finding['code'][] = ['shut-down', 'unknown-model', 'not-listed', 'shutting-down'];

/** How urgent it is to replace a finding's model: 0 is the most urgent. */
export function urgencyOf({ code }: Finding): number {
  const at = reasons.indexOf(code);
  return at < 0 ? reasons.length : at;
}

/**
 * What could stand in a model's place: first what is suggested, then the other models that still answer the same requests; where none does,
 * all that still answer.
 */
export function choicesFor(
  model: string,
  program: Program,
  basis: AssessOptions,
): [suggested: Finding[], others: Finding[]] {
  const finding = assessUse(program, model, basis);
  const living = completionsFor(program, '', basis).filter(
    (each) => each.reference.model !== model && !isShutDown(each),
  );
  const suggested = candidatesFor(finding, program).flatMap(
    (candidate) => living.find(({ reference }) => reference.model === candidate.model) ?? [],
  );
  const alike = living.filter(({ kind }) => areAskedAlike(finding.kind, kind));
  const others = alike.length > 0 ? alike : living;
  return [suggested, others.filter((each) => !suggested.includes(each))];
}
