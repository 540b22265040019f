import * as vscode from 'vscode';

const key = 'tokenAllowance.ticks';

/** What the user has ticked on the checklist, kept with the workspace. An item that is worded anew has to be ticked anew. */
export class Ticks implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memento: vscode.Memento) {}

  /** The texts of the ticked items. */
  get all(): ReadonlySet<string> {
    const kept = this.memento.get<unknown>(key);
    return new Set(Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : []);
  }

  async set(text: string, ticked: boolean): Promise<void> {
    const texts = new Set(this.all);
    if (ticked) texts.add(text);
    else texts.delete(text);
    await this.memento.update(key, [...texts]);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
