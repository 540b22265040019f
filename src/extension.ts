import * as vscode from 'vscode';
import { setLanguage } from './core/words/speaker';
import { Analysis } from './editor/analysis';
import { registerCompletion } from './editor/completion';
import { Configuration } from './editor/configuration';
import { registerDiagnostics } from './editor/diagnostics/register';
import { registerHover } from './editor/hover';
import { registerInlayHints } from './editor/inlay-hints';
import { OwnListings } from './editor/listings/own-listings';
import { registerListings } from './editor/listings/register';
import { registerLanguageStatus } from './editor/language-status';
import { registerReplace } from './editor/replace/register';
import { registerQuickFixes } from './editor/quick-fixes/register';
import { registerScan } from './editor/scan';
import { fileOf } from './editor/documents';
import type { Services } from './editor/services';
import { SecondPass } from './editor/second-pass/second-pass';
import { registerUsageTier } from './editor/usage-tier';
import { words } from './editor/words';
import { registerWalkthrough } from './editor/walkthrough';
import { registerPanel } from './sidebar/panel';
import { registerModelTree } from './sidebar/tree/register';
import { WorkspaceIndex } from './workspace/index';

/** Puts the extension together. Only registers: what knows models is loaded when it is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  setLanguage(words);
  const engine = () => import('./editor/engine');
  const log = vscode.window.createOutputChannel('Token Allowance', { log: true });
  const own = new OwnListings();
  const configuration = new Configuration(log, own);
  const analysis = new Analysis(
    async () => (await engine()).findIn,
    async (document) => (await configuration.settings(fileOf(document))).program?.extraIds,
  );
  const threadFile = vscode.Uri.joinPath(context.extensionUri, 'dist/understand-worker.js').fsPath;
  const secondPass = new SecondPass(analysis, threadFile, log);
  const index = new WorkspaceIndex({
    workerFile: vscode.Uri.joinPath(context.extensionUri, 'dist/scan-worker.js').fsPath,
    parserFile: threadFile,
    storage: context.storageUri,
    analyse: async (document) => secondPass.refine(document, await analysis.references(document)),
    extraIds: () => configuration.extraIds(),
  });
  const services: Services = { log, configuration, analysis, secondPass, index, engine };
  context.subscriptions.push(
    log,
    own,
    configuration,
    secondPass,
    index,
    registerListings(services, own),
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
