// Builds everything that ships into dist/; with --tests also the test bundles that run inside VS Code, into dist/test/.
const esbuild = require('esbuild');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { noticesOf } = require('./scripts/lib/notices.js');
const { commonJsPieces } = require('./scripts/lib/pieces.js');
const { typescriptParser } = require('./scripts/lib/typescript-parser.js');

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const tests = process.argv.includes('--tests');

/** One for all builds: it reads nine megabytes. The source named is the one that asks TypeScript and typescript-estree for anything. */
const parserAlone = typescriptParser('src/core/understand/javascript/parse.ts');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none', // they stand in the notices
  metafile: true,
  // A package's ES modules where it has them: jsonc-parser's main file asks for its parts in a way that no bundler sees.
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
};

/**
 * In a browser VS Code loads an extension from one file, and sources that need Node have a neighbour that does without: `x.web.ts` for `x.ts`.
 * @type {import('esbuild').BuildOptions}
 */
const web = {
  ...common,
  platform: 'browser',
  target: 'es2023',
  format: 'cjs',
  resolveExtensions: ['.web.ts', '.ts', '.js', '.json'],
  external: ['vscode'],
  outdir: 'dist',
  define: { 'process.platform': '"browser"', 'process.env.TOKEN_ALLOWANCE_API': 'undefined' },
  plugins: [parserAlone],
};

/** What is `import()` in the source becomes `require`, as late: VS Code 1.100 loads only CommonJS. */
const asRequire = { 'dynamic-import': false };

/** The compiled lexers are one file that all threads and programs share: in each of their bundles it would ship four times. */
const lexersApart = {
  name: 'lexers-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/binary$/ }, () => ({ path: './lexers.js', external: true }));
  },
};

/** One entry for everything that ships: `{ output name: source }`. @type {import('esbuild').BuildOptions[]} */
const builds = [
  // Activation reads one small file; the features come behind it.
  {
    ...node,
    outdir: 'dist',
    entryPoints: ['src/extension.ts'],
    external: ['vscode', './features'],
    supported: asRequire,
  },
  inPieces('features', { features: 'src/features.ts' }),
  // Neither the command line nor the second pass's thread parses before it must.
  inPieces('cli', { cli: 'src/cli/index.ts', 'understand-worker': 'src/workspace/understand-worker.ts' }),
  {
    ...node,
    outdir: 'dist',
    entryPoints: {
      'scan-worker': 'src/workspace/worker.ts',
      'helper-worker': 'src/workspace/helper-worker.ts',
      'parser-process': 'src/workspace/parser-process.ts',
    },
    plugins: [lexersApart],
  },
  { ...web, entryPoints: { web: 'src/extension.ts' } },
  { ...web, entryPoints: { 'understand-web': 'src/workspace/understand-web.ts' } },
  { ...node, outdir: 'dist', entryPoints: { lexers: 'src/core/find/lexer/binary.ts' } },
  {
    // The allowance panel's page; VS Code 1.100 shows it in Chromium 132, vscode.dev in any browser.
    ...common,
    outdir: 'dist',
    platform: 'browser',
    target: ['chrome132', 'firefox140', 'safari18'],
    format: 'iife',
    entryPoints: [
      { in: 'src/sidebar/view/starter.ts', out: 'panel-starter' },
      { in: 'src/sidebar/view/page.ts', out: 'panel' },
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
 * A build whose every `import()` begins a piece of its own, which is read when it is needed. What an entry needs at once is one file.
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
    plugins: [lexersApart, parserAlone, commonJsPieces()],
  };
}

async function main() {
  rmSync('dist', { recursive: true, force: true });
  const wanted = tests ? [...builds, testBuild] : builds;
  const contexts = await Promise.all(wanted.map((options) => esbuild.context(options)));
  const results = await Promise.all(contexts.map((context) => context.rebuild()));
  const shipped = results.slice(0, builds.length).flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync('dist/third-party-notices.txt', noticesOf(shipped));
  if (watch) await Promise.all(contexts.map((context) => context.watch()));
  else await Promise.all(contexts.map((context) => context.dispose()));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
