#!/usr/bin/env node
import { join } from 'node:path';
import { main } from './main';

// Node would exit with 1, which means that a finding has matched.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  const gone = error.syscall === 'uv_cwd' && 'The current folder is no longer there; change to another one.';
  process.stderr.write(`${gone || (error.stack ?? String(error))}\n`);
  process.exit(2);
});

// A reader that has seen enough (`| head`) closes the pipe, which is not an error here. Windows may report it as the end of a file.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE' || code === 'EOF') return;
  process.stderr.write(`The report could not be written: ${message}. Make room, or write it elsewhere.\n`);
  process.exit(2);
});

// The exit code is set rather than forced, so that a pipe receives everything that was written.
void main(process.argv.slice(2), {
  folder: process.cwd(),
  now: new Date(),
  colours: Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'],
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  bundles: {
    helperFile: join(__dirname, 'helper-worker.js'),
    parserFile: join(__dirname, 'understand-worker.js'),
  },
}).then((code) => (process.exitCode = code));
