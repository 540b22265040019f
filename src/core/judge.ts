import type { DiagnosticCode } from './codes';
import { codesOf, directivesIn, type Directive } from './find/directives';
import { hasUnknownCode, misspeltIn, type Misspelt } from './find/misspelt-directives';
import type { Language, ModelReference } from './find/reference';
import { assess, type AssessOptions, type Finding } from './findings';
import { lineAt, lineStarts } from './lines';
import type { Program } from './program/program';

/** Everything there is to say about one source text. */
export interface Judgement {
  /** In the text's order; those that a comment says to ignore have `ignored` and no `code`. */
  readonly findings: readonly Finding[];
  /** The ignore comments that silence nothing, as far as the findings go. */
  readonly unneeded: readonly Directive[];
  /** The ignore comments that have no effect because of how they are written. */
  readonly misspelt: readonly Misspelt[];
}

/** Judges a text's references, and says which ignore comments are unneeded. */
export function judge(
  text: string,
  language: Language,
  program: Program,
  basis: AssessOptions,
  references: readonly ModelReference[],
): Judgement {
  const findings = references.map((reference) => assess(program, reference, basis));
  const directives = directivesIn(text, language);
  // Whether a comment with a misspelt code is needed shows only once it is corrected.
  const sound = directives.filter((directive) => !hasUnknownCode(directive));
  const unneeded = unneededDirectives(sound, findings, text);
  return { findings, unneeded, misspelt: misspeltIn(text, language, directives) };
}

/** The directives that silence none of the findings. */
function unneededDirectives(directives: readonly Directive[], findings: readonly Finding[], text: string): Directive[] {
  if (!directives.length) return [];
  const starts = lineStarts(text);
  const silenced = new Map<number | undefined, Set<DiagnosticCode>>([[undefined, new Set()]]);
  for (const { ignored, reference } of findings) {
    if (!ignored) continue;
    const line = lineAt(starts, reference.start);
    silenced.set(line, (silenced.get(line) ?? new Set()).add(ignored));
    silenced.get(undefined)?.add(ignored);
  }
  return directives.filter((directive) => {
    const codes = silenced.get(directive.target);
    return !codes || !codesOf(directive).some((code) => codes.has(code));
  });
}
