// Builds everything that ships into dist/; with --tests also the test bundles that run inside VS Code, into dist/test/.
const esbuild = require('esbuild');
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // A package's ES modules where it has them: jsonc-parser's main file asks for its parts in a way that no bundler sees.
  mainFields: ['module', 'main'],
};

/** One entry for everything that ships: `{ output name: source }`. @type {import('esbuild').BuildOptions[]} */
const builds = [
  // Activation reads only the first piece, and neither the command line nor the second pass's thread parses before it must.
  inPieces('extension', { extension: 'src/extension.ts' }),
  inPieces('cli', { cli: 'src/cli/index.ts', 'understand-worker': 'src/workspace/understand-worker.ts' }),
  { ...node, outdir: 'dist', entryPoints: { 'scan-worker': 'src/workspace/worker.ts', 'sieve-worker': 'src/workspace/sieve-worker.ts' } },
  {
    // The allowance panel's page; VS Code 1.100 shows it in Chromium 132.
    ...common,
    outdir: 'dist',
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
    entryPoints: [
      { in: 'src/sidebar/view/main.ts', out: 'panel' },
      { in: 'src/sidebar/view/panel.css', out: 'panel' },
    ],
  },
];

/**
 * The test files, one bundle each. Packages stay outside (also `vscode`, which only the extension host has).
 * @type {import('esbuild').BuildOptions}
 */
const testBuild = {
  ...node,
  minify: false,
  logLevel: 'error', // a folder without tests is no reason to warn
  sourcemap: 'inline',
  outdir: 'dist/test',
  outbase: 'test',
  entryPoints: ['test/host/index.ts', 'test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
  packages: 'external',
  plugins: [sourcePlaces()],
};

/** Sources find files beside them by `__dirname`: inside a test bundle it names the source's folder all the same. */
function sourcePlaces() {
  return {
    name: 'source-places',
    setup(build) {
      build.onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => {
        const places = `const __filename = ${JSON.stringify(file)}, __dirname = ${JSON.stringify(path.dirname(file))};`;
        return { contents: places + readFileSync(file, 'utf8'), loader: 'ts' };
      });
    },
  };
}

/**
 * A build whose every `import()` begins a piece of its own, which is read when it is needed.
 * @param {string} name what the pieces' names begin with
 * @param {Record<string, string>} entryPoints
 * @returns {import('esbuild').BuildOptions}
 */
function inPieces(name, entryPoints) {
  return {
    ...node,
    outdir: 'dist',
    external: ['vscode'],
    entryPoints,
    chunkNames: `${name}-[name]-[hash]`,
    format: 'esm',
    splitting: true,
    write: false,
    sourcemap: common.sourcemap && 'inline',
    plugins: [commonJsPieces()],
  };
}

/** esbuild splits only ES modules, VS Code 1.100 loads only CommonJS: so each piece is translated when it is written. */
function commonJsPieces() {
  return {
    name: 'commonjs-pieces',
    setup(build) {
      build.onEnd(async ({ outputFiles = [] }) => {
        mkdirSync('dist', { recursive: true });
        for (const { path: file, text } of outputFiles) {
          const options = { platform: 'node', target: node.target, format: 'cjs', minify: production };
          // What was `import()` becomes `require`, as late as before.
          const { code } = await esbuild.transform(requireVSCode(text), {
            ...options,
            supported: { 'dynamic-import': false },
            sourcemap: common.sourcemap && 'inline',
            sourcefile: path.basename(file),
          });
          writeFileSync(file, code);
        }
      });
    },
  };
}

/**
 * `import * as vscode` as plain `require`: what esbuild makes of it copies VS Code's whole API, property by property, for each
 * source file, which was most of what activation cost.
 */
function requireVSCode(text) {
  return text.replace(/\bimport\s*\*\s*as\s+([\w$]+)\s+from\s*"vscode";/g, 'const $1 = require("vscode");');
}

async function main() {
  rmSync('dist', { recursive: true, force: true });
  const wanted = tests ? [...builds, testBuild] : builds;
  const contexts = await Promise.all(wanted.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.rebuild()));
  if (watch) await Promise.all(contexts.map((context) => context.watch()));
  else await Promise.all(contexts.map((context) => context.dispose()));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
