// Runs inside VS Code's extension host: VS Code loads this module and calls `run`.
import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { activate as goByTestsDay } from '../clock/clock.js';

const root = path.resolve(__dirname, '../..');
const bundles = path.join(root, 'dist/test');

/** Runs every bundled suite, unit and integration, with the real `vscode` API at hand. Rejects if a test failed. */
export async function run(): Promise<void> {
  process.chdir(root); // as `npm test` has it
  goByTestsDay();
  process.setSourceMapsEnabled(true);
  // VS Code writes to the same console: a mark tells whoever reads along which lines are the report.
  const mark = process.env['TOKEN_ALLOWANCE_MARK'] ?? '';
  Mocha.reporters.Base.consoleLog = (format = '', ...args: unknown[]) => console.log(mark + format, ...args);

  const reporter = path.join(root, 'scripts/lib/reporter.js');
  const mocha = new Mocha({ ui: 'tdd', timeout: 180_000, color: false, reporter });
  const grep = process.env['TOKEN_ALLOWANCE_GREP'];
  if (grep) mocha.grep(grep);

  const files = readdirSync(bundles, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) mocha.addFile(path.join(bundles, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
