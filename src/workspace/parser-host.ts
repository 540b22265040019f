import { fork } from 'node:child_process';
import type { ParserAnswer, ParserRequest } from './question';

/** Where parsing happens, outside the extension host. */
export interface ParserHost {
  send(request: ParserRequest): void;
  end(): void;
}

/** What a parser's host reports. */
export interface ParserHostEvents {
  answer(answer: ParserAnswer): void;
  /** It has ended, and why, if it was not asked to. */
  gone(reason: string): void;
}

/** Whether the parser can read files on disk by their paths. */
export const readsDisk: boolean = true;

/**
 * Starts a parsing process. Throws if the system does not allow one.
 * @param file the bundle of `parser-process.ts`, an absolute path
 */
export function startParserHost(file: string, { answer, gone }: ParserHostEvents): ParserHost {
  const child = fork(file, {
    // The extension host's own flags do not apply to it. The variable makes Electron's binary run as Node.
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', answer);
  child.on('error', (error) => gone(error.message));
  child.on('exit', (code, signal) => gone(String(signal ?? code)));
  return { send: (request) => void child.send(request), end: () => void child.kill() };
}
