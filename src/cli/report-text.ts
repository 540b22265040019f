import { groupOf, severityOf } from '../core/findings';
import { groupBy } from '../core/group-by';
import { allowanceFor } from '../core/program/allowance';
import { chosenListings } from '../core/program/coverage';
import type { Program } from '../core/program/program';
import type { UsageTier } from '../core/program/schema';
import { adviceText } from '../core/words/candidate';
import { diagnosticText, shortText } from '../core/words/problem';
import { groupHeadings, groupNames, type GroupName } from '../core/groups';
import { Speaker } from '../core/words/speaker';
import type { Note } from '../workspace/notes';
import type { ScanOptions } from './options';
import { relativePath, type Placed, type ScanResult } from './scan';

/** Styles a text for a terminal; returns it as it is where no colours are wanted. */
export type Paint = (style: 'bold' | 'dim' | 'yellow' | 'green' | 'cyan', text: string) => string;

/** The report for people: the problems place by place, then the models that draw on each pool. */
export function textReport(
  result: ScanResult,
  options: ScanOptions,
  program: Program,
  folder: string,
  paint: Paint,
): string {
  const { placed, notes, filesScanned } = result;
  // Of a misspelt path, which is said elsewhere, there is nothing to sum up.
  const isUnread = filesScanned === 0 && notes.some(({ severity }) => severity === 'error');
  const lines = isUnread ? [] : [...problems(placed, program, paint), ...summary(result, options, program, paint)];
  for (const note of notes) if (note.severity !== 'error') lines.push(noteLine(note, folder));
  return lines.map((line) => `${line}\n`).join('');
}

/** A note as one line, after the path that it is about. */
export function noteLine({ path, message }: Note, folder: string): string {
  return printable(`${path ? `${relativePath(folder, path)}: ` : ''}${message}`);
}

/** Replaces control characters: code and file names must not steer the terminal, break the line or reverse the reading direction. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
}

function problems(placed: readonly Placed[], program: Program, paint: Paint): string[] {
  const lines: string[] = [];
  let lastPath: string | undefined;
  for (const { path, cell, finding, reference } of placed) {
    const severity = severityOf(finding);
    if (severity === 'off') continue;
    if (path !== lastPath) lines.push(...(lastPath === undefined ? [] : ['']), paint('bold', printable(path)));
    lastPath = path;
    const place = `${cell === undefined ? '' : `cell ${cell + 1}, `}${reference.line + 1}:${reference.column + 1}`;
    const mark = paint(severity === 'warning' ? 'yellow' : 'cyan', severity);
    lines.push(
      `  ${place}  ${mark}  ${printable(diagnosticText(finding, program))} ${paint('dim', `[${finding.code ?? ''}]`)}`,
    );
  }
  if (lines.length) lines.push('');
  return lines;
}

function summary({ placed, filesScanned }: ScanResult, options: ScanOptions, program: Program, paint: Paint): string[] {
  const { usageTier, listings, asOf } = options;
  const sources = chosenListings(program, listings).map(({ title, date }) => `${printable(title)} (${date})`);
  return [
    `${plural(placed.length, 'model reference')} in ${plural(filesScanned, 'file')} as of ${asOf}, by ${listed(sources) || 'no listing'}`,
    ...groupNames.flatMap((group) => groupLines(group, placed, usageTier, program, paint)),
  ];
}

/** `A, B and C`; without `Intl` for the same reason as `grouped`. */
function listed(items: readonly string[]): string {
  return [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(' and ');
}

/** A pool is shown with its allowance even if nothing draws on it. */
function groupLines(
  group: GroupName,
  placed: readonly Placed[],
  tier: UsageTier,
  program: Program,
  paint: Paint,
): string[] {
  const inGroup = placed.filter(({ finding }) => groupOf(finding) === group);
  if (group === 'large' || group === 'small') {
    const heading = `${group} pool: ${grouped(allowanceFor(tier)[group])} tokens a day at usage tier ${tier}`;
    return ['', paint('green', heading), ...models(inGroup, program)];
  }
  const heading = new Speaker().say(groupHeadings[group]).toLowerCase();
  return inGroup.length ? ['', paint('yellow', heading), ...models(inGroup, program)] : [];
}

/** One line for each model, the most used first, and one for what to write instead. */
function models(placed: readonly Placed[], program: Program): string[] {
  return [...groupBy(placed, ({ reference, finding }) => `${reference.model}\n${shortText(finding)}`)]
    .map(([key, group]) => {
      const [model = '', state = ''] = key.split('\n');
      const uses = group.filter(({ reference, test }) => reference.role === 'use' && !test).length;
      const counts = [
        uses && plural(uses, 'use'),
        group.length - uses && `${group.length - uses} in tests or mentioned`,
      ];
      const line = `  ${model}: ${counts.filter(Boolean).join(', ')} (${state})`;
      const reported = group.find(({ finding }) => finding.code);
      const advice = reported && adviceText(reported.finding, program);
      return { model, uses, total: group.length, lines: advice ? [line, `    ${advice}`] : [line] };
    })
    .sort((a, b) => b.uses - a.uses || b.total - a.total || (a.model < b.model ? -1 : 1))
    .flatMap(({ lines }) => lines);
}

/** `250,000`. A report has two such numbers; setting up `Intl` for them would take longer than scanning a small folder. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
