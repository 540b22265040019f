import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isTestPath } from '../../src/core/find/test-path';
import { groupBy } from '../../src/core/group-by';
import { coverageOf } from '../../src/core/program/coverage';
import { bundledProgram } from '../../src/core/program/program';
import { astGrepRules, eslintConfig, installPeers, programs } from '../peers';
import { roleOf, type Finding } from './compare';
import { knownIds, prefixes } from './names';
import { markdown, type Repository, type Row } from './tables';

/** What somebody without this extension would search for: the ids that no bundled list covers. */
const billed = new Set(knownIds.filter((id) => coverageOf(bundledProgram(), id).kind !== 'covered'));

const anyOf = (texts: Iterable<string>) =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
const id = `(?:${anyOf(billed)})`;
/** A whole string that names one. */
const whole = `(?:${anyOf(Object.keys(prefixes))})?${id}`;

/** The lines that a program reports in some files, as `path:line`, each as often as it is reported. */
type Lines = readonly string[];

/** A program, the files that it reads, and what it reports in some of them. */
interface Alternative {
  readonly name: string;
  readonly reads: RegExp;
  reported(repository: Repository, files: readonly string[]): Lines;
}

const sources = /\.(?:[cm]?[jt]s|[jt]sx|pyi?)$/;

/** The programs one could choose, each with a rule for exactly these ids, and this extension. */
function alternatives(): Alternative[] {
  const home = installPeers();
  const [rules, config] = [join(home, 'billed.yml'), join(home, 'billed.config.mjs')];
  writeFileSync(rules, astGrepRules(`^${whole}$`));
  writeFileSync(config, eslintConfig(`^${whole}$`));
  const ripgrep =
    (pattern: string) =>
    ({ root }: Repository, files: readonly string[]) =>
      run(root, join(home, programs.ripgrep), ['--only-matching', '-nH', '--no-heading', '-e', pattern, ...files])
        .split('\n')
        .flatMap((line) => /^(.*?:\d+):/.exec(line)?.[1] ?? []);
  const astGrep = ({ root }: Repository, files: readonly string[]) =>
    run(root, join(home, programs.astGrep), ['scan', '--rule', rules, '--json=stream', ...files])
      .split('\n')
      .filter((line) => line)
      .map((line) => JSON.parse(line) as { file: string; range: { start: { line: number } } })
      .map(({ file, range }) => `${relative(root, resolve(root, file))}:${range.start.line + 1}`);
  const eslint = ({ root }: Repository, files: readonly string[]) => {
    const args = [join(home, programs.eslint), '--no-inline-config', '--no-warn-ignored', '--format', 'json'];
    const said = run(root, process.execPath, [...args, '--config', config, ...files]);
    return (JSON.parse(said) as EslintResult[]).flatMap(({ filePath, messages }) =>
      messages.filter(({ ruleId }) => ruleId).map(({ line }) => `${relative(root, filePath)}:${line}`),
    );
  };
  return [
    { name: 'ripgrep for the ids', reads: sources, reported: ripgrep(`\\b${id}\\b`) },
    { name: 'ripgrep for the ids in quotes', reads: sources, reported: ripgrep(`["'\`]${whole}["'\`]`) },
    { name: 'ast-grep with a rule on strings', reads: sources, reported: astGrep },
    { name: 'ESLint with a rule on literals', reads: /\.(?:[cm]?[jt]s|[jt]sx)$/, reported: eslint },
    {
      name: 'Token Allowance',
      reads: sources,
      reported: ({ findings }, files) => problemsIn(findings, new Set(files)),
    },
  ];
}

interface EslintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number }[];
}

/** Runs a program over files named relative to a folder. Returns what it prints, whatever its exit code. */
function run(root: string, program: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 29 });
  if (error ?? (!stdout && stderr)) throw new Error(`${program} failed in ${root}: ${error?.message ?? stderr}`);
  return stdout;
}

/** A line that names billed ids, according to the independent reader: how many it uses, and how many it mentions. */
interface Line {
  uses: number;
  mentions: number;
}

/** The files of a checkout, tests excepted, that a parser and every rule can judge, and what the reader says about their lines. */
function truthOf({ readings }: Repository): { readonly files: string[]; readonly lines: Map<string, Line> } {
  const read = readings.filter(({ path, how }) => how === 'tree' && sources.test(path) && !isTestPath(path));
  const lines = new Map<string, Line>();
  for (const { path, references } of read)
    for (const { line, model, context } of references) {
      if (!billed.has(model) || !context) continue;
      const key = `${path}:${line}`;
      const at = lines.get(key) ?? { uses: 0, mentions: 0 };
      lines.set(key, at);
      at[roleOf(context) === 'use' ? 'uses' : 'mentions']++;
    }
  return { files: read.map(({ path }) => path), lines };
}

/** A program's reports, counted. */
interface Tally {
  uses: number;
  right: number;
  mentions: number;
  others: number;
}

function tally(total: Tally, reported: Lines, lines: ReadonlyMap<string, Line>): void {
  for (const [line, { length }] of groupBy(reported, (each) => each)) {
    const { uses, mentions } = lines.get(line) ?? { uses: 0, mentions: 0 };
    const right = Math.min(length, uses);
    const mentioned = Math.min(length - right, mentions);
    total.right += right;
    total.mentions += mentioned;
    total.others += length - right - mentioned;
  }
}

/** How many billed ids some files use. */
function usesIn(files: ReadonlySet<string>, lines: ReadonlyMap<string, Line>): number {
  const own = [...lines].filter(([line]) => files.has(line.slice(0, line.lastIndexOf(':'))));
  return own.reduce((sum, [, { uses }]) => sum + uses, 0);
}

/**
 * What this extension and its alternatives report outside of tests, compared with the uses of billed ids that the independent reader sees in
 * the same files; in Markdown. Each program is measured only on the files that it reads; notebooks are left out for all.
 */
export function alternativesTable(repositories: readonly Repository[]): string {
  const all = alternatives();
  const totals = all.map((): Tally => ({ uses: 0, right: 0, mentions: 0, others: 0 }));
  for (const repository of repositories) {
    const { files, lines } = truthOf(repository);
    for (const [index, { reads, reported }] of all.entries()) {
      const read = files.filter((path) => reads.test(path));
      const total = totals[index] as Tally;
      total.uses += usesIn(new Set(read), lines);
      if (read.length > 0) tally(total, reported(repository, read), lines);
    }
  }
  const head = [
    'outside of tests',
    'uses there',
    'reported',
    'right',
    'a mention',
    'no such string',
    'false alarms',
    'missed',
  ];
  const rows = totals.map(({ uses, right, mentions, others: none }, index): Row => {
    const reported = right + mentions + none;
    const share = `${((100 * (reported - right)) / Math.max(1, reported)).toFixed(1)} %`;
    return [all[index]?.name ?? '', uses, reported, right, mentions, none, share, uses - right];
  });
  return markdown(head, rows);
}

function problemsIn(findings: readonly Finding[], files: ReadonlySet<string>): Lines {
  const problems = findings.filter(({ path, code, model }) => code && billed.has(model) && files.has(path));
  return problems.map(({ path, line }) => `${path}:${line}`);
}
