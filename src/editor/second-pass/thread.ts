import { Worker } from 'node:worker_threads';
import type { FileUnderstanding, SourceText } from '../../workspace/understand-file';
import type { UnderstandAnswer, UnderstandRequest } from '../../workspace/understand-worker';

/** A parse that takes longer is given up; the thread with it, since nothing else stops it. In milliseconds. */
const patience = 15_000;
/** How long a thread with nothing to do is kept: TypeScript's parser alone weighs 60 MB. */
const idle = 60_000;

interface Pending {
  readonly settle: (answer: FileUnderstanding | undefined) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The thread that parses: a hostile text may stall or kill it, and costs no more than its own answer. */
export class ParserThread {
  #worker: Worker | undefined;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  #farewell: ReturnType<typeof setTimeout> | undefined;

  /** @param complain hears why a text got no answer, where that is worth a line in the log */
  constructor(
    private readonly file: string,
    private readonly complain: (message: string) => void,
  ) {}

  /** Understands a text; nothing where it does not parse, takes too long or breaks the thread. Never rejects. */
  ask(source: SourceText, roots: readonly string[]): Promise<FileUnderstanding | undefined> {
    clearTimeout(this.#farewell);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#end(`Parsing ${source.path ?? 'a text'} took too long and was given up.`),
        patience,
      );
      const settle = (answer: FileUnderstanding | undefined): void => {
        clearTimeout(timer);
        this.#pending.delete(id);
        if (!this.#pending.size) this.#farewell = setTimeout(() => this.#end(), idle);
        resolve(answer);
      };
      this.#pending.set(id, { settle, timer });
      try {
        (this.#worker ??= this.#start()).postMessage({ ...source, id, roots } satisfies UnderstandRequest);
      } catch (error) {
        this.complain(`No thread could be started to parse: ${String(error)}`);
        settle(undefined);
      }
    });
  }

  #start(): Worker {
    const worker = new Worker(this.file, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 8 },
    });
    worker.on('message', ({ id, understanding, error }: UnderstandAnswer) => {
      if (error) this.complain(`A file could not be parsed: ${error}`);
      this.#pending.get(id)?.settle(understanding);
    });
    worker.on('error', (error) => this.complain(`The parsing thread broke off: ${error.message}`));
    worker.on('exit', () => this.#worker === worker && this.#end());
    return worker;
  }

  #end(reason?: string): void {
    if (reason) this.complain(reason);
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { settle } of [...this.#pending.values()]) settle(undefined);
    clearTimeout(this.#farewell);
    void worker?.terminate();
  }

  dispose(): void {
    this.#end();
  }
}
