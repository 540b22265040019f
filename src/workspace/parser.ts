import { startParserHost, type ParserHost } from './parser-host';
import type { Lookup } from './lookup';
import type { ParserAnswer, Question, RefinedFrom } from './question';
import type { FileReferences } from './scan-text';
import type { FileUnderstanding, SourceText } from './understand-file';

/** How long one question may take by default, in milliseconds; then the process is killed, since nothing else stops a parse. */
const usualTimeout = 15_000;
/** How long an idle process is kept by default, in milliseconds: starting it takes half a second, keeping it 150 MB. */
const usualIdle = 60_000;

export interface ParserOptions {
  /** How long an idle process is kept, in milliseconds. */
  readonly idle?: number;
  /** How long one question may take, in milliseconds. */
  readonly timeout?: number;
  /** Starts a host other than a process. */
  readonly start?: typeof startParserHost;
}

/** The question that the process is working on. */
interface Pending {
  readonly id: number;
  /** The name of what is parsed, for messages. */
  readonly name: string;
  readonly read: Lookup['read'];
  readonly settle: (answer?: ParserAnswer) => void;
}

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/**
 * Parses in a process of its own: a hostile text may stall or kill it, which costs only the answer for that text; and all memory is freed when it
 * ends, much of which the extension host would keep after a thread. The process gets one question at a time, so that it is known which text broke
 * it, and none times out because of others.
 */
export class Parser {
  #process: ParserHost | undefined;
  #nextId = 1;
  #pending: Pending | undefined;
  /** Settles when all questions put so far are answered. */
  #last: Promise<unknown> = Promise.resolve();
  #disposed = false;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param file the bundle of the parser; see `startParserHost`
   * @param complain receives what could not be parsed and why, where that is worth a message: “Parsing `name` `fate`.”
   */
  constructor(
    private readonly file: string,
    private readonly complain: (name: string, fate: string) => void,
    private readonly options: ParserOptions = {},
  ) {}

  /** Understands a text; nothing if it does not parse, takes too long or breaks the process. Never rejects. */
  async ask(source: Omit<SourceText, 'path'>, { read, ...lookup }: Lookup): Promise<FileUnderstanding | undefined> {
    const question = { kind: 'understand', ...source, ...lookup, remote: read !== undefined } as const;
    return (await this.#ask(question, lookup.path ?? 'a text', read))?.understanding;
  }

  /**
   * Refines everything that the first pass found in one file; nothing if that fails. Never rejects.
   * @param from the file's text, or where answers are stored (see `keep`)
   */
  async refine(
    found: readonly FileReferences[],
    from: RefinedFrom,
    { roots, read }: Lookup,
  ): Promise<Pick<ParserAnswer, 'refined' | 'notes'> | undefined> {
    return this.#ask({ kind: 'refine', found, roots, ...from }, found[0]?.path ?? '', read);
  }

  /** Stores the answers of `refine` for the next start; those for files it was not asked about are dropped. */
  async keep(): Promise<void> {
    await this.#ask({ kind: 'keep' }, 'nothing');
  }

  #ask(question: Unnumbered<Question>, name: string, read?: Lookup['read']): Promise<ParserAnswer | undefined> {
    const answer = this.#last.then(() => (this.#disposed ? undefined : this.#put(question, name, read)));
    this.#last = answer;
    return answer;
  }

  #put(question: Unnumbered<Question>, name: string, read: Lookup['read']): Promise<ParserAnswer | undefined> {
    const { idle = usualIdle, timeout = usualTimeout } = this.options;
    clearTimeout(this.#idleTimer);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end('took too long and was stopped'), timeout);
      const settle = (answer?: ParserAnswer): void => {
        clearTimeout(timer);
        this.#pending = undefined;
        this.#idleTimer = setTimeout(() => this.#end(), idle);
        resolve(answer);
      };
      this.#pending = { id, name, read, settle };
      try {
        (this.#process ??= this.#start()).send({ ...question, id } satisfies Question);
      } catch (error) {
        this.complain(name, `could not start, because no process could be started (${String(error)})`);
        settle();
      }
    });
  }

  #start(): ParserHost {
    const { start = startParserHost } = this.options;
    const host = start(this.file, {
      answer: (answer) => {
        // About to end, it says why: `gone` would only say that it has.
        if (answer.id === 0 && this.#process === host) return this.#end(`failed (${answer.error})`);
        if (answer.id !== this.#pending?.id) return;
        if (answer.error) this.complain(this.#name, `failed (${answer.error})`);
        if (answer.wants === undefined) this.#pending.settle(answer);
        else void this.#give(answer.wants, this.#pending);
      },
      gone: (reason) => {
        if (this.#process === host) this.#end(`stopped unexpectedly (${reason})`);
      },
    });
    return host;
  }

  /** Sends the text of a file that the process has asked for. */
  async #give(path: string, { id, read }: Pending): Promise<void> {
    const text = await read?.(path);
    if (this.#pending?.id === id) this.#process?.send({ kind: 'text', text });
  }

  /** The name of what is being parsed. */
  get #name(): string {
    return this.#pending?.name ?? 'nothing';
  }

  /**
   * Ends the process.
   * @param fate what becomes of the text being parsed, unless the end is intended
   */
  #end(fate?: string): void {
    if (fate) this.complain(this.#name, fate);
    const host = this.#process;
    this.#process = undefined;
    this.#pending?.settle();
    clearTimeout(this.#idleTimer);
    host?.end();
  }

  dispose(): void {
    this.#disposed = true;
    this.#end();
  }
}
