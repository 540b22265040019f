// Runs a VS Code server on this machine: a real workbench and extension host, shown in a browser.
const { spawn, spawnSync } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { installVSCode } = require('./vscode-install.js');

/** Suppresses the greetings of a first start, and saves as a desktop VS Code does. A caller's settings override these. */
const quietSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
};

/**
 * @typedef {object} ServerOptions
 * @property {string} [version] VS Code version, default the newest known
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string[]} [install] VSIX files to install before the start
 * @property {string[]} [unpacked] folders of further extensions
 * @property {boolean} [trusted] false asks about workspace trust as a user's VS Code does; default true
 * @property {string} [dataDir] where to keep user data; default a new folder that is removed with the server
 * @property {number} [port] default: a free one
 *
 * @typedef {object} Page
 * @property {string} folder absolute path of the workspace folder
 * @property {string} [workspace] absolute path of a workspace file, instead of the folder
 * @property {string} [extension] absolute path of an extension under development
 * @property {string} [file] absolute path of a file to show
 * @property {string} [tests] absolute path of a module whose `run()` the extension host calls
 *
 * @typedef {object} Server
 * @property {string} version VS Code's
 * @property {string} dataDir user data, extensions, and the server's own output in `server.log`
 * @property {(page: Page) => string} url the address that shows a workbench
 * @property {() => Promise<void>} stop
 * @property {Promise<void>} ended settles when the server has ended for any reason
 */

/**
 * Installs a VS Code server if need be, starts it, and waits until it serves the workbench.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
async function startServer(options = {}) {
  const { vscode, node, version } = await installVSCode(options.version);
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'token-allowance-vscode-'));
  writeSettings(dataDir, options.settings ?? {});
  for (const folder of options.unpacked ?? []) {
    cpSync(folder, path.join(dataDir, 'extensions', path.basename(folder)), { recursive: true });
  }
  const main = [path.join(vscode, 'out/server-main.js'), '--accept-server-license-terms', '--server-data-dir', dataDir];
  for (const vsix of options.install ?? []) installExtension(node, [...main, '--install-extension', vsix]);

  // Anyone who can connect to the server can run programs as this user, and web pages can connect to local ports: hence a token.
  const token = randomBytes(16).toString('hex');
  const args = [...main, '--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token];
  args.push('--telemetry-level', 'off', '--enable-smoke-test-driver');
  if (options.trusted ?? true) args.push('--disable-workspace-trust');

  // In its own process group, so that extension hosts and watchers end with it. Without input, or it might outlive a terminal.
  const child = spawn(node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnv() });
  const log = createWriteStream(path.join(dataDir, 'server.log'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => undefined);

  const killGroup = (signal = 'SIGKILL') => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // already gone
    }
  };
  const killOnExit = () => killGroup();
  process.once('exit', killOnExit);

  async function stop() {
    process.removeListener('exit', killOnExit);
    killGroup('SIGTERM');
    const force = setTimeout(killGroup, 3000);
    await ended;
    clearTimeout(force);
    killGroup();
    log.end();
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  try {
    const authority = `127.0.0.1:${await listeningPort(child)}`;
    return { version, dataDir, stop, ended, url: (page) => workbenchUrl(authority, token, page) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Loads a workbench whose extension host runs tests, and waits for their exit code.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url a server's address for a page with `tests`
 * @param {number} timeLimit in milliseconds
 * @param {(type: string, args: unknown[]) => void} log receives what is written to the console
 */
async function runTests(browser, url, timeLimit, log) {
  const page = await browser.newPage();
  const exit = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('The browser page crashed.')));
    setTimeout(() => reject(new Error(`The tests took more than ${timeLimit / 1000} s.`)), timeLimit).unref();
  });
  await page.exposeFunction('codeAutomationLog', log);
  await page.goto(url);
  return exit;
}

/** The workbench's address. Its payload replaces the command line of a desktop VS Code. */
function workbenchUrl(authority, token, { folder, workspace, file, extension, tests }) {
  const remote = (file) => `vscode-remote://${authority}${encodeURI(file)}`;
  const payload = [['skipWelcome', 'true']];
  if (file) payload.push(['openFile', remote(file)]);
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('tkn', token);
  url.searchParams.set(workspace ? 'workspace' : 'folder', workspace ?? folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Waits for the port that the server prints once it listens. */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timeout = setTimeout(() => reject(new Error(`The VS Code server did not start:\n${output}`)), 180_000);
    const read = (chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timeout);
      child.stdout.off('data', read);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${output}`)));
  });
}

function installExtension(node, args) {
  const result = spawnSync(node, args, { encoding: 'utf8', env: serverEnv() });
  // The exit code is 0 even if nothing was installed.
  if (!/was successfully installed/.test(result.stdout)) {
    throw new Error(`The VSIX was not installed:\n${result.stdout}${result.stderr}`);
  }
}

function writeSettings(dataDir, settings) {
  const user = path.join(dataDir, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

/** The environment without the variables of another VS Code, whose terminal this may run in: the server would take itself for that one. */
function serverEnv() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)));
}

module.exports = { runTests, startServer };
