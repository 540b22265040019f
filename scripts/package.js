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
  // It prints what goes in (.vscodeignore allows it) and the size. Dependencies are inside the bundles.
  await createVSIX({ cwd: root, packagePath: values.out, dependencies: false, readmePath: writeReadme() });
  return 0;
}

/**
 * README as it is shown with the extension, far from its pictures. vsce gives whole addresses to links and images, but not to
 * the sources of a `<picture>`: whoever likes it dark saw none.
 * @returns {string} its path from the project's folder
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
