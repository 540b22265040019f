import * as vscode from 'vscode';
import { displayLanguage, texts } from '../editor/display-language';
import { commands } from '../editor/ids';
import type { Services } from '../editor/services';
import { openTierSetting, setUsageTier } from '../editor/usage-tier';
import { essentials } from './essentials';
import { newNonce, panelHtml, type PageParts } from './html';
import type { Memory } from './memory';
import { Pace } from './pace';
import { choosePlace, openPlace } from './places';
import type { Known, Snapshot, ToHost, ToView } from './protocol';
import { firstPaint } from './view/first-paint';

/** What the page is made of besides what it says, and when VS Code asked for it, in ms since 1970. */
export type PageFrame = Pick<PageParts, 'starter' | 'script' | 'style' | 'askedAt'>;

/** The shortest time to gather changes, in milliseconds. */
const pause = 250;

/** How long VS Code gets to fetch the page from this process and to start showing it, in milliseconds. */
const headStart = 100;

/** One life of the panel's page, in the sidebar or in an editor: sends it whole snapshots, and does what it asks for. */
export class AllowancePage {
  /** What was last sent to the page. */
  #sent: Snapshot | undefined;
  #round = 0;
  /** The round of the last snapshot sent: none that was begun earlier may follow it, and none at all once the page has ended. */
  #sentRound = 0;
  readonly #pace = new Pace(pause);
  /** The page says that it is ready each time it is shown, but only the first time starts a scan: one that was cancelled stays so. */
  #begun = false;

  /** Shows the page first and does slow things afterwards: VS Code gets the page only when this turn of the event loop ends. */
  constructor(
    private readonly services: Services,
    private readonly memory: Memory,
    private readonly surface: vscode.WebviewView | vscode.WebviewPanel,
    private readonly frame: PageFrame,
  ) {
    const { webview } = surface;
    webview.options = { enableScripts: true, localResourceRoots: [] };
    const known = essentials(services, memory.folder);
    // The page starts a scan as soon as it is ready.
    const scan = known.scan.state === 'idle' ? ({ state: 'scanning', done: 0 } as const) : known.scan;
    webview.html = this.#html({ ...known, scan }, new Date());
    const refresh = () => this.#refreshSoon();
    const onHide = () => this.#keepForNextTime();
    const listeners = vscode.Disposable.from(
      'onDidChangeVisibility' in surface ? surface.onDidChangeVisibility(onHide) : surface.onDidChangeViewState(onHide),
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      services.index.onDidChange(refresh),
      services.configuration.onDidChange(refresh),
      services.usage.onDidChange(refresh),
      memory.onDidChange(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    );
    surface.onDidDispose(() => {
      this.#pace.dispose();
      this.#sentRound = Infinity;
      listeners.dispose();
    });
    // The page asks for its snapshot once it has been seen; the code for that is loaded shortly before, not while the page is being sent.
    setTimeout(() => void import('./queries'), headStart);
  }

  #html(known: Known, now?: Date): string {
    const given = { locale: displayLanguage.locale, texts, known };
    const body = firstPaint(known, now);
    return panelHtml({ ...this.frame, nonce: newNonce(), body, given });
  }

  /** VS Code discards a hidden page and recreates it from its HTML, which should then show what the page showed last. */
  #keepForNextTime(): void {
    if (!this.surface.visible && this.#sent) this.surface.webview.html = this.#html(this.#sent);
  }

  #refreshSoon(): void {
    this.#pace.soon(() => {
      // A page that is shown again asks by itself.
      if (this.surface.visible) void this.#refresh();
    });
  }

  async #refresh(): Promise<void> {
    const round = ++this.#round;
    try {
      const { currentSnapshot } = await import('./queries');
      // Serializing a snapshot takes this process as long as computing it; waiting until it has arrived costs nothing.
      const { posted } = await this.#pace.measured(async () => {
        const snapshot = await currentSnapshot(this.services, this.memory);
        if (round < this.#sentRound) return {};
        this.#sentRound = round;
        this.#sent = snapshot;
        return { posted: this.surface.webview.postMessage({ type: 'snapshot', snapshot } satisfies ToView) };
      });
      await posted;
    } catch (error) {
      this.services.log.error('The allowance panel could not be brought up to date.', error as Error);
    }
  }

  async #receive(raw: unknown): Promise<void> {
    const { log } = this.services;
    try {
      const { toHost } = await import('./queries');
      const message = toHost.safeParse(raw);
      if (message.success) await this.#act(message.data);
      else log.warn(`The allowance panel sent a malformed message, which was refused: ${message.error.message}`);
    } catch (error) {
      log.error('The allowance panel could not do what was asked.', error as Error);
      // VS Code's own errors say what is wrong with a settings file, or with one that was to be opened, and what helps.
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      // The page's controls show what was asked for: let them show what is the case.
      await this.#refresh();
    }
  }

  async #act(message: ToHost): Promise<unknown> {
    const services = this.services;
    switch (message.type) {
      case 'ready':
        if (!this.#begun && services.index.state === 'idle')
          void vscode.commands.executeCommand(commands.scanWorkspace);
        this.#begun = true;
        services.usage.refreshIfDue();
        return this.#refresh();
      case 'openFolder':
        return vscode.commands.executeCommand('vscode.openFolder');
      case 'scan':
        return vscode.commands.executeCommand(commands.scanWorkspace);
      case 'cancelScan':
        return services.index.cancel();
      case 'setTier':
        return setUsageTier(message.tier, this.memory.folder);
      case 'chooseFolder':
        return this.memory.chooseFolder(message.uri);
      case 'openTierSetting':
        return openTierSetting(this.memory.folder);
      case 'tick':
        return this.memory.tick(message.text, message.ticked);
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'open': {
        const { findPlace } = await import('./queries');
        const place = await findPlace(services, message);
        if (place) return openPlace(place);
        return services.log.warn(`${message.uri} has no model at line ${message.line + 1} any more; scan again.`);
      }
      case 'showPlaces': {
        const { placesOf } = await import('./queries');
        const places = await placesOf(services, message.group, message.model);
        return this.#orBack(message.byKey, choosePlace(message.model, places));
      }
      case 'replace':
        return this.#orBack(
          message.byKey,
          vscode.commands.executeCommand(commands.replaceEverywhere, { model: message.model }),
        );
      case 'openSettings':
        return vscode.commands.executeCommand('workbench.action.openSettings', message.query);
      case 'usage':
        // Only connecting asks for something.
        return this.#orBack(
          message.byKey && message.act === 'connect',
          vscode.commands.executeCommand(commands[`${message.act}Usage`]),
        );
      case 'manageTrust':
        return vscode.commands.executeCommand('workbench.trust.manage');
    }
  }

  /** After an input VS Code puts the focus in the editor: if nothing was chosen, gives it back to the page that asked. */
  async #orBack(byKey: boolean | undefined, asking: Thenable<unknown>): Promise<void> {
    const chosen = await asking;
    if (!byKey || chosen !== undefined || !this.surface.visible) return;
    if ('show' in this.surface) this.surface.show();
    else this.surface.reveal();
  }
}
