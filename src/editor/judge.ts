import { findReferences } from '../core/find/find';
import { blankMagics, isForeign } from '../core/find/notebook';
import type { Language, ModelReference } from '../core/find/reference';
import { assess, codeLinks, severityOf, type AssessOptions, type Finding } from '../core/findings';
import { utcDay } from '../core/program/allowance';
import { bundledProgram } from '../core/program/program';
import type { ModelBinding } from '../core/understand/understanding';
import { applyDirectives, directivesIn } from '../core/find/directives';
import { lineAt, lineStarts } from '../core/lines';
import { bindingText, diagnosticText, hoverText } from '../core/words';
import type { ReportOptions } from './diagnostics/computer';
import type { Settings } from './settings';

/** The references of a text as it stands in an editor; a notebook cell may hold magics, or another language behind one. */
export function findIn(text: string, language: Language, isCell: boolean): readonly ModelReference[] {
  if (!isCell || language !== 'python') return findReferences(text, language);
  return isForeign(text) ? [] : findReferences(blankMagics(text), language);
}

/** What findings are judged against, by a folder's settings and today's date. */
export function basisOf(settings: Settings, now: Date): AssessOptions {
  return { listings: settings.listings, horizonDays: settings.shutdownHorizonDays, asOf: utcDay(now) };
}

/** Judges references by a folder's settings. */
export function judge(references: readonly ModelReference[], settings: Settings, now: Date): Finding[] {
  const basis = basisOf(settings, now);
  return references.map((reference) => assess(bundledProgram(), reference, basis));
}

/** The hover's markdown for a reference. */
export function explain(reference: ModelReference, settings: Settings, now: Date): string {
  const finding = assess(bundledProgram(), reference, basisOf(settings, now));
  return hoverText(finding, bundledProgram(), settings.usageTier, now);
}

/** The hover's markdown for a name that holds a model; `line` counts from 1. */
export function explainBinding(binding: ModelBinding, line: number, settings: Settings, now: Date): string {
  return `${bindingText(binding, line, { markdown: true })}\n\n${explain(binding, settings, now)}`;
}

/** Judges the names in a text that hold a model, as the model itself would be there; ignore comments hold for them too. */
export function judgeBindings(
  bindings: readonly ModelBinding[],
  text: string,
  language: Language,
  settings: Settings,
  now: Date,
): Finding[] {
  if (!bindings.length) return [];
  const starts = lineStarts(text);
  const heeded = applyDirectives(bindings, directivesIn(text, language), (offset) => lineAt(starts, offset));
  return judge(heeded, settings, now);
}

/** Words, links and severities of diagnostics, by a folder's settings. */
export function reportOptions(settings: Settings): ReportOptions {
  const severities = {
    'not-listed': settings['severity.not-listed'],
    'not-listed-other-kinds': settings['severity.notListedOtherKinds'],
    'fine-tuned': settings['severity.fine-tuned'],
    'other-route': settings['severity.other-route'],
    'unknown-model': settings['severity.unknown-model'],
    'shut-down': settings['severity.shut-down'],
    'shutting-down': settings['severity.shutting-down'],
  };
  return {
    severity: (finding) => severityOf(finding, severities),
    message: (finding) => diagnosticText(finding, bundledProgram()),
    link: (code) => codeLinks[code],
  };
}
