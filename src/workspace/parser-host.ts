import { fork } from 'node:child_process';
import type { ParserAnswer, ParserRequest } from './question';

/** Where parsing happens, apart from the extension host. */
export interface ParserHost {
  send(request: ParserRequest): void;
  end(): void;
}

/** What a parser's host tells. */
export interface ParserHostEvents {
  answer(answer: ParserAnswer): void;
  /** It is no more; why, if it was not asked to end. */
  gone(reason: string): void;
}

/** Whether what parses can read the machine's own files by their paths. */
export const readsDisk: boolean = true;

/**
 * Starts a process that parses. Throws where the system allows none.
 * @param file the bundle of `parser-process.ts`, an absolute path
 */
export function startParserHost(file: string, { answer, gone }: ParserHostEvents): ParserHost {
  const child = fork(file, {
    // The extension host's own flags are none of its business. Electron's binary is Node if it is told so.
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
