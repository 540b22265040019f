import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import { utcDay } from '../../core/program/allowance';
import { commands } from '../ids';
import type { Services } from '../services';
import { registerListingDiagnostics } from './diagnostics';
import { isMissing, unreadText } from './own-listings';
import { usualPlace } from './place';

const { l10n, workspace } = vscode;

/** The scheme of this extension's read-only documents. */
const scheme = 'token-allowance';

/** Registers the features of users' own listings: problems in their files, comparing two, creating one. */
export function registerListings({ configuration, ownListings }: Services) {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Map<string, vscode.Uri>();
  const content: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      shown.set(uri.toString(), uri);
      const query = new URLSearchParams(uri.query);
      const { comparisonOf } = await import('./compare');
      const settings = await configuration.settings(activeFolder(query.get('folder') ?? undefined));
      return comparisonOf(query.get('first') ?? '', query.get('second') ?? '', settings, new Date());
    },
  };
  const compareListings = async (): Promise<void> => {
    const { chooseTwo } = await import('./compare');
    const folder = activeFolder();
    const ids = await chooseTwo(await configuration.settings(folder));
    if (!ids) return;
    const [first, second] = ids;
    const query = new URLSearchParams({ first, second, ...(folder && { folder: folder.toString() }) });
    const uri = vscode.Uri.from({ scheme, path: `/${first} – ${second}.md`, query: query.toString() });
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  };
  const registered = vscode.Disposable.from(
    changed,
    registerListingDiagnostics(ownListings),
    workspace.registerTextDocumentContentProvider(scheme, content),
    configuration.onDidChange(() => shown.forEach((uri) => changed.fire(uri))),
    workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
  );
  return {
    commands: { [commands.compareListings]: compareListings, [commands.createListing]: createListing },
    dispose: () => void registered.dispose(),
  };
}

/** The folder that the user is working in, else the first. @param named the folder that is meant, as text */
function activeFolder(named?: string): vscode.Uri | undefined {
  const folders = workspace.workspaceFolders ?? [];
  const active = vscode.window.activeTextEditor?.document.uri;
  const chosen = folders.find(({ uri }) => uri.toString() === named);
  return (chosen ?? (active && workspace.getWorkspaceFolder(active)) ?? folders[0])?.uri;
}

/** Opens the folder's own listing; writes a valid one first where there is none. */
async function createListing(): Promise<void> {
  const folder = activeFolder();
  if (!folder) return void vscode.window.showInformationMessage(l10n.t(messages.listingNoFolder));
  const uri = vscode.Uri.joinPath(folder, usualPlace);
  try {
    await workspace.fs.stat(uri);
  } catch (error) {
    if (!isMissing(error)) return void vscode.window.showErrorMessage(unreadText(usualPlace, error));
    await workspace.fs.writeFile(uri, new TextEncoder().encode(template(new Date())));
  }
  await vscode.window.showTextDocument(uri);
}

/** A listing that is valid as it stands, and names no model yet. */
function template(now: Date): string {
  const listing = {
    id: 'my-list',
    title: l10n.t(messages.listingMine),
    date: utcDay(now),
    pools: { large: [], small: [] },
  };
  return `// ${l10n.t(messages.listingTemplate)}\n${JSON.stringify(listing, undefined, 2)}\n`;
}
