/**
 * Compares the command line's findings with an independent reading of the same files.
 *
 *   npm run build && npm run accuracy -- DIR… [--details FILE] [--sample N --seed S] [--alternatives]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { alternativesTable } from './alternatives';
import { pair, type Finding, type Pair } from './compare';
import { commitOf, isLeftOut, mayMatter, sourceFiles, textOf } from './files';
import { alike, bareIds, knownIds, prefixes, variant } from './names';
import { readJavaScript, readScriptNotebook } from './read-javascript';
import type { Reading } from './reference';
import { contextTable, describe, repositoryRow, repositoryTable, sample, type Repository } from './tables';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    details: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    alternatives: { type: 'boolean' },
  },
});
if (positionals.length === 0) throw new Error('Name at least one checkout: npm run accuracy -- DIR…');

const command = resolve(__dirname, '../../dist/cli.js');

/** The report of our command line over a checkout. */
function scan(root: string): { findings: Finding[]; filesScanned: number } {
  const folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
  const report = join(folder, 'report.json');
  const output = openSync(report, 'w');
  const run = spawnSync(process.execPath, [command, 'scan', '.', '--format', 'json', '--include-tests'], {
    cwd: root,
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  const text = readFileSync(report, 'utf8');
  rmSync(folder, { recursive: true });
  if (run.status === null || !text) throw new Error(`The command line failed in ${root}.`);
  return JSON.parse(text) as { findings: Finding[]; filesScanned: number };
}

/** Python files as Python itself reads them. */
function readPython(root: string, paths: readonly string[]): Reading[] {
  if (paths.length === 0) return [];
  const patterns = { alike: alike.source, variant: variant.source };
  const input = JSON.stringify({ ids: knownIds, bare: bareIds, prefixes, ...patterns, files: paths });
  const options = { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 29 } as const;
  const output = execFileSync('python3', [join(__dirname, 'read_python.py')], options);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}

function measure(given: string): Repository {
  const root = resolve(given);
  const { findings, filesScanned } = scan(root);
  const matter = new Set(findings.map(({ path }) => path));
  const python: string[] = [];
  const readings: Reading[] = [];
  let leftOut = 0;
  for (const path of sourceFiles(root)) {
    const text = textOf(root, path);
    if (!matter.has(path) && !mayMatter(text)) continue;
    if (isLeftOut(path, text)) {
      leftOut++;
      continue;
    }
    const notebook = readScriptNotebook(path, text);
    if (notebook) readings.push(notebook);
    else if (/\.(?:py\w?|ipynb)$/i.test(path)) python.push(path);
    else readings.push(readJavaScript(path, text));
  }
  readings.push(...readPython(root, python));
  const isKnown = ({ model, text }: Finding) =>
    knownIds.includes(model) || bareIds.includes(model) || /^ft:|gpt-35-turbo/.test(text);
  return {
    name: basename(root).replace('+', '/'),
    root,
    commit: commitOf(root),
    files: filesScanned,
    leftOut,
    readings,
    findings,
    // Ids that no list knows are found by their shape; the reader cannot say whether they are models.
    byShape: findings.filter((finding) => !isKnown(finding)),
    pairs: pair(readings, findings.filter(isKnown)),
  };
}

const repositories = positionals.map(measure);
const pairs: Pair[] = repositories.flatMap(({ root, pairs: own }) =>
  own.map((each) => ({ ...each, path: join(root, each.path) })),
);
console.log(repositoryTable(repositories.map(repositoryRow)));
console.log(contextTable(pairs));
const details = describe(repositories);
if (values.details) writeFileSync(values.details, details);
else console.log(details);
if (values.sample) console.log(sample(pairs, Number(values.sample), Number(values.seed)));
if (values.alternatives) console.log(alternativesTable(repositories));
