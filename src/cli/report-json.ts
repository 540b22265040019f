import type { Program } from '../core/program/program';
import { chosenListings } from '../core/program/coverage';
import { bestCandidate } from '../core/replacements';
import type { ScanOptions } from './options';
import { relativePath, type Placed, type ScanResult } from './scan';

/** The report for programs; README's “Command line” describes its fields. */
export function jsonReport(result: ScanResult, options: ScanOptions, program: Program, folder: string): string {
  const { asOf, usageTier, listings } = options;
  const report = {
    asOf,
    usageTier,
    listings,
    sources: chosenListings(program, listings).map(({ id, title, date, url }) => ({ id, title, date, url })),
    filesScanned: result.filesScanned,
    findings: result.placed.map((each) => entry(each, program)),
    notes: result.notes.map(({ path, ...note }) => ({ path: path && relativePath(folder, path), ...note })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** Lines and columns count from 1, columns in UTF-16 code units. JSON omits what is undefined. */
function entry({ path, cell, test, finding, reference }: Placed, program: Program) {
  const { coverage, lifecycle, code } = finding;
  const covered = coverage.kind === 'covered' ? coverage : undefined;
  const best = bestCandidate(finding, program);
  const { text, model, context, role, route, purpose, extras } = reference;
  return {
    path,
    cell,
    line: reference.line + 1,
    column: reference.column + 1,
    text,
    model,
    context,
    role,
    test,
    coverage: coverage.kind,
    pool: covered?.pool ?? null,
    snapshot: covered?.snapshot ?? null,
    listings: covered?.listings.map(({ id }) => id) ?? [],
    route: route.kind,
    routeEvidence: route.evidence,
    routeModule: route.from,
    purpose,
    extras,
    lifecycle: lifecycle ?? null,
    code: code ?? null,
    suggestion: best ? { model: best.model, pool: best.pool ?? null } : null,
  };
}
