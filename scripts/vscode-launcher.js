#!/usr/bin/env node
// Takes the command line of a VS Code test run (`--extensionDevelopmentPath=… --extensionTestsPath=… folder`) and runs it in the
// browser host. `runTests` of @vscode/test-electron is given this file where no desktop VS Code is available.
const { createWriteStream, mkdirSync } = require('node:fs');
const path = require('node:path');
const { format, parseArgs } = require('node:util');
const { launchBrowser } = require('./lib/chromium.js');
const { root } = require('./lib/run.js');
const { runTests, startServer } = require('./lib/vscode-web.js');

/** The beginning of each line of the tests' report, put there by test/host/index.ts. */
const mark = '\u200b\u200c';
const consoleFile = path.join(root, 'test-results/vscode-console.log');
const timeLimit = Number(process.env.TOKEN_ALLOWANCE_TEST_TIMEOUT || 1200) * 1000;

async function main() {
  // Not strict: other arguments of a desktop VS Code (--no-sandbox, --user-data-dir=…) have no meaning here.
  const { values, positionals } = parseArgs({
    strict: false,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const folder = positionals[0] ?? extension;
  if (!extension || !tests) throw new Error('expects --extensionDevelopmentPath=… --extensionTestsPath=… [folder]');

  process.env.TOKEN_ALLOWANCE_MARK = mark; // the extension host inherits it
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    console.log(`VS Code ${server.version}, Chromium ${browser.version()}`);
    return await reportTests(browser, server.url({ folder, extension, tests }));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Runs the tests, prints what they report (everything goes to a file), and returns their exit code. */
async function reportTests(browser, url) {
  mkdirSync(path.dirname(consoleFile), { recursive: true });
  const everything = createWriteStream(consoleFile);
  const code = await runTests(browser, url, timeLimit, (type, args) => {
    const text = format(...args);
    if (text.startsWith(mark)) console.log(text.slice(mark.length));
    everything.write(`[${type}] ${text}\n`);
  });
  if (code !== 0) console.log(`All that VS Code wrote to its console: ${path.relative(process.cwd(), consoleFile)}`);
  return code;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
