import type { Directive } from '../../core/find/directives';
import { ignoreFileEdit, ignoreLineEdit, removeDirectiveEdit } from '../../core/find/ignore-edits';
import type { Misspelt } from '../../core/find/misspelt-directives';
import type { Language } from '../../core/find/reference';
import type { Finding } from '../../core/findings';
import type { Program } from '../../core/program/program';
import { candidatesFor, pinCandidates, replaceEdit, type Candidate } from '../../core/replacements';
import type { TextEdit } from '../../core/text-edit';
import { candidateTitle } from '../../core/words';
import { Speaker } from '../../core/words/speaker';

/** A change to one document, without VS Code. */
export interface Fix {
  readonly title: string;
  /** They do not overlap. */
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
}

/** The text that fixes change. */
export interface FixedText {
  readonly source: string;
  readonly language: Language;
}

/** How many models of the first pool a menu shows, and how many of the other: nobody would read all of them. */
const shown = { home: 3, other: 2 };

/** What to write instead of a model, best first: some to show at once, the others on demand. */
export function replacementFixes(finding: Finding, source: string, program: Program): { first: Fix[]; more: Fix[] } {
  const candidates = candidatesFor(finding, program);
  const home = candidates[0]?.pool;
  const counts = new Map<Candidate['pool'], number>();
  const isFirst = ({ pool }: Candidate): boolean => {
    const count = (counts.get(pool) ?? 0) + 1;
    counts.set(pool, count);
    return count <= (pool === home ? shown.home : shown.other);
  };
  const [first, more]: [Candidate[], Candidate[]] = [[], []];
  for (const candidate of candidates) (isFirst(candidate) ? first : more).push(candidate);
  const fixes = (candidates: Candidate[]) => candidateFixes(candidates, finding, source, program);
  return { first: fixes(first), more: fixes(more) };
}

/** What to write where the value of a name is set, as many as a menu takes; `by` is the model alone. */
export function originFixes(finding: Finding, program: Program): { title: string; by: string }[] {
  return candidatesFor(finding, program)
    .slice(0, shown.home)
    .map((candidate) => ({
      title: new Speaker().say('fixAtOrigin', candidateTitle(candidate, finding, program)),
      by: candidate.model,
    }));
}

/** The alias's snapshot, or the snapshot's aliases. */
export function pinFixes(finding: Finding, source: string, program: Program): Fix[] {
  return candidateFixes(pinCandidates(finding, program), finding, source, program);
}

function candidateFixes(candidates: readonly Candidate[], finding: Finding, source: string, program: Program): Fix[] {
  return candidates.flatMap((candidate) => {
    const edit = replaceEdit(source, finding.reference, candidate.model);
    const title = candidateTitle(candidate, finding, program);
    return edit ? [{ title, edits: [edit], preferred: candidate.preferred === true }] : [];
  });
}

/** Ignore comments for a finding's code: for its line, where a comment is possible, and for its file or cell. */
export function ignoreFixes({ code, reference }: Finding, { source, language }: FixedText, cell?: string): Fix[] {
  if (!code) return [];
  const speaker = new Speaker();
  const inLine = ignoreLineEdit(source, language, reference, code);
  // The magic that a cell begins with must stay its first line.
  const [magic = ''] = /^\s*%%.*\r?\n/.exec(cell ?? '') ?? [];
  const { start, end, insert } = ignoreFileEdit(source.slice(magic.length), language, code);
  const inFile = { start: start + magic.length, end: end + magic.length, insert };
  const title = speaker.say(cell === undefined ? 'fixIgnoreFile' : 'fixIgnoreCell', code);
  return [
    ...(inLine ? [{ title: speaker.say('fixIgnoreLine', code), edits: [inLine] }] : []),
    { title, edits: [inFile] },
  ];
}

/** Writes an ignore comment, or the code in it, as it was meant; nothing where that is not clear. */
export function misspeltFix({ start, end, meant }: Misspelt): Fix | undefined {
  if (!meant) return undefined;
  return { title: new Speaker().say('fixMisspelt', meant), edits: [{ start, end, insert: meant }], preferred: true };
}

/** Removes an unneeded ignore comment. */
export function removalFix(directive: Directive, source: string): Fix {
  return {
    title: new Speaker().say('fixRemoveIgnore'),
    edits: [removeDirectiveEdit(source, directive)],
    preferred: true,
  };
}

/** Removes all unneeded ignore comments; of two that touch each other, the second has to wait for another run. */
export function removalsFix(unneeded: readonly Directive[], source: string): Fix | undefined {
  const edits: TextEdit[] = [];
  for (const directive of unneeded) {
    const edit = removeDirectiveEdit(source, directive);
    if (edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
  }
  return edits.length ? { title: new Speaker().say('fixRemoveIgnores'), edits } : undefined;
}
