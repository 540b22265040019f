import { diagnosticCodes } from '../core/codes';
import { completionsAt, type Completions } from '../core/completions';
import { findReferences } from '../core/find/find';
import { cellSource } from '../core/find/notebook';
import type { Language, ModelReference } from '../core/find/reference';
import { assess, severityKeyOf, type AssessOptions, type Finding } from '../core/findings';
import { judge as judgeText, type Judgement } from '../core/judge';
import { utcDay } from '../core/program/allowance';
import { chosenListings } from '../core/program/coverage';
import { bundledProgram, type Program } from '../core/program/program';
import { countUsed, type UsageAnswer } from '../core/program/used';
import type { ModelBinding } from '../core/understand/understanding';
import { basisText, bindingText, fileText, hoverText, ignoredText } from '../core/words';
import { code } from '../core/words/markdown';
import { section } from './ids';
import type { Settings, SeveritySetting } from './settings';

/** What the finder reads of an editor's text, at the same offsets: magics in notebook cells are not Python. */
export function sourceIn(text: string, language: Language, isCell: boolean): string {
  return isCell ? cellSource(text, language) : text;
}

/** The references in an editor's text. */
export function findIn(
  text: string,
  language: Language,
  isCell: boolean,
  extraIds?: ReadonlySet<string>,
): readonly ModelReference[] {
  return findReferences(sourceIn(text, language, isCell), language, extraIds);
}

/** The program that a folder's answers come from. */
export function programOf({ program }: Pick<Settings, 'program'>): Program {
  return program ?? bundledProgram();
}

/** What findings are judged by: a folder's settings and today's date. */
export function basisOf(settings: Settings, now: Date): AssessOptions {
  return { listings: settings.listings, horizonDays: settings.shutdownHorizonDays, asOf: utcDay(now) };
}

/** Judges a source and its references by a folder's settings. */
export function judge(
  source: string,
  language: Language,
  references: readonly ModelReference[],
  settings: Settings,
  now: Date,
): Judgement {
  const ignored = new Set(settings.ignoreModels);
  const heard = references.map((reference) =>
    ignored.has(reference.model) ? { ...reference, ignoredCodes: diagnosticCodes } : reference,
  );
  return judgeText(source, language, programOf(settings), basisOf(settings, now), heard);
}

/** The hover's Markdown for a reference; `answer` is what OpenAI said about today's usage. */
export function explain(reference: ModelReference, settings: Settings, now: Date, answer?: UsageAnswer): string {
  const program = programOf(settings);
  const today = answer && { used: countUsed(answer.rows, program, settings.listings), at: answer.at };
  const finding = assess(program, reference, basisOf(settings, now));
  const text = hoverText(finding, program, settings.usageTier, now, today);
  return finding.code && settings.ignoreModels.includes(reference.model)
    ? `${text}\n\n${ignoredText(`${section}.ignoreModels`)}`
    : text;
}

/** The hover's Markdown for a name that holds a model; `line` counts from 1. */
export function explainBinding(
  binding: ModelBinding,
  line: number,
  ...given: [settings: Settings, now: Date, answer?: UsageAnswer]
): string {
  return `${bindingText(binding, line, code)}\n\n${explain(binding, ...given)}`;
}

/** The models to offer at an offset of a source. */
export function modelsAt(
  source: string,
  language: Language,
  offset: number,
  settings: Settings,
  now: Date,
): Completions | undefined {
  return completionsAt(source, language, offset, programOf(settings), basisOf(settings, now));
}

/** A file's findings in short, and what they are based on. */
export function summarize(findings: readonly Finding[], settings: Settings): { text: string; detail: string } {
  const date = chosenListings(programOf(settings), settings.listings)[0]?.date;
  return { text: fileText(findings), detail: basisText(settings.usageTier, date) };
}

/** The setting that decides how a finding is reported. */
export function severitySetting(finding: Finding): SeveritySetting | undefined {
  const key = severityKeyOf(finding);
  return key && (key === 'not-listed-other-kinds' ? 'severity.notListedOtherKinds' : `severity.${key}`);
}
