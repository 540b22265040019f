// Finds a desktop VS Code.
const { existsSync, realpathSync } = require('node:fs');
const path = require('node:path');
const { onPath } = require('./run.js');

/**
 * The executable of the desktop VS Code: `VSCODE_EXECUTABLE`, else the one the PATH's `code` belongs to. `code` itself
 * is a script that starts VS Code and returns at once, so it cannot tell how a test run ended.
 * @returns {string | undefined}
 */
function desktopExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const script = onPath('code');
  if (!script) return undefined;
  const bin = path.dirname(realpathSync(script));
  // …/code/bin/code beside …/code/code (Linux), …\bin\code.cmd beside …\Code.exe, …/Resources/app/bin/code (macOS)
  const places = ['../code', '../Code.exe', '../../../MacOS/Electron', '../../../MacOS/Code'];
  return places.map((place) => path.join(bin, place)).find((place) => existsSync(place));
}

module.exports = { desktopExecutable };
