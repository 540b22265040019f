import * as vscode from 'vscode';
import { nextReset, utcDay } from '../core/program/allowance';
import { needsOtherKey, type UsageAnswer, type UsageRow, type UsageTrouble } from '../core/program/used';

/** The key's name in VS Code's secret storage. */
const adminKey = 'tokenAllowance.adminKey';

/** How often to ask at most, in milliseconds: OpenAI's figures trail by minutes. */
const interval = 300_000;

/** How often to check whether it is time to ask, or a new day, in milliseconds. */
const usualBeat = 30_000;

/** What the meter works with. */
export interface MeterParts {
  readonly secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete' | 'onDidChange'>;
  /** Asks OpenAI for a day's use (`YYYY-MM-DD`). Rejects with a `UsageTrouble`, which may say for how many seconds not to ask again, or with the error that kept it from asking. */
  readonly ask: (key: string, day: string) => Promise<readonly UsageRow[]>;
  readonly log: Pick<vscode.LogOutputChannel, 'error' | 'warn'>;
  readonly now?: () => Date;
  readonly beat?: number;
}

type Trouble = UsageTrouble & { readonly retryAfter?: number };

/**
 * The tokens used today, once someone has connected an admin key: asked for every five minutes while the window is in use, and when
 * somebody wants to know. Without a key, and in restricted mode, it does nothing.
 */
export class UsageMeter implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** A key has come or gone, OpenAI is being asked, or has answered. */
  readonly onDidChange = this.#changed.event;

  readonly #parts: Required<MeterParts>;
  #key: string | undefined;
  #isKnown = false;
  #answer: UsageAnswer | undefined;
  #trouble: Trouble | undefined;
  #asking: Promise<void> | undefined;
  /** When to ask by itself, in ms since 1970; never where only another key helps. */
  #nextAt = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #listeners: vscode.Disposable;

  constructor({ now = () => new Date(), beat = usualBeat, ...parts }: MeterParts) {
    this.#parts = { ...parts, now, beat };
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      parts.secrets.onDidChange(({ key }) => key === adminKey && this.start()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.start()),
      vscode.window.onDidChangeWindowState(() => this.#look()),
    );
  }

  /** Whether it is known if a key is stored: until then nobody should be asked for one. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Whether there is a key to ask with. */
  get isConnected(): boolean {
    return this.#key !== undefined;
  }

  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /** OpenAI's last answer, if it is about today. */
  get answer(): UsageAnswer | undefined {
    return this.#answer && utcDay(this.#answer.at) === utcDay(this.#parts.now()) ? this.#answer : undefined;
  }

  /** Why it did not answer the last time; absent if it did. */
  get trouble(): UsageTrouble | undefined {
    return this.#trouble;
  }

  /** Takes the stored key, whichever window has stored it, and asks. */
  async start(): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    try {
      const key = await this.#parts.secrets.get(adminKey);
      if (this.#isKnown && key === this.#key) return;
      this.#take(key);
      await this.refresh();
    } catch (error) {
      this.#parts.log.error("VS Code's secret storage could not be read.", error as Error);
      // Whoever asks for today's use can still connect a key.
      if (!this.#isKnown) this.#take(undefined);
    }
  }

  /**
   * Stores a key once OpenAI has answered to it.
   * @throws {UsageTrouble} where it does not, what the storage throws, or a cancellation; nothing has changed then
   */
  async connect(key: string, token?: vscode.CancellationToken): Promise<void> {
    const answer = await this.#ask(key).finally(() => {
      if (token?.isCancellationRequested) throw new vscode.CancellationError();
    });
    await this.#parts.secrets.store(adminKey, key);
    this.#take(key);
    this.#learn(answer);
  }

  /** Forgets the key and its answers; a key that cannot be deleted stays in use, since the next start would find it in the storage. */
  async disconnect(): Promise<void> {
    await this.#parts.secrets.delete(adminKey);
    this.#take(undefined);
  }

  /** Asks now; the last answer stays until there is a new one. */
  refresh(): Promise<void> {
    const key = this.#key;
    if (key === undefined || this.#asking) return this.#asking ?? Promise.resolve();
    this.#asking = this.#askAgain(key);
    this.#changed.fire();
    return this.#asking;
  }

  /** Asks if the last answer is from yesterday, or old. */
  refreshIfDue(): void {
    if (this.#parts.now().getTime() >= this.#nextAt) void this.refresh();
  }

  /** Drops yesterday's figures once a new UTC day has begun, even if no new ones are asked for: while the window is not in use, or after a key was refused. */
  #look(): void {
    if (this.#answer && !this.answer) {
      this.#answer = undefined;
      this.#changed.fire();
    }
    if (vscode.window.state.focused) this.refreshIfDue();
  }

  #take(key: string | undefined): void {
    this.#key = key;
    this.#isKnown = true;
    this.#answer = this.#trouble = this.#asking = undefined;
    this.#nextAt = 0;
    clearInterval(this.#timer);
    this.#timer = key === undefined ? undefined : setInterval(() => this.#look(), this.#parts.beat);
    this.#changed.fire();
  }

  async #ask(key: string): Promise<UsageAnswer> {
    const at = this.#parts.now();
    try {
      return { rows: await this.#parts.ask(key, utcDay(at)), at };
    } catch (error) {
      throw troubleOf(error as Trouble | NodeJS.ErrnoException);
    }
  }

  async #askAgain(key: string): Promise<void> {
    const answered = await this.#ask(key).catch((trouble: Trouble) => trouble);
    // The key may have been removed or replaced meanwhile.
    if (key !== this.#key) return;
    this.#asking = undefined;
    if ('rows' in answered) return this.#learn(answered);
    this.#parts.log.warn(`OpenAI did not say what is used today: ${answered.kind} (${answered.detail}).`);
    this.#trouble = answered;
    const wait = Math.max(interval, (answered.retryAfter ?? 0) * 1000);
    this.#nextAt = needsOtherKey(answered) ? Infinity : this.#parts.now().getTime() + wait;
    this.#changed.fire();
  }

  #learn(answer: UsageAnswer): void {
    this.#answer = answer;
    this.#trouble = undefined;
    this.#nextAt = Math.min(answer.at.getTime() + interval, nextReset(answer.at).getTime());
    this.#changed.fire();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#listeners.dispose();
  }
}

/** Asking fails with a `UsageTrouble`; any other error means that the code that asks could not be loaded. */
function troubleOf(error: Trouble | NodeJS.ErrnoException): Trouble {
  return 'kind' in error ? error : { kind: 'broken', detail: error.code ?? error.message };
}
