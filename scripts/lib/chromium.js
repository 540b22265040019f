// Finds a browser of the Chromium family; on Debian, installs one if there is none.
const { existsSync } = require('node:fs');
const { chromium } = require('playwright-core');
const { ensureProgram } = require('./debian.js');
const { onPath } = require('./run.js');

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

/** A browser's path; if there is none, installs one from Debian's packages first. */
async function ensureBrowser() {
  return ensureProgram(findBrowser, 'chromium', 'Install Chromium or Chrome, or set CHROME_PATH to one.');
}

/**
 * Starts a browser for playwright.
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 */
async function launchBrowser({ headless = true } = {}) {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  // No sandbox: it does not work as root or in most containers, and these pages come from this machine.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', ...quiet];
  return chromium.launch({ executablePath: await ensureBrowser(), headless, args });
}

module.exports = { findBrowser, launchBrowser };
