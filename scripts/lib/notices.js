// The licences of the packages in our bundles: most of them must be passed on with the code.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/**
 * @param {Iterable<string>} inputs files that went into bundles, as esbuild names them
 * @returns {string} the notices of the packages among them, by name; throws if a package has no licence text
 */
function noticesOf(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    // A package inside another one's folder is a package of its own. A single letter before the colon is a drive, no namespace.
    const [, folder, name] = /^(?:[\w-]{2,}:)?(.*\bnode_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input) ?? [];
    if (folder) packages.set(name, folder);
  }
  const sections = [...packages].sort().map(([name, folder]) => {
    const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${textsOf(folder).join('\n\n')}`;
  });
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return ['Token Allowance holds software of others, each under its own licence.', ...sections].join(line) + '\n';
}

function textsOf(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.filter((name) => /^(?:licen[cs]e|notice|copyright)(?:[.-].*)?$/i.test(name));
  if (!files.length) throw new Error(`${folder} has no text of its licence: nothing of it may be bundled.`);
  return files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
}

module.exports = { noticesOf };
