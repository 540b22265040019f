// `npm run package`: the production build as a VSIX, `token-allowance-<version>.vsix`.
//   -- --out FILE   somewhere else
const { createVSIX } = require('@vscode/vsce');
const { parseArgs } = require('node:util');
const { root, runNode } = require('./lib/run.js');
const { name, version } = require('../package.json');

const { values } = parseArgs({ options: { out: { type: 'string', default: `${name}-${version}.vsix` } } });

async function main() {
  const code = await runNode('esbuild.js', ['--production']);
  if (code !== 0) return code;
  // It prints what goes in (.vscodeignore allows it) and the size. Dependencies are inside the bundles.
  await createVSIX({ cwd: root, packagePath: values.out, dependencies: false });
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
