/** What a reference is reported as; stable, since settings, fixes, ignore comments, links and `--fail-on` depend on it. */
export const diagnosticCodes = [
  'not-listed',
  'fine-tuned',
  'other-route',
  'unknown-model',
  'shut-down',
  'shutting-down',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** What an ignore comment that silences nothing is reported as; itself never ignored, and no finding. */
export const unneededIgnore = 'unneeded-ignore';

/** What an ignore comment that is written wrongly, and so ignores nothing, is reported as. */
export const misspeltIgnore = 'misspelt-ignore';

/** What diagnostics are reported as: findings, and what is wrong with ignore comments. */
export type ReportCode = DiagnosticCode | typeof unneededIgnore | typeof misspeltIgnore;

/** The page that explains a code, with its remedy. */
export function codeLink(code: ReportCode): string {
  return `https://github.com/token-allowance/token-allowance/blob/main/docs/codes.md#${code}`;
}

/** What every ignore comment begins with; see `find/directives.ts`. */
export const directiveWord = 'token-allowance:';
