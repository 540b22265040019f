// Runs other programs, with their output where the caller wants it.
const { spawn, spawnSync } = require('node:child_process');
const path = require('node:path');

/** The project's folder. */
const root = path.resolve(__dirname, '..', '..');

/**
 * Runs a program to its end, by default with its output passed through.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 if a signal ended it or, after a message, if it could not be started
 */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script, such as a program of the project's dependencies, on this Node.
 * @param {string} script path from the project's folder, `node_modules/mocha/bin/mocha.js`
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
function runNode(script, args, options) {
  return run(process.execPath, [path.join(root, script), ...args], options);
}

/**
 * Where the PATH has a program.
 * @param {...string} names in order of preference
 * @returns {string | undefined} absolute path
 */
function onPath(...names) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  for (const name of names) {
    const found = spawnSync(finder, [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.split(/\r?\n/)[0];
  }
  return undefined;
}

module.exports = { root, run, runNode, onPath };
