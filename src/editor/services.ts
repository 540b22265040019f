import * as vscode from 'vscode';
import { WorkspaceIndex } from '../workspace/index';
import { Analysis } from './analysis';
import { Configuration } from './configuration';
import { fileOf, notebookOf } from './documents';
import type * as Engine from './engine';
import { OwnListings } from './listings/own-listings';
import { SecondPass } from './second-pass/second-pass';

/** What the features share. Built once when the extension is activated, and loading nothing then. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly ownListings: OwnListings;
  readonly configuration: Configuration;
  readonly analysis: Analysis;
  readonly secondPass: SecondPass;
  readonly index: WorkspaceIndex;
  /** Everything that knows models; the first call loads it. */
  readonly engine: () => Promise<typeof Engine>;
}

/** Builds the services; they end with the extension. */
export function createServices({ extensionUri, storageUri, subscriptions }: vscode.ExtensionContext): Services {
  const engine = () => import('./engine');
  const log = vscode.window.createOutputChannel('Token Allowance', { log: true });
  const ownListings = new OwnListings();
  const configuration = new Configuration(log, ownListings);
  const analysis = new Analysis(
    async () => (await engine()).findIn,
    async (document) => (await configuration.settings(fileOf(document))).program?.extraIds,
  );
  const parserFile = vscode.Uri.joinPath(extensionUri, 'dist/parser-process.js').fsPath;
  const secondPass = new SecondPass(analysis, parserFile, log);
  const index = new WorkspaceIndex({
    workerFile: vscode.Uri.joinPath(extensionUri, 'dist/scan-worker.js').fsPath,
    parserFile,
    storage: storageUri,
    analyse: async (document) => secondPass.refine(document, await analysis.references(document)),
    extraIds: () => configuration.extraIds(),
  });
  const refined = secondPass.onDidChange((documents) =>
    index.reanalyse(documents.map((document) => notebookOf(document) ?? document)),
  );
  subscriptions.push(refined, log, ownListings, configuration, secondPass, index);
  return { log, ownListings, configuration, analysis, secondPass, index, engine };
}
