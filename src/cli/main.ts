import { styleText } from 'node:util';
import { version } from '../../package.json';
import type { Program } from '../core/program/program';
import { checkListings, help, parseCommand, UsageError, type ScanOptions } from './options';
import { jsonReport } from './report-json';
import { sarifReport } from './report-sarif';
import { noteLine, textReport, type Paint } from './report-text';
import { loadProgram } from './load-program';
import { scan, type Bundles } from './scan';

/** The run's surroundings: where it reads and writes. */
export interface Terminal {
  readonly folder: string;
  readonly now: Date;
  readonly colours: boolean;
  readonly bundles?: Bundles;
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command line; returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const command = parseCommand(args, terminal.now);
    if (command.kind === 'scan') {
      const { listingFiles, asOf } = command.options;
      const { program, problems } = await loadProgram(listingFiles, terminal.folder, asOf);
      for (const line of problems) terminal.err(`${line}\n`);
      if (!program) return 2;
      checkListings(
        command.options,
        program.listings.map(({ id }) => id),
      );
      return await report(command.options, program, terminal);
    }
    terminal.out(command.kind === 'help' ? help : `${version}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${error.message}\nSee token-allowance --help.\n`);
    return 2;
  }
}

async function report(options: ScanOptions, program: Program, terminal: Terminal): Promise<number> {
  const { folder, colours, bundles, out, err } = terminal;
  const result = await scan(options, program, folder, bundles);
  const paint: Paint = (style, text) => (colours ? styleText(style, text) : text);
  const reports = {
    text: () => textReport(result, options, program, folder, paint),
    json: () => jsonReport(result, options, program, folder),
    sarif: () => sarifReport(result, program, folder),
  };
  out(reports[options.format]());
  const errors = result.notes.filter(({ severity }) => severity === 'error');
  for (const note of errors) err(`${noteLine(note, folder)}\n`);
  if (errors.length) return 2;
  const failing = new Set<string | undefined>(options.failOn);
  return result.placed.some(({ finding }) => failing.has(finding.code)) ? 1 : 0;
}
