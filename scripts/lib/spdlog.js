// Replaces VS Code's log writer `@vscode/spdlog`, a native module that no registry has prebuilt: the installer puts this in its place.
// Without it, VS Code writes no logs, and extensions' log output channels stay empty.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

/** The parts of a logger that VS Code uses. Levels are numbers: 0 is trace, 5 critical, 6 off. */
class Logger {
  level = 2;
  bare = false;

  constructor(file) {
    this.file = file;
  }

  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    appendFileSync(this.file, this.bare ? message : `${time} [${levels[level]}] ${message}\n`);
  }

  trace = (message) => this.write(0, message);
  debug = (message) => this.write(1, message);
  info = (message) => this.write(2, message);
  warn = (message) => this.write(3, message);
  error = (message) => this.write(4, message);
  critical = (message) => this.write(5, message);

  setLevel = (level) => void (this.level = level);
  /** From now on messages are written unchanged: plain output channels bring their own line ends. */
  clearFormatters = () => void (this.bare = true);
  setPattern() {}
  flush() {}
  drop() {}
}

async function createAsyncRotatingLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

function setFlushOn() {}

module.exports = { createAsyncRotatingLogger, setFlushOn };
