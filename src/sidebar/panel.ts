import * as vscode from 'vscode';
import { commands, panelView } from '../editor/ids';
import type { Services } from '../editor/services';
import { setUsageTier } from '../editor/usage-tier';
import { newNonce, panelHtml } from './html';
import { choosePlace, openPlace } from './places';
import type { ToHost, ToView } from './protocol';

/** A scan reports many times a second; the eye wants fewer. In milliseconds. */
const pause = 250;

/** Registers the allowance panel in the sidebar and the command that shows it. */
export function registerPanel(services: Services, extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(panelView, {
      resolveWebviewView: (view) => void new AllowancePanel(services, view, vscode.Uri.joinPath(extension, 'dist')),
    }),
    vscode.commands.registerCommand(commands.showPanel, () => vscode.commands.executeCommand(`${panelView}.focus`)),
  );
}

/** One life of the panel's page: sends it whole snapshots, and does what it asks for. */
class AllowancePanel {
  readonly #services: Services;
  readonly #view: vscode.WebviewView;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services, view: vscode.WebviewView, files: vscode.Uri) {
    this.#services = services;
    this.#view = view;
    const { webview } = view;
    const listeners = vscode.Disposable.from(
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      services.index.onDidChange(() => this.#refreshSoon()),
      services.configuration.onDidChange(() => this.#refreshSoon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#refreshSoon()),
    );
    view.onDidDispose(() => {
      clearTimeout(this.#timer);
      listeners.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [files] };
    webview.html = panelHtml({
      script: webview.asWebviewUri(vscode.Uri.joinPath(files, 'panel.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(files, 'panel.css')).toString(),
      nonce: newNonce(),
    });
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
      const message: ToView = { type: 'snapshot', snapshot: await currentSnapshot(this.#services) };
      await this.#view.webview.postMessage(message);
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
      case 'setTier':
        return setUsageTier(message.tier);
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
    }
  }
}
