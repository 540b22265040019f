// `npm start`: builds the extension and shows it in a real VS Code in the browser, on examples/, until Ctrl-C.
//   -- FOLDER           on another folder
//   -- --open           opens the address in this machine's browser
//   -- --port 8000      at this port (else a free one)
//   -- --vscode 1.100.3 in another VS Code
//   -- --desktop        in the desktop VS Code that the PATH has as `code` instead (on Windows in any case)
const { spawn } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { desktopExecutable } = require('./lib/desktop.js');
const { onPath, root, run, runNode } = require('./lib/run.js');
const { startServer } = require('./lib/vscode-web.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // What the browser's needs on Windows is in no registry.
    desktop: { type: 'boolean', default: process.platform === 'win32' },
    open: { type: 'boolean' },
    port: { type: 'string' },
    vscode: { type: 'string' },
  },
});

async function main() {
  console.log('Building …');
  const code = await runNode('esbuild.js', []);
  if (code !== 0) return code;
  const folder = path.resolve(positionals[0] ?? path.join(root, 'examples'));
  return values.desktop ? startDesktop(folder) : startBrowserHost(folder, positionals.length === 0);
}

async function startDesktop(folder) {
  // On Windows, the first `code` on the PATH is a script that cannot be run directly; in WSL it is one that starts VS Code on Windows.
  const executable =
    process.platform === 'win32' ? desktopExecutable() : process.env.VSCODE_EXECUTABLE || onPath('code');
  if (!executable) throw new Error('No `code` on the PATH. Set VSCODE_EXECUTABLE to the desktop VS Code.');
  return run(executable, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
}

async function startBrowserHost(folder, showSample) {
  const server = await startServer({ version: values.vscode, port: values.port && Number(values.port) });
  const file = showSample ? path.join(folder, 'typescript/assistant.ts') : undefined;
  const url = server.url({ folder, file, extension: root });
  console.log(`\nVS Code ${server.version} with the extension is ready. Open in a browser:\n\n  ${url}\n`);
  console.log('After a change: npm run build, then reload the page. Press Ctrl-C to stop.');
  if (values.open) openInBrowser(url);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!stopping) void server.stop();
      stopping = true;
    });
  }
  await server.ended;
  if (stopping) return 0;
  throw new Error('The VS Code server ended by itself.');
}

function openInBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['explorer'] }[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
  child.once('error', () => console.log(`${command} cannot be started; open the address yourself.`));
  child.unref();
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
