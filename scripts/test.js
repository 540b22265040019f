// `npm test`: checks, build, and all tests, most of them in a real VS Code.
//   -- --only check,unit,host,ui,package   some stages only
//   -- --grep TEXT                         some tests only
//   -- --vscode 1.100.3                    in another VS Code (the lowest the manifest allows)
//   -- --desktop                           the `host` stage in a desktop VS Code: the PATH's, else a downloaded one
const { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { runTests } = require('@vscode/test-electron');
const { ensurePython } = require('./lib/debian.js');
const { desktopExecutable } = require('./lib/desktop.js');
const { root, runNode } = require('./lib/run.js');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    grep: { type: 'string' },
    vscode: { type: 'string' },
    desktop: { type: 'boolean', default: Boolean(process.env.VSCODE_EXECUTABLE) || process.platform === 'win32' },
  },
});

const results = path.join(root, 'test-results');
const countsFile = path.join(results, 'counts.json');

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** The stages in order; each runs even if earlier ones have failed. @type {Record<string, () => Promise<Counts>>} */
const stages = {
  async check() {
    const steps = [
      ['node_modules/typescript/bin/tsc', '-p', '.'],
      ['node_modules/typescript/bin/tsc', '-p', 'src/sidebar/view'],
      ['node_modules/eslint/bin/eslint.js', '.'],
      ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    ];
    let passed = 0;
    for (const [script, ...args] of steps) {
      const ok = (await runNode(script, args)) === 0;
      console.log(`${ok ? '✔' : '✘'} ${path.basename(path.dirname(path.dirname(script)))}`);
      if (ok) passed++;
    }
    return { passed, failed: steps.length - passed, skipped: 0 };
  },

  async unit() {
    await ensurePython();
    return mocha('test/unit/**/*.test.ts', 120_000);
  },

  async host() {
    if (!(await build())) return broken;
    await ensurePython();
    // A copy, since the tests write to it, and interrupted ones leave behind what they wrote.
    const workspace = mkdtempSync(path.join(realpathSync(tmpdir()), 'token-allowance-host-'));
    cpSync(path.join(root, 'examples'), workspace, { recursive: true });
    const options = {
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/host/index.js'),
      launchArgs: [workspace, '--disable-extensions'],
    };
    // Without an executable, runTests downloads a desktop VS Code.
    const executable = values.desktop ? desktopExecutable() : path.join(__dirname, 'vscode-launcher.js');
    if (executable) options.vscodeExecutablePath = executable;
    const counts = await counted(() => runTests(options).catch((error) => error.code ?? 1));
    rmSync(workspace, { recursive: true, force: true });
    return counts;
  },

  async ui() {
    return (await build()) ? mocha('test/ui/**/*.test.ts', 300_000) : broken;
  },

  package: () => mocha('test/package/**/*.test.ts', 300_000),
};

const broken = { passed: 0, failed: 1, skipped: 0 };

let built;
/** Builds the extension and the test bundles, once. */
function build() {
  return (built ??= runNode('esbuild.js', ['--tests']).then((code) => code === 0));
}

function mocha(spec, timeout) {
  const reporter = path.join(__dirname, 'lib/reporter.js');
  const args = ['--no-config', '--node-option', 'import=tsx', '--ui', 'tdd', '--timeout', String(timeout)];
  if (values.grep) args.push('--grep', values.grep);
  return counted(() => runNode('node_modules/mocha/bin/mocha.js', [...args, '--reporter', reporter, spec]));
}

/** The counts of one test run. A run that did not finish, or failed apart from its tests, counts as one failure. */
async function counted(start) {
  rmSync(countsFile, { force: true });
  const code = await start();
  if (!existsSync(countsFile)) return broken;
  const counts = JSON.parse(readFileSync(countsFile, 'utf8'));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function main() {
  const only = values.only?.split(',') ?? Object.keys(stages);
  const unknown = only.filter((name) => !stages[name]);
  if (unknown.length > 0) throw new Error(`--only ${unknown}: stages are ${Object.keys(stages).join(', ')}`);
  mkdirSync(results, { recursive: true });
  process.env.TOKEN_ALLOWANCE_COUNTS = countsFile;
  if (values.grep) process.env.TOKEN_ALLOWANCE_GREP = values.grep;
  if (values.vscode) process.env.TOKEN_ALLOWANCE_VSCODE = values.vscode;

  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const name of only) {
    console.log(`\n── ${name} ──`);
    const started = Date.now();
    const counts = await stages[name]().catch((error) => (console.error(error.message), broken));
    for (const key of Object.keys(total)) total[key] += counts[key];
    lines.push(`${name.padEnd(8)} ${words(counts)} (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  console.log(`\n${lines.join('\n')}\n\n${words(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

const words = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
