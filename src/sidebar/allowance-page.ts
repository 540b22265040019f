import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../editor/ids';
import type { Services } from '../editor/services';
import { openTierSetting, setUsageTier } from '../editor/usage-tier';
import { texts, words } from '../editor/words';
import { newNonce, panelHtml } from './html';
import type { Memory } from './memory';
import { choosePlace, openPlace } from './places';
import type { ToHost, ToView } from './protocol';

/** A scan reports many times a second; the eye wants fewer. In milliseconds. */
const pause = 250;

/** One life of the panel's page, in the sidebar or in an editor: sends it whole snapshots, and does what it asks for. */
export class AllowancePage {
  readonly #services: Services;
  readonly #memory: Memory;
  readonly #webview: vscode.Webview;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param files the folder the page's script and style lie in */
  constructor(services: Services, memory: Memory, surface: vscode.WebviewView | vscode.WebviewPanel, files: string) {
    this.#services = services;
    this.#memory = memory;
    const askedAt = Date.now();
    const webview = (this.#webview = surface.webview);
    const refresh = () => this.#refreshSoon();
    const listeners = vscode.Disposable.from(
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      services.index.onDidChange(refresh),
      services.configuration.onDidChange(refresh),
      memory.onDidChange(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
      vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    );
    surface.onDidDispose(() => {
      clearTimeout(this.#timer);
      listeners.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [] };
    webview.html = panelHtml({
      script: readFileSync(path.join(files, 'panel.js'), 'utf8'),
      style: readFileSync(path.join(files, 'panel.css'), 'utf8'),
      nonce: newNonce(),
      locale: words.locale,
      texts,
      askedAt,
    });
    // Built while VS Code still makes the page, which takes longer; messages wait until it listens.
    void this.#refresh();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, pause);
  }

  async #refresh(): Promise<void> {
    try {
      const { currentSnapshot } = await import('./page');
      const snapshot = await currentSnapshot(this.#services, this.#memory);
      await this.#webview.postMessage({ type: 'snapshot', snapshot } satisfies ToView);
    } catch (error) {
      this.#services.log.error('The allowance panel could not be brought up to date.', error as Error);
    }
  }

  async #receive(raw: unknown): Promise<void> {
    const { log } = this.#services;
    try {
      const { toHost } = await import('./page');
      const message = toHost.safeParse(raw);
      if (message.success) await this.#act(message.data);
      else log.warn(`The allowance panel sent a malformed message, which was refused: ${message.error.message}`);
    } catch (error) {
      log.error('The allowance panel could not do what was asked.', error as Error);
    }
  }

  async #act(message: ToHost): Promise<void> {
    const services = this.#services;
    switch (message.type) {
      case 'ready':
        if (services.index.state === 'idle') void vscode.commands.executeCommand(commands.scanWorkspace);
        return this.#refresh();
      case 'scan':
        return void vscode.commands.executeCommand(commands.scanWorkspace);
      case 'cancelScan':
        return services.index.cancel();
      case 'setTier':
        return setUsageTier(message.tier, this.#memory.folder);
      case 'chooseFolder':
        return this.#memory.chooseFolder(message.uri);
      case 'openTierSetting':
        return openTierSetting(this.#memory.folder);
      case 'tick':
        return this.#memory.tick(message.text, message.ticked);
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'open': {
        const { placeAt } = await import('./page');
        const place = await placeAt(services, message);
        if (place) return openPlace(place);
        return services.log.warn(`${message.uri} has no model at line ${message.line + 1} any more; scan again.`);
      }
      case 'showPlaces': {
        const { placesOf } = await import('./page');
        return choosePlace(message.model, await placesOf(services, message.group, message.model));
      }
      case 'openSettings':
        return void vscode.commands.executeCommand('workbench.action.openSettings', message.query);
      case 'manageTrust':
        return void vscode.commands.executeCommand('workbench.trust.manage');
    }
  }
}
