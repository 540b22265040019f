// Turns esbuild's chunks into files that VS Code loads fast: CommonJS, with everything that an entry needs immediately in one file.
const esbuild = require('esbuild');
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/** The name of VS Code's API in every piece, which requires it once per file. */
const api = 'vscodeApi';

/**
 * esbuild splits only ES modules and VS Code 1.100 loads only CommonJS, so each piece is translated when it is written. esbuild puts what an
 * entry shares with later pieces into separate files, each of which costs VS Code's module loader half a millisecond or more: if there is only
 * one entry, it takes them in, and later pieces find them there.
 * @returns {import('esbuild').Plugin}
 */
function commonJsPieces() {
  return {
    name: 'commonjs-pieces',
    setup(build) {
      const { entryPoints = {}, outdir = '', minify, platform, target, sourcemap } = build.initialOptions;
      // Turns `import()` into `require`, which runs just as late.
      const options = { minify, platform, target, sourcemap, format: 'cjs', supported: { 'dynamic-import': false } };
      const entries = Object.keys(entryPoints).map((name) => `${name}.js`);
      build.onEnd(async ({ outputFiles = [], metafile }) => {
        if (!metafile) return;
        const pieces = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), requireVSCode(text)]));
        const [entry] = entries;
        const taken = entries.length === 1 ? neededBy(`${outdir}/${entry}`, metafile) : [];
        mkdirSync(outdir, { recursive: true });
        for (const [file, text] of pieces) {
          if (taken.includes(file)) continue;
          const code =
            file === entry && taken.length
              ? await joined(pieces, entry, taken, options)
              : (await esbuild.transform(text, { ...options, sourcefile: file })).code;
          // As esbuild itself would: a command line that was linked with `npm link` stays executable after a new build.
          const mode = code.startsWith('#!') ? 0o755 : 0o644;
          writeFileSync(path.join(outdir, file), withApi(foundIn(code, entry, taken)), { mode });
        }
      });
    },
  };
}

/** The files that a piece imports at its top, directly or indirectly. */
function neededBy(output, { outputs }, seen = new Set()) {
  for (const { path: file, kind, external } of outputs[output].imports) {
    if (kind !== 'import-statement' || external || seen.has(file)) continue;
    seen.add(file);
    neededBy(file, { outputs }, seen);
  }
  return [...seen].map((file) => path.basename(file));
}

/** An entry and the files it needs in one file, which exports each of those as `piece0`, `piece1`, … */
async function joined(pieces, entry, taken, options) {
  const contents = [
    `export * from "./${entry}";`,
    ...taken.map((file, at) => `export * as piece${at} from "./${file}";`),
  ];
  const { outputFiles } = await esbuild.build({
    ...options,
    stdin: { contents: contents.join('\n') },
    bundle: true,
    write: false,
    plugins: [
      {
        name: 'from-memory',
        setup(build) {
          build.onResolve({ filter: /^\.\// }, ({ path: file, kind }) =>
            kind === 'dynamic-import' || !pieces.has(path.basename(file))
              ? { path: file, external: true }
              : { path: path.basename(file), namespace: 'pieces' },
          );
          build.onLoad({ filter: /.*/, namespace: 'pieces' }, ({ path: file }) => ({ contents: pieces.get(file) }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** Redirects `require` of a file that the entry has taken in to the entry. */
function foundIn(code, entry, taken) {
  return code.replace(/require\("\.\/([^"]+)"\)/g, (all, file) =>
    taken.includes(file) ? `require("./${entry}").piece${taken.indexOf(file)}` : all,
  );
}

/**
 * Turns `import` of VS Code's API into one plain constant: esbuild's own translation copies the whole API, property by property, for each
 * source file, and asks VS Code's module loader for it each time.
 */
function requireVSCode(text) {
  return text
    .replace(/\bimport\s*\*\s*as\s+([\w$]+)\s+from\s*"vscode";/g, `const $1 = ${api};`)
    .replace(
      /\bimport\s*(\{[^}]*\})\s*from\s*"vscode";/g,
      (_, names) => `const ${names.replaceAll(' as ', ': ')} = ${api};`,
    );
}

function withApi(code) {
  return code.includes(api) ? code.replace(/^("use strict";)?/, `$1const ${api} = require("vscode");`) : code;
}

module.exports = { commonJsPieces };
