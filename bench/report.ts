import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import * as path from 'node:path';
import type { GrowthFigures, ParserFigures, ScanFigures } from './scans';
import type { EditorFigures } from './editor';
import type { Took } from './measure';
import type { Paint, PaintFigures } from './panel-paint';
import { peerVersions } from './peers';
import type { Sizes } from './sizes';
import { hostVersion } from './subjects';
import type { WorstFigures } from './worst';

/** Everything that a run measures; parts that were not asked for are absent. */
export interface Figures {
  scans?: readonly ScanFigures[];
  parsers?: readonly ParserFigures[];
  growth?: readonly GrowthFigures[];
  editor?: EditorFigures;
  paint?: PaintFigures;
  worst?: readonly WorstFigures[];
  sizes?: Sizes;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ratio = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index ? '--:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Everything measured, as Markdown. */
export function render(figures: Figures, rounds: number): string {
  const { scans, parsers, growth, editor, paint, worst, sizes } = figures;
  const cpu = cpus();
  const machine = `${cpu.length} × ${cpu[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${release()}`;
  const versions = Object.entries(peerVersions).map(([name, version]) => `${name} ${version}`);
  const vscode = editor ? [`VS Code ${editor.version}`] : [];
  const parts = [
    `${new Date().toISOString().slice(0, 10)} · ${machine} · ${[`Node ${process.versions.node}`, `VS Code’s Node ${hostVersion()}`, ...vscode, ...versions].join(', ')} · medians of alternating runs, ${rounds} in the last one.`,
    scans && `### Scans of whole folders\n\n${scanTable(scans)}`,
    parsers && `### Beside programs that parse\n\n${parserTable(parsers)}`,
    growth && `### Growth\n\n${growthTable(growth)}`,
    (editor || paint) && `### In VS Code\n\n${editorTable(editor, paint)}`,
    worst && `### Worst cases\n\n${worstTable(worst)}`,
    sizes && `### Sizes\n\n${sizeTable(sizes)}`,
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

function scanTable(scans: readonly ScanFigures[]): string {
  const head = [
    'corpus',
    'files',
    'MB',
    'matching files',
    'references',
    'Node’s start, ms',
    'with two threads, ms',
    'ripgrep, ms',
    'index, ms',
  ];
  const more = [
    ...['÷ ripgrep', 'without the threads’ start', 'processor time ÷ ripgrep’s', 'command line ÷ ripgrep'],
    ...['warm ÷ cold: earlier results shown', 'and checked against the disk'],
  ];
  const rows = scans.map(({ name, files, megabytes, matching, references, times }) => {
    const own = (of: keyof typeof times, by: keyof Took = 'wall'): number =>
      times[of][by] - times[of === 'commandLine' ? 'node' : 'host'][by];
    const walls = [times.host, times.threads, times.ripgrep, times.index].map(({ wall }) => wall);
    const sizes = [files, megabytes, matching, references, ...walls];
    const ratios = [
      own('index') / times.ripgrep.wall,
      (times.index.wall - times.threads.wall) / times.ripgrep.wall,
      own('index', 'cpu') / times.ripgrep.cpu,
      own('commandLine') / times.ripgrep.wall,
      references ? own('remembered') / own('index') : NaN,
      own('warm') / own('index'),
    ];
    return [name, ...sizes.map(whole), ...ratios.map((value) => (Number.isNaN(value) ? '–' : ratio(value)))];
  });
  return `${table([...head, ...more], rows)}\n\nWhole processes; the ratios without Node’s own start, one of them without that of the two threads either. Budgets: index ÷ ripgrep ≤ 1.5 with many hits, ≤ 1.2 with few; warm ÷ cold ≤ 0.3.`;
}

function parserTable(parsers: readonly ParserFigures[]): string {
  const head = ['corpus', 'files', 'index, ms', 'ast-grep takes', 'files of a sample', 'index, ms', 'ESLint takes'];
  const times = (slower: number, index: number): string => `${ratio(slower / index)} ×`;
  const rows = parsers.map(({ name, files, times: { host, index, 'ast-grep': astGrep }, sample }) => {
    const own = index.wall - host.wall;
    const all = [name, whole(files), whole(own), times(astGrep.wall, own)];
    if (!sample) return [...all, '–', '–', '–'];
    const { node, host: start, index: part, ESLint } = sample.times;
    const partly = part.wall - start.wall;
    return [...all, whole(sample.files), whole(partly), times(ESLint.wall - node.wall, partly)];
  });
  return `${table(head, rows)}\n\nBudget: at least 15 times as long. ESLint would take minutes for all files.`;
}

function growthTable(growth: readonly GrowthFigures[]): string {
  const rows = growth.flatMap(({ name, points }) =>
    points.map(({ files, index, ripgrep }) => [
      name,
      whole(files),
      whole(index),
      ((1_000 * index) / files).toFixed(1),
      ratio(index / ripgrep),
    ]),
  );
  return table(['corpus', 'files', 'index, ms', 'ms a thousand files', '÷ ripgrep'], rows);
}

const ms = (value = NaN): string => `${value.toFixed(1)} ms`;

function editorTable(editor?: EditorFigures, paint?: PaintFigures): string {
  const rows = [...(editor ? editorRows(editor) : []), ...(paint ? paintRows(paint) : [])];
  return table(['what', 'measured', 'against', 'ratio', 'budget'], rows);
}

/** The panel's first useful paint, and how much of it is not VS Code's own. */
function paintRows(figures: PaintFigures): string[][] {
  const row = (order: keyof PaintFigures, what: string, which: keyof Paint, budget = ''): string[] => {
    const { ours, empty } = figures[order];
    const floor = `${ms(empty[which])} for a webview of one paragraph`;
    return [what, ms(ours[which]), floor, `+ ${ms(ours[which] - empty[which])}`, budget];
  };
  return [
    row('second', 'panel’s first useful paint, since VS Code asked for it', 'sinceAsked', '≤ 100 ms'),
    row('second', 'since its page began', 'sincePage'),
    row('second', 'shown again, since its page began', 'again', '≤ 100 ms'),
    row('first', 'as the window’s first webview, since VS Code asked for it', 'sinceAsked'),
    row('first', 'since its page began', 'sincePage'),
  ];
}

function editorRows({ activation, keystroke, scan, memory }: EditorFigures): string[][] {
  return [
    [
      'keystroke in 5,000 lines: find and publish',
      ms(keystroke.ours),
      `${ms(keystroke.createSourceFile)} for \`ts.createSourceFile\``,
      ratio(keystroke.ours / keystroke.createSourceFile),
      '≤ 0.1',
    ],
    [
      'activation',
      ms(activation.ours),
      `${ms(activation.empty)} for an empty extension`,
      `+ ${ms(activation.ours - activation.empty)}`,
      '≤ + 10 ms',
    ],
    [
      'the same in processor time of the host',
      ms(activation.oursCpu),
      ms(activation.emptyCpu),
      `+ ${ms(activation.oursCpu - activation.emptyCpu)}`,
      '',
    ],
    [
      `warm start, ${whole(scan.files)} files`,
      ms(scan.warm),
      `${ms(scan.cold)} cold`,
      ratio(scan.warm / scan.cold),
      '≤ 0.3',
    ],
    [
      'the same in processor time of the host',
      ms(scan.warmCpu),
      `${ms(scan.coldCpu)} cold`,
      ratio((scan.warmCpu ?? NaN) / (scan.coldCpu ?? NaN)),
      '',
    ],
    [
      `extension host after ${whole(scan.files)} files`,
      `+ ${memory.heap.toFixed(1)} MB heap`,
      `${memory.resident.toFixed(1)} MB resident`,
      '',
      '≤ + 30 MB',
    ],
  ];
}

function worstTable(worst: readonly WorstFigures[]): string {
  const rows = worst.map(({ name, megabytes, references, half, full }) => [
    name,
    megabytes.toFixed(1),
    whole(references),
    ...[half, full].map((value) => value.toFixed(1)),
    ratio(full / half),
  ]);
  const note =
    'Linear is 2. A scan of folders leaves out files above 5 MB and minified ones unless they are named; these texts are read all the same.';
  return `${table(['text', 'MB', 'references', 'half of it, ms', 'all, ms', 'all ÷ half'], rows)}\n\n${note}`;
}

function sizeTable({ main, extension, scanWorker, vsix }: Sizes): string {
  const rows = [
    ['what activation loads', whole(main), '150'],
    ['all pieces of the extension’s own', whole(extension), ''],
    ['the scanning thread', whole(scanWorker), ''],
    ['VSIX', whole(vsix), '1,600'],
  ];
  return table(['what', 'kB', 'budget'], rows);
}

const [begin, end] = ['<!-- measured: written by `npm run bench` -->', '<!-- /measured -->'];

/** Puts the figures into RESULTS.md, between the marks; the prose around them stays. */
export function writeResults(text: string): void {
  const file = path.join(__dirname, 'RESULTS.md');
  const old = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = old.split(begin);
  writeFileSync(file, `${before}${begin}\n\n${text}\n\n${end}${rest.split(end)[1] ?? '\n'}`);
}
