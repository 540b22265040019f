import type * as vscode from 'vscode';
import { setLanguage } from './core/words/speaker';
import { completionProvider } from './editor/completion';
import { registerDiagnostics } from './editor/diagnostics/register';
import { displayLanguage } from './editor/display-language';
import { hoverProvider } from './editor/hover';
import type { CommandId } from './editor/ids';
import { registerInlayHints } from './editor/inlay-hints';
import { registerLanguageStatus } from './editor/language-status';
import { registerListings } from './editor/listings/register';
import { codeActionProvider } from './editor/quick-fixes/provider';
import { quickFixCommands } from './editor/quick-fixes/register';
import type { Handler } from './editor/registration';
import { replaceCommands } from './editor/replace/register';
import { registerScan } from './editor/scan';
import { createServices } from './editor/services';
import { usageTierCommands } from './editor/usage-tier';
import { walkthroughCommands } from './editor/walkthrough';
import { Memory } from './sidebar/memory';
import { createPanel } from './sidebar/panel';
import { registerModelTree } from './sidebar/tree/register';
import { registerUsage } from './usage/register';

/** The features behind what activation registered. */
export type Features = ReturnType<typeof startFeatures>;

/** Creates the features, and registers those that work without being asked. */
export function startFeatures(context: vscode.ExtensionContext) {
  setLanguage(displayLanguage);
  const services = createServices(context);
  const listings = registerListings(services);
  const scan = registerScan(services);
  const memory = new Memory(context.workspaceState);
  const panel = createPanel(services, context.extensionUri, memory);
  const tree = registerModelTree(services, context);
  const usage = registerUsage(services, memory);
  context.subscriptions.push(
    listings,
    scan,
    memory,
    tree,
    usage,
    registerInlayHints(services),
    registerLanguageStatus(services),
    registerDiagnostics(services),
  );
  return {
    hover: hoverProvider(services),
    completion: completionProvider(services),
    codeActions: codeActionProvider(services),
    panel,
    commands: {
      ...listings.commands,
      ...scan.commands,
      ...panel.commands,
      ...tree.commands,
      ...quickFixCommands,
      ...replaceCommands(services, context),
      ...usageTierCommands(services),
      ...walkthroughCommands(context),
      ...usage.commands,
    } satisfies Record<CommandId, Handler>,
  };
}
