import * as vscode from 'vscode';
import { UsageMeter } from '../usage/meter';
import { DiskWatch } from '../workspace/disk-watch';
import { WorkspaceIndex } from '../workspace/index';
import { Analysis } from './analysis';
import { bundlesIn } from './bundles';
import { Configuration } from './configuration';
import { fileOf, notebookOf } from './documents';
import type * as Engine from './engine';
import { OwnListings } from './listings/own-listings';
import { SecondPass } from './second-pass/second-pass';

/** What the features share. Created once, with the features; creating them loads nothing that knows models. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly ownListings: OwnListings;
  readonly configuration: Configuration;
  readonly analysis: Analysis;
  readonly secondPass: SecondPass;
  readonly index: WorkspaceIndex;
  readonly usage: UsageMeter;
  /** Everything that knows models; the first call loads it. */
  readonly engine: () => Promise<typeof Engine>;
}

/** Creates the services; they are disposed of with the extension. */
export function createServices(context: vscode.ExtensionContext): Services {
  const { extensionUri, storageUri, subscriptions } = context;
  const engine = () => import('./engine');
  const log = vscode.window.createOutputChannel('Token Allowance', { log: true });
  const ownListings = new OwnListings();
  const configuration = new Configuration(log, ownListings);
  const analysis = new Analysis(
    async () => (await engine()).findIn,
    async (document) => (await configuration.settings(fileOf(document))).program?.extraIds,
  );
  const { parserFile, workerFile } = bundlesIn(vscode.Uri.joinPath(extensionUri, 'dist'));
  const disk = new DiskWatch();
  const secondPass = new SecondPass(analysis, disk, parserFile, log);
  const index = new WorkspaceIndex({
    workerFile,
    parserFile,
    disk,
    complain: (message) => log.warn(message),
    storage: storageUri,
    analyse: async (document) => secondPass.refine(document, await analysis.references(document)),
    extraIds: () => configuration.extraIds(),
  });
  const refined = secondPass.onDidChange((documents) =>
    index.reanalyse(documents.map((document) => notebookOf(document) ?? document)),
  );
  const api = apiOf(context);
  const usage = new UsageMeter({
    secrets: context.secrets,
    ask: async (key, day) => (await import('../usage/ask')).askUsage({ key, day, api }),
    log,
  });
  // The log goes last: the others may still write to it.
  subscriptions.push(refined, ownListings, configuration, secondPass, index, disk, usage, log);
  return { log, ownListings, configuration, analysis, secondPass, index, usage, engine };
}

/** The address that is asked for usage. No setting can change it; only when the extension itself is under test may another server stand in. */
function apiOf({ extensionMode }: vscode.ExtensionContext): string {
  const own = 'https://api.openai.com';
  if (extensionMode === vscode.ExtensionMode.Production) return own;
  return process.env.TOKEN_ALLOWANCE_API ?? own;
}
