import type * as vscode from 'vscode';
import { setLanguage } from './core/words/speaker';
import { registerCompletion } from './editor/completion';
import { registerDiagnostics } from './editor/diagnostics/register';
import { registerHover } from './editor/hover';
import { registerInlayHints } from './editor/inlay-hints';
import { registerLanguageStatus } from './editor/language-status';
import { registerListings } from './editor/listings/register';
import { registerQuickFixes } from './editor/quick-fixes/register';
import { registerReplace } from './editor/replace/register';
import { registerScan } from './editor/scan';
import { createServices } from './editor/services';
import { registerUsageTier } from './editor/usage-tier';
import { registerWalkthrough } from './editor/walkthrough';
import { words } from './editor/words';
import { registerPanel } from './sidebar/panel';
import { registerModelTree } from './sidebar/tree/register';

/** Puts the extension together. Only registers: what knows models is loaded when it is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  setLanguage(words);
  const services = createServices(context);
  context.subscriptions.push(
    registerListings(services),
    registerHover(services),
    registerCompletion(services),
    registerInlayHints(services),
    registerLanguageStatus(services),
    registerQuickFixes(services),
    registerDiagnostics(services),
    registerReplace(services, context),
    registerPanel(services, context),
    registerModelTree(services, context),
    registerScan(services),
    registerUsageTier(services),
    registerWalkthrough(context),
  );
}
