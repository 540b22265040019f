import { Worker } from 'node:worker_threads';
import type { FileReferences } from './scan-text';
import type { FileUnderstanding, SourceText } from './understand-file';
import type { ThreadAnswer, ThreadRequest } from './understand-worker';

/** A parse that takes longer is given up; the thread with it, since nothing else stops it. In milliseconds. */
const patience = 15_000;
/** How long a thread with nothing to do is kept by default: TypeScript's parser alone weighs 60 MB. */
const usualIdle = 60_000;

interface Pending {
  readonly settle: (answer?: ThreadAnswer) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** The thread that parses: a hostile text may stall or kill it, and costs no more than its own answer. */
export class ParserThread {
  #worker: Worker | undefined;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  #farewell: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param complain hears why a text got no answer, where that is worth a line in the log
   * @param idle how long a thread with nothing to do is kept, in milliseconds
   */
  constructor(
    private readonly file: string,
    private readonly complain: (message: string) => void,
    private readonly idle = usualIdle,
  ) {}

  /** Understands a text; nothing where it does not parse, takes too long or breaks the thread. Never rejects. */
  async ask(source: SourceText, roots: readonly string[]): Promise<FileUnderstanding | undefined> {
    const answer = await this.#ask({ kind: 'understand', ...source, roots }, source.path ?? 'a text');
    return answer?.understanding;
  }

  /**
   * Refines all that the first pass found in one file on disk; nothing where that fails. Never rejects.
   * @param cacheFile where answers are kept; see `keep`
   */
  async refine(found: readonly FileReferences[], cacheFile?: string): Promise<readonly FileReferences[] | undefined> {
    const answer = await this.#ask({ kind: 'refine', found, cacheFile }, found[0]?.path ?? '');
    return answer?.refined;
  }

  /** Keeps what `refine` has answered for the next start; files it was not asked about are forgotten. */
  async keep(): Promise<void> {
    await this.#ask({ kind: 'keep' }, 'nothing');
  }

  #ask(request: Unnumbered<ThreadRequest>, name: string): Promise<ThreadAnswer | undefined> {
    clearTimeout(this.#farewell);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end(`Parsing ${name} took too long and was given up.`), patience);
      const settle = (answer?: ThreadAnswer): void => {
        clearTimeout(timer);
        this.#pending.delete(id);
        if (!this.#pending.size) this.#farewell = setTimeout(() => this.#end(), this.idle);
        resolve(answer);
      };
      this.#pending.set(id, { settle, timer });
      try {
        (this.#worker ??= this.#start()).postMessage({ ...request, id } satisfies ThreadRequest);
      } catch (error) {
        this.complain(`No thread could be started to parse: ${String(error)}`);
        settle();
      }
    });
  }

  #start(): Worker {
    const worker = new Worker(this.file, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 8 },
    });
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.error) this.complain(`A file could not be parsed: ${answer.error}`);
      this.#pending.get(answer.id)?.settle(answer);
    });
    worker.on('error', (error) => this.complain(`The parsing thread broke off: ${error.message}`));
    worker.on('exit', () => this.#worker === worker && this.#end());
    return worker;
  }

  #end(reason?: string): void {
    if (reason) this.complain(reason);
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { settle } of [...this.#pending.values()]) settle();
    clearTimeout(this.#farewell);
    void worker?.terminate();
  }

  dispose(): void {
    this.#end();
  }
}
