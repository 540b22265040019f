import { readFileSync } from 'node:fs';
import { groupBy } from '../../src/core/group-by';
import { roleOf, type Finding, type Pair } from './compare';
import type { Reading } from './reference';

/** A checkout with both readings of it. */
export interface Repository {
  readonly name: string;
  readonly root: string;
  readonly commit: string | undefined;
  readonly files: number;
  readonly leftOut: number;
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
  readonly byShape: readonly Finding[];
  readonly pairs: readonly Pair[];
}

export type Row = readonly (string | number)[];

/** One row of the table of repositories. */
export function repositoryRow({ name, commit, files, readings, byShape, pairs }: Repository): Row {
  const { both, missed, extra } = counts(pairs);
  const routes = routeCounts(pairs);
  const how = (kind: Reading['how']) => readings.filter((reading) => reading.how === kind).length;
  return [
    name,
    commit?.slice(0, 12) ?? '',
    files,
    both + missed,
    both,
    missed,
    extra,
    `${routes.right} / ${routes.shown}`,
    byShape.length,
    `${how('tokens')} / ${how('refused')}`,
  ];
}

/** The table of repositories with its sums, in Markdown. */
export function repositoryTable(rows: readonly Row[]): string {
  const head = [
    'repository',
    'commit',
    'files',
    'expected',
    'found',
    'missed',
    'extra',
    'routes right / shown',
    'by shape',
    'files by tokens / refused',
  ];
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const pairSum = (column: number) => {
    const parts = rows.map((row) => String(row[column]).split(' / ').map(Number));
    return `${parts.reduce((total, [a = 0]) => total + a, 0)} / ${parts.reduce((total, [, b = 0]) => total + b, 0)}`;
  };
  const total = ['**all**', '', sum(2), sum(3), sum(4), sum(5), sum(6), pairSum(7), sum(8), pairSum(9)];
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const found = sum(4);
  const words = `Recall ${share(found, sum(3))}, precision ${share(found, found + sum(6))}.`;
  return `${markdown(head, [...rows, total])}\n${words}\n`;
}

/** Agreement for each context that the reader names. */
export function contextTable(pairs: readonly Pair[]): string {
  const head = ['context', 'expected', 'found', 'same context', 'same role', 'routes right / shown'];
  const groups = groupBy(
    pairs.filter(({ expected }) => expected),
    ({ expected }) => expected?.context ?? '(by tokens)',
  );
  const rows = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([context, group]): Row => {
      const both = group.filter(({ kind }) => kind === 'both');
      const routes = routeCounts(group);
      const sameRole = both.filter(({ found }) => found?.role === roleOf(context)).length;
      const same = both.filter(({ found }) => found?.context === context).length;
      return [context, group.length, both.length, same, sameRole, `${routes.right} / ${routes.shown}`];
    });
  return markdown(head, rows);
}

function counts(pairs: readonly Pair[]) {
  const count = (kind: Pair['kind']) => pairs.filter((each) => each.kind === kind).length;
  return { both: count('both'), missed: count('missed'), extra: count('extra') };
}

function routeCounts(pairs: readonly Pair[]) {
  const shown = pairs.filter(
    ({ kind, expected, found }) => kind === 'both' && expected?.route && found?.role === 'use',
  );
  return { shown: shown.length, right: shown.filter(({ expected, found }) => expected?.route === found?.route).length };
}

/** Every disagreement with its place, and what was found by its shape alone, with its count. */
export function describe(repositories: readonly Repository[]): string {
  const lines: string[] = [];
  for (const { name, root, pairs, byShape, readings, findings } of repositories) {
    lines.push(`# ${name}`);
    for (const { kind, path, expected, found } of pairs) {
      const { line, cell } = (expected ?? found) as { line: number; cell?: number };
      const place = `${root}/${path}${cell === undefined ? '' : `#${cell}`}:${line}`;
      if (kind !== 'both')
        lines.push(`${kind} ${place} ${(expected ?? found)?.text} ${found?.context ?? expected?.context}`);
      else if (expected?.context && found && expected.context !== found.context) {
        const role = roleOf(expected.context) === found.role ? 'context' : 'role';
        lines.push(`${role} ${place} ${found.text} expected ${expected.context}, found ${found.context}`);
      }
      if (kind === 'both' && found?.role === 'use' && expected?.route && expected.route !== found.route)
        lines.push(
          `route ${place} ${found.text} expected ${expected.route}, found ${found.route} ${found.routeEvidence ?? ''}`,
        );
    }
    for (const { path } of readings.filter(({ how }) => how === 'refused'))
      lines.push(`refused ${root}/${path} ${findings.filter((each) => each.path === path).length} found`);
    const taken = new Set(byShape.map(({ path, line, text }) => `${path} ${line} ${text}`));
    const passed = readings.flatMap(({ path, alike }) =>
      alike.map((each) => ({ ...each, path })).filter(({ line, text }) => !taken.has(`${path} ${line} ${text}`)),
    );
    for (const [text, group] of groupBy(passed, (each) => each.text))
      lines.push(`passed ${text} ${group.length} ${root}/${group[0]?.path}:${group[0]?.line}`);
    for (const [text, group] of groupBy(byShape, (each) => each.text))
      lines.push(`shape ${text} ${group.length} ${root}/${group[0]?.path}:${group[0]?.line}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A random sample, reproducible by its seed, of uses whose route we tell, with the lines around each. */
export function sample(pairs: readonly Pair[], size: number, seed: number): string {
  const pool = pairs.filter(({ kind, found }) => kind === 'both' && found?.role === 'use' && found.route !== 'unknown');
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = pool
    .map((each) => ({ each, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, size);
  return drawn
    .map(({ each: { path, found } }) => {
      if (!found) return '';
      const text = path.endsWith('.ipynb') ? '' : readFileSync(path, 'utf8');
      const lines = text.split(/\r\n|\r|\n/).slice(Math.max(0, found.line - 3), found.line + 1);
      return `## ${path}${found.cell === undefined ? '' : `#${found.cell}`}:${found.line} ${found.text} → ${found.route} (${found.routeEvidence})\n${lines.join('\n')}`;
    })
    .join('\n');
}

/** A table in Markdown. */
export function markdown(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line), ''].join('\n');
}
