import { misspeltIgnore, unneededIgnore, type ReportCode } from '../../core/codes';
import type { Severity } from '../../core/findings';
import type { Judgement } from '../../core/judge';
import { diagnosticText, ignoreText } from '../../core/words';
import { Speaker } from '../../core/words/speaker';
import { programOf, severitySetting } from '../answers';
import type { Settings } from '../settings';

/** What a diagnostic says, without VS Code. Offsets are UTF-16 code units; a model's are inside the quotes. */
export interface Report {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: Severity;
  readonly code: ReportCode;
}

/** The reports for a document: its findings that the settings do not silence, then the ignore comments that silence nothing, or are misspelt. */
export function computeReports({ findings, unneeded, misspelt }: Judgement, settings: Settings): Report[] {
  const program = programOf(settings);
  const problems = findings.flatMap((finding): Report[] => {
    const { code, reference } = finding;
    const setting = severitySetting(finding);
    const severity = setting ? settings[setting] : 'off';
    if (!code || severity === 'off') return [];
    const { start, end } = reference;
    return [{ start, end, severity, code, message: diagnosticText(finding, program) }];
  });
  const message = new Speaker().say('ignoreUnneeded');
  const comments = unneeded.map(({ start, end }): Report => ({
    start,
    end,
    severity: 'hint',
    code: unneededIgnore,
    message,
  }));
  const slips = misspelt.map((each): Report => {
    const { start, end } = each;
    return { start, end, severity: 'information', code: misspeltIgnore, message: ignoreText(each) };
  });
  return [...problems, ...comments, ...slips];
}
