import { readsDisk, startParserHost, type ParserHost } from './parser-host';
import type { FileReferences } from './scan-text';
import type { FileUnderstanding, SourceText } from './understand-file';
import type { ThreadAnswer, ThreadRequest } from './understand-worker';

/** A parse that takes longer is given up; the process with it, since nothing else stops it. In milliseconds. */
const usualPatience = 15_000;
/** How long a process with nothing to do is kept by default: its start costs half a second, and it weighs 150 MB. */
const usualIdle = 60_000;

interface Question {
  readonly id: number;
  readonly settle: (answer?: ThreadAnswer) => void;
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
  /** What the process is at. */
  #question: Question | undefined;
  /** Settled when the last question that anyone has put is. */
  #last: Promise<unknown> = Promise.resolve();
  #over = false;
  #farewell: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param file where the bundle that parses is; see `startParserHost`
   * @param complain hears why a text got no answer, where that is worth a line in the log
   * @param idle how long a process with nothing to do is kept, in milliseconds
   * @param patience how long it may be at one question, in milliseconds
   */
  constructor(
    private readonly file: string,
    private readonly complain: (message: string) => void,
    private readonly idle = usualIdle,
    private readonly patience = usualPatience,
  ) {}

  /** Understands a text; nothing where it does not parse, takes too long or breaks the process. Never rejects. */
  async ask(source: SourceText, roots: readonly string[]): Promise<FileUnderstanding | undefined> {
    const answer = await this.#ask({ kind: 'understand', ...source, roots }, source.path ?? 'a text');
    return answer?.understanding;
  }

  /**
   * Refines all that the first pass found in one file; nothing where that fails. Never rejects.
   * @param from the file's text; or, of a file on disk that can be read there, where answers are kept if anywhere, see `keep`
   * @param roots imports may lie below these folders; absolute, with `/`
   */
  async refine(
    found: readonly FileReferences[],
    from: { readonly text: string } | { readonly cacheFile: string | undefined },
    roots: readonly string[] = [],
  ): Promise<readonly FileReferences[] | undefined> {
    const answer = await this.#ask({ kind: 'refine', found, roots, ...from }, found[0]?.path ?? '');
    return answer?.refined;
  }

  /** Keeps what `refine` has answered for the next start; files it was not asked about are forgotten. */
  async keep(): Promise<void> {
    await this.#ask({ kind: 'keep' }, 'nothing');
  }

  #ask(request: Unnumbered<ThreadRequest>, name: string): Promise<ThreadAnswer | undefined> {
    const answer = this.#last.then(() => (this.#over ? undefined : this.#put(request, name)));
    this.#last = answer;
    return answer;
  }

  #put(request: Unnumbered<ThreadRequest>, name: string): Promise<ThreadAnswer | undefined> {
    clearTimeout(this.#farewell);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end(`Parsing ${name} took too long and was given up.`), this.patience);
      const settle = (answer?: ThreadAnswer): void => {
        clearTimeout(timer);
        this.#question = undefined;
        this.#farewell = setTimeout(() => this.#end(), this.idle);
        resolve(answer);
      };
      this.#question = { id, settle };
      try {
        (this.#process ??= this.#start()).send({ ...request, id } satisfies ThreadRequest);
      } catch (error) {
        this.complain(`No process could be started to parse: ${String(error)}`);
        settle();
      }
    });
  }

  #start(): ParserHost {
    const host = startParserHost(this.file, {
      answer: (answer) => {
        if (answer.error) this.complain(`A file could not be parsed: ${answer.error}`);
        if (answer.id === this.#question?.id) this.#question.settle(answer);
      },
      gone: (reason) => {
        if (this.#process === host) this.#end(`The parsing process broke off: ${reason}`);
      },
    });
    return host;
  }

  #end(reason?: string): void {
    if (reason) this.complain(reason);
    const host = this.#process;
    this.#process = undefined;
    this.#question?.settle();
    clearTimeout(this.#farewell);
    host?.end();
  }

  dispose(): void {
    this.#over = true;
    this.#end();
  }
}
