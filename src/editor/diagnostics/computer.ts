import type { DiagnosticCode, Finding, Severity } from '../../core/findings';

/** What a diagnostic says, without VS Code. Offsets are UTF-16 code units, inside the quotes. */
export interface Report {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** Where to read more about the code. */
  readonly link: string;
}

/** How findings are put into words, and how loudly. */
export interface ReportOptions {
  severity(finding: Finding): Severity | 'off';
  message(finding: Finding): string;
  link(code: DiagnosticCode): string;
}

/** The reports for a document's findings, in their order: those that have a code and are not silenced. */
export function computeReports(findings: readonly Finding[], options: ReportOptions): Report[] {
  return findings.flatMap((finding) => {
    const severity = options.severity(finding);
    const { code } = finding;
    if (!code || severity === 'off') return [];
    const { start, end } = finding.reference;
    return [{ start, end, severity, code, message: options.message(finding), link: options.link(code) }];
  });
}
