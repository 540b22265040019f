import { readsDisk, startParserHost, type ParserHost } from './parser-host';
import type { Lookup } from './lookup';
import type { ParserAnswer, Question, RefinedFrom } from './question';
import type { FileReferences } from './scan-text';
import type { FileUnderstanding, SourceText } from './understand-file';

/** A parse that takes longer is given up; the process with it, since nothing else stops it. In milliseconds. */
const usualTimeout = 15_000;
/** How long a process with nothing to do is kept by default: its start costs half a second, and it weighs 150 MB. */
const usualIdle = 60_000;

export interface ParserOptions {
  /** How long a process with nothing to do is kept, in milliseconds. */
  readonly idle?: number;
  /** How long it may be at one question, in milliseconds. */
  readonly timeout?: number;
  /** Starts another kind of host than a process. */
  readonly start?: typeof startParserHost;
}

/** What the process is at. */
interface Pending {
  readonly id: number;
  /** What is parsed, for people. */
  readonly name: string;
  readonly read: Lookup['read'];
  readonly settle: (answer?: ParserAnswer) => void;
}

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/**
 * Asks for what takes a parser, in a process of its own: a hostile text may stall or kill it, and costs no more than its own answer; and all
 * its memory goes with it, of which a thread's would stay with the extension host in good part. The process has one question at a time, so that
 * it is known which text broke it, and none is given up for the time that others took.
 */
export class Parser {
  readonly readsDisk = readsDisk;
  #process: ParserHost | undefined;
  #nextId = 1;
  #pending: Pending | undefined;
  /** Settled when the last question that anyone has put is. */
  #last: Promise<unknown> = Promise.resolve();
  #disposed = false;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param file where the bundle that parses is; see `startParserHost`
   * @param complain hears whose parsing got no answer and what became of it, where that is worth a word: “Parsing `name` `fate`.”
   */
  constructor(
    private readonly file: string,
    private readonly complain: (name: string, fate: string) => void,
    private readonly options: ParserOptions = {},
  ) {}

  /** Understands a text; nothing where it does not parse, takes too long or breaks the process. Never rejects. */
  async ask(source: Omit<SourceText, 'path'>, { read, ...lookup }: Lookup): Promise<FileUnderstanding | undefined> {
    const question = { kind: 'understand', ...source, ...lookup, remote: read !== undefined } as const;
    return (await this.#ask(question, lookup.path ?? 'a text', read))?.understanding;
  }

  /**
   * Refines all that the first pass found in one file; nothing where that fails. Never rejects.
   * @param from see `keep` for where answers are kept
   */
  async refine(
    found: readonly FileReferences[],
    from: RefinedFrom,
    { roots, read }: Lookup,
  ): Promise<Pick<ParserAnswer, 'refined' | 'notes'> | undefined> {
    return this.#ask({ kind: 'refine', found, roots, ...from }, found[0]?.path ?? '', read);
  }

  /** Keeps what `refine` has answered for the next start; files it was not asked about are forgotten. */
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
      const timer = setTimeout(() => this.#end('took too long and was given up'), timeout);
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
        this.complain(name, `was not begun, since no process could be started (${String(error)})`);
        settle();
      }
    });
  }

  #start(): ParserHost {
    const { start = startParserHost } = this.options;
    const host = start(this.file, {
      answer: (answer) => {
        if (answer.error) this.complain(this.#name, `failed (${answer.error})`);
        if (answer.id !== this.#pending?.id) return;
        if (answer.wants === undefined) this.#pending.settle(answer);
        else void this.#give(answer.wants, this.#pending);
      },
      gone: (reason) => {
        if (this.#process === host) this.#end(`broke off (${reason})`);
      },
    });
    return host;
  }

  /** Hands over the text of a file that the process has asked for. */
  async #give(path: string, { id, read }: Pending): Promise<void> {
    const text = await read?.(path);
    if (this.#pending?.id === id) this.#process?.send({ kind: 'text', text });
  }

  /** What is parsed just now. */
  get #name(): string {
    return this.#pending?.name ?? 'nothing';
  }

  /** @param fate what becomes of what is parsed, unless the end was asked for */
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
