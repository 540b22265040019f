import { misspeltIgnore, unneededIgnore, type DiagnosticCode } from '../../core/codes';
import type { Misspelt } from '../../core/find/misspelt-directives';
import type { Finding, Severity } from '../../core/findings';
import type { Judgement } from '../../core/judge';

/** What diagnostics are reported as. */
export type ReportCode = DiagnosticCode | typeof unneededIgnore | typeof misspeltIgnore;

/** What a diagnostic says, without VS Code. Offsets are UTF-16 code units; a model's are inside the quotes. */
export interface Report {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: Severity;
  readonly code: ReportCode;
  /** Where to read more about the code. */
  readonly link: string;
}

/** How findings are put into words, and how loudly. */
export interface ReportOptions {
  severity(finding: Finding): Severity | 'off';
  message(finding: Finding): string;
  link(code: ReportCode): string;
  /** What is said of an ignore comment that silences nothing. */
  readonly unneeded: string;
  /** What is said of an ignore comment that is written wrongly. */
  misspelt(comment: Misspelt): string;
}

/** The reports for a document: its findings that have a code and are not silenced, then the ignore comments that silence nothing, or are none. */
export function computeReports({ findings, unneeded, misspelt }: Judgement, options: ReportOptions): Report[] {
  const reports = findings.flatMap((finding): Report[] => {
    const severity = options.severity(finding);
    const { code } = finding;
    if (!code || severity === 'off') return [];
    const { start, end } = finding.reference;
    return [{ start, end, severity, code, message: options.message(finding), link: options.link(code) }];
  });
  const comments = unneeded.map(({ start, end }): Report => {
    const link = options.link(unneededIgnore);
    return { start, end, severity: 'hint', code: unneededIgnore, message: options.unneeded, link };
  });
  const slips = misspelt.map((each): Report => {
    const [message, link] = [options.misspelt(each), options.link(misspeltIgnore)];
    return { start: each.start, end: each.end, severity: 'information', code: misspeltIgnore, message, link };
  });
  return [...reports, ...comments, ...slips];
}
