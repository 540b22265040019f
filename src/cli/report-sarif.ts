import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { repository, version } from '../../package.json';
import { codeLink, diagnosticCodes, type DiagnosticCode } from '../core/codes';
import { defaultSeverities, severityOf, type Finding, type Severity } from '../core/findings';
import type { Program } from '../core/program/program';
import { bestCandidate } from '../core/replacements';
import { candidateTitle } from '../core/words/candidate';
import { diagnosticText } from '../core/words/problem';
import type { Note } from '../workspace/notes';
import { relativePath, type Placed, type ScanResult } from './scan';

/** Each code in a sentence, for lists of rules; docs/codes.md explains them. */
const meanings: Record<DiagnosticCode, string> = {
  'not-listed': 'A model that none of the chosen lists of complimentary tokens names is billed at normal rates.',
  'fine-tuned': 'Fine-tuned models are never covered by the complimentary tokens.',
  'other-route': 'Requests to Azure or another host are not covered by the complimentary tokens.',
  'unknown-model': 'A name that looks like an OpenAI model is on no list: misspelt, or newer than the lists.',
  'shut-down': 'Requests to a model that OpenAI has shut down fail.',
  'shutting-down': 'OpenAI has announced the last day of a covered model.',
};

const levels = {
  ...{ error: 'error', warning: 'warning' },
  ...{ information: 'note', hint: 'note', info: 'note', off: 'none' },
} as const satisfies Record<Severity | Note['severity'] | 'off', Result.level>;

/**
 * The report for code scanning (GitHub, Azure DevOps, editors): SARIF 2.1.0 with one result for each problem.
 * Paths are relative to `folder`, which should be the repository's root.
 */
export function sarifReport({ placed, notes }: ScanResult, program: Program, folder: string): string {
  const report: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Token Allowance',
            version,
            informationUri: repository.url,
            rules: diagnosticCodes.map(rule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: placed.flatMap((each) => result(each, program)),
        invocations: [
          {
            executionSuccessful: notes.every(({ severity }) => severity !== 'error'),
            toolExecutionNotifications: notes.map((note) => notification(note, folder)),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function rule(code: DiagnosticCode): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: meanings[code] },
    fullDescription: { text: meanings[code] },
    helpUri: codeLink(code),
    help: { text: `What it means and what to do: ${codeLink(code)}` },
    defaultConfiguration: { level: levels[defaultSeverities[code]] },
  };
}

/** A cell's lines are not those of the notebook's file, so the message says where in the cell it is. */
function result({ path, cell, finding, reference }: Placed, program: Program): Result[] {
  if (!finding.code) return [];
  const { line, column, start, end, text } = reference;
  const message = `${diagnosticText(finding, program)}${advice(finding, program)}`;
  const inCell = cell !== undefined;
  const region = {
    startLine: line + 1,
    startColumn: column + 1,
    // A string put together from several literals may end in another line.
    ...(end - start === text.length && { endColumn: column + 1 + text.length }),
  };
  return [
    {
      ruleId: finding.code,
      ruleIndex: diagnosticCodes.indexOf(finding.code),
      level: levels[severityOf(finding)],
      message: { text: inCell ? `Cell ${cell + 1}, line ${line + 1}: ${message}` : message },
      locations: [location(path, inCell ? { startLine: 1 } : region)],
    },
  ];
}

/** What to write instead, unless it is OpenAI's replacement, which the problem itself names. */
function advice(finding: Finding, program: Program): string {
  const best = bestCandidate(finding, program);
  return best && best.reason !== 'openai' ? ` ${candidateTitle(best, finding, program)}.` : '';
}

function notification({ severity, path, message }: Note, folder: string): Notification {
  return {
    level: levels[severity],
    message: { text: message },
    ...(path && { locations: [location(relativePath(folder, path))] }),
  };
}

function location(path: string, region?: NonNullable<Location['physicalLocation']>['region']): Location {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, ...(region && { region }) } };
}
