// `npm run package`: the production build as a VSIX, `token-allowance-<version>.vsix`.
//   -- --out FILE   somewhere else
const { createVSIX } = require('@vscode/vsce');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { root, runNode } = require('./lib/run.js');
const { name, repository, version } = require('../package.json');

const { values } = parseArgs({ options: { out: { type: 'string', default: `${name}-${version}.vsix` } } });

async function main() {
  const code = await runNode('esbuild.js', ['--production']);
  if (code !== 0) return code;
  // Prints what is included (as .vscodeignore allows) and the size. Dependencies are part of the bundles.
  await createVSIX({ cwd: root, packagePath: values.out, dependencies: false, readmePath: writeReadme() });
  return 0;
}

/**
 * Writes the README that is shown with the extension, where relative paths do not lead to its pictures. vsce makes the addresses of links and
 * images absolute, but not those in the sources of a `<picture>`, so that dark themes showed none.
 * @returns {string} its path relative to the project's folder
 */
function writeReadme() {
  const readme = 'dist/readme.md';
  const pictures = `${repository.url}/raw/HEAD/`;
  const text = readFileSync(path.join(root, 'README.md'), 'utf8').replace(/(?<=srcset=")(?!https:)/g, pictures);
  writeFileSync(path.join(root, readme), text);
  return readme;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
