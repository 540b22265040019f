// Finds a browser of the Chromium family, and on Debian installs one where none is.
const { existsSync } = require('node:fs');
const { chromium } = require('playwright-core');
const { onPath, run } = require('./run.js');

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser's path: `CHROME_PATH`, else the PATH, else the usual places. */
function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  return named || onPath(...names) || usualPlaces.find((place) => existsSync(place));
}

/** The path of a browser, which is installed from Debian's packages first if there is none. */
async function ensureBrowser() {
  return findBrowser() ?? (await installFromDebian());
}

async function installFromDebian() {
  const advice = 'Install Chromium or Chrome, or set CHROME_PATH to one.';
  if (!onPath('apt-get')) throw new Error(`No browser found. ${advice}`);
  const sudo = await superuser();
  if (!sudo)
    throw new Error(`No browser found, and no right to install one. ${advice} (sudo apt-get install chromium)`);
  console.log("No browser found: installing Debian's chromium …");
  const apt = async (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(command, rest, { stdio: ['ignore', 2, 2] });
  };
  // The package lists may be old, but where they cannot be renewed the old ones may still do.
  if ((await apt('update')) !== 0) console.log('apt-get update failed; trying with the lists at hand.');
  await apt('install', '-y', '--no-install-recommends', 'chromium');
  const installed = findBrowser();
  if (!installed) throw new Error(`apt-get did not install chromium. ${advice}`);
  return installed;
}

/** What to put before a command to run it as root: nothing for root, sudo where it asks no password. */
async function superuser() {
  if (process.getuid?.() === 0) return [];
  if (onPath('sudo') && (await run('sudo', ['-n', 'true'], { stdio: 'ignore' })) === 0) return ['sudo', '-n'];
  return undefined;
}

/**
 * Starts a browser for playwright.
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 */
async function launchBrowser({ headless = true } = {}) {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // No sandbox: it cannot be had as root or in most containers, and these pages come from this machine.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', ...quiet];
  return chromium.launch({ executablePath: await ensureBrowser(), headless, args });
}

module.exports = { findBrowser, ensureBrowser, launchBrowser };
